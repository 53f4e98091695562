import { type LucideIcon } from 'lucide-react';
import { type ReactNode } from 'react';
import { useMessages } from '../messages/MessagesProvider.tsx';
import { Button } from '../ui/Button.tsx';
import styles from './NoticeBar.module.css';

interface NoticeBarProps {
  readonly icon: LucideIcon;
  readonly children: ReactNode;
  /** What can be done about it. */
  readonly action?: ReactNode;
  readonly onDismiss: () => void;
}

/** What the program has to say by itself, above the screen, until the person has seen it. */
export function NoticeBar({ icon: Icon, children, action, onDismiss }: NoticeBarProps) {
  const { t } = useMessages();
  return (
    <div role="status" className={styles.bar}>
      <Icon size={18} strokeWidth={1.75} aria-hidden className={styles.sign} />
      <p className={styles.words}>{children}</p>
      {action}
      <Button kind="quiet" onClick={onDismiss}>
        {t('recovery.dismiss')}
      </Button>
    </div>
  );
}
