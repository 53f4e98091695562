import 'fake-indexeddb/auto';
import { describe, expect, it } from 'vitest';
import { mergeEntities } from '../../../shared/commands/entities/merge-entities.ts';
import { removeEntity } from '../../../shared/commands/entities/remove-entity.ts';
import { relate } from '../../../shared/commands/relate.ts';
import { type AnnotationSet } from '../../../shared/model/annotation-set.ts';
import { type Dataset, normalised } from '../../../shared/model/dataset.ts';
import { type EntityId, type LabelId, makeId, type RelationType } from '../../../shared/model/id.ts';
import { span } from '../../../shared/text/offsets.ts';
import { type ProjectStore } from '../../../renderer/store/project-store.ts';
import { datasetOf, Desk, entityOf, first, mark, me, newId, second, third } from './desk.ts';

const [minister, ali, other] = ['minister', 'ali', 'other'].map(entityOf) as [ReturnType<typeof entityOf>, ReturnType<typeof entityOf>, ReturnType<typeof entityOf>];
const colleague = { id: makeId('annotator', 'colleague'), kind: 'person' as const, name: 'همکار', version: null };

const theirs: AnnotationSet = {
  id: makeId('set', 'theirs'), article: second, annotator: colleague.id, role: 'work', status: 'done', relations: [],
  annotations: [{
    id: makeId('annotation', 'x'), label: 'SPEAKER' as LabelId, spans: [span(0, 3)], attributes: {}, entity: minister.id, note: '',
    flagged: false, origin: 'manual',
  }],
};
const seed = (): Dataset =>
  normalised({ ...datasetOf('1', '2', '3'), annotators: [colleague], entities: [minister, ali, other], sets: [theirs] });

async function begun(): Promise<{ readonly desk: Desk; readonly store: ProjectStore }> {
  const desk = new Desk();
  const store = await desk.open({ seed });
  await store.perform(first, 'annotate', mark(0, 3, minister.id));
  await store.perform(third, 'annotate', mark(0, 3, ali.id));
  return { desk, store };
}
const articlesNaming = async (store: ProjectStore, id: EntityId) => (await store.setsNaming([id])).map(({ article }) => article).sort();
const merge = (store: ProjectStore) =>
  store.performOnEntities([minister.id, ali.id], 'merge-entities', (context) => mergeEntities(context, { from: minister.id, into: ali.id }));

describe('people across articles', () => {
  it('are found by index, also under the record that was merged', async () => {
    const { store } = await begun();
    expect(await articlesNaming(store, minister.id)).toEqual([first, second]);
    await merge(store);
    expect(await articlesNaming(store, ali.id)).toEqual([first, second, third]);
    expect(await articlesNaming(store, other.id)).toEqual([]);
  });

  it('are merged and taken apart again in one step; a colleague’s set stays as it was', async () => {
    const { desk, store } = await begun();
    const before = await store.dataset();
    expect((await merge(store)).ok).toBe(true);
    expect((await store.ownSet(first))?.annotations[0]?.entity).toBe(ali.id);
    expect(await store.otherSets(second)).toEqual([theirs]);
    await desk.expectSound(store);
    expect(await store.undo(null)).toEqual({ ok: true, value: 'merge-entities' });
    expect(await store.dataset()).toEqual(before);
    await desk.expectSound(store);
  });

  it('a command sees the sets that name them: own ones, and those of others', async () => {
    const { store } = await begun();
    await store.performOnEntities([minister.id], 'look', ({ own, others }) => {
      expect(own.map(({ article, annotator }) => [article, annotator])).toEqual([[first, me]]);
      expect(others).toEqual([theirs]);
      return { ok: false, problems: [] };
    });
    expect.assertions(2);
  });

  it('a person who is named in an article meanwhile is not removed by redoing', async () => {
    const { desk, store } = await begun();
    const remove = () => store.performOnEntities([other.id], 'remove-entity', (context) => removeEntity(context, { entity: other.id }));
    expect((await remove()).ok).toBe(true);
    await store.undo(null);
    await store.perform(second, 'annotate', mark(0, 3, other.id));
    expect(await store.redo(null)).toMatchObject({ ok: false, problems: [{ code: 'entity-in-use' }] });
    await desk.expectSound(store);
  });
});

describe('the people named last', () => {
  it('come first, after a restart and after the database was lost too', async () => {
    const { desk, store } = await begun();
    expect(await store.recentEntities()).toEqual([ali.id, minister.id]);
    await store.close();
    const again = await desk.open();
    expect(await again.recentEntities()).toEqual([ali.id, minister.id]);
    await again.close();
    await desk.tamper((database) => database.delete());
    const rebuilt = await desk.open();
    expect(rebuilt.recovery.kind).toBe('rebuilt');
    expect(await rebuilt.recentEntities()).toEqual([ali.id, minister.id]);
  });

  it('a quote linked to a mention names whom the mention stands for', async () => {
    const { store } = await begun();
    const quote = newId('annotation');
    await store.perform(first, 'annotate', (context) => {
      const made = mark(10, 20)(context);
      if (!made.ok) return made;
      const added = made.value.added.map((one) =>
        one.kind === 'annotation' ? { ...one, value: { ...one.value, id: quote, label: 'QUOTE' as LabelId } } : one,
      );
      return { ok: true, value: { ...made.value, added } };
    });
    const speaker = (await store.ownSet(first))?.annotations.find(({ entity }) => entity === minister.id);
    if (!speaker) return expect.unreachable();
    const input = { type: 'SAID_BY' as RelationType, from: quote, to: { kind: 'annotation' as const, id: speaker.id } };
    await store.perform(first, 'relate', (context) => relate(context, input));
    expect(await store.recentEntities()).toEqual([minister.id, ali.id]);
  });

  it('who was merged is the other one, once', async () => {
    const { store } = await begun();
    await merge(store);
    expect(await store.recentEntities()).toEqual([ali.id]);
  });

  it('undoing, and what is taken in, names nobody', async () => {
    const { store } = await begun();
    await store.undo(third);
    expect(await store.recentEntities()).toEqual([ali.id, minister.id]);
  });
});
