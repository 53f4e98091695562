import { useMessages } from '../../messages/MessagesProvider.tsx';
import { type ImportProgress } from './import-tools.ts';
import styles from './ImportProgressBar.module.css';

export function ImportProgressBar({ progress: { kind, current, total } }: { readonly progress: ImportProgress }) {
  const { t } = useMessages();
  return (
    <p role="status" className={styles.bar}>
      {t(kind === 'reading' ? 'import.reading' : 'import.storing', { i: current, n: total })}
    </p>
  );
}
