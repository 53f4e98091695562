import { describe, expect, it } from 'vitest';
import { type Capabilities, everything } from '../../../shared/codecs/capabilities.ts';
import { fit, type Fitted } from '../../../shared/codecs/fit.ts';
import { type Article } from '../../../shared/model/article.ts';
import { type ArticleId } from '../../../shared/model/id.ts';
import { interruptedQuote } from '../../fixtures/native/interrupted-quote.ts';

const without = (...names: readonly (keyof Capabilities)[]) => {
  const capabilities = { ...everything, ...Object.fromEntries(names.map((name) => [name, false])) };
  return fit(interruptedQuote, { id: 'poor', capabilities });
};
const lost = (...names: readonly (keyof Capabilities)[]): readonly string[] =>
  without(...names).report.losses.map(({ code, count }) => `${code} ${count}`);
const ids = ({ dataset }: Fitted): readonly string[] => dataset.sets.map((set) => set.annotations.map(({ id }) => id).join(' '));

describe('what a format without an ability costs', () => {
  it.each<[keyof Capabilities, readonly string[]]>([
    ['discontinuous', ['DISCONTINUOUS_SPLIT 1']],
    ['overlap', ['OVERLAP_DROPPED 1']],
    ['relations', ['RELATION_DROPPED 3']],
    ['relationAttributes', []],
    ['attributes', ['ATTRIBUTE_DROPPED 3']],
    ['entities', ['LINK_DROPPED 1', 'UNREFERENCED_DROPPED 1']],
    ['mergedEntities', []],
    ['unreferenced', ['UNREFERENCED_DROPPED 1']],
    ['severalSets', ['ANNOTATORS_MERGED 1', 'DUPLICATE_MERGED 1']],
    ['notes', ['NOTE_DROPPED 2']],
    ['articleMetadata', ['METADATA_DROPPED 1']],
    ['ids', []],
  ])('%s', (name, losses) => expect(lost(name)).toEqual(losses));
});

describe('fit', () => {
  it('cuts a quote into its pieces; relations stay with the first', () => {
    const fitted = without('discontinuous');
    expect(ids(fitted)).toEqual(['s1 c1 q1 k1 c2 q1~2', 'c1']);
    expect(fitted.dataset.sets[0]?.relations.map(({ from }) => from)).toEqual(['q1', 'q1', 'q1']);
    expect(fitted.report).toMatchObject({ annotationsIn: 6, annotationsOut: 6 });
  });

  it('keeps the longest of what overlaps; a cue in the gap of a quote does not', () => {
    expect(ids(without('overlap'))).toEqual(['s1 c1 q1 c2', 'c1']);
  });

  it('drops the relations of what it drops', () => {
    const relation = { ...interruptedQuote.sets[0]?.relations[0], id: 'r9', type: 'PROMISED_BY', from: 'k1' };
    const sets = interruptedQuote.sets.map((set, index) => (index === 0 ? { ...set, relations: [...set.relations, relation] } : set));
    const dropping = { ...interruptedQuote, sets: sets as typeof interruptedQuote.sets };
    const { report } = fit(dropping, { id: 'poor', capabilities: { ...everything, overlap: false } });
    expect(report).toMatchObject({
      annotationsIn: 6,
      annotationsOut: 5,
      relationsIn: 4,
      relationsOut: 3,
      losses: [
        { code: 'OVERLAP_DROPPED', reason: 'longest', count: 1, severity: 'lossy', examples: [['d1', 'k1']] },
        { code: 'RELATION_DROPPED', count: 1, severity: 'lossy', examples: [['d1', 'r9']] },
      ],
    });
  });

  it('merges sets into the most settled one, under new ids where two things share one', () => {
    const sets = interruptedQuote.sets.map((set) =>
      set.role === 'suggestion' ? { ...set, annotations: set.annotations.map((one) => ({ ...one, note: 'دیگر' })) } : set);
    const { dataset } = fit({ ...interruptedQuote, sets }, { id: 'poor', capabilities: { ...everything, severalSets: false } });
    expect(dataset.sets.map(({ id }) => id)).toEqual(['set-1']);
    expect(dataset.sets[0]?.annotations.map(({ id }) => id)).toEqual(['s1', 'c1', 'c1~2', 'q1', 'k1', 'c2']);
  });

  it('names at most five cases', () => {
    const numbers = Array.from({ length: 8 }, (_, index) => index);
    const copies = (article: Article): readonly Article[] => numbers.map((number) => ({ ...article, id: `d${number}` as ArticleId }));
    const articles = interruptedQuote.articles.flatMap(copies);
    const { report } = fit({ ...interruptedQuote, articles, sets: [] }, { id: 'poor', capabilities: { ...everything, articleMetadata: false } });
    expect(report.losses[0]).toMatchObject({ count: 8, examples: [['d0'], ['d1'], ['d2'], ['d3'], ['d4']] });
  });
});
