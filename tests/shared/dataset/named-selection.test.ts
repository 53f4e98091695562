import { describe, expect, it, test } from 'vitest';
import { longestName, type NamedSelection, readNamedSelections, withNamed, withoutNamed } from '../../../shared/dataset/named-selection.ts';
import { readSelection } from '../../../shared/dataset/read-selection.ts';
import { doneByMe, select } from '../../../shared/dataset/selection.ts';
import { type AnnotatorId, type ArticleId, type LabelId } from '../../../shared/model/id.ts';
import { interruptedQuote } from '../../fixtures/native/interrupted-quote.ts';

const named = (name: string, part: Partial<NamedSelection['selection']> = {}): NamedSelection => ({ name, selection: { ...doneByMe, ...part } });
const rich = {
  states: ['done'], sets: { kind: 'annotator', annotator: 'per-a' as AnnotatorId }, labels: ['QUOTE' as LabelId],
  published: { from: '2024-01-01', to: null }, publishers: ['ایرنا'], articles: ['art-1' as ArticleId],
} as const;

describe('named selections', () => {
  it('keep the latest of a name, last', () => {
    const all = [named('a'), named('b'), named('a', { states: null })].reduce(withNamed, []);
    expect(all).toEqual([named('b'), named('a', { states: null })]);
    expect(withoutNamed(all, 'b')).toEqual([named('a', { states: null })]);
  });

  it('let the oldest go when there are too many', () => {
    const all = Array.from({ length: 60 }, (_, at) => named(String(at))).reduce(withNamed, []);
    expect([all.length, all[0]?.name, all.at(-1)?.name]).toEqual([50, '10', '59']);
  });

  it('come back from JSON, without those that are damaged', () => {
    const all = [named('بهار', rich), named('b')];
    const damaged = [null, 7, { name: '', selection: doneByMe }, { name: 'x'.repeat(longestName + 1), selection: doneByMe }, { name: 'c', selection: {} }];
    expect(readNamedSelections(JSON.parse(JSON.stringify([...damaged, ...all])))).toEqual(all);
    for (const none of [undefined, null, {}, 'a']) expect(readNamedSelections(none)).toEqual([]);
  });
});

describe('a selection from a file', () => {
  it('is what was written, and one that says nothing of publishers has no condition on them', () => {
    const { publishers: _, ...old } = rich;
    expect(readSelection(JSON.parse(JSON.stringify(rich)))).toEqual({ ok: true, value: rich });
    expect(readSelection(old)).toEqual({ ok: true, value: { ...rich, publishers: null } });
  });

  test.each<[string, unknown, string]>([
    ['no object', [], ''],
    ['a state that is none', { ...rich, states: ['ready'] }, 'states.0'],
    ['whose work it is not said', { ...rich, sets: undefined }, 'sets'],
    ['an annotator without id', { ...rich, sets: { kind: 'annotator' } }, 'sets.annotator'],
    ['a label that is no id', { ...rich, labels: ['a b'] }, 'labels.0'],
    ['a Jalali day', { ...rich, published: { from: '1403/05/12', to: null } }, 'published.from'],
    ['a publisher that is none', { ...rich, publishers: [1] }, 'publishers.0'],
    ['a field too many', { ...rich, colour: 'red' }, ''],
  ])('is refused with the field that is wrong: %s', (_, value, field) => {
    const read = readSelection(value);
    expect(read.ok ? [] : read.problems.map(({ code, place }) => [code, place.field])).toEqual([['field-wrong', field]]);
  });
});

test.each<[string, readonly string[] | null, boolean]>([
  ['no condition takes all', null, true],
  ['one of them is the article’s', ['ایرنا', 'نمونه'], true],
  ['none of them is', ['ایرنا'], false],
  ['there is none to choose from', [], false],
])('publishers: %s', (_, publishers, isTaken) => {
  const selection = { ...doneByMe, states: null, sets: { kind: 'everything' }, publishers } as const;
  expect(select(interruptedQuote, selection, 'A03' as AnnotatorId) !== null).toBe(isTaken);
});
