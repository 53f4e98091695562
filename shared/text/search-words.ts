import { type Span } from './offsets.ts';
import { fold } from './persian.ts';

/** Raised whenever the same text would give other words: an index that was made by another version is made anew. */
export const searchWordsVersion = 1;

/** A word as searching sees it, and where it stands in the text that it was found in. */
export interface SearchWord {
  /** Folded; of two parts that may be written as one, without what stands between them. */
  readonly word: string;
  readonly span: Span;
}

/** Written apart, with a half space, or as one with the word that follows. */
const prefixes: ReadonlySet<string> = new Set(['می', 'نمی', 'بی']);
/** Written apart, with a half space, or as one with the word before. */
const suffixes: ReadonlySet<string> = new Set([
  'ها', 'های', 'هایی', 'هایم', 'هایت', 'هایش', 'هایمان', 'هایتان', 'هایشان', 'ای', 'ام', 'ات', 'اش', 'ایم', 'اید', 'اند', 'تر', 'تری', 'ترین', 'مان', 'تان', 'شان',
]);
/** UTF-16 code units; what is longer is no word. */
const longestWord = 64;

interface Piece {
  readonly word: string;
  readonly start: number;
  readonly end: number;
}

const piecesOf = (folded: string): readonly Piece[] =>
  Array.from(folded.matchAll(/[\p{L}\p{N}]+/gu), ({ 0: word, index }) => ({ word: word.slice(0, longestWord), start: index, end: index + word.length }));

/** Do the two belong to one word that is written apart here? Only a blank may stand between them. */
const belongTogether = (folded: string, one: Piece, two: Piece): boolean =>
  (prefixes.has(one.word) || suffixes.has(two.word)) && folded.slice(one.end, two.start).trim() === '' && !folded.slice(one.end, two.start).includes('\n');

/** Pieces that are one word with a neighbour, joined: one for each run of them. */
function* joinedPieces(folded: string, pieces: readonly Piece[]): Generator<Piece> {
  for (let first = 0; first < pieces.length; first++) {
    let last = first;
    while (last + 1 < pieces.length && belongTogether(folded, pieces[last] as Piece, pieces[last + 1] as Piece)) last++;
    if (last === first) continue;
    const run = pieces.slice(first, last + 1);
    yield { word: run.map(({ word }) => word).join('').slice(0, longestWord), start: (run[0] as Piece).start, end: (run.at(-1) as Piece).end };
    first = last;
  }
}

/** All words of a text that a search may ask for: each piece, and what pieces are together where they are one word written apart. */
export function searchWords(text: string): readonly SearchWord[] {
  const folded = fold(text);
  const pieces = piecesOf(folded.text);
  return [...pieces, ...joinedPieces(folded.text, pieces)].map(({ word, start, end }) => ({ word, span: folded.toSource(start, end) }));
}

/** The same words without their places, which take most of the time. */
export function searchTerms(text: string): readonly string[] {
  const folded = fold(text).text;
  const pieces = piecesOf(folded);
  return [...pieces, ...joinedPieces(folded, pieces)].map(({ word }) => word);
}

/** What somebody looks for, word by word: pieces of one word that is written apart are that word, however the text writes it. */
export function queryTerms(query: string): readonly string[] {
  const folded = fold(query).text;
  const pieces = piecesOf(folded);
  const joined = [...joinedPieces(folded, pieces)];
  const alone = pieces.filter(({ start }) => !joined.some((run) => start >= run.start && start < run.end));
  return [...new Set([...alone, ...joined].sort((a, b) => a.start - b.start).map(({ word }) => word))];
}

/** A place of a word that was looked for, with the number of different ones in the stretch that begins there. */
export interface SearchHit {
  /** The first and best place; what a person is led to. */
  readonly best: Span;
  /** All places, in the order of the text; none overlaps another. */
  readonly places: readonly Span[];
}

/** UTF-16 code units of one line in which words that stand together are looked for. */
const stretch = 200;

/** Where the words that were looked for stand, each also as the beginning of a longer word; `null` where none of them does. */
export function findTerms(text: string, terms: readonly string[]): SearchHit | null {
  const found = searchWords(text).flatMap(({ word, span }) => {
    const term = terms.findIndex((one) => word.startsWith(one));
    return term < 0 ? [] : [{ term, span }];
  }).sort((a, b) => a.span.start - b.span.start || b.span.end - a.span.end);
  const places: { readonly term: number; readonly span: Span }[] = [];
  for (const one of found) if (one.span.start >= (places.at(-1)?.span.end ?? 0)) places.push(one);
  let best: { readonly span: Span; readonly different: number } | null = null;
  for (const [index, { span }] of places.entries()) {
    const lineEnd = text.indexOf('\n', span.start);
    const end = Math.min(span.start + stretch, lineEnd < 0 ? text.length : lineEnd);
    const near = new Set<number>();
    for (let next = index; next < places.length && (places[next]?.span.start ?? Infinity) < end; next++) near.add((places[next] as { term: number }).term);
    if (!best || near.size > best.different) best = { span, different: near.size };
  }
  return best && { best: best.span, places: places.map(({ span }) => span) };
}
