import { useMessages } from '../../messages/MessagesProvider.tsx';
import styles from './ImportProgressBar.module.css';
import { type ImportProgress } from './take-in-files.ts';

export function ImportProgressBar({ progress: { current, total } }: { readonly progress: ImportProgress }) {
  const { t } = useMessages();
  return (
    <p role="status" className={styles.bar}>
      {t('import.reading', { i: current, n: total })}
    </p>
  );
}
