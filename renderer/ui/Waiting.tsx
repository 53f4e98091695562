import { useMessages } from '../messages/MessagesProvider.tsx';
import styles from './Waiting.module.css';

/** In place of what is still being read, so that no screen is empty for long. What takes less than 300 ms shows nothing. */
export function Waiting() {
  const { t } = useMessages();
  return <p role="status" className={styles.waiting}>{t('screen.reading')}</p>;
}
