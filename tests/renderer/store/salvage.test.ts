import 'fake-indexeddb/auto';
import { describe, expect, it } from 'vitest';
import { type JournalLine } from '../../../shared/bridge.ts';
import { brokenAt } from '../../../shared/exchange/log.ts';
import { datasetOf, Desk, first, mark, second, setStatus } from './desk.ts';

/** Two Articles with work on both, one of them begun in a line of its own. */
async function worked(): Promise<Desk> {
  const desk = new Desk();
  const store = await desk.open({ seed: () => datasetOf('1', '2') });
  for (const start of [0, 4, 8]) await store.perform(first, 'annotate', mark(start, start + 3));
  await store.perform(second, 'annotate', mark(0, 3));
  await store.perform(second, 'annotate', mark(4, 8));
  await store.perform(first, 'set-status', setStatus('done'));
  await store.close();
  return desk;
}

/** The line with that number is unreadable; what is behind it waits. */
function damage(desk: Desk, number: number): readonly JournalLine[] {
  const lines = desk.memory.lines;
  desk.memory.lines = lines.slice(0, number - 1);
  desk.memory.setAsideBytes = 100;
  desk.memory.salvage = { line: number, lines: lines.slice(number) };
  return lines;
}

const lose = (desk: Desk) => desk.tamper((database) => database.delete());
const lineOf = (desk: Desk, command: string, nth = 0) =>
  (desk.memory.entries().filter(({ action }) => action.kind === 'do' && action.command === command)[nth]?.sequence ?? expect.unreachable(command));

describe('a damaged line of the journal', () => {
  it('is filled in from the database, and everything behind it stays as it is', async () => {
    const desk = await worked();
    const lines = damage(desk, lineOf(desk, 'annotate', 1));
    const store = await desk.open();
    expect(store.recovery).toMatchObject({ kind: 'journal-completed', salvaged: { entries: 0, missing: 0, lost: 0 } });
    expect(desk.memory.lines).toEqual(lines);
    expect(desk.memory.salvage).toBeNull();
    await desk.expectSound(store);
  });

  it('costs its own change only, where the database is lost as well', async () => {
    const desk = await worked();
    const number = lineOf(desk, 'annotate', 1);
    const total = damage(desk, number).length;
    await lose(desk);
    const store = await desk.open();
    expect(store.recovery).toMatchObject({ kind: 'rebuilt', damagedLine: number, salvaged: { line: number, entries: total - number, missing: 1, lost: 0 } });
    expect((await store.ownSet(first))?.annotations.map(({ spans }) => spans[0]?.start)).toEqual([0, 8]);
    expect((await store.ownSet(first))?.status).toBe('done');
    expect((await store.ownSet(second))?.annotations).toHaveLength(2);
    await desk.expectSound(store);
    expect(brokenAt(desk.memory.entries())).toBeNull();
    await store.close();
    const again = await desk.open();
    expect(again.recovery).toMatchObject({ kind: 'none', salvaged: null });
  });

  it('gives back the set that it began: the entries behind it say whose it is', async () => {
    const desk = await worked();
    damage(desk, lineOf(desk, 'annotate', 3));
    await lose(desk);
    const store = await desk.open();
    expect((await store.ownSet(second))?.annotations.map(({ spans }) => spans[0]?.start)).toEqual([4]);
    await desk.expectSound(store);
  });

  it('gives back the annotator whose record it was', async () => {
    const desk = await worked();
    damage(desk, lineOf(desk, 'introduce-annotator'));
    await lose(desk);
    const store = await desk.open();
    expect((await store.ownSet(first))?.annotations).toHaveLength(3);
    await desk.expectSound(store);
  });

  it('costs what lies on the articles that it brought, and says how much that is', async () => {
    const desk = await worked();
    damage(desk, lineOf(desk, 'take-in'));
    await lose(desk);
    const store = await desk.open();
    expect(store.recovery.salvaged).toMatchObject({ missing: 1, lost: 7 });
    await desk.expectSound(store);
  });

  it('leaves a project to go on with even where it was the very first one', async () => {
    const desk = await worked();
    damage(desk, 1);
    await lose(desk);
    const store = await desk.open();
    expect(store.recovery.salvaged).toMatchObject({ line: 1, missing: 1, lost: 0 });
    expect((await store.ownSet(second))?.annotations).toHaveLength(2);
    await desk.expectSound(store);
  });

  it('is not taken in twice when the program died before it could say that it had done it', async () => {
    const desk = await worked();
    damage(desk, lineOf(desk, 'annotate', 1));
    const waiting = desk.memory.salvage;
    await lose(desk);
    const store = await desk.open();
    await store.perform(second, 'annotate', mark(9, 11));
    await store.undo(first);
    const after = await store.dataset();
    await store.close();
    desk.memory.salvage = waiting;
    const again = await desk.open();
    expect(await again.dataset()).toEqual(after);
    expect(desk.memory.salvage).toBeNull();
  });

  it('waits for the next start while the journal takes nothing', async () => {
    const desk = await worked();
    damage(desk, lineOf(desk, 'annotate', 1));
    desk.memory.appendFailure = 'disk-full';
    const store = await desk.open();
    expect(store.saveState()).toMatchObject({ kind: 'failed', code: 'disk-full' });
    expect(desk.memory.salvage).not.toBeNull();
  });
});
