import { useMessages } from '../messages/MessagesProvider.tsx';
import styles from './Waiting.module.css';

interface WaitingProps {
  /** In a pane that has its own distances. */
  readonly isSmall?: boolean;
}

/** In place of what is still being read, so that no screen is empty for long. What takes less than 300 ms shows nothing. */
export function Waiting({ isSmall = false }: WaitingProps) {
  const { t } = useMessages();
  return <p role="status" className={styles.waiting} data-small={isSmall}>{t('screen.reading')}</p>;
}
