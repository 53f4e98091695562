import { ShieldCheck } from 'lucide-react';
import { useState } from 'react';
import { useMessages } from '../messages/MessagesProvider.tsx';
import { type Recovery } from '../store/project-store.ts';
import { NoticeBar } from './NoticeBar.tsx';
import { recoveryWords } from './recovery-words.ts';

/** Says once what was mended when the project was opened. */
export function RecoveryBar({ recovery, isFolderNew }: { readonly recovery: Recovery; readonly isFolderNew: boolean }) {
  const messages = useMessages();
  const [isDismissed, setDismissed] = useState(false);
  const words = recoveryWords(messages, recovery, isFolderNew);
  if (isDismissed || words.length === 0) return null;
  return (
    <NoticeBar icon={ShieldCheck} onDismiss={() => setDismissed(true)}>
      {words.join(' ')}
    </NoticeBar>
  );
}
