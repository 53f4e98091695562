import { useMessages } from '../../messages/MessagesProvider.tsx';
import { Button } from '../../ui/Button.tsx';
import { type ImportProgress } from './import-tools.ts';
import styles from './ImportProgressBar.module.css';

interface ImportProgressBarProps {
  readonly progress: ImportProgress & { readonly secondsLeft: number | null };
  readonly onStop: () => void;
}

/** How far an import is, how long it will still take, and the way to stop it. What takes less than 300 ms shows nothing. */
export function ImportProgressBar({ progress: { kind, current, total, share, secondsLeft }, onStop }: ImportProgressBarProps) {
  const { t } = useMessages();
  const said = t(`import.${kind}`, { i: current, n: total });
  const left = secondsLeft === null ? '' : secondsLeft < 60 ? t('export.seconds-left', { n: secondsLeft }) : t('export.minutes-left', { n: Math.ceil(secondsLeft / 60) });
  const all = left === '' ? said : `${said} · ${left}`;
  const percent = Math.round(100 * (share ?? current / total));
  return (
    <div className={styles.bar}>
      <div className={styles.told}>
        <div role="progressbar" aria-label={t('import.progress')} aria-valuetext={all} aria-valuenow={percent} aria-valuemin={0} aria-valuemax={100} className={styles.track}>
          <div className={styles.filled} style={{ inlineSize: `${percent}%` }} />
        </div>
        <p>{all}</p>
      </div>
      <Button onClick={onStop}>{t('import.stop')}</Button>
    </div>
  );
}
