import 'fake-indexeddb/auto';
import fc from 'fast-check';
import { describe, expect, it, vi } from 'vitest';
import { type JournalLine } from '../../../shared/bridge.ts';
import { type Entry } from '../../../shared/exchange/log.ts';
import { type SetHead } from '../../../shared/model/annotation-set.ts';
import { type Annotator } from '../../../shared/model/annotator.ts';
import { type Change, changeBetween, noChange, reverse } from '../../../shared/model/change.ts';
import { type Dataset, emptyDataset, normalised } from '../../../shared/model/dataset.ts';
import { type AnnotatorId, type ArticleId } from '../../../shared/model/id.ts';
import { applyChange, replayLines, type Writer } from '../../../renderer/store/apply-change.ts';
import { claim } from '../../../renderer/store/claim.ts';
import { countsAfter, noCounts } from '../../../renderer/store/counts.ts';
import { ProjectDatabase } from '../../../renderer/store/database.ts';
import { flawIn, inspect } from '../../../renderer/store/inspect.ts';
import { readDataset } from '../../../renderer/store/reads.ts';
import { log } from '../../arbitraries/log.ts';
import { datasetOf, first, newId, now, schema, second, storeRuns } from './desk.ts';

function withCounts(entries: readonly Entry[]): readonly JournalLine[] {
  let counts = noCounts;
  return entries.map((entry) => ({ entry, counts: (counts = countsAfter(counts, entry.change)) }));
}

async function openedBy(annotator: AnnotatorId): Promise<{ readonly database: ProjectDatabase; readonly writer: Writer }> {
  const database = new ProjectDatabase(newId('project'));
  await database.open();
  const writer = { token: 'a test', device: newId('device'), annotator, now, app: '0' };
  await claim(database, writer);
  return { database, writer };
}

describe('applying changes to the database', () => {
  it('asks for strict durability by name: what newer engines do where nothing is asked is lost in a power cut', async () => {
    // Dexie takes the function when it opens.
    const asked = vi.spyOn(IDBDatabase.prototype, 'transaction');
    const { database, writer } = await openedBy(newId('annotator'));
    await applyChange(database, writer, [{ scope: null, action: { kind: 'do', command: 'take-in' }, change: { ...noChange, added: [{ kind: 'schema', value: schema }] } }]);
    const writing = asked.mock.calls.filter(([, mode]) => mode === 'readwrite');
    asked.mockRestore();
    expect(writing.map(([, , options]) => options)).toEqual(writing.map(() => ({ durability: 'strict' })));
    expect(writing).not.toEqual([]);
    database.close();
  });

  it('law: any Log in any pages leads to the state that it says, and rows and numbers equal a recount', { timeout: 600_000 }, () =>
    fc.assert(
      fc.asyncProperty(log, fc.array(fc.integer({ min: 1, max: 3 })), fc.nat(), async ({ entries, state }, pages, pick) => {
        const own = state.annotators[pick % Math.max(state.annotators.length, 1)]?.id ?? newId('annotator');
        const { database, writer } = await openedBy(own);
        const lines = withCounts(entries);
        for (let from = 0, page = 0; from < lines.length; page += 1) {
          const size = pages[page] ?? lines.length;
          await replayLines(database, writer, lines.slice(from, from + size));
          from += size;
        }
        expect(await readDataset(database)).toEqual(state);
        expect(flawIn(await inspect(database))).toBeNull();
        for (const row of await database.articles.toArray()) {
          const sets = state.sets.filter((set) => set.article === row.id);
          const mine = sets.find((set) => set.annotator === own && set.role === 'work');
          expect(row).toMatchObject({
            status: mine?.status ?? 'todo',
            annotations: mine?.annotations.length ?? 0,
            otherSets: sets.filter((set) => set.annotator !== own).length,
          });
        }
        await database.delete();
      }),
      { numRuns: storeRuns },
    ));

  it('a set that goes back to the Article it was made for takes that Article’s row along, though only the other one was written last', async () => {
    const annotator: Annotator = { id: newId('annotator'), kind: 'person', name: 'الف', version: null };
    const head: SetHead = { id: newId('set'), article: first, annotator: annotator.id, role: 'work', status: 'todo' };
    const lying = (article: ArticleId): Dataset =>
      normalised({ ...datasetOf('1', '2'), annotators: [annotator], sets: [{ ...head, article, annotations: [], relations: [] }] });
    const before = lying(first);
    const { database, writer } = await openedBy(annotator.id);
    const begin = changeBetween(emptyDataset(schema), before);
    const step = (change: Change) => applyChange(database, writer, [{ scope: null, action: { kind: 'do', command: 'a test' }, change }]);
    await step({ ...begin, added: [{ kind: 'schema', value: schema }, ...begin.added] });
    const move = changeBetween(before, lying(second));
    await step(move);
    await step(reverse(move));
    expect(await readDataset(database)).toEqual(before);
    expect(flawIn(await inspect(database))).toBeNull();
  });

  it('refuses an Entry that adds an Article that is there already, and writes nothing', async () => {
    const { database, writer } = await openedBy(newId('annotator'));
    const begin = changeBetween(emptyDataset(schema), datasetOf('1'));
    await applyChange(database, writer, [{ scope: null, action: { kind: 'do', command: 'begin' }, change: { ...begin, added: [{ kind: 'schema', value: schema }, ...begin.added] } }]);
    const [again] = begin.added.filter(({ kind }) => kind === 'article');
    const step = { scope: null, action: { kind: 'do', command: 'again' }, change: { ...noChange, added: again ? [again] : [] } } as const;
    await expect(applyChange(database, writer, [step])).rejects.toMatchObject({ name: 'BulkError' });
    expect(await database.entries.count()).toBe(1);
    expect(flawIn(await inspect(database))).toBeNull();
  });

  it('refuses an Entry that does not continue the chain, and writes nothing', async () => {
    const [sample] = fc.sample(log.filter(({ entries }) => entries.length > 2), 1);
    const lines = withCounts(sample?.entries ?? []);
    const { database, writer } = await openedBy(newId('annotator'));
    await replayLines(database, writer, lines.slice(0, 1));
    await expect(replayLines(database, writer, lines.slice(2))).rejects.toThrow('does not follow entry 1');
    expect(await database.entries.count()).toBe(1);
    expect(flawIn(await inspect(database))).toBeNull();
  });
});
