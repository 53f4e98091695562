import { CircleCheck, TriangleAlert } from 'lucide-react';
import { isLossless, type LossReport } from '../../../shared/codecs/loss-report.ts';
import { useMessages } from '../../messages/MessagesProvider.tsx';
import styles from './LossList.module.css';

/** A LossReport in words. */
export function LossList({ report }: { readonly report: LossReport }) {
  const { t } = useMessages();
  if (isLossless(report))
    return (
      <p className={styles.lossless}>
        <CircleCheck size={16} aria-hidden />
        {t('export.lossless')}
      </p>
    );
  return (
    <div>
      <p className={styles.lossy}>
        <TriangleAlert size={16} aria-hidden />
        {t('export.losses')}
      </p>
      <ul className={styles.list}>
        {report.losses.map(({ code, count }) => (
          <li key={code}>{t('export.loss.row', { words: t(`loss.${code}`), n: count })}</li>
        ))}
      </ul>
    </div>
  );
}
