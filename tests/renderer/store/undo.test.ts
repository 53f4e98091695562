import 'fake-indexeddb/auto';
import { describe, expect, it } from 'vitest';
import { type Change, noChange } from '../../../shared/model/change.ts';
import { ok } from '../../../shared/result.ts';
import { type SetContext } from '../../../shared/commands/command.ts';
import { type ProjectStore } from '../../../renderer/store/project-store.ts';
import { datasetOf, Desk, entityOf, first, mark, markNew, second, setStatus } from './desk.ts';

async function begun(): Promise<{ readonly desk: Desk; readonly store: ProjectStore }> {
  const desk = new Desk();
  return { desk, store: await desk.open({ seed: () => datasetOf('1', '2') }) };
}

describe('undo and redo', () => {
  it('go back to the untouched article and forward again, by name', async () => {
    const { desk, store } = await begun();
    const untouched = await store.dataset();
    await store.perform(first, 'annotate', mark(0, 3));
    await store.perform(first, 'set-status', setStatus('done'));
    const worked = await store.dataset();
    expect(await store.nextSteps(first)).toEqual({ undo: 'set-status', redo: null });
    expect(await store.undo(first)).toEqual({ ok: true, value: 'set-status' });
    expect(await store.undo(first)).toEqual({ ok: true, value: 'annotate' });
    expect(await store.undo(first)).toEqual({ ok: true, value: null });
    expect(await store.nextSteps(first)).toEqual({ undo: null, redo: 'annotate' });
    expect({ ...(await store.dataset()), annotators: [] }).toEqual(untouched);
    expect(await store.row(first)).toMatchObject({ status: 'todo', annotations: 0 });
    expect(await store.redo(first)).toEqual({ ok: true, value: 'annotate' });
    expect(await store.redo(first)).toEqual({ ok: true, value: 'set-status' });
    expect(await store.redo(first)).toEqual({ ok: true, value: null });
    expect(await store.dataset()).toEqual(worked);
    await desk.expectSound(store);
  });

  it('belong to one article: others stay as they are', async () => {
    const { desk, store } = await begun();
    await store.perform(first, 'annotate', mark(0, 3));
    await store.perform(second, 'annotate', mark(0, 3));
    await store.undo(first);
    expect(await store.ownSet(first)).toBeNull();
    expect((await store.ownSet(second))?.annotations).toHaveLength(1);
    await desk.expectSound(store);
  });

  it('survive a restart, without limit', async () => {
    const { desk, store } = await begun();
    for (let start = 0; start < 30; start += 1) await store.perform(first, 'annotate', mark(start, start + 1));
    await store.close();
    const again = await desk.open();
    for (let step = 0; step < 30; step += 1) expect(await again.undo(first)).toEqual({ ok: true, value: 'annotate' });
    expect(await again.ownSet(first)).toBeNull();
    const third = await desk.open();
    for (let step = 0; step < 30; step += 1) await third.redo(first);
    expect((await third.ownSet(first))?.annotations).toHaveLength(30);
    await desk.expectSound(third);
  });

  it('close the way forward with a new step', async () => {
    const { desk, store } = await begun();
    await store.perform(first, 'annotate', mark(0, 3));
    await store.undo(first);
    await store.perform(first, 'set-status', setStatus('done'));
    expect(await store.nextSteps(first)).toEqual({ undo: 'set-status', redo: null });
    await desk.expectSound(store);
  });

  it('are Entries of their own', async () => {
    const { desk, store } = await begun();
    await store.perform(first, 'annotate', mark(0, 3));
    const of = desk.memory.lines.length;
    await store.undo(first);
    await store.redo(first);
    expect(desk.memory.entries().slice(of).map(({ action, scope }) => ({ action, scope }))).toEqual([
      { action: { kind: 'undo', of }, scope: first },
      { action: { kind: 'redo', of }, scope: first },
    ]);
  });
});

describe('a step that fits no longer', () => {
  it('keeps an entity that another article uses by now', async () => {
    const { desk, store } = await begun();
    const entity = entityOf('minister');
    await store.perform(first, 'annotate', markNew(entity));
    await store.perform(second, 'annotate', mark(0, 3, entity.id));
    const before = await store.dataset();
    expect(await store.undo(first)).toMatchObject({
      ok: false,
      problems: [{ code: 'entity-in-use', place: { record: entity.id }, values: { name: entity.name } }],
    });
    expect(await store.dataset()).toEqual(before);
    await store.undo(second);
    expect(await store.undo(first)).toEqual({ ok: true, value: 'annotate' });
    expect(await store.entities()).toEqual([]);
    await desk.expectSound(store);
  });

  it('does not bring back a mention of an entity that is gone', async () => {
    const { desk, store } = await begun();
    const entity = entityOf('minister');
    await store.perform(first, 'annotate', markNew(entity));
    await store.perform(second, 'annotate', mark(0, 3, entity.id));
    await store.undo(second);
    await store.undo(first);
    expect(await store.redo(second)).toMatchObject({ ok: false, problems: [{ code: 'entity-missing', place: { record: entity.id } }] });
    await store.redo(first);
    expect(await store.redo(second)).toEqual({ ok: true, value: 'annotate' });
    await desk.expectSound(store);
  });

  it('does not undo over what another article changed in the same record', async () => {
    const { desk, store } = await begun();
    const entity = entityOf('minister');
    const rename = (name: string) => (context: SetContext) => {
      const [known] = context.entities;
      if (!known) return expect.unreachable();
      return ok<Change>({ ...noChange, updated: [[{ kind: 'entity', value: known }, { kind: 'entity', value: { ...known, name } }]] });
    };
    await store.perform(first, 'annotate', markNew(entity));
    await store.perform(first, 'rename', rename('یکم'));
    await store.perform(second, 'rename', rename('دوم'));
    expect(await store.undo(first)).toMatchObject({ ok: false, problems: [{ code: 'step-overtaken' }] });
    expect((await store.entities()).map((one) => one.name)).toEqual(['دوم']);
    await store.undo(second);
    expect(await store.undo(first)).toEqual({ ok: true, value: 'rename' });
    await desk.expectSound(store);
  });
});
