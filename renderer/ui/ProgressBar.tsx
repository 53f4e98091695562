import { useMessages } from '../messages/MessagesProvider.tsx';
import styles from './ProgressBar.module.css';
import { type Paced, type Progress } from './time-left.ts';

interface ProgressBarProps {
  /** `null` until there is something to tell. */
  readonly progress: Paced<Progress> | null;
  /** What is being done, in words. */
  readonly said: string;
}

/** How far long work is and how long it will take. What takes less than 300 ms shows nothing. */
export function ProgressBar({ progress, said }: ProgressBarProps) {
  const { t } = useMessages();
  const left = progress?.secondsLeft ?? null;
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
      <p className={styles.said}>{all}</p>
    </div>
  );
}
