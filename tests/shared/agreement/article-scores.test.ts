import { expect, it } from 'vitest';
import { articleScores } from '../../../shared/agreement/article-agreement.ts';
import { type AnnotationSet } from '../../../shared/model/annotation-set.ts';
import { type Schema } from '../../../shared/model/schema.ts';
import seed from '../../../seeds/schema.json' with { type: 'json' };
import { articleOf, Laptop, setOf } from '../exchange/bundle/laptop.ts';

const schema = seed as unknown as Schema;
const article = articleOf('1');
const by = (name: string, ...places: Parameters<typeof setOf>[2][]): AnnotationSet =>
  setOf(new Laptop(name, schema, { dataset: { schema, articles: [article], annotators: [], entities: [], sets: [] } }), article.id, ...places);

const sara = by('sara', [0, 3], [5, 8]);

it.each([
  ['one person alone: there is nothing to compare', [sara], { strict: null, overlap: null }],
  ['two who marked nothing', [by('sara'), by('reza')], { strict: null, overlap: null }],
  ['the same', [sara, by('reza', [0, 3], [5, 8])], { strict: 1, overlap: 1 }],
  ['one of two the same, the other a third shorter: 2·1/4, and 2·5/(6+5)', [sara, by('reza', [0, 3], [5, 7])], { strict: 0.5, overlap: 10 / 11 }],
  ['three: the counts of their three pairs added up, not their values', [sara, by('reza', [0, 3]), by('mina')], { strict: 2 / 6, overlap: 6 / 18 }],
  ['somebody’s gold beside their own work', [sara, { ...sara, id: 'set-gold' as AnnotationSet['id'], role: 'adjudicated' as const }], { strict: 1, overlap: 1 }],
])('%s', (_, sets, { strict, overlap }) => {
  for (const order of [sets, sets.toReversed()]) {
    const found = articleScores(order);
    expect([found.strict, found.overlap]).toEqual([strict === null ? null : expect.closeTo(strict, 9), overlap === null ? null : expect.closeTo(overlap, 9)]);
  }
});
