import { useState } from 'react';
import { checkTask } from '../../../shared/checks/check-task.ts';
import { removeArticles } from '../../../shared/commands/library/remove-articles.ts';
import { setStatuses } from '../../../shared/commands/library/set-statuses.ts';
import { tagArticles, type TagArticlesInput } from '../../../shared/commands/library/tag-articles.ts';
import { type WorksContext } from '../../../shared/commands/library/works-context.ts';
import { type MessageCode } from '../../../shared/messages/catalogue.ts';
import { type SetStatus } from '../../../shared/model/annotation-set.ts';
import { type Change } from '../../../shared/model/change.ts';
import { type ArticleId } from '../../../shared/model/id.ts';
import { type Problem, type Result } from '../../../shared/result.ts';
import { useMessages } from '../../messages/MessagesProvider.tsx';
import { problemMessage } from '../../messages/translate.ts';
import { type ProjectStore } from '../../store/project-store.ts';
import { useToast } from '../../ui/Toast.tsx';
import { useThrow } from '../../ui/use-throw.ts';
import { useUndoOffer } from '../../ui/use-undo-offer.ts';

/** What can be done to several articles at once. Each can be taken back. */
export interface Bulk {
  /** While it lasts: how many are done, of how many. */
  readonly progress: { readonly done: number; readonly total: number } | null;
  setStatus(articles: readonly ArticleId[], status: SetStatus): void;
  tag(articles: readonly ArticleId[], input: TagArticlesInput): void;
  remove(articles: readonly ArticleId[]): void;
  undo(): void;
  redo(): void;
}

/** Articles in one step: a step is one line of the Journal, with all texts that it touches. */
const articlesPerStep = 500;

type Name = 'set-statuses' | 'tag-articles' | 'remove-articles';

/** @param onDone hears when something was done */
export function useBulk(store: ProjectStore, onDone: () => Promise<void>): Bulk {
  const { t } = useMessages();
  const toast = useToast();
  const raise = useThrow();
  const undoing = useUndoOffer();
  const [progress, setProgress] = useState<Bulk['progress']>(null);
  const refuse = (problems: readonly Problem[]) => problems.slice(0, 1).forEach(({ code, values }) => toast(t(problemMessage(code), values), { kind: 'error' }));

  const goBack = async (kind: 'undo' | 'redo', steps: number): Promise<void> => {
    undoing.withdraw();
    let last: string | null = null;
    for (let step = 0; step < steps; step++) {
      const result = await store[kind](null);
      if (!result.ok) return refuse(result.problems);
      last = result.value;
    }
    if (last === null) toast(t(kind === 'undo' ? 'annotate.nothing-to-undo' : 'annotate.nothing-to-redo'));
    else toast(t(kind === 'undo' ? 'annotate.undone' : 'annotate.redone', { step: t(`command.${last}` as MessageCode) }));
  };

  const inSteps = async (articles: readonly ArticleId[], name: Name, command: (context: WorksContext) => Result<Change>, said: string): Promise<void> => {
    if (articles.length === 0) return;
    undoing.withdraw();
    let steps = 0;
    for (let from = 0; from < articles.length; from += articlesPerStep) {
      if (articles.length > articlesPerStep) setProgress({ done: from, total: articles.length });
      const result = await store.performOnWorks(articles.slice(from, from + articlesPerStep), name, command);
      if (!result.ok) {
        refuse(result.problems);
        break;
      }
      const { added, updated, removed } = result.value;
      if (added.length + updated.length + removed.length > 0) steps += 1;
    }
    setProgress(null);
    if (steps === 0) return;
    await onDone();
    undoing.offer(said, () => void goBack('undo', steps).catch(raise));
  };

  /** Of these, those whose own work breaks no rule: «done» wants a reason for each that does, and that is asked for in the editor. */
  const soundOnes = async (articles: readonly ArticleId[]): Promise<readonly ArticleId[]> => {
    const [schema, entities] = await Promise.all([store.schema(), store.entities()]);
    const sound: ArticleId[] = [];
    for (const id of articles) {
      const [article, set] = await Promise.all([store.article(id), store.ownSet(id)]);
      const contents = set ?? { annotations: [], relations: [] };
      if (article && !checkTask(article, contents, entities, schema).some(({ severity }) => severity === 'error')) sound.push(id);
    }
    return sound;
  };

  const run = (work: () => Promise<void>) => void work().catch(raise);
  return {
    progress,
    setStatus: (articles, status) =>
      run(async () => {
        const sound = status === 'done' ? await soundOnes(articles) : articles;
        await inSteps(sound, 'set-statuses', (context) => setStatuses(context, { status }), t('library.bulk.stated', { n: sound.length }));
        if (sound.length < articles.length) toast(t('library.bulk.faulty', { n: articles.length - sound.length }), { kind: 'error' });
      }),
    tag: (articles, input) =>
      run(() => inSteps(articles, 'tag-articles', (context) => tagArticles(context, input), t('library.bulk.tagged', { n: articles.length }))),
    remove: (articles) =>
      run(() => inSteps(articles, 'remove-articles', (context) => removeArticles(context, {}), t('library.bulk.removed', { n: articles.length }))),
    undo: () => run(() => goBack('undo', 1)),
    redo: () => run(() => goBack('redo', 1)),
  };
}
