import { type ReviewContext } from '../../../shared/commands/review-context.ts';
import { type MessageCode } from '../../../shared/messages/catalogue.ts';
import { type Change } from '../../../shared/model/change.ts';
import { type ArticleId } from '../../../shared/model/id.ts';
import { type Problem, type Result } from '../../../shared/result.ts';
import { useMessages } from '../../messages/MessagesProvider.tsx';
import { problemMessage } from '../../messages/translate.ts';
import { type ProjectStore } from '../../store/project-store.ts';
import { useToast } from '../../ui/Toast.tsx';
import { useThrow } from '../../ui/use-throw.ts';
import { useUndoOffer } from '../../ui/use-undo-offer.ts';

/** What can be done on this screen; each is a step in the Article's History, and its name says which. */
export type ReviewCommandName =
  | 'accept-reading' | 'merge-readings' | 'edit-gold' | 'reject-readings' | 'defer-case' | 'undecidable-case' | 'settle-links' | 'settle-value'
  | 'settle-all' | 'add-missed' | 'seal-gold' | 'return-work' | 'comment' | 'resolve-thread' | 'ask-guideline' | 'rule-guideline';

export interface Deciding {
  /** The answer is whether it was done; why not is said. */
  run(name: ReviewCommandName, command: (context: ReviewContext) => Result<Change>): Promise<boolean>;
  /** As `run`, and offers to take it back. */
  offering(said: string, name: ReviewCommandName, command: (context: ReviewContext) => Result<Change>): Promise<boolean>;
  refuse(problems: readonly Problem[]): void;
  undo(): void;
  redo(): void;
}

export function useDeciding(store: ProjectStore, article: ArticleId): Deciding {
  const { t } = useMessages();
  const toast = useToast();
  const raise = useThrow();
  const undoing = useUndoOffer();
  const refuse = (problems: readonly Problem[]) => problems.forEach(({ code, values }) => toast(t(problemMessage(code), values), { kind: 'error' }));
  const goBack = (kind: 'undo' | 'redo') => {
    undoing.withdraw();
    const go = async () => {
      const result = await store[kind](article);
      if (!result.ok) return refuse(result.problems);
      if (result.value === null) return toast(t(kind === 'undo' ? 'annotate.nothing-to-undo' : 'annotate.nothing-to-redo'));
      return toast(t(kind === 'undo' ? 'adjudicate.undone' : 'adjudicate.redone', { step: t(`command.${result.value}` as MessageCode) }));
    };
    go().catch(raise);
  };
  const perform: Deciding['run'] = async (name, command) => {
    undoing.withdraw();
    const result = await store.performReview(article, name, command);
    if (!result.ok) refuse(result.problems);
    return result.ok;
  };
  const run: Deciding['run'] = (name, command) =>
    perform(name, command).catch((error: unknown) => {
      raise(error);
      return false;
    });
  return {
    run,
    refuse,
    offering: async (said, name, command) => {
      const isDone = await run(name, command);
      if (isDone) undoing.offer(said, () => goBack('undo'));
      return isDone;
    },
    undo: () => goBack('undo'),
    redo: () => goBack('redo'),
  };
}
