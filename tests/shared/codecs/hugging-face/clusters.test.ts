import { describe, expect, it } from 'vitest';
import { clusters, type Judgement } from '../../../../shared/codecs/hugging-face/clusters.ts';
import { layersOf } from '../../../../shared/codecs/hugging-face/layers.ts';
import { type SpanRecord } from '../../../../shared/codecs/native/record.ts';
import { seedSchema } from '../../../arbitraries/schema.ts';
import { workTime } from '../../../arbitraries/work-time.ts';

const layers = layersOf(seedSchema);
/** Twenty tokens of one character with a blank between them: token n is at 2n. */
const tokens = Array.from({ length: 20 }, (_, place) => ({ start: 2 * place, end: 2 * place + 1 }));

/** A span over whole tokens, the last one included. */
const span = (id: string, label: string, ...pieces: readonly (readonly [first: number, last: number])[]): SpanRecord =>
  ({ id, label, fragments: pieces.map(([first, last]) => ({ start: 2 * first, end: 2 * last + 1, text: '' })), attributes: [] }) as unknown as SpanRecord;

const found = (...judgements: readonly Judgement[]) =>
  clusters(tokens, judgements, layers).map((cluster) => cluster.map(({ annotator, span: one }) => `${annotator}.${one.id}`).join(' '));
const by = (annotator: string, ...spans: readonly SpanRecord[]): Judgement => ({ annotator, spans });

describe('clusters', () => {
  it.each<[string, readonly Judgement[], readonly string[]]>([
    ['the same span of two', [by('A', span('1', 'QUOTE', [0, 3])), by('B', span('1', 'QUOTE', [0, 3]))], ['A.1 B.1']],
    ['half of all tokens is enough', [by('A', span('1', 'QUOTE', [0, 3])), by('B', span('1', 'QUOTE', [0, 1]))], ['A.1 B.1']],
    ['less than half is not', [by('A', span('1', 'QUOTE', [0, 4])), by('B', span('1', 'QUOTE', [0, 1]))], ['A.1', 'B.1']],
    ['one layer, two labels', [by('A', span('1', 'SPEAKER', [0, 1])), by('B', span('1', 'ADDRESSEE', [0, 1]))], ['A.1 B.1']],
    ['two layers stay apart', [by('A', span('1', 'QUOTE', [0, 1])), by('B', span('1', 'COMMITMENT', [0, 1]))], ['A.1', 'B.1']],
    ['at most one of each', [by('A', span('1', 'QUOTE', [0, 3]), span('2', 'QUOTE', [0, 2])), by('B', span('1', 'QUOTE', [0, 2]))], ['A.1', 'A.2 B.1']],
    ['of equal pairs the first id', [by('A', span('1', 'QUOTE', [0, 1]), span('2', 'QUOTE', [0, 1])), by('B', span('1', 'QUOTE', [0, 1]))], ['A.1 B.1', 'A.2']],
    ['pieces count by their tokens, not by what lies between', [by('A', span('1', 'QUOTE', [0, 1], [8, 9])), by('B', span('1', 'QUOTE', [0, 9]))], ['A.1', 'B.1']],
    [
      'no chain from one end to the other',
      [by('A', span('1', 'QUOTE', [0, 3])), by('B', span('1', 'QUOTE', [1, 5])), by('C', span('1', 'QUOTE', [3, 7]))],
      ['A.1 B.1', 'C.1'],
    ],
    ['three of three', ['A', 'B', 'C'].map((one) => by(one, span('1', 'CUE', [2, 2]))), ['A.1 B.1 C.1']],
  ])('%s', (_, judgements, expected) => expect(found(...judgements)).toEqual(expected));

  it('do not depend on the order in which annotators come', () => {
    const all = [by('A', span('1', 'QUOTE', [0, 3])), by('B', span('1', 'QUOTE', [0, 1])), by('C', span('1', 'QUOTE', [2, 3]))];
    expect(found(...all.toReversed())).toEqual(found(...all));
  });

  it('take time that grows with the spans, not with their pairs', () => {
    const many = (count: number): readonly Judgement[] =>
      ['A', 'B'].map((one) => by(one, ...Array.from({ length: count }, (_, place) => span(String(place), 'CUE', [place % 20, place % 20]))));
    const far = (count: number) => {
      const wide = Array.from({ length: count }, (_, place) => ({ start: 2 * place, end: 2 * place + 1 }));
      const judgements = ['A', 'B'].map((one) => by(one, ...wide.map((_, place) => span(String(place), 'CUE', [place, place]))));
      return workTime(() => expect(clusters(wide, judgements, layers).length).toBe(count));
    };
    far(1000);
    expect(far(8000)).toBeLessThan(64 * Math.max(far(1000), 2));
    expect(clusters(tokens, many(60), layers).length).toBe(60);
  });
});
