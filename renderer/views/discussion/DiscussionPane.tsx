import { Flag, MessageSquarePlus, MessagesSquare, MessageCircleQuestion } from 'lucide-react';
import { memo, useState } from 'react';
import { annotatorName } from '../../../shared/model/annotator.ts';
import { type Article } from '../../../shared/model/article.ts';
import { type Anchor } from '../../../shared/model/discussed.ts';
import { type EventId } from '../../../shared/model/id.ts';
import { placeOf, questionsIn, threadsIn } from '../../../shared/review/discussion.ts';
import { type Span } from '../../../shared/text/offsets.ts';
import { useMessages } from '../../messages/MessagesProvider.tsx';
import { useLive } from '../../store/live.ts';
import { type ProjectStore } from '../../store/project-store.ts';
import { BesidePane } from '../../ui/BesidePane.tsx';
import { Button } from '../../ui/Button.tsx';
import { type AnchorChoice } from '../../ui/discussion/anchor-choice.ts';
import { AskDialog, CommentDialog } from '../../ui/discussion/CommentDialog.tsx';
import { type Place, QuestionList, ThreadList } from '../../ui/discussion/Saying.tsx';
import { dispatchMenuCommand, useMenuCommand } from '../../ui/menu-commands.ts';
import { useKeys } from '../../ui/use-keys.ts';
import styles from './DiscussionPane.module.css';
import { discussionKeys } from './keys.ts';
import { useTalking } from './use-talking.ts';

export interface DiscussionPaneProps {
  readonly store: ProjectStore;
  readonly article: Article;
  /** What is at hand in the text, the likeliest first; the Article as a whole is the last. */
  readonly anchorsHere: () => readonly AnchorChoice[];
  readonly isOpen: boolean;
  readonly onOpenChange: (isOpen: boolean) => void;
  /** To where something is; the first of the spans is never missing. */
  readonly onJump: (anchor: Anchor, place: readonly Span[]) => void;
  /** The focus goes back to the text. */
  readonly onLeave: () => void;
}

/** What is being written. */
type Draft =
  | { readonly kind: 'comment' | 'ask' | 'flag'; readonly anchors: readonly AnchorChoice[] }
  | { readonly kind: 'answer'; readonly anchors: readonly AnchorChoice[]; readonly thread: EventId };

/** Answers the commands that say something of the Article, open or not; open, it shows what was said. */
export const DiscussionPane = memo((props: DiscussionPaneProps) => {
  const { store, article, anchorsHere, isOpen, onOpenChange, onLeave } = props;
  const { t } = useMessages();
  const [draft, setDraft] = useState<Draft | null>(null);
  const talking = useTalking(store, isOpen)(article.id);
  useMenuCommand('discussion', () => {
    if (isOpen) onLeave();
    onOpenChange(!isOpen);
  });
  useMenuCommand('comment', () => setDraft({ kind: 'comment', anchors: anchorsHere() }));
  useMenuCommand('ask-guideline', () => setDraft({ kind: 'ask', anchors: anchorsHere() }));
  useMenuCommand('flag-article', () => setDraft({ kind: 'flag', anchors: [{ anchor: { kind: 'article' }, label: t('discussion.article') }] }));
  const pressing = Object.fromEntries(discussionKeys.map(({ command }) => [command, () => dispatchMenuCommand(command)]));
  useKeys(discussionKeys, pressing);
  const close = () => {
    setDraft(null);
    if (!isOpen) onLeave();
  };
  return (
    <>
      {isOpen && <OpenPane {...props} onAnswer={(thread, anchor) => setDraft({ kind: 'answer', thread, anchors: [{ anchor, label: '' }] })} />}
      {draft?.kind === 'ask' && (
        <AskDialog
          anchors={draft.anchors}
          onAsk={(anchor, question) => {
            close();
            talking.ask(anchor, question);
          }}
          onClose={close}
        />
      )}
      {draft && draft.kind !== 'ask' && (
        <CommentDialog
          {...(draft.kind === 'flag' && { title: t('discussion.flag.title') })}
          anchors={draft.anchors}
          isAnswer={draft.kind === 'answer'}
          onSay={(anchor, words, blocking) => {
            close();
            talking.comment(anchor, draft.kind === 'answer' ? draft.thread : null, words, blocking);
          }}
          onClose={close}
        />
      )}
    </>
  );
});

interface OpenPaneProps extends DiscussionPaneProps {
  readonly onAnswer: (thread: EventId, anchor: Anchor) => void;
}

/** Everything that this person may hear of the Article. */
async function readTalk(store: ProjectStore, { id }: Article) {
  const [said, own, others, annotators] = await Promise.all([store.events(id), store.ownSet(id), store.otherSets(id), store.annotators()]);
  return { threads: threadsIn(said), questions: questionsIn(said), sets: own ? [own, ...others] : others, annotators };
}

function OpenPane({ store, article, onOpenChange, onJump, onLeave, onAnswer }: OpenPaneProps) {
  const { t } = useMessages();
  const talk = useLive(() => readTalk(store, article), [store, article]);
  const talking = useTalking(store, true)(article.id);
  const nameOf = (id: string) => annotatorName([...(talk?.annotators ?? []), store.me], id);
  const whereIs = ({ anchor }: { readonly anchor: Anchor }): Place => {
    if (anchor.kind === 'article') return { kind: 'article' };
    const place = placeOf(anchor, talk?.sets ?? []);
    if (!place || place.length === 0) return { kind: 'gone', quote: anchor.quote };
    return { kind: 'here', words: place.map(({ start, end }) => article.text.slice(start, end)).join(' … '), onJump: () => onJump(anchor, place) };
  };
  return (
    <BesidePane
      icon={MessagesSquare}
      title={t('discussion.title')}
      closing={t('discussion.close')}
      className={styles.discussion}
      onClose={() => {
        onOpenChange(false);
        onLeave();
      }}
    >
      <div className={styles.ways}>
        <Button icon={MessageSquarePlus} onClick={() => dispatchMenuCommand('comment')}>{t('discussion.comment.do')}</Button>
        <Button icon={MessageCircleQuestion} onClick={() => dispatchMenuCommand('ask-guideline')}>{t('discussion.ask.do')}</Button>
        <Button icon={Flag} onClick={() => dispatchMenuCommand('flag-article')}>{t('discussion.flag.do')}</Button>
      </div>
      <section className={styles.pane} aria-label={t('discussion.text')} tabIndex={0}>
        {talk && talk.threads.length + talk.questions.length === 0 && <p className={styles.none}>{t('discussion.none.here')}</p>}
        {talk && (
          <ThreadList
            threads={talk.threads}
            nameOf={nameOf}
            placeOf={whereIs}
            onAnswer={({ first }) => onAnswer(first.id, first.anchor)}
            onResolve={({ first }, isResolved) => talking.resolve(first.id, isResolved)}
          />
        )}
        {talk && talk.questions.length > 0 && (
          <>
            <h3 className={styles.heading}>{t('discussion.questions')}</h3>
            <QuestionList questions={talk.questions} nameOf={nameOf} placeOf={whereIs} />
          </>
        )}
      </section>
    </BesidePane>
  );
}
