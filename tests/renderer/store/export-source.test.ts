import 'fake-indexeddb/auto';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { joinedSlices } from '../../../shared/codecs/slices.ts';
import { type Dataset, normalised } from '../../../shared/model/dataset.ts';
import { type LabelId, makeId } from '../../../shared/model/id.ts';
import { span } from '../../../shared/text/offsets.ts';
import { datasetOf as anyDatasetOf } from '../../arbitraries/dataset.ts';
import { datasetOf, Desk, entityOf, first, mark, schema, second, storeRuns } from './desk.ts';

/** Somebody, their work, and whom it names. */
const colleagues: Dataset = normalised({
  ...datasetOf('2'),
  annotators: [{ id: makeId('annotator', 'narges'), kind: 'person', name: 'نرگس', version: null }],
  entities: [entityOf('minister')],
  sets: [{
    id: makeId('set', 'narges'), article: second, annotator: makeId('annotator', 'narges'), role: 'work', status: 'done', relations: [],
    annotations: [{ id: makeId('annotation', 'narges'), label: 'SPEAKER' as LabelId, spans: [span(0, 3)], attributes: {}, entity: entityOf('minister').id, note: '', flagged: false, origin: 'manual' }],
  }],
});

const slicesOf = async (source: { slices: () => AsyncIterable<Dataset> }): Promise<readonly Dataset[]> => {
  const found: Dataset[] = [];
  for await (const slice of source.slices()) found.push(slice);
  return found;
};

describe('what an export is made from', () => {
  it('law: the slices are the whole project, in the order of ids, as often as they are asked for', { timeout: 120_000 }, () =>
    fc.assert(
      fc.asyncProperty(anyDatasetOf(schema), async (incoming) => {
        const desk = new Desk();
        const store = await desk.open();
        await store.takeIn(incoming);
        const source = await store.exportSource('a');
        const [once, twice] = [await slicesOf(source), await slicesOf(source)];
        expect(joinedSlices(schema, once)).toEqual(await store.dataset());
        expect(twice).toEqual(once);
        const ids = once.flatMap(({ articles }) => articles.map(({ id }) => id));
        expect(ids).toEqual(ids.toSorted((a, b) => (a < b ? -1 : 1)));
        expect(source.articles).toBe(ids.length);
        await store.close();
      }),
      { numRuns: storeRuns },
    ));

  it('is named anew by every change', async () => {
    const desk = new Desk();
    const store = await desk.open({ seed: () => datasetOf('1') });
    const { snapshot } = await store.exportSource('a');
    expect((await store.exportSource('b')).snapshot).toBe(snapshot);
    await store.perform(first, 'annotate', mark(0, 3));
    expect((await store.exportSource('a')).snapshot).not.toBe(snapshot);
  });

  it('reads on while somebody who was not there at the beginning comes in with their work', async () => {
    const desk = new Desk();
    const store = await desk.open({ seed: () => datasetOf('1') });
    const source = await store.exportSource('a');
    await store.takeIn(colleagues);
    expect((await slicesOf(source)).flatMap(({ sets }) => sets)).toEqual(colleagues.sets);
    expect((await store.exportSource('a')).snapshot).not.toBe(source.snapshot);
  });

  it('gives the texts that are asked for', async () => {
    const desk = new Desk();
    const store = await desk.open({ seed: () => datasetOf('1', '2') });
    const { articles } = await store.dataset();
    const source = await store.exportSource('a');
    expect(await source.texts(articles.map(({ id }) => id))).toEqual(new Map(articles.map(({ id, title, text }) => [id, { title, text }])));
  });
});
