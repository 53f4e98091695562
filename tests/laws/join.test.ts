import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { datasetParts, type PartLimits } from '../../renderer/views/import/dataset-parts.ts';
import { encode } from '../../shared/codecs/encode.ts';
import { native } from '../../shared/codecs/native/native.ts';
import { join } from '../../shared/commands/join.ts';
import { applyChange, isEmptyChange } from '../../shared/model/change.ts';
import { checkDataset, errorsOf } from '../../shared/model/check.ts';
import { type Dataset, emptyDataset, normalised } from '../../shared/model/dataset.ts';
import { fingerprint } from '../../shared/text/fingerprint.ts';
import { datasetOf } from '../arbitraries/dataset.ts';
import { forAll } from '../arbitraries/for-all.ts';
import { seedSchema } from '../arbitraries/schema.ts';

const some = datasetOf(seedSchema);
const joined = (existing: Dataset, incoming: Dataset): Dataset => applyChange(existing, join(existing, incoming).change);

/** The same Dataset with ids and texts of another one in places: what a colleague's file has in common with a project. */
const akin = (incoming: Dataset, existing: Dataset): fc.Arbitrary<Dataset> =>
  fc.record({ ids: fc.boolean(), texts: fc.boolean() }).map((share) => {
    const kinds = share.ids ? (['articles', 'annotators', 'entities', 'sets'] as const) : [];
    const pairs = kinds.flatMap((kind) => incoming[kind].map(({ id }, index) => [id, existing[kind][index]?.id ?? id] as const));
    const ids = new Map<string, string>(pairs);
    const renamed = JSON.parse(JSON.stringify(incoming), (key, value: unknown) =>
      ['id', 'article', 'annotator', 'entity'].includes(key) && typeof value === 'string' ? (ids.get(value) ?? value) : value,
    ) as Dataset;
    const articles = renamed.articles.map((article, index) => {
      const text = share.texts ? (existing.articles[index]?.text ?? article.text) : article.text;
      return { ...article, text, fingerprint: fingerprint(text) };
    });
    const texts = new Map(articles.map((article) => [article.id, article.text]));
    const sets = renamed.sets.map((set) => {
      const length = texts.get(set.article)?.length ?? 0;
      const annotations = set.annotations.filter(({ spans }) => spans.every(({ end }) => end <= length));
      const isWhole = annotations.length === set.annotations.length && !share.texts;
      return isWhole ? set : { ...set, annotations: [], relations: [] };
    });
    return normalised(isSound({ ...renamed, articles, sets }) ? { ...renamed, articles, sets } : incoming);
  });

const isSound = (dataset: Dataset): boolean => errorsOf(checkDataset(dataset)).length === 0;

/** A project and what arrives: strangers, relatives, and the project itself a little later. */
const meeting: fc.Arbitrary<readonly [Dataset, Dataset]> = fc
  .tuple(some, some)
  .chain(([existing, incoming]) =>
    fc.tuple(fc.constant(existing), fc.oneof(fc.constant(incoming), akin(incoming, existing), fc.constant(later(existing)))),
  );

/** Every set is done now and the first Annotation of each is gone, with its Relations; every name has changed. */
const later = (dataset: Dataset): Dataset => ({
  ...dataset,
  annotators: dataset.annotators.map((one, index) => (index === 0 ? { ...one, name: `${one.name} ۲` } : one)),
  entities: dataset.entities.map((one, index) => (index === 0 ? { ...one, note: `${one.note} ۲` } : one)),
  sets: dataset.sets.map((set) => {
    const gone = set.annotations[0]?.id;
    const relations = set.relations.filter(({ from, to }) => from !== gone && to.id !== gone);
    return { ...set, status: 'done', annotations: set.annotations.slice(1), relations };
  }),
});

const limits: fc.Arbitrary<PartLimits> = fc.record({ articles: fc.integer({ min: 1, max: 3 }), text: fc.constantFrom(10, 1e6), annotations: fc.constantFrom(1, 1e6) });

describe('join', { timeout: 120_000 }, () => {
  it('of a Dataset in the parts that an import stores comes to the same as of all of it at once', () =>
    forAll(fc.tuple(meeting, limits), ([[existing, incoming], most]) => {
      const inParts = [...datasetParts(incoming, most)].reduce(joined, existing);
      expect(normalised(inParts)).toEqual(normalised(joined(existing, incoming)));
    }));

  it('takes in twice as once', () =>
    forAll(meeting, ([existing, incoming]) => {
      const once = joined(existing, incoming);
      expect(isEmptyChange(join(once, incoming).change)).toBe(true);
    }));

  it('leaves every record that was there as it was', () =>
    forAll(meeting, ([existing, incoming]) => {
      const { change } = join(existing, incoming);
      expect([change.updated, change.removed]).toEqual([[], []]);
    }));

  it('leads to a sound project', () =>
    forAll(meeting, ([existing, incoming]) => expect(errorsOf(checkDataset(joined(existing, incoming)))).toEqual([])));

  it('never gives an Annotator a second set of a role on an Article', () =>
    forAll(meeting, ([existing, incoming]) => {
      const owners = joined(existing, incoming).sets.map(({ article, annotator, role }) => `${article} ${annotator} ${role}`);
      expect(new Set(owners).size).toBe(owners.length);
    }));

  it('counts what it adds', () =>
    forAll(meeting, ([existing, incoming]) => {
      const { taken } = join(existing, incoming);
      const after = joined(existing, incoming);
      expect(after.articles.length).toBe(existing.articles.length + taken.articles);
      expect(after.sets.length).toBe(existing.sets.length + taken.sets);
      expect(taken.articles + taken.duplicates).toBe(incoming.articles.length);
    }));

  it('brings everything id for id into an empty project', () =>
    forAll(some, (incoming) => expect(joined(emptyDataset(seedSchema), incoming)).toEqual(incoming)));

  it('export, join into an empty project, export: the same bytes', () =>
    forAll(some, (project) => {
      const files = encode(native, project, 'a');
      const read = native.decode?.(files, { schemas: [seedSchema], now: '' }).dataset;
      const again = read ? encode(native, joined(emptyDataset(seedSchema), read), 'a') : null;
      expect(again?.map(({ bytes }) => Buffer.from(bytes).toString())).toEqual(files.map(({ bytes }) => Buffer.from(bytes).toString()));
    }));
});
