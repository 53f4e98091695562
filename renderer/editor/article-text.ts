import { type Direction, directionOf } from '../../shared/text/direction.ts';
import { graphemesIn } from '../../shared/text/graphemes.ts';
import { type Span, span } from '../../shared/text/offsets.ts';
import { sentencesIn } from '../../shared/text/sentences.ts';
import { tokensIn } from '../../shared/text/tokens.ts';
import { lineAt, lineEnd, lineMap, type LineMap, lineStart } from './positions.ts';
import { type Cluster } from './text-layout.ts';

/** What a gesture takes hold of: a letter with Alt or where selecting takes letters, else by the number of clicks. */
export type Unit = 'grapheme' | 'word' | 'sentence' | 'paragraph';

/** The text as the editor handles it: by line, and cut into units when first asked. Spans are offsets in the article. */
export interface ArticleText {
  readonly text: string;
  readonly lines: LineMap;
  line(line: number): Span;
  direction(line: number): Direction;
  /** Words, and marks such as « or : each alone. */
  words(line: number): readonly Span[];
  letters(line: number): readonly Span[];
  /** The unit that holds a word or letter found under the pointer. */
  widen(found: Span, unit: Unit): Span;
  /** Of the line: offsets count from its start. */
  cluster(line: number, offset: number): Cluster;
}

export function articleText(text: string): ArticleText {
  const lines = lineMap(text);
  const line = (index: number): Span => ({ start: lineStart(lines, index), end: lineEnd(lines, index) });
  const words = remembered((index) => tokensIn(text, line(index)));
  const letters = remembered((index) => graphemesIn(text, line(index)));
  const sentences = remembered((index) => sentencesIn(text, line(index)));
  const direction = remembered((index) => directionOf(text.slice(line(index).start, line(index).end)));

  return {
    text,
    lines,
    line,
    direction,
    words,
    letters,
    widen(found, unit) {
      const index = lineAt(lines, found.start);
      if (unit === 'paragraph') return line(index);
      if (unit === 'sentence') return sentences(index).find(({ end }) => found.start < end) ?? found;
      return found;
    },
    cluster(index, offset) {
      const all = letters(index);
      const { start } = line(index);
      const at = all.findIndex(({ end }) => end > offset + start);
      const found = all[at];
      if (!found) throw new Error(`no letter at ${offset} of line ${index}`);
      const inLine = (part: Span | undefined): Span | null => (part ? span(part.start - start, part.end - start) : null);
      return { before: inLine(all[at - 1]), at: span(found.start - start, found.end - start), after: inLine(all[at + 1]) };
    },
  };
}

function remembered<Value>(make: (index: number) => Value): (index: number) => Value {
  const made = new Map<number, Value>();
  return (index) => {
    const known = made.get(index);
    if (known !== undefined) return known;
    const value = make(index);
    made.set(index, value);
    return value;
  };
}
