import { type Place, problem } from '../../result.ts';
import { lowerBound } from '../../text/lower-bound.ts';
import { codePoint, type OffsetMap, offsetMap, type Span } from '../../text/offsets.ts';
import { readSourceText } from '../../text/source-text.ts';
import { decodeUtf8 } from '../../text/utf8.ts';
import { type NamedBytes } from '../codec.ts';
import { type Findings } from '../findings.ts';
import { excerpt } from '../shape-problems.ts';
import { type Mark, type Piece } from './read-lines.ts';

/** A text as an Article has it, and the way from a file's offsets to it. */
export interface Source {
  readonly text: string;
  /** The Spans of a mark, in text order; `null` with a Problem when they lie outside the text or something else stands there. */
  readonly spansOf: (mark: Mark, found: Findings) => readonly Span[] | null;
}

/** A text that is as it must be. */
export const sourceOf = (text: string): Source => ({ text, spansOf: finder([viewOf(text)]) });

/**
 * The text of a foreign file. Where a byte order mark or line ends of two characters were cleaned away, some programs count them and some
 * do not: a mark is looked for where the file's own text has it, and then where the clean one does.
 */
export function readSource(file: NamedBytes, found: Findings): Source | null {
  const clean = readSourceText(file.bytes, { file: file.name });
  found.add(...(clean.ok ? clean.value.warnings : clean.problems));
  const raw = decodeUtf8(file.bytes);
  if (!clean.ok || !raw.ok) return null;
  const { text } = clean.value;
  return { text, spansOf: finder(raw.text === text ? [viewOf(text)] : [cleaned(raw.text, text), viewOf(text)]) };
}

interface View {
  readonly length: number;
  /** In the clean text. */
  readonly toUtf16: (offset: number) => number;
  readonly text: string;
}

function viewOf(text: string): View {
  const offsets: OffsetMap = offsetMap(text);
  return { length: offsets.codePointLength, toUtf16: (offset) => offsets.toUtf16(codePoint(offset)), text };
}

/** Counts in the file's text, answers in the clean one: each CRLF lost a character, each mark before the text did. */
function cleaned(raw: string, text: string): View {
  const offsets = offsetMap(raw);
  const lost: number[] = [];
  const marks = /^\ufeff*/.exec(raw)?.[0].length ?? 0;
  for (let at = 0; at < marks; at++) lost.push(at);
  for (let at = raw.indexOf('\r\n'); at !== -1; at = raw.indexOf('\r\n', at + 2)) lost.push(at);
  return {
    length: offsets.codePointLength,
    toUtf16: (offset) => {
      const place = offsets.toUtf16(codePoint(offset));
      return place - lowerBound(lost, (one) => one >= place);
    },
    text,
  };
}

const finder =
  (views: readonly [View, ...View[]]): Source['spansOf'] =>
  (mark, found) => {
    const [first] = views;
    const place: Place = { ...mark.place, record: mark.id };
    const outside = mark.pieces.find(({ start, end }) => start >= end || views.every(({ length }) => end > length));
    if (outside) {
      found.add(problem('span-outside-text', place, { ...outside, length: first.length }));
      return null;
    }
    const tries = views.map((view) => spansIn(view, mark.pieces));
    const spans = tries.find((one) => one !== null && (readsAs(first.text, one, mark.text) || readsAs(first.text, inOrder(one), mark.text)));
    if (spans) return inOrder(spans);
    const expected = tries.flatMap((one) => one ?? []).map(({ start, end }) => first.text.slice(start, end)).join(' ');
    const [{ start }, { end }] = [mark.pieces[0] as Piece, mark.pieces.at(-1) as Piece];
    found.add(problem('span-text-differs', place, { start, end, found: excerpt(mark.text ?? ''), expected: excerpt(expected) }));
    return null;
  };

function spansIn({ length, toUtf16 }: View, pieces: readonly Piece[]): readonly Span[] | null {
  if (pieces.some(({ end }) => end > length)) return null;
  const spans = pieces.map(({ start, end }) => ({ start: toUtf16(start), end: toUtf16(end) }) as Span);
  return spans.filter(({ start, end }) => start < end);
}

/** Some files list the pieces in the order in which they were marked, and their text likewise. */
const inOrder = (spans: readonly Span[]): readonly Span[] => [...spans].sort((a, b) => a.start - b.start);

/** Pieces are joined with a blank, in old files with nothing; a line feed may have become a blank: blanks do not count. */
function readsAs(text: string, spans: readonly Span[], written: string | null): boolean {
  if (spans.length === 0) return false;
  const slices = spans.map(({ start, end }) => text.slice(start, end)).join('');
  return written === null || withoutSpace(slices) === withoutSpace(written);
}

const withoutSpace = (text: string): string => text.replace(/\s/g, '');
