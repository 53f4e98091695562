import 'fake-indexeddb/auto';
import { expect, it, vi } from 'vitest';
import { type Outcome } from '../../../../shared/bridge.ts';
import { type NamedBytes } from '../../../../shared/codecs/codec.ts';
import { type Signature } from '../../../../shared/exchange/bundle/manifest.ts';
import { type BundleParts } from '../../../../shared/exchange/bundle/write-bundle.ts';
import { type AnnotatorId, makeId } from '../../../../shared/model/id.ts';
import { judge } from '../../../../shared/review/work-commands.ts';
import { readExchange, readinessOf } from '../../../../renderer/views/exchange/exchange-data.ts';
import { type MakeTools, makeAssignments, makeReview, makeSubmission, makeWholeProject } from '../../../../renderer/views/exchange/make-bundles.ts';
import { openBundles, wholeProject } from '../../../../renderer/views/exchange/take-in-bundles.ts';
import { placesFor } from '../../../../renderer/views/exchange/WhereDialog.tsx';
import { type ProjectStore } from '../../../../renderer/store/project-store.ts';
import { runBundleTask } from '../../../../renderer/workers/bundle-task.ts';
import { deviceKey, holds } from '../../../shared/exchange/bundle/laptop.ts';
import { datasetOf, Desk, first, mark, second, setStatus } from '../../store/desk.ts';

// The worker's work without its thread.
vi.mock('../../../../renderer/workers/bundle-client.ts', () => ({
  readBundleFile: async (file: NamedBytes) => {
    const answer = runBundleTask({ kind: 'read', file });
    return answer.kind === 'read' && answer.read;
  },
  writeBundleFile: async (parts: BundleParts, sign: (manifest: string) => Promise<Outcome<Signature>>): Promise<Outcome<Uint8Array>> => {
    const manifest = runBundleTask({ kind: 'manifest', parts });
    const signed = await sign(manifest.kind === 'manifest' ? manifest.manifest : '');
    if (!signed.ok) return signed;
    const written = runBundleTask({ kind: 'write', parts, signature: signed.value });
    return { ok: true, value: written.kind === 'write' ? written.bytes : new Uint8Array() };
  },
}));

/** A window's end: where it would save is a map of names. */
function windowOf(desk: Desk, store: ProjectStore) {
  const files = new Map<string, Uint8Array>();
  const signer = deviceKey();
  let isCancelled = false;
  const tools: MakeTools = {
    store, projectName: 'انرژی', app: '0', title: 'کجا؟',
    bridge: {
      signBundle: async (manifest) => ({ ok: true, value: signer.sign(manifest) }),
      saveFiles: async (_title, name, [output]) => {
        if (isCancelled) return { ok: true, value: null };
        files.set(name, output?.bytes ?? new Uint8Array());
        return { ok: true, value: name };
      },
      beginExport: async (_title, name) => ({ ok: true, value: isCancelled ? null : { token: 'token' as never, name } }),
      appendExport: async (_token, name, bytes) => (files.set(name, bytes), { ok: true, value: null }),
      finishExport: async () => ({ ok: true, value: null }),
      cancelExport: async () => ({ ok: true, value: null }),
      readJournal: desk.memory.bridge.readJournal,
    },
  };
  return { files, tools, cancel: (value: boolean) => (isCancelled = value) };
}

const opened = (...files: readonly (readonly [string, Uint8Array | undefined])[]) =>
  openBundles(
    files.map(([name, bytes]) => ({ name, read: async () => bytes ?? new Uint8Array() })),
    { verifyBundle: async (manifest, signature) => holds({ manifestText: manifest, signature } as never) },
  );

async function annotatorFrom(name: string, id: string, file: Uint8Array | undefined, start: number) {
  const desk = new Desk();
  const { opened: [assignment] } = await opened([`${name}.naql`, file]);
  if (!assignment) throw new Error('the assignment cannot be opened');
  const settings = { device: makeId('device', id), annotator: makeId('annotator', id), annotatorName: name };
  const store = await desk.open({ settings, schema: assignment.bundle.schema });
  // Into a project of another id: in one process two databases cannot bear one name.
  await store.takeInBundles([assignment], true);
  for (const article of [first, second]) {
    if (article === first) await store.perform(article, 'annotate', mark(start, start + 3));
    await store.perform(article, 'set-status', setStatus('done'));
  }
  return { desk, store, ...windowOf(desk, store) };
}

const ready = async (store: ProjectStore) => (await readExchange(store)).own.filter((one) => readinessOf(one) === 'ready').map(({ article }) => article);

