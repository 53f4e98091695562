import fc from 'fast-check';
import { describe, expect, it, test } from 'vitest';
import { slices } from '../../../shared/codecs/slices.ts';
import { doneByMe, select, type Selection, selector } from '../../../shared/dataset/selection.ts';
import { mayLeave } from '../../../shared/dataset/withhold.ts';
import { setStatuses } from '../../../shared/model/annotation-set.ts';
import { unknownSource } from '../../../shared/model/article.ts';
import { checkDataset, errorsOf } from '../../../shared/model/check.ts';
import { type Dataset } from '../../../shared/model/dataset.ts';
import { type AnnotatorId, type ArticleId, type LabelId } from '../../../shared/model/id.ts';
import { dataset } from '../../arbitraries/dataset.ts';
import { forAll } from '../../arbitraries/for-all.ts';
import { interruptedQuote } from '../../fixtures/native/interrupted-quote.ts';

const mine = 'A03' as AnnotatorId;
const everything: Selection = { states: null, sets: { kind: 'everything' }, labels: null, published: null, publishers: null, articles: null };
const [slice] = [...slices(interruptedQuote)] as [Dataset];
const setsOf = (found: Dataset | null) => found?.sets.map(({ id }) => id);

describe('selection', () => {
  it('takes by default what I called done', () => {
    expect(setsOf(select(slice, doneByMe, mine))).toEqual(['set-1']);
    expect(select(slice, doneByMe, 'A04' as AnnotatorId)).toBeNull();
  });

  test.each<[string, Partial<Selection>, readonly string[] | null]>([
    ['everything: a copy', {}, ['set-1', 'set-2']],
    ['everybody’s work: suggestions are nobody’s judgement', { sets: { kind: 'judgements' } }, ['set-1']],
    ['one machine: its suggestions are its work', { sets: { kind: 'annotator', annotator: 'M01' as AnnotatorId } }, ['set-2']],
    ['gold where nothing was settled: no article, for an empty one would say that it has nothing', { sets: { kind: 'adjudicated' } }, null],
    ['my work, in a state it is not in', { sets: { kind: 'mine' }, states: ['in-progress'] }, null],
    ['within the range, both days included', { published: { from: '2024-08-02', to: '2024-08-02' } }, ['set-1', 'set-2']],
    ['before the range', { published: { from: '2024-08-03', to: null } }, null],
    ['after the range', { published: { from: null, to: '2024-08-01' } }, null],
    ['an article that was named', { articles: ['d1' as ArticleId] }, ['set-1', 'set-2']],
    ['other articles', { articles: ['d2' as ArticleId] }, null],
  ])('%s', (_, more, sets) => expect(setsOf(select(slice, { ...everything, ...more }, mine)) ?? null).toEqual(sets));

  it('finds an article that nobody of those chosen began among what is to be done', () => {
    const untouched = { ...slice, sets: [], annotators: [], entities: [] };
    expect(select(untouched, { ...doneByMe, states: ['todo'] }, mine)).toEqual(untouched);
    expect(select(untouched, doneByMe, mine)).toBeNull();
  });

  it('lets relations go with their ends, and counts both', () => {
    const select1 = selector({ ...everything, sets: { kind: 'mine' }, labels: ['QUOTE', 'CUE'] as LabelId[] }, mine);
    const { slice: found, ...left } = select1(slice);
    expect(found?.sets[0]?.annotations.map(({ id }) => id)).toEqual(['c1', 'q1', 'c2']);
    expect(found?.sets[0]?.relations.map(({ id }) => id)).toEqual(['r2', 'r3']);
    expect(left).toEqual({ sets: 1, annotations: 3, relations: 1 });
    expect(found?.entities).toEqual([]);
  });

  it('takes whom nothing refers to into a copy only', () => {
    const rest = [...slices(interruptedQuote)].at(-1) as Dataset;
    expect(rest.articles).toEqual([]);
    expect(select(rest, everything, mine)).toEqual(rest);
    expect(select(rest, { ...everything, sets: { kind: 'mine' } }, mine)).toBeNull();
    expect(select(rest, { ...everything, articles: ['d1' as ArticleId] }, mine)).toBeNull();
  });

  const selections: fc.Arbitrary<(whole: Dataset) => Selection> = fc
    .record({
      states: fc.option(fc.subarray([...setStatuses])),
      kind: fc.constantFrom('mine', 'adjudicated', 'judgements', 'everything'),
      labels: fc.boolean(),
    })
    .map(({ states, kind, labels }) => ({ schema }) => ({
      states, sets: { kind }, labels: labels ? schema.labels.slice(0, 1).map(({ id }) => id) : null, published: null, publishers: null, articles: null,
    }));

  it('leaves a sound dataset, of which selecting again takes everything', () => {
    forAll(fc.tuple(dataset, selections), ([whole, choose]) => {
      for (const one of slices(whole)) {
        const chosen = choose(whole);
        const found = select(one, chosen, whole.annotators[0]?.id as AnnotatorId);
        if (!found) continue;
        // Whom nothing refers to may have been merged into somebody of another slice.
        if (found.articles.length > 0) expect(errorsOf(checkDataset(found))).toEqual([]);
        expect(select(found, chosen, whole.annotators[0]?.id as AnnotatorId)).toEqual(found);
      }
    });
  });
});

describe('licences', () => {
  const withLicence = (licence: string | null) => ({ ...slice.articles[0], source: { ...unknownSource, licence } }) as Parameters<typeof mayLeave>[0];
  test.each<[string, string | null, Parameters<typeof mayLeave>[1], boolean]>([
    ['any: whatever it says', null, { kind: 'any' }, true],
    ['stated: one is known', 'all rights reserved', { kind: 'stated' }, true],
    ['stated: none is known', null, { kind: 'stated' }, false],
    ['stated: a blank says nothing', ' ', { kind: 'stated' }, false],
    ...['unknown', 'Unknown', 'نامعلوم', '-', '–', '?', 'N/A'].map((word) => [`stated: ${word} is none`, word, { kind: 'stated' }, false] as [string, string, { kind: 'stated' }, boolean]),
    ['listed: the word for unknown is none', 'unknown', { kind: 'listed', licences: ['unknown'] }, false],
    ['listed, spelled in another way', 'CC BY 4.0', { kind: 'listed', licences: ['cc-by-4.0'] }, true],
    ['not listed', 'CC-BY-NC-4.0', { kind: 'listed', licences: ['cc-by-4.0'] }, false],
    ['listed: none is known', null, { kind: 'listed', licences: ['cc-by-4.0'] }, false],
  ])('%s', (_, licence, rule, may) => expect(mayLeave(withLicence(licence), rule)).toBe(may));
});
