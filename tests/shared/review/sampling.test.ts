import { expect, it } from 'vitest';
import { type Annotation } from '../../../shared/model/annotation.ts';
import { type AnnotationId, type LabelId } from '../../../shared/model/id.ts';
import { planned, risksOf } from '../../../shared/review/sampling.ts';
import { type Case } from '../../../shared/review/settlement.ts';
import { type Span, span } from '../../../shared/text/offsets.ts';

const annotation = (id: string, label: string, spans: readonly Span[], flagged = false): Annotation => ({
  id: id as AnnotationId, label: label as LabelId, spans, attributes: {}, entity: null, note: '', flagged, origin: 'manual',
});

/** Of one reader; only what risk is read from. */
const caseOf = (one: Annotation): Case =>
  ({ key: one.id, members: [{ annotation: one }], hull: { start: one.spans[0]?.start, end: one.spans.at(-1)?.end } }) as unknown as Case;

const order = (marks: readonly Annotation[], suggested: readonly Annotation[] = []): readonly string[] => {
  const risks = risksOf(marks.map(caseOf), suggested);
  return [...risks].sort(([, a], [, b]) => b - a).map(([{ key }]) => key);
};

const plain = annotation('plain', 'CUE', [span(0, 4)]);
const another = annotation('another', 'CUE', [span(10, 14)]);

it.each([
  ['a label that is rare here before one that is common', [plain, another, annotation('rare', 'QUOTE', [span(20, 24)])], [], 'rare'],
  ['a long passage before a short one', [plain, annotation('long', 'CUE', [span(20, 60)])], [], 'long'],
  ['one in pieces before one of the same length', [plain, annotation('pieces', 'CUE', [span(20, 21), span(23, 24)])], [], 'pieces'],
  ['what the annotator doubted before all else', [plain, annotation('long', 'QUOTE', [span(20, 90)]), annotation('doubted', 'CUE', [span(95, 98)], true)], [], 'doubted'],
  ['what no machine proposed before what one did', [plain, another], [annotation('m', 'CUE', [span(0, 4)])], 'another'],
  ['what a machine proposed under another label', [plain, another], [annotation('m', 'CUE', [span(0, 4)]), annotation('n', 'MENTION', [span(10, 14)])], 'another'],
  ['what a machine proposed with other borders', [plain, another], [annotation('m', 'CUE', [span(0, 4)]), annotation('n', 'CUE', [span(10, 12)])], 'another'],
] as const)('first comes %s', (_, marks, suggested, first) => expect(order(marks, suggested)[0]).toBe(first));

it('other borders are less of a surprise than nothing', () =>
  expect(order([plain, another], [annotation('m', 'CUE', [span(0, 2)])])).toEqual(['another', 'plain']));

it('without proposals nothing is a surprise: two that are alike are as risky', () =>
  expect(new Set(risksOf([plain, another].map(caseOf)).values()).size).toBe(1));

it('the riskiest part is given in reading order', () => {
  const marks = [annotation('a', 'QUOTE', [span(0, 40)]), plain, another, annotation('d', 'QUOTE', [span(50, 99)])];
  expect(planned(marks.map(caseOf), { kind: 'risk', part: 0.5 }, 'x').map(({ key }) => key)).toEqual(['a', 'd']);
});
