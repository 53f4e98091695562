import { type ReviewContext } from '../../../shared/commands/review-context.ts';
import { type Change } from '../../../shared/model/change.ts';
import { type ArticleId } from '../../../shared/model/id.ts';
import { type Result } from '../../../shared/result.ts';
import { type ProjectStore } from '../../store/project-store.ts';
import { useHistorySteps } from '../../ui/use-history-steps.ts';
import { useThrow } from '../../ui/use-throw.ts';

/** What can be done on this screen; each is a step in the Article's History, and its name says which. */
export type ReviewCommandName =
  | 'accept-reading' | 'merge-readings' | 'edit-gold' | 'reject-readings' | 'defer-case' | 'give-reason' | 'undecidable-case' | 'settle-links' | 'settle-value'
  | 'settle-all' | 'add-missed' | 'seal-gold' | 'name-gold' | 'accept-work' | 'return-work' | 'comment' | 'resolve-thread' | 'ask-guideline' | 'rule-guideline';

export interface Deciding {
  /** The answer is whether it was done; why not is said. */
  run(name: ReviewCommandName, command: (context: ReviewContext) => Result<Change>): Promise<boolean>;
  /** As `run`, and offers to take it back. */
  offering(said: string, name: ReviewCommandName, command: (context: ReviewContext) => Result<Change>): Promise<boolean>;
  undo(): void;
  redo(): void;
}

export function useDeciding(store: ProjectStore, article: ArticleId): Deciding {
  const raise = useThrow();
  const { undoing, refuse, goBack } = useHistorySteps((way) => store[way](article), { undo: 'adjudicate.undone', redo: 'adjudicate.redone' });
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
    offering: async (said, name, command) => {
      const isDone = await run(name, command);
      if (isDone) undoing.offer(said, () => goBack('undo'));
      return isDone;
    },
    undo: () => goBack('undo'),
    redo: () => goBack('redo'),
  };
}
