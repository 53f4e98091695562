import { describe, expect, it } from 'vitest';
import { type Case, casesIn } from '../../../shared/agreement/cases.ts';
import { casesOfCell, cellCounter, confusionMatrix } from '../../../shared/agreement/confusion.ts';
import { continuum } from '../../../shared/agreement/continuum.ts';
import { gather } from '../../../shared/agreement/shared-articles.ts';
import { forAll } from '../../arbitraries/for-all.ts';
import { continuumLabels, continuumOf } from '../../arbitraries/continuum.ts';
import { workOfTwo } from '../../fixtures/two-annotators.ts';

const { articles } = gather([{ name: 'a', dataset: workOfTwo() }], { roles: ['work'], statuses: null, kinds: ['person'], reworked: false });
const cases = articles.flatMap((article) => casesIn(article.continuum));
const counted = (all: readonly Case[]) => {
  const { add, cells } = cellCounter();
  // Article by Article, as they come.
  for (const one of all) add([one]);
  return cells();
};
const labels = ['QUOTE', 'SPEAKER', 'CUE', 'COMMITMENT'];

describe('what two people saw', () => {
  it('is all there, with how it differs', () => {
    expect(cases.map(({ verdict }) => verdict).sort()).toEqual(['agree', 'agree', 'agree', 'agree', 'attributes', 'boundary', 'only-b']);
    expect(cases.find(({ verdict }) => verdict === 'only-b')).toMatchObject({ people: ['per-reza', 'per-sara'], a: null, b: { id: 'sara-s2' } });
  });

  it('is counted by what each called it, with the person who is named first in the rows', () => {
    expect(confusionMatrix(counted(cases), labels, ['per-sara', 'per-reza'])).toEqual({
      labels: ['QUOTE', 'SPEAKER', 'CUE', null], counts: [[3, 0, 0, 0], [0, 2, 0, 1], [0, 0, 1, 0], [0, 0, 0, 0]],
    });
    expect(confusionMatrix(counted(cases), labels, ['per-reza', 'per-sara']).counts[3]).toEqual([0, 1, 0, 0]);
    expect(confusionMatrix(counted(cases), labels, ['per-x', 'per-sara'])).toEqual({ labels: [null], counts: [[0]] });
  });

  it('opens from each number: as many cases as the number says, turned so that the row is the first', () => {
    const [one] = casesOfCell(cases, { a: 'SPEAKER', b: null }, ['per-sara', 'per-reza']);
    expect(one).toMatchObject({ people: ['per-sara', 'per-reza'], a: { id: 'sara-s2' }, b: null, verdict: 'only-a' });
  });

  it('law: of a matrix of everybody, every number has its cases, and turning it over changes nothing', () =>
    forAll(continuumOf('one', { min: 2, max: 4 }), (text) => {
      const all = casesIn(text);
      const { labels: used, counts } = confusionMatrix(counted(all), continuumLabels, null);
      used.forEach((a, row) => used.forEach((b, column) => {
        const count = counts[row]?.[column] ?? 0;
        expect(counts[column]?.[row]).toBe(count);
        // Of one Label both directions of a case fall on the same place.
        expect(casesOfCell(all, { a, b }, null).length).toBe(a === b ? count / 2 : count);
      }));
    }));

  it('a label that the schema lacks is a bug, said with its name', () => {
    const other = casesIn(continuum('x', 9, ['a', 'b'].map((annotator) => ({ annotator, links: [], marked: [{ id: annotator, label: 'ODD', attributes: {}, spans: [{ start: 0, end: 2 }] }] }))));
    expect(() => confusionMatrix(counted(other), labels, null)).toThrow('ODD');
  });
});
