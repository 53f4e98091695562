import { inReadingOrder } from '../compare/align.ts';
import { type Link, type Marked, type Piece, type Work } from '../compare/marked.ts';
import { lowerBound } from '../text/lower-bound.ts';
import { tokens } from '../text/tokens.ts';

/** What lengths and places are counted in. */
export type Unit = 'character' | 'token';

/** One person's work on a Continuum. */
export interface Voice extends Work {
  readonly annotator: string;
}

/** One text as several people marked it, on one ruler from 0 to `length`. */
export interface Continuum {
  /** Names the text: what is drawn at random for it depends on its name, not on its neighbours. */
  readonly article: string;
  readonly length: number;
  /** In the order of their names. */
  readonly voices: readonly Voice[];
}

export const continuum = (article: string, length: number, voices: readonly Voice[]): Continuum => ({
  article, length, voices: [...voices].sort((a, b) => (a.annotator < b.annotator ? -1 : 1)),
});

/** The same marks counted in tokens. */
export const inTokens = (text: string, whole: Continuum): Continuum => inSegments(tokens(text), whole);

/** The same marks counted in segments of the text, in order: a piece covers those that it touches. What touches none is left out, with its links. */
export const inSegments = (all: readonly Piece[], { article, voices }: Continuum): Continuum =>
  ({ article, length: all.length, voices: voices.map((voice) => voiceInSegments(voice, all)) });

function voiceInSegments({ annotator, marked, links }: Voice, all: readonly Piece[]): Voice {
  const kept = marked.flatMap((one) => {
    const spans = one.spans.flatMap((piece) => touched(piece, all)).reduce<readonly Piece[]>(joinTouching, []);
    return spans.length > 0 ? [{ ...one, spans }] : [];
  });
  const ids = new Set(kept.map(({ id }) => id));
  return { annotator, marked: kept, links: links.filter(({ from, to }) => ids.has(from) && (to.kind === 'entity' || ids.has(to.id))) };
}

function touched({ start, end }: Piece, all: readonly Piece[]): readonly Piece[] {
  const first = lowerBound(all, (segment) => segment.end > start);
  const behind = lowerBound(all, (segment) => segment.start >= end);
  return first < behind ? [{ start: first, end: behind }] : [];
}

/** Two pieces of one quote may lie in one segment. */
function joinTouching(pieces: readonly Piece[], next: Piece): readonly Piece[] {
  const last = pieces.at(-1);
  return last && next.start < last.end ? [...pieces.slice(0, -1), { start: last.start, end: Math.max(last.end, next.end) }] : [...pieces, next];
}

const restricted = new WeakMap<Continuum, Map<string, Continuum>>();

/** As if nothing but this Label had been marked. Asked twice, it gives the same object. */
export function onlyLabel(whole: Continuum, label: string | null): Continuum {
  if (label === null) return whole;
  const known = restricted.get(whole) ?? new Map<string, Continuum>();
  restricted.set(whole, known);
  const found = known.get(label) ?? {
    ...whole, voices: whole.voices.map((voice) => ({ ...voice, marked: voice.marked.filter((one) => one.label === label), links: [] })),
  };
  known.set(label, found);
  return found;
}

/** What unitizing measures call units: every piece of every Annotation, in order. */
export interface Stretch extends Piece {
  readonly label: string;
}

export const stretchesOf = ({ marked }: Work): readonly Stretch[] =>
  [...marked].sort(inReadingOrder).flatMap(({ label, spans }) => spans.map(({ start, end }) => ({ start, end, label }))).sort(byPlace);

export const byPlace = (a: Stretch, b: Stretch): number => a.start - b.start || a.end - b.end || (a.label < b.label ? -1 : a.label > b.label ? 1 : 0);

/** Pieces of one Label, those that overlap joined: what measures take that allow a person only one unit at a place. */
export function joinedPieces(marked: readonly Marked[], label: string): readonly Piece[] {
  const pieces = marked.flatMap((one) => (one.label === label ? one.spans : [])).toSorted((a, b) => a.start - b.start || a.end - b.end);
  return pieces.reduce<Piece[]>((joined, { start, end }) => {
    const last = joined.at(-1);
    if (last && start < last.end) joined[joined.length - 1] = { start: last.start, end: Math.max(last.end, end) };
    else joined.push({ start, end });
    return joined;
  }, []);
}

export const labelsOf = ({ voices }: Continuum): readonly string[] =>
  [...new Set(voices.flatMap(({ marked }) => marked.map(({ label }) => label)))].sort();

/** Relations of a type; of all types for `null`. */
export const linksOf = ({ links }: Work, type: string | null): readonly Link[] =>
  (type === null ? links : links.filter((link) => link.type === type));

/** The two people of a Continuum of two. */
export function twoVoices({ article, voices: [a, b, ...others] }: Continuum): readonly [Voice, Voice] {
  if (!a || !b || others.length > 0) throw new Error(`a measure of two people was given ${others.length + Number(!!a) + Number(!!b)} on ${article}`);
  return [a, b];
}
