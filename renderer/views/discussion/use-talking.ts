import { type ReviewContext } from '../../../shared/commands/review-context.ts';
import { type Change } from '../../../shared/model/change.ts';
import { type Anchor } from '../../../shared/model/discussed.ts';
import { type ArticleId, type EventId } from '../../../shared/model/id.ts';
import { type Result } from '../../../shared/result.ts';
import { ask, comment, resolve } from '../../../shared/review/discussion.ts';
import { useMessages } from '../../messages/MessagesProvider.tsx';
import { type ProjectStore } from '../../store/project-store.ts';
import { useToast } from '../../ui/Toast.tsx';
import { useRefusals } from '../../ui/use-refusals.ts';
import { useThrow } from '../../ui/use-throw.ts';

type TalkName = 'comment' | 'resolve-thread' | 'ask-guideline';

export interface Talking {
  comment(anchor: Anchor, thread: EventId | null, words: string, blocking: boolean): void;
  ask(anchor: Anchor, question: string): void;
  resolve(thread: EventId, isResolved: boolean): void;
}

/** What is said of one Article, each a step in its History; what is refused is told. `isSeen`: what was said stands on the screen by itself. */
export function useTalking(store: ProjectStore, isSeen: boolean): (article: ArticleId) => Talking {
  const { t } = useMessages();
  const toast = useToast();
  const refuse = useRefusals();
  const raise = useThrow();
  return (article) => {
    const run = (name: TalkName, command: (context: ReviewContext) => Result<Change>): void => {
      const say = async () => {
        const done = await store.performReview(article, name, command);
        if (!done.ok) refuse(done.problems);
        else if (!isSeen && name !== 'resolve-thread') toast(t('discussion.said'));
      };
      say().catch(raise);
    };
    return {
      comment: (anchor, thread, words, blocking) => run('comment', (context) => comment(context, { anchor, thread, words, blocking })),
      ask: (anchor, question) => run('ask-guideline', (context) => ask(context, { anchor, question })),
      resolve: (thread, isResolved) => run('resolve-thread', (context) => resolve(context, { thread, isResolved })),
    };
  };
}
