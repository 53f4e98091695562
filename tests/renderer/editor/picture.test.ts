import { describe, expect, it } from 'vitest';
import { type Mark, marksOn } from '../../../renderer/editor/marks.ts';
import { type LineLayout, type PictureContext, pictureOf } from '../../../renderer/editor/picture.ts';
import { type Annotation } from '../../../shared/model/annotation.ts';
import { span } from '../../../shared/text/offsets.ts';
import { annotation, schema } from './annotations.ts';

/** A line of letters ten pixels wide, right to left from x = 1000. */
const layout: LineLayout = {
  direction: 'rtl',
  boxes: ({ start, end }) => (start < end ? [{ left: 1000 - 10 * end, right: 1000 - 10 * start, top: 10, bottom: 40 }] : []),
  edge: ({ start, end }, edge) => ({
    x: 1000 - 10 * (edge === 'start' ? start : end),
    top: 10,
    bottom: 40,
    inwards: edge === 'start' ? -1 : 1,
  }),
  laneDrop: () => 30,
};

const context = (over: Partial<PictureContext> = {}): PictureContext => ({
  label: ({ annotation: { label } }) => {
    const index = schema.labels.findIndex(({ id }) => id === label);
    return { index, label: schema.labels[index] as (typeof schema.labels)[number] };
  },
  emphasis: () => 'plain',
  number: ({ annotation: { spans } }) => (spans.length > 1 ? '۱' : null),
  badge: () => null,
  pending: [],
  invisibles: [],
  lanes: 3,
  length: 90,
  ...over,
});
const draw = (annotations: readonly Annotation[], over: Partial<PictureContext> = {}, line = span(0, 90)) =>
  pictureOf(marksOn(line, annotations), layout, context(over));
const focusing = (id: string): Partial<PictureContext> => ({
  emphasis: ({ annotation: one }: Mark) => (one.id === id ? 'focused' : 'plain'),
});

describe('pictureOf', () => {
  it('draws each lane under its letters, from the side where the line begins', () => {
    const { lanes } = draw([annotation('q', 'QUOTE', [2, 8])]);
    expect(lanes).toEqual([{ annotation: 'q', label: 0, kind: 'lane', from: 979.25, to: 920.75, y: 40, width: 3, dashes: [] }]);
  });

  it('an interrupted annotation is one lane with a dotted joint, nothing else lies in its gap', () => {
    const { lanes } = draw([annotation('q', 'QUOTE', [0, 10], [20, 30]), annotation('c', 'CUE', [12, 18])]);
    const heights = lanes.map(({ label, kind, y }) => [label, kind, y]);
    expect(heights).toEqual([
      [0, 'joint', 40],
      [0, 'lane', 40],
      [0, 'lane', 40],
      [2, 'lane', 45],
    ]);
  });

  it('tints the quote at rest, and every label when focused or related', () => {
    const both = [annotation('q', 'QUOTE', [0, 10]), annotation('s', 'SPEAKER', [11, 20])];
    expect(draw(both).tints.map(({ label, emphasis }) => [label, emphasis])).toEqual([[0, 'plain']]);
    expect(draw(both, focusing('s')).tints.map(({ label, emphasis }) => [label, emphasis])).toEqual([
      [0, 'plain'],
      [1, 'focused'],
    ]);
  });

  it('gives the focused annotation a handle at both ends of every piece, and none where a piece goes on to another line', () => {
    const handles = draw([annotation('q', 'QUOTE', [5, 120], [130, 140])], focusing('q')).handles;
    expect(handles.map(({ piece, edge, at }) => [piece, edge, at.x])).toEqual([[0, 'start', 950]]);
    const whole = draw([annotation('q', 'QUOTE', [5, 10], [20, 30])], focusing('q')).handles;
    expect(whole.map(({ piece, edge }) => `${piece} ${edge}`)).toEqual(['0 start', '0 end', '1 start', '1 end']);
  });

  it('puts a letter in the gutter where an annotation begins, with the number at every piece of an interrupted one', () => {
    const { gutter } = draw([annotation('q', 'QUOTE', [0, 10], [20, 30]), annotation('s', 'SPEAKER', [12, 18])]);
    expect(gutter.map(({ badges }) => badges.map(({ text }) => text))).toEqual([['ن۱', 'ن۱', 'گ']]);
  });

  it('says nothing in the gutter of the second line of a long annotation', () => {
    expect(draw([annotation('q', 'QUOTE', [5, 200])], {}, span(100, 190)).gutter).toEqual([]);
  });

  it('counts what lies deeper than three lanes and does not draw it', () => {
    const deep = ['QUOTE', 'COMMITMENT', 'CUE', 'MENTION', 'DEADLINE'].map((label, index) => annotation(`a${index}`, label, [index, 40]));
    const { lanes, gutter } = draw(deep);
    expect(lanes).toHaveLength(3);
    expect(gutter.map(({ more }) => more)).toEqual([2]);
  });

  it('shows a number to choose by at the very start of an annotation only', () => {
    const badge = { badge: () => '۲' };
    expect(draw([annotation('q', 'QUOTE', [0, 10], [20, 30])], badge).numbers.map(({ text, at }) => [text, at.x])).toEqual([['۲', 1000]]);
    expect(draw([annotation('q', 'QUOTE', [5, 200])], badge, span(100, 190)).numbers).toEqual([]);
  });
});
