import 'fake-indexeddb/auto';
import { expect, it } from 'vitest';
import { removeArticles } from '../../../../shared/commands/library/remove-articles.ts';
import { type ProjectStore } from '../../../../renderer/store/project-store.ts';
import { ArticleSearch } from '../../../../renderer/views/library/article-search.ts';
import { type SearchThread } from '../../../../renderer/workers/search-client.ts';
import { SearchIndex } from '../../../../renderer/workers/search-index.ts';
import { answerSearch, type SearchQuestion } from '../../../../renderer/workers/search-task.ts';
import { datasetOf, Desk, first } from '../../store/desk.ts';

/** The worker, without a thread; what it was asked is kept. */
function threadOf(asked: string[]): () => SearchThread {
  return () => {
    const index = new SearchIndex();
    return {
      ask: async (kind, question) => {
        asked.push(kind);
        const sent = structuredClone({ kind, asked: question } as SearchQuestion);
        return answerSearch(index, sent);
      },
      end: () => undefined,
    };
  };
}

async function searched(store: ProjectStore, query: string, asked: string[] = []): Promise<readonly string[]> {
  const search = new ArticleSearch(store, threadOf(asked));
  await search.bring();
  return (await search.find(query, 10)).ids;
}

it('the index is kept with the project, learns what came, forgets what went, and comes back with an undo', async () => {
  const desk = new Desk();
  const store = await desk.open({ seed: () => datasetOf('1', '2') });
  const asked: string[] = [];
  expect(await searched(store, 'خبر 1', asked)).toEqual(['art-1']);
  expect(asked.filter((kind) => kind === 'add')).toHaveLength(1);
  await store.close();

  const again = await desk.open();
  const askedAgain: string[] = [];
  const search = new ArticleSearch(again, threadOf(askedAgain));
  await search.bring();
  expect(askedAgain).toEqual(['load', 'match', 'altered']);
  expect((await search.find('وزیر', 10)).total).toBe(2);
  await again.takeIn(datasetOf('3'));
  await search.bring();
  expect((await search.find('وزیر', 10)).total).toBe(3);
  await again.performOnWorks([first], 'remove-articles', (context) => removeArticles(context, {}));
  await search.bring();
  expect((await search.find('خبر 1', 10)).ids).toEqual([]);
  await again.undo(null);
  await search.bring();
  expect((await search.find('خبر 1', 10)).ids).toEqual(['art-1']);
  await desk.expectSound(again);
});

it('an index that is damaged on the disk is made anew, and nobody is told', async () => {
  const desk = new Desk();
  const store = await desk.open({ seed: () => datasetOf('1', '2') });
  await searched(store, 'خبر');
  await desk.tamper((database) => database.search.toCollection().modify({ index: '{"dirt":' }));
  expect(await searched(store, 'خبر 2')).toEqual(['art-2']);
  expect(await searched(store, 'خبر 2')).toEqual(['art-2']);
  await store.flush();
});
