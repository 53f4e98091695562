import { ShieldCheck } from 'lucide-react';
import { useState } from 'react';
import { useMessages } from '../messages/MessagesProvider.tsx';
import { type Recovery } from '../store/project-store.ts';
import { Button } from '../ui/Button.tsx';
import { recoveryWords } from './recovery-words.ts';
import styles from './RecoveryBar.module.css';

/** Says once what was mended when the project was opened. */
export function RecoveryBar({ recovery }: { readonly recovery: Recovery }) {
  const messages = useMessages();
  const [isDismissed, setDismissed] = useState(false);
  const words = recoveryWords(messages, recovery);
  if (isDismissed || words.length === 0) return null;
  return (
    <div role="status" className={styles.bar}>
      <ShieldCheck size={18} strokeWidth={1.75} aria-hidden className={styles.sign} />
      <p className={styles.words}>{words.join(' ')}</p>
      <Button kind="quiet" onClick={() => setDismissed(true)}>
        {messages.t('recovery.dismiss')}
      </Button>
    </div>
  );
}
