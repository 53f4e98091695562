import { useState } from 'react';
import { type Anchor } from '../../../shared/model/discussed.ts';
import { useMessages } from '../../messages/MessagesProvider.tsx';
import styles from './AdjudicateView.module.css';
import { WordsDialog } from './WordsDialog.tsx';

interface CommentDialogProps {
  readonly anchor: Anchor;
  readonly isAnswer: boolean;
  readonly onSay: (words: string, blocking: boolean) => void;
  readonly onClose: () => void;
}

/** Something to say at a place; what begins a thread may keep the gold set open. */
export function CommentDialog({ anchor, isAnswer, onSay, onClose }: CommentDialogProps) {
  const { t } = useMessages();
  const [blocking, setBlocking] = useState(false);
  return (
    <WordsDialog
      title={t('discussion.comment.title')}
      about={anchor.kind === 'article' ? t('discussion.article') : t('discussion.comment.about', { quote: anchor.quote.slice(0, 120) })}
      label={t('discussion.words')}
      confirm={t('discussion.say')}
      onConfirm={(words) => onSay(words, blocking)}
      onClose={onClose}
    >
      {!isAnswer && (
        <label className={styles.reasonLine}>
          <input type="checkbox" checked={blocking} onChange={(event) => setBlocking(event.target.checked)} />
          {t('discussion.blocking')}
        </label>
      )}
    </WordsDialog>
  );
}
