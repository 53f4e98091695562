import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { datasetParts, type PartLimits } from '../../../../renderer/views/import/dataset-parts.ts';
import { type Dataset, emptyDataset, normalised } from '../../../../shared/model/dataset.ts';
import { datasetOf } from '../../../arbitraries/dataset.ts';
import { forAll } from '../../../arbitraries/for-all.ts';
import { seedSchema } from '../../../arbitraries/schema.ts';
import { newsroom, newsroomSchema } from '../../../fixtures/newsroom.ts';

const some = datasetOf(seedSchema);
const limits: fc.Arbitrary<PartLimits> = fc.record({ articles: fc.integer({ min: 1, max: 3 }), text: fc.constantFrom(10, 1e6), annotations: fc.constantFrom(1, 1e6) });

describe('parts of a Dataset', { timeout: 120_000 }, () => {
  it('have each article once, with all work on it', () =>
    forAll(fc.tuple(some, limits), ([dataset, most]) => {
      const parts = [...datasetParts(dataset, most)];
      expect(parts.flatMap(({ articles }) => articles.map(({ id }) => id)).sort()).toEqual(dataset.articles.map(({ id }) => id).sort());
      for (const { articles, sets } of parts) {
        const ids = new Set(articles.map(({ id }) => id));
        expect(sets.map(({ id }) => id).sort()).toEqual(dataset.sets.filter(({ article }) => ids.has(article)).map(({ id }) => id).sort());
      }
    }));

  const work = (count: number): Dataset => {
    const all = [...newsroom(count)];
    const people = new Map(all.flatMap(({ annotators }) => annotators).map((one) => [one.id, one]));
    const named = new Map(all.flatMap(({ entities }) => entities).map((one) => [one.id, one]));
    return normalised({
      schema: newsroomSchema, articles: all.flatMap(({ articles }) => articles), sets: all.flatMap(({ sets }) => sets),
      annotators: [...people.values()], entities: [...named.values()],
    });
  };

  it.each([
    ['the work of a day is one, and one step back', work(100), 1],
    ['the work of a week is several', work(500), 3],
    ['an empty one is none', emptyDataset(seedSchema), 0],
    ['people without work are one', { ...emptyDataset(seedSchema), annotators: work(1).annotators }, 1],
  ])('%s', (_, dataset, count) => expect([...datasetParts(dataset)]).toHaveLength(count));
});
