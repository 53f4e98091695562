import 'fake-indexeddb/auto';
import { expect, it } from 'vitest';
import { readBundle } from '../../../shared/exchange/bundle/read-bundle.ts';
import { type Incoming } from '../../../shared/exchange/bundle/take-in-ground.ts';
import { type AnnotationSet } from '../../../shared/model/annotation-set.ts';
import { makeId, type ProjectId } from '../../../shared/model/id.ts';
import { judge, reopen, submit } from '../../../shared/review/work-commands.ts';
import { type ProjectStore } from '../../../renderer/store/project-store.ts';
import { Laptop, setOf } from '../../shared/exchange/bundle/laptop.ts';
import { articleOf, datasetOf, Desk, first, mark, me, schema, setStatus } from './desk.ts';

const incoming = (bytes: Uint8Array): Incoming => {
  const read = readBundle({ name: 'a.naql', bytes });
  if (!read.ok) throw new Error(JSON.stringify(read.problems));
  return { bundle: read.value, key: read.value.signature?.key ?? null, isEnclosed: false };
};

/** A colleague whose project is the one of these tests' laptops; the desk's project has another id, and joins it. */
function colleague(): Laptop {
  return new Laptop('sara', schema, { dataset: { schema, articles: [articleOf('1'), articleOf('2')], annotators: [], entities: [], sets: [] } });
}

async function joined(desk: Desk, from: Laptop): Promise<ProjectStore> {
  const store = await desk.open({ seed: () => datasetOf('1') });
  const assignment = from.handOut([{ person: me, articles: [first], repeats: [] }]).get(me);
  if (!assignment) throw new Error('nothing was handed out');
  const done = await store.takeInBundles([incoming(assignment)], true);
  expect(done).toMatchObject({ ok: true, value: { reports: [{ verdict: 'new', events: 1 }] } });
  return store;
}

it('what a colleague handed in comes in by one entry, is new once, and is there after everything is made anew', async () => {
  const desk = new Desk();
  const sara = colleague();
  const store = await joined(desk, sara);
  sara.put(setOf(sara, first, [0, 3]));
  const file = incoming(sara.handIn());
  const lines = desk.memory.lines.length;
  expect((await store.planBundles([file], false)).reports).toMatchObject([{ verdict: 'new', sets: 1, annotations: 1 }]);
  expect(desk.memory.lines, 'a plan alters nothing').toHaveLength(lines);
  await store.takeInBundles([file], false);
  expect(desk.memory.lines).toHaveLength(lines + 1);
  expect(desk.memory.backups.at(-1)).toEqual({ reason: 'import', lines });
  expect((await store.planBundles([file], false)).reports).toMatchObject([{ verdict: 'known' }]);
  await store.takeInBundles([file, file], false);
  expect(desk.memory.lines).toHaveLength(lines + 1);
  await store.flush();
  await desk.expectSound(store);
  await store.close();
  await desk.tamper(async (database) => database.events.clear());
  const again = await desk.open();
  expect(again.recovery.kind).toBe('rebuilt');
  expect((await again.planBundles([file], false)).reports).toMatchObject([{ verdict: 'known' }]);
  await desk.expectSound(again);
});

it('a file of another project alters nothing', async () => {
  const desk = new Desk();
  const store = await desk.open({ seed: () => datasetOf('1') });
  const sara = colleague();
  sara.put(setOf(sara, first, [0, 3]));
  const lines = desk.memory.lines.length;
  const done = await store.takeInBundles([incoming(sara.handIn())], false);
  expect(done).toMatchObject({ ok: true, value: { reports: [{ verdict: 'refused', problems: [{ code: 'bundle-other-project' }] }] } });
  expect(desk.memory.lines).toHaveLength(lines);
});

it('work that was handed in is closed until it is opened again with a reason; undo does not get round it', async () => {
  const desk = new Desk();
  const store = await desk.open({ seed: () => datasetOf('1') });
  await store.perform(first, 'annotate', mark(0, 3));
  await store.perform(first, 'set-status', setStatus('done'));
  await store.performReview(first, 'submit', submit);
  expect(await store.perform(first, 'annotate', mark(4, 5))).toMatchObject({ ok: false, problems: [{ code: 'work-sealed' }] });
  const [work] = (await store.works([first])).get(first) ?? [];
  expect(work).toMatchObject({ state: 'submitted', isAltered: false });
  const set = work?.set?.id ?? makeId('set', 'none');
  await store.performReview(first, 'reopen', (context) => reopen(context, { set, reason: 'اشتباه' }));
  expect(await store.perform(first, 'annotate', mark(4, 5))).toMatchObject({ ok: true });
  await store.performReview(first, 'submit', submit);
  expect(await store.undo(first), 'handing in is taken back').toMatchObject({ ok: true, value: 'submit' });
  await store.performReview(first, 'submit', submit);
  await store.performReview(first, 'judge', (context) => judge(context, { set, verdict: 'returned', reason: 'نقل دوم' }));
  expect(await store.perform(first, 'annotate', mark(6, 7)), 'what was given back is open').toMatchObject({ ok: true });
  await store.flush();
  await desk.expectSound(store);
});

it('while blind, others’ work is not there until the own is handed in', async () => {
  const desk = new Desk();
  const sara = colleague();
  const store = await joined(desk, sara);
  sara.put(setOf(sara, first, [0, 3]));
  await store.takeInBundles([incoming(sara.handIn())], false);
  expect(await store.otherSets(first)).toEqual([]);
  await store.perform(first, 'annotate', mark(0, 3));
  await store.perform(first, 'set-status', setStatus('done'));
  await store.performReview(first, 'submit', submit);
  expect((await store.otherSets(first)).map(({ annotator }: AnnotationSet) => annotator)).toEqual([sara.me.id]);
});

it('an assignment of another project joins only when the person says so', async () => {
  const desk = new Desk();
  const sara = colleague();
  const store = await desk.open({ seed: () => datasetOf('1') });
  const file = sara.handOut([{ person: me, articles: [first], repeats: [] }]).get(me) ?? new Uint8Array();
  expect((await store.planBundles([incoming(file)], false)).reports).toMatchObject([{ verdict: 'refused' }]);
  expect((await store.planBundles([incoming(file)], true)).reports).toMatchObject([{ verdict: 'new' }]);
  expect(store.info.id).not.toBe('prj-shared' as ProjectId);
});