it('a lead gives out, two annotators hand in, the lead takes both in at once, gives one back, and takes it in again', async () => {
  const desk = new Desk();
  const store = await desk.open({ seed: () => datasetOf('1', '2') });
  const lead = windowOf(desk, store);
  const places = ['a', 'b'].map((token) => makeId('annotator', token) as AnnotatorId) as [AnnotatorId, AnnotatorId];
  const assignment = {
    shares: places.map((person) => ({ person, articles: [first, second], repeats: [] })), names: new Map([[places[0], 'سارا'], [places[1], 'رضا']]), round: 'یک', blind: true,
  };
  lead.cancel(true);
  expect(await makeAssignments(lead.tools, assignment)).toBeNull();
  expect((await store.events(null)).filter(({ kind }) => kind === 'assigned'), 'no place was chosen: nothing was given out').toEqual([]);
  lead.cancel(false);
  expect(await makeAssignments(lead.tools, assignment)).toMatchObject({ ok: true });
  expect([...lead.files.keys()].sort()).toEqual(['رضا.naql', 'سارا.naql']);
  expect((await readExchange(store)).people).toMatchObject([{ name: 'رضا', asked: 2, received: 0, key: undefined }, { name: 'سارا', asked: 2, received: 0 }]);

  const sara = await annotatorFrom('سارا', 'sara', lead.files.get('سارا.naql'), 0);
  const reza = await annotatorFrom('رضا', 'reza', lead.files.get('رضا.naql'), 4);
  for (const one of [sara, reza]) {
    expect(await ready(one.store)).toHaveLength(2);
    expect(await makeSubmission(one.tools, await ready(one.store))).toMatchObject({ ok: true });
    expect(await ready(one.store)).toEqual([]);
    expect(await makeSubmission(one.tools, [])).toMatchObject({ ok: false, problems: [{ code: 'nothing-to-hand-in' }] });
  }
  const both = await opened(['s', [...sara.files.values()][0]], ['r', [...reza.files.values()][0]]);
  expect(both.problems).toEqual([]);
  const done = await store.takeInBundles(both.opened, false);
  expect(done).toMatchObject({ ok: true, value: { isCopy: false, reports: [{ verdict: 'new', sets: 2, annotations: 1, on: 2, problems: [] }, { verdict: 'new', sets: 2 }] } });
  const { people } = await readExchange(store);
  expect(people).toMatchObject([{ name: 'رضا', asked: 2, received: 2 }, { name: 'سارا', asked: 2, received: 2, key: expect.stringMatching(/^[0-9a-f]{64}$/) }]);

  const set = (await store.works([first])).get(first)?.find(({ name }) => name === 'سارا')?.set?.id;
  if (!set) throw new Error('the set of سارا is not there');
  await store.performReview(first, 'judge', (context) => judge(context, { set, verdict: 'returned', reason: 'مرز گوینده' }));
  const person = (await readExchange(store)).people.find(({ name }) => name === 'سارا');
  expect(person?.waiting).toHaveLength(1);
  if (person) expect(await makeReview(lead.tools, person)).toMatchObject({ ok: true });
  const answer = await opened(['answer', [...lead.files.values()].at(-1)]);
  await sara.store.takeInBundles(answer.opened, false);
  expect((await sara.store.works([first])).get(first)).toMatchObject([{ state: 'returned', reason: 'مرز گوینده' }]);
  await sara.store.perform(first, 'annotate', mark(6, 8));
  expect(await makeSubmission(sara.tools, await ready(sara.store))).toMatchObject({ ok: true });
  const again = await opened(['again', [...sara.files.values()].at(-1)]);
  expect(await store.takeInBundles(again.opened, false)).toMatchObject({ ok: true, value: { reports: [{ verdict: 'new', sets: 1, annotations: 2, problems: [] }] } });
  expect((await store.works([first])).get(first)?.find(({ name }) => name === 'سارا')).toMatchObject({ state: 'submitted', isStale: true });
  await desk.expectSound(store);
});

it('a whole project is what it was on the other laptop', async () => {
  const desk = new Desk();
  const store = await desk.open({ seed: () => datasetOf('1', '2') });
  await store.perform(first, 'annotate', mark(0, 3));
  const { tools, files } = windowOf(desk, store);
  expect(await makeWholeProject(tools)).toMatchObject({ ok: true, name: 'انرژی.naql' });
  const { opened: [whole], problems } = await opened(['انرژی.naql', files.get('انرژی.naql')]);
  expect(problems).toEqual([]);
  if (!whole) throw new Error('the project cannot be opened');
  expect(wholeProject(whole.bundle)).toEqual({ ok: true, value: await store.dataset() });
  expect(placesFor(whole.bundle.manifest, [], store.info.id, [])).toEqual(['own']);
});

it('where a file may be opened: in its project, as one, or, an assignment alone, in this one', () => {
  const [here, there] = [makeId('project', 'here'), makeId('project', 'there')];
  const manifest = (purpose: 'assignment' | 'submission', id = there) => ({ purpose, project: { id, name: 'پ' } });
  const known = [{ id: there, name: 'پ', created: '' }];
  expect(placesFor(manifest('assignment', here), [], here, known)).toBeNull();
  expect(placesFor(manifest('assignment'), [], here, [])).toEqual(['own', 'here']);
  expect(placesFor(manifest('assignment'), [], here, known)).toEqual(['there', 'here']);
  expect(placesFor(manifest('submission'), [], here, known)).toEqual(['there']);
  expect(placesFor(manifest('submission'), [], here, [])).toBeNull();
});
