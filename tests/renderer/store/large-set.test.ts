import 'fake-indexeddb/auto';
import { Dexie } from 'dexie';
import { describe, expect, it } from 'vitest';
import { remove } from '../../../shared/commands/remove.ts';
import { setNote } from '../../../shared/commands/set-note.ts';
import { type AnnotationId, type ArticleId } from '../../../shared/model/id.ts';
import { largeArticle } from '../../fixtures/large-article.ts';
import { Desk, mark, me, patience } from './desk.ts';

const seed = () => largeArticle({ characters: 20_000, annotations: 600, annotator: { id: me, kind: 'person', name: 'من', version: null } });
const article = 'art-large-20000-600' as ArticleId;
const annotationAt = (index: number): AnnotationId => seed().sets[0]?.annotations[index]?.id as AnnotationId;

describe('a set too large for one row', () => {
  it('is stored on pages, and is what the Journal says after every kind of change, undo and restart', patience, async () => {
    const desk = new Desk();
    const store = await desk.open({ seed });
    expect(await desk.tamper((database) => database.pages.count())).toBe(8);

    await store.perform(article, 'annotate', mark(0, 3));
    await store.perform(article, 'remove', (context) => remove(context, { annotation: annotationAt(300) }));
    await store.perform(article, 'set-note', (context) => setNote(context, { annotation: annotationAt(599), note: 'تردید' }));
    await desk.expectSound(store);
    await store.undo(article);
    await store.undo(article);
    await desk.expectSound(store);

    const again = await desk.open();
    expect(again.recovery.kind).toBe('none');
    expect(await again.ownSet(article)).toEqual(await store.ownSet(article));
    await again.redo(article);
    await desk.expectSound(again);
  });

  it('keeps the identity of whatever a change leaves alone, so that the screens can tell', patience, async () => {
    const store = await new Desk().open({ seed });
    const before = await store.ownSet(article);
    expect(await store.ownSet(article)).toBe(before);
    await store.perform(article, 'set-note', (context) => setNote(context, { annotation: annotationAt(10), note: 'تردید' }));
    const after = await store.ownSet(article);
    expect(after?.relations).toBe(before?.relations);
    expect(after?.annotations.filter((one, index) => one !== before?.annotations[index])).toMatchObject([{ id: annotationAt(10), note: 'تردید' }]);
  });

  it('writes the one page that a change touches, and no other', patience, async () => {
    const desk = new Desk();
    const store = await desk.open({ seed });
    const pages = () => desk.tamper((database) => database.pages.toArray());
    const before = await pages();
    await store.perform(article, 'set-note', (context) => setNote(context, { annotation: annotationAt(10), note: 'تردید' }));
    const after = await pages();
    const differing = after.filter((page, index) => JSON.stringify(page) !== JSON.stringify(before[index]));
    expect(differing).toHaveLength(1);
    expect(differing[0]?.annotations.map(({ id }) => id)).toContain(annotationAt(10));
  });

  it('that lost a page behind the store\'s back is noticed when the project is opened, and rebuilt', patience, async () => {
    const desk = new Desk();
    const store = await desk.open({ seed });
    await store.close();
    await desk.tamper((database) => database.pages.limit(1).delete());
    const again = await desk.open();
    expect(again.recovery).toMatchObject({ kind: 'rebuilt', reason: 'counts-differ' });
    await desk.expectSound(again);
  });

  it('one page of which is that of an older state is noticed when the project is opened, and rebuilt', patience, async () => {
    const desk = new Desk();
    const store = await desk.open({ seed });
    const older = await desk.tamper((database) => database.pages.toArray());
    await store.perform(article, 'set-note', (context) => setNote(context, { annotation: annotationAt(10), note: 'تردید' }));
    await store.close();
    // As many annotations as before, and the row of the set as it must be.
    await desk.tamper((database) => database.pages.bulkPut(older));
    const again = await desk.open();
    expect(again.recovery).toMatchObject({ kind: 'rebuilt', reason: 'older-rows' });
    await desk.expectSound(again);
    await again.close();
    expect((await desk.open()).recovery.kind).toBe('none');
  });
});

describe('a database of version 1', () => {
  it('is taken over, set by set', patience, async () => {
    const desk = new Desk();
    const store = await desk.open({ seed });
    const set = await store.ownSet(article);
    await store.close();
    await desk.tamper(async (database) => {
      await database.pages.clear();
      await database.sets.clear();
    });
    await asVersionOne(`naql-${desk.project.id}`, { ...set, entities: [] });

    const again = await desk.open();
    expect(again.recovery.kind).toBe('none');
    expect(await again.ownSet(article)).toEqual(set);
    await again.perform(article, 'annotate', mark(0, 3));
    await desk.expectSound(again);
  });
});

/** The same rows in a database as the first version made it, with this set as its only one. */
async function asVersionOne(name: string, set: object): Promise<void> {
  const now = new Dexie(name);
  await now.open();
  const rows = await Promise.all(now.tables.map(async (table) => [table.name, await table.toArray()] as const));
  await now.delete();
  const first = new Dexie(name);
  first.version(1).stores({
    articles: 'id, fingerprint, [added+id], [status+added+id]',
    texts: 'id',
    sets: 'id, article, [article+annotator+role], *entities',
    annotators: 'id',
    entities: 'id',
    entries: 'sequence',
    histories: 'scope',
    meta: 'key',
  });
  await first.open();
  for (const { name: table } of first.tables) await first.table(table).bulkPut(rows.find(([known]) => known === table)?.[1] ?? []);
  await first.table('sets').put(set);
  first.close();
}
