import { useState } from 'react';
import { type Anchor } from '../../../shared/model/discussed.ts';
import { excerpt } from '../../../shared/text/excerpt.ts';
import { useMessages } from '../../messages/MessagesProvider.tsx';
import { Select } from '../Select.tsx';
import { type AnchorChoice } from './anchor-choice.ts';
import styles from './discussion.module.css';
import { WordsDialog } from './WordsDialog.tsx';

interface AboutProps {
  /** What it may be about, the likeliest first; never none. */
  readonly anchors: readonly AnchorChoice[];
  readonly onClose: () => void;
}

interface CommentDialogProps extends AboutProps {
  /** Where it is not the usual one. */
  readonly title?: string;
  readonly isAnswer: boolean;
  readonly onSay: (anchor: Anchor, words: string, blocking: boolean) => void;
}

/** Something to say at a place; what begins a thread may keep the gold set open. */
export function CommentDialog({ title, anchors, isAnswer, onSay, onClose }: CommentDialogProps) {
  const { t } = useMessages();
  const [place, setPlace] = useState('0');
  const [blocking, setBlocking] = useState(false);
  const { anchor } = chosen(anchors, place);
  return (
    <WordsDialog
      title={title ?? t('discussion.comment.title')}
      about={aboutWords(anchor, t)}
      label={t('discussion.words')}
      confirm={t('discussion.say')}
      onConfirm={(words) => onSay(anchor, words, blocking)}
      onClose={onClose}
    >
      <AboutChoice anchors={anchors} place={place} onPlace={setPlace} />
      {!isAnswer && (
        <label className={styles.check}>
          <input type="checkbox" checked={blocking} onChange={(event) => setBlocking(event.target.checked)} />
          {t('discussion.blocking')}
        </label>
      )}
    </WordsDialog>
  );
}

/** A question to whoever keeps the guideline. */
export function AskDialog({ anchors, onAsk, onClose }: AboutProps & { readonly onAsk: (anchor: Anchor, question: string) => void }) {
  const { t } = useMessages();
  const [place, setPlace] = useState('0');
  const { anchor } = chosen(anchors, place);
  return (
    <WordsDialog
      title={t('discussion.ask.title')}
      about={aboutWords(anchor, t)}
      label={t('discussion.question')}
      confirm={t('discussion.say')}
      onConfirm={(question) => onAsk(anchor, question)}
      onClose={onClose}
    >
      <AboutChoice anchors={anchors} place={place} onPlace={setPlace} />
    </WordsDialog>
  );
}

function AboutChoice({ anchors, place, onPlace }: Pick<AboutProps, 'anchors'> & { readonly place: string; readonly onPlace: (place: string) => void }) {
  const { t } = useMessages();
  if (anchors.length < 2) return null;
  return <Select label={t('discussion.about')} value={place} choices={anchors.map(({ label }, at) => ({ value: String(at), label }))} onChoose={onPlace} />;
}

function chosen(anchors: readonly AnchorChoice[], place: string): AnchorChoice {
  const found = anchors[Number(place)];
  if (!found) throw new Error(`nothing to talk about at ${place} of ${anchors.length}`);
  return found;
}

const aboutWords = (anchor: Anchor, t: ReturnType<typeof useMessages>['t']): string =>
  anchor.kind === 'article' ? t('discussion.article') : t('discussion.comment.about', { quote: excerpt(anchor.quote, 120) });
