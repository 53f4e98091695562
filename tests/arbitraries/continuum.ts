import fc from 'fast-check';
import { continuum, type Continuum, type Voice } from '../../shared/agreement/continuum.ts';
import { type Link, type Marked, type Piece, type Work } from '../../shared/compare/marked.ts';

/** Short, so that marks meet, stack and nest often. */
const length = 40;
export const continuumLabels = ['Q', 'S', 'C'] as const;

const piece: fc.Arbitrary<Piece> = fc.tuple(fc.integer({ min: 0, max: length - 1 }), fc.integer({ min: 1, max: 9 }))
  .map(([start, size]) => ({ start, end: Math.min(length, start + size) }));

/** One or two pieces with a gap between them. */
const spans: fc.Arbitrary<readonly Piece[]> = fc.tuple(piece, fc.option(piece, { freq: 3, nil: null })).map(([one, two]) => {
  if (two === null || (two.start <= one.end && one.start <= two.end)) return [one];
  return one.start < two.start ? [one, two] : [two, one];
});

const marked: fc.Arbitrary<Omit<Marked, 'id'>> = fc.record({
  label: fc.constantFrom(...continuumLabels),
  spans,
  attributes: fc.constantFrom<Readonly<Record<string, string>>>({}, { mode: 'direct' }, { mode: 'indirect' }),
  entity: fc.constantFrom(null, 'ent-1', 'ent-2'),
}, { noNullPrototype: true });

/** What one person might have done: marks, with Relations between them and to Entities. Ids begin with the prefix. */
export const workWith = (prefix: string): fc.Arbitrary<Work> =>
  fc.tuple(
    fc.array(marked, { maxLength: 7 }),
    fc.array(fc.tuple(fc.nat(6), fc.nat(8), fc.constantFrom('SAID_BY', 'CUED_BY')), { maxLength: 5 }),
  ).map(([marks, links]) => ({
    marked: marks.map((one, place) => ({ ...one, id: `${prefix}${place}` })),
    links: links.flatMap(([from, to, type], place): readonly Link[] => {
      if (from >= marks.length || (to < 7 && to >= marks.length)) return [];
      const target = to < 7 ? { kind: 'annotation', id: `${prefix}${to}` } as const : { kind: 'entity', id: `ent-${to}` } as const;
      return [{ id: `${prefix}r${place}`, type, from: `${prefix}${from}`, to: target }];
    }),
  }));

/** The same work under ids of somebody else. */
export const underOtherIds = ({ marked: marks, links }: Work, prefix: string): Work => ({
  marked: marks.map((one) => ({ ...one, id: prefix + one.id })),
  links: links.map(({ id, type, from, to }) =>
    ({ id: prefix + id, type, from: prefix + from, to: to.kind === 'entity' ? to : { ...to, id: prefix + to.id } })),
});

export const people = ['الف', 'ب', 'پ', 'ت'] as const;

/** A text that so many people marked. */
export const continuumOf = (article: string, count: { readonly min: number; readonly max: number }): fc.Arbitrary<Continuum> =>
  fc.integer(count).chain((number) => fc.tuple(...people.slice(0, number).map((name) => workWith(name)))).map((works) =>
    continuum(article, length, works.map((work, place): Voice => ({ annotator: people[place] ?? '', ...work }))));

/** Blank text under it, one token for each unit: what is measured on tokens is the same as on characters. */
export const textUnder = (): string => Array.from({ length }, () => '«').join('');
