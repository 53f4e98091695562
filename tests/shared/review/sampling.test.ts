import { describe, expect, it } from 'vitest';
import { type Annotation } from '../../../shared/model/annotation.ts';
import { type AnnotationId, type AnnotatorId, type ArticleId, type EventId, type LabelId, type SetId } from '../../../shared/model/id.ts';
import { type Submission } from '../../../shared/model/submissions.ts';
import { carefulPart, type Haste, hasteOf } from '../../../shared/review/haste.ts';
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

describe('work that is looked at more closely', () => {
  const lengths = new Map([['art-short' as ArticleId, 400] as const, ...Array.from({ length: 20 }, (_, place) => [`art-${place}` as ArticleId, 1000] as const)]);
  const handedIn = (person: string, place: number, active?: number): Submission => ({
    kind: 'submitted', id: `evt-${person}-${place}` as EventId, article: `art-${place}` as ArticleId, by: person as AnnotatorId, at: '', set: `set-${person}-${place}` as SetId, seal: '', turn: 1,
    ...(active !== undefined && { active }),
  });
  const many = (person: string, active: number | undefined, count = 12): readonly Submission[] => Array.from({ length: count }, (_, place) => handedIn(person, place, active));
  const sara = (active: number | undefined) => [handedIn('sara', 0, active), ...many('sara', 60_000).slice(1)];

  it.each([
    ['half as long as usual is not fast', sara(30_000), []],
    ['less than half is', sara(29_999), ['fast']],
    ['of a text of another length the time for its length counts', [...sara(29_999).slice(1), { ...handedIn('sara', 0, 29_999), article: 'art-short' as ArticleId }], []],
    ['of work whose time nobody noted nothing is said', sara(undefined), []],
    ['of four others nobody can say what is usual', [handedIn('sara', 0, 1), ...many('sara', 60_000, 5).slice(1), ...many('sara', undefined).slice(5)], []],
    ['of five one can, whoever they are', [handedIn('sara', 0, 1), ...many('reza', 60_000, 5), ...many('sara', undefined).slice(1)], ['fast']],
    ['whoever has handed in nine articles is new', many('sara', 60_000, 9), ['new']],
    ['whoever has handed in ten is not', many('sara', 60_000, 10), []],
    ['others’ articles make nobody experienced', [...many('reza', 60_000), handedIn('sara', 0, 60_000)], ['new']],
    ['what was not handed in is neither', many('reza', 60_000), []],
  ] as const)('%s', (_, submissions, expected) => {
    expect(hasteOf('set-sara-0' as SetId, { submissions, lengths })).toEqual(expected);
    expect(hasteOf('set-sara-0' as SetId, { submissions: submissions.toReversed(), lengths })).toEqual(expected);
  });

  it('twice as much for each reason, and never more than all', () => {
    expect([[], ['fast'], ['fast', 'new']].map((haste) => carefulPart(0.25, haste as readonly Haste[]))).toEqual([0.25, 0.5, 1]);
    expect(carefulPart(0.6, ['new'])).toBe(1);
  });
});
