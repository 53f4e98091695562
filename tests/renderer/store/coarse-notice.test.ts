import 'fake-indexeddb/auto';
import { Dexie, liveQuery, type ObservabilitySet } from 'dexie';
import { afterEach, describe, expect, it } from 'vitest';
import { makeId } from '../../../shared/model/id.ts';
import { ProjectDatabase } from '../../../renderer/store/database.ts';

const database = new ProjectDatabase(makeId('project', 'coarse'));
afterEach(() => database.delete());

const nodes = (parts: ObservabilitySet): number =>
  Object.values(parts).reduce((sum, keys) => sum + (function count(node: typeof keys | null | undefined): number {
    return !node || node.d === 0 ? 0 : 1 + count('l' in node ? node.l : null) + count('r' in node ? node.r : null);
  })(keys), 0);

/** Ranges that live queries are told of while so many texts are written in one transaction. */
async function told(count: number): Promise<number> {
  await database.openPatiently();
  let most = 0;
  const hear = (parts: ObservabilitySet): void => void (most = Math.max(most, nodes(parts)));
  Dexie.on('storagemutated').subscribe(hear);
  await database.texts.bulkAdd(Array.from({ length: count }, (_, index) => ({ id: makeId('article', String(index)), text: '', language: 'fa', group: null, source: { publisher: null, url: null, published: null, licence: null, file: null }, extra: {} })));
  Dexie.on('storagemutated').unsubscribe(hear);
  return most;
}

describe('what live queries are told of a write', () => {
  it('is each key of a few', async () => expect(await told(5)).toBeGreaterThanOrEqual(5));

  it('is that there were some, of many', async () => expect(await told(49)).toBeLessThan(5));

  it('still reaches whoever asked for one of them', async () => {
    await database.openPatiently();
    const seen: (string | undefined)[] = [];
    const watched = liveQuery(async () => (await database.texts.get(makeId('article', '7')))?.id).subscribe((id) => void seen.push(id));
    await expect.poll(() => seen).toEqual([undefined]);
    await told(49);
    await expect.poll(() => seen.at(-1)).toBe(makeId('article', '7'));
    watched.unsubscribe();
  });
});
