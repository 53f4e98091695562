import 'fake-indexeddb/auto';
import { expect, it } from 'vitest';
import { linkArticles } from '../../../shared/commands/link-articles.ts';
import { mergeEntities } from '../../../shared/commands/entities/merge-entities.ts';
import { removeArticles } from '../../../shared/commands/library/remove-articles.ts';
import { setStatuses } from '../../../shared/commands/library/set-statuses.ts';
import { tagArticles } from '../../../shared/commands/library/tag-articles.ts';
import { noChange } from '../../../shared/model/change.ts';
import { ok } from '../../../shared/result.ts';
import { bulkBackup } from '../../../renderer/store/bulk-backup.ts';
import { type ProjectStore } from '../../../renderer/store/project-store.ts';
import { datasetOf, Desk, entityOf, first, mark, second } from './desk.ts';

const both = [first, second];
const [one, other] = [entityOf('1'), entityOf('2')];

it.each<[act: string, run: (store: ProjectStore) => Promise<unknown>]>([
  ['states of several articles', (store) => store.performOnWorks(both, 'set-statuses', (context) => setStatuses(context, { status: 'needs-review' }))],
  ['tags of several articles', (store) => store.performOnWorks(both, 'tag-articles', (context) => tagArticles(context, { added: ['نشان'], removed: [] }))],
  ['several articles that go', (store) => store.performOnWorks(both, 'remove-articles', (context) => removeArticles(context, {}))],
  ['articles that become one story', (store) => store.performOnArticles(both, 'link-articles', (context) => linkArticles(context, { articles: both }))],
  ['two people who become one', (store) => store.performOnEntities([one.id, other.id], 'merge-entities', (context) => mergeEntities(context, { from: other.id, into: one.id }))],
  ['a step on everything', (store) => store.performOnProject('edit-schema', ({ dataset }) =>
    ok({ ...noChange, updated: dataset.articles.map((value) => [{ kind: 'article', value } as const, { kind: 'article', value: { ...value, title: `${value.title}!` } } as const]) }))],
])('a backup comes before %s, of what was there', async (_act, run) => {
  const desk = new Desk();
  const store = await desk.open({ seed: () => ({ ...datasetOf('1', '2'), entities: [one, other] }) });
  await store.perform(first, 'annotate', mark(0, 3));
  const lines = desk.memory.lines.length;
  await run(store);
  expect(desk.memory.backups).toEqual([{ reason: 'bulk', lines }]);
  expect(desk.memory.lines).toHaveLength(lines + 1);
});

it('one label after another, and one article that gets a tag, need none: each is a line of the journal', async () => {
  const desk = new Desk();
  const store = await desk.open({ seed: () => datasetOf('1', '2') });
  await store.perform(first, 'annotate', mark(0, 3));
  await store.performOnWorks([first], 'tag-articles', (context) => tagArticles(context, { added: ['نشان'], removed: [] }));
  expect(desk.memory.backups).toEqual([]);
});

it('parts of one act that follow each other closely have one backup; a later act, or one after the clock was set back, has its own', () => {
  const made: string[] = [];
  let seconds = 0;
  const before = bulkBackup((reason) => made.push(`${reason} ${seconds}`), () => new Date(Date.UTC(2026, 0, 1) + seconds * 1000).toISOString());
  for (const at of [100, 105, 112, 300, 40]) {
    seconds = at;
    before(500);
  }
  expect(made).toEqual(['bulk 100', 'bulk 300', 'bulk 40']);
});
