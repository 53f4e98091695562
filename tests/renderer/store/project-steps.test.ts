import 'fake-indexeddb/auto';
import { describe, expect, it } from 'vitest';
import { type ProjectContext } from '../../../shared/commands/command.ts';
import { type Change, type DataRecord, noChange } from '../../../shared/model/change.ts';
import { type LabelId } from '../../../shared/model/id.ts';
import { type Schema } from '../../../shared/model/schema.ts';
import { fail, ok, problem, type Result } from '../../../shared/result.ts';
import { type ProjectStore } from '../../../renderer/store/project-store.ts';
import { datasetOf, Desk, first, mark, second } from './desk.ts';

const [old, renamed] = ['SPEAKER', 'SOURCE'] as [LabelId, LabelId];

const relabelled = (schema: Schema): Schema => {
  const rename = (id: LabelId): LabelId => (id === old ? renamed : id);
  return {
    ...schema,
    labels: schema.labels.map((label) => ({ ...label, id: rename(label.id) })),
    relations: schema.relations.map((def) => ({ ...def, from: def.from.map(rename), to: def.to.map(rename) })),
    crossing: schema.crossing.map((rule) => ({ label: rename(rule.label), mayNotCross: rule.mayNotCross.map(rename) })),
  };
};

/** Renames a label in the Schema and everywhere it is used: what a migration does. */
const renameLabel = ({ dataset }: ProjectContext): Result<Change> => {
  const inSets = dataset.sets.flatMap((set) =>
    set.annotations
      .filter((one) => one.label === old)
      .map((value): readonly [DataRecord, DataRecord] => [
        { kind: 'annotation', set: set.id, value },
        { kind: 'annotation', set: set.id, value: { ...value, label: renamed } },
      ]),
  );
  const { schema } = dataset;
  return ok({ ...noChange, updated: [[{ kind: 'schema', value: schema }, { kind: 'schema', value: relabelled(schema) }], ...inSets] });
};

async function begun(): Promise<{ readonly desk: Desk; readonly store: ProjectStore }> {
  const desk = new Desk();
  const store = await desk.open({ seed: () => datasetOf('1', '2', '3') });
  await store.perform(first, 'annotate', mark(0, 3));
  await store.perform(second, 'annotate', mark(0, 3));
  return { desk, store };
}

describe('a step on the project as a whole', () => {
  it('alters the schema and every set in one Entry, and back again', async () => {
    const { desk, store } = await begun();
    const before = await store.dataset();
    expect((await store.performOnProject('rename-label', renameLabel)).ok).toBe(true);
    expect(desk.memory.entries().at(-1)).toMatchObject({ scope: null, action: { kind: 'do', command: 'rename-label' } });
    expect((await store.schema()).labels.map(({ id }) => id)).toContain(renamed);
    expect((await store.ownSet(second))?.annotations.map(({ label }) => label)).toEqual([renamed]);
    await desk.expectSound(store);
    const after = await store.dataset();
    expect(await store.nextSteps(null)).toEqual({ undo: 'rename-label', redo: null });
    expect(await store.undo(null)).toEqual({ ok: true, value: 'rename-label' });
    expect(await store.dataset()).toEqual(before);
    expect(await store.redo(null)).toEqual({ ok: true, value: 'rename-label' });
    expect(await store.dataset()).toEqual(after);
    await desk.expectSound(store);
  });

  it('is seen by the next command on an article', async () => {
    const { store } = await begun();
    await store.performOnProject('rename-label', renameLabel);
    await store.perform(first, 'look', ({ schema }) => {
      expect(schema.labels.map(({ id }) => id)).toContain(renamed);
      return ok(noChange);
    });
    expect.assertions(1);
  });

  it('has a history of its own that outlives a restart and a lost database', async () => {
    const { desk, store } = await begun();
    await store.performOnProject('rename-label', renameLabel);
    await store.close();
    await desk.tamper((database) => database.delete());
    const again = await desk.open();
    expect(again.recovery.kind).toBe('rebuilt');
    expect(await again.nextSteps(first)).toEqual({ undo: 'annotate', redo: null });
    expect(await again.undo(null)).toEqual({ ok: true, value: 'rename-label' });
    await desk.expectSound(again);
  });

  it('never takes back what the program gave or what was taken in', async () => {
    const { store } = await begun();
    expect(await store.nextSteps(null)).toEqual({ undo: null, redo: null });
    expect(await store.undo(null)).toEqual({ ok: true, value: null });
  });

  it('that comes to nothing leaves no Entry', async () => {
    const { desk, store } = await begun();
    const entries = desk.memory.lines.length;
    await store.performOnProject('nothing', () => ok(noChange));
    expect((await store.performOnProject('refused', () => fail(problem('label-unknown')))).ok).toBe(false);
    expect(desk.memory.lines).toHaveLength(entries);
  });
});

describe('steps that the project has overtaken', () => {
  it('an annotation is not brought back with a label that is gone', async () => {
    const { desk, store } = await begun();
    await store.undo(first);
    await store.performOnProject('rename-label', renameLabel);
    expect(await store.redo(first)).toMatchObject({ ok: false, problems: [{ code: 'step-overtaken' }] });
    await store.undo(null);
    expect(await store.redo(first)).toEqual({ ok: true, value: 'annotate' });
    await desk.expectSound(store);
  });

  it('a schema does not go while an annotation made under it stands', async () => {
    const { desk, store } = await begun();
    await store.performOnProject('rename-label', renameLabel);
    await store.perform(datasetOf('3').articles[0]?.id ?? first, 'annotate', (context) => {
      const made = mark(0, 3)(context);
      if (!made.ok) return made;
      const added = made.value.added.map((record) =>
        record.kind === 'annotation' ? { ...record, value: { ...record.value, label: renamed } } : record,
      );
      return ok({ ...made.value, added });
    });
    expect(await store.undo(null)).toMatchObject({ ok: false, problems: [{ code: 'step-overtaken' }] });
    await desk.expectSound(store);
  });
});
