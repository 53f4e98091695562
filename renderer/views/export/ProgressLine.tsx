import { useMessages } from '../../messages/MessagesProvider.tsx';
import styles from './CheckStep.module.css';
import { type PacedProgress } from './time-left.ts';

const words = { reading: 'export.reading', comparing: 'export.comparing', measuring: 'export.measuring', writing: 'export.written' } as const;

/** How far long work is and how long it will take. What takes less than 300 ms shows nothing. */
export function ProgressLine({ progress, waiting }: { readonly progress: PacedProgress | null; readonly waiting: string }) {
  const { t } = useMessages();
  const left = progress?.secondsLeft ?? null;
  const said = progress ? t(words[progress.phase], { done: progress.done, total: progress.total }) : waiting;
  const time = left === null ? '' : left < 60 ? t('export.seconds-left', { n: left }) : t('export.minutes-left', { n: Math.ceil(left / 60) });
  const all = time === '' ? said : `${said} · ${time}`;
  const percent = progress && progress.total > 0 ? Math.round((100 * progress.done) / progress.total) : null;
  return (
    <div className={styles.progress}>
      <div
        role="progressbar"
        aria-label={t('export.progress')}
        aria-valuetext={all}
        {...(percent !== null && { 'aria-valuenow': percent, 'aria-valuemin': 0, 'aria-valuemax': 100 })}
        className={styles.bar}
      >
        <div className={styles.filled} style={{ inlineSize: `${percent ?? 0}%` }} />
      </div>
      <p className={styles.muted}>{all}</p>
    </div>
  );
}
