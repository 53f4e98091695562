import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { softLabels } from '../../../shared/dataset/soft-labels.ts';
import { type Annotation } from '../../../shared/model/annotation.ts';
import { type AnnotationSet, ordered } from '../../../shared/model/annotation-set.ts';
import { type AnnotationId, type AnnotatorId, type ArticleId, type LabelId, type SetId } from '../../../shared/model/id.ts';
import { span, type Span } from '../../../shared/text/offsets.ts';
import { datasetOf } from '../../arbitraries/dataset.ts';
import { forAll } from '../../arbitraries/for-all.ts';
import { seedSchema } from '../../arbitraries/schema.ts';

const text = 'وزیر نیرو گفت: «برق را گران نمی‌کنیم» و رفت.';
const quote = span(16, 36);

const annotation = (id: string, label: string, spans: readonly Span[], attributes: Record<string, string> = {}): Annotation => ({
  id: id as AnnotationId, label: label as LabelId, spans, attributes, entity: null, note: '', flagged: false, origin: 'manual',
});
const setBy = (annotator: string, ...annotations: readonly Annotation[]): AnnotationSet =>
  ordered({
    id: `set-${annotator}` as SetId, article: 'd1' as ArticleId, annotator: annotator as AnnotatorId, role: 'work', status: 'done',
    annotations, relations: [],
  });

describe('soft labels', () => {
  it('gives the example of the format page: two of three saw a quote, one of them a direct one', () => {
    const found = softLabels(text, [
      setBy('A1', annotation('q1', 'QUOTE', [quote], { mode: 'direct' })),
      setBy('A2', annotation('q9', 'QUOTE', [quote], { mode: 'indirect' })),
      setBy('A3'),
    ]);
    expect(found).toEqual([
      { spans: [quote], seen: 3, by: ['A1', 'A2'], labels: { QUOTE: 0.67 }, attributes: { mode: { direct: 0.33, indirect: 0.33 } } },
    ]);
  });

  it('takes borders that differ by a word for the same thing, and the middle one for its place', () => {
    const found = softLabels(text, [
      setBy('A1', annotation('q1', 'QUOTE', [span(16, 36)])),
      setBy('A2', annotation('q1', 'QUOTE', [span(16, 27)])),
      setBy('A3', annotation('q1', 'QUOTE', [span(15, 37)])),
    ]);
    expect(found).toMatchObject([{ spans: [span(16, 36)], labels: { QUOTE: 1 } }]);
  });

  it('keeps what shares less than half of its words apart', () => {
    const found = softLabels(text, [setBy('A1', annotation('q1', 'QUOTE', [quote])), setBy('A2', annotation('q1', 'QUOTE', [span(28, 36)]))]);
    expect(found.map(({ labels }) => labels)).toEqual([{ QUOTE: 0.5 }, { QUOTE: 0.5 }]);
  });

  it('never counts one annotator twice in one place', () => {
    const found = softLabels(text, [
      setBy('A1', annotation('q1', 'QUOTE', [quote]), annotation('q2', 'QUOTE', [quote])),
      setBy('A2', annotation('q1', 'QUOTE', [quote])),
    ]);
    expect(new Set(found.map(({ by }) => by.join(' ')))).toEqual(new Set(['A1', 'A1 A2']));
  });

  it('lets labels of one layer compete, and those of different layers stand beside each other', () => {
    const sets = [setBy('A1', annotation('q1', 'QUOTE', [quote])), setBy('A2', annotation('q1', 'COMMITMENT', [quote]))];
    expect(softLabels(text, sets)).toHaveLength(2);
    expect(softLabels(text, sets, () => 'one')).toMatchObject([{ labels: { COMMITMENT: 0.5, QUOTE: 0.5 } }]);
  });

  const judged = datasetOf(seedSchema).map(({ articles, sets }) => {
    const [article] = articles;
    return { text: article?.text ?? '', sets: sets.filter((set) => set.article === article?.id) };
  });

  it('counts every annotation once and does not depend on the order of sets', () => {
    forAll(fc.tuple(judged, fc.boolean()), ([{ text: words, sets }]) => {
      const found = softLabels(words, sets);
      const members = found.reduce((sum, { by }) => sum + by.length, 0);
      expect(members).toBe(sets.reduce((sum, { annotations }) => sum + annotations.length, 0));
      expect(softLabels(words, [...sets].reverse())).toEqual(found);
      for (const { by, seen } of found) expect([new Set(by).size, seen]).toEqual([by.length, sets.length]);
    });
  });
});
