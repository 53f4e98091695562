import { type Annotation } from '../../../shared/model/annotation.ts';
import { graphemesIn } from '../../../shared/text/graphemes.ts';
import { codePointName, invisibleAt, type InvisibleKind } from '../../../shared/text/invisibles.ts';
import { type Span } from '../../../shared/text/offsets.ts';
import { tokens } from '../../../shared/text/tokens.ts';
import { type Interaction } from './mode.ts';
import { annotationIn, type Scene } from './scene.ts';

/** One character of the text. */
export interface NamedCharacter {
  readonly character: string;
  /** `U+0645` */
  readonly code: string;
  /** Set for what shows nothing: it is named instead. */
  readonly invisible: InvisibleKind | null;
}

/** What a Span is in logical order, however its letters stand on the screen. */
export interface Reading {
  readonly first: NamedCharacter;
  readonly last: NamedCharacter;
  /** The character just outside an end, if it is an invisible one: nobody sees on which side of it the end is. */
  readonly before: NamedCharacter | null;
  readonly after: NamedCharacter | null;
  readonly words: number;
  /** As a reader counts them: grapheme clusters. */
  readonly characters: number;
}

/** What is read out: the selection, else the pieces of what has the focus. */
export function spansToRead(scene: Scene, { selection, focused }: Interaction): readonly Span[] {
  return selection ? [selection] : (annotationIn(scene, focused)?.spans ?? []);
}

/** @throws if a Span is empty or lies outside the text. */
export function readingOf(text: string, spans: Annotation['spans']): Reading {
  const [first, last] = [spans[0], spans.at(-1)];
  if (!first || !last) throw new Error('nothing to read out');
  return {
    first: characterAt(text, first.start),
    last: characterAt(text, startOfLast(text, last.end)),
    before: first.start > 0 ? ifInvisible(characterAt(text, startOfLast(text, first.start))) : null,
    after: last.end < text.length ? ifInvisible(characterAt(text, last.end)) : null,
    words: sum(spans, ({ start, end }) => tokens(text.slice(start, end)).filter(({ kind }) => kind === 'word').length),
    characters: sum(spans, (part) => graphemesIn(text, part).length),
  };
}

const sum = (spans: readonly Span[], count: (span: Span) => number): number => spans.reduce((all, span) => all + count(span), 0);

const ifInvisible = (one: NamedCharacter): NamedCharacter | null => (one.invisible === null ? null : one);

function characterAt(text: string, offset: number): NamedCharacter {
  const codePoint = text.codePointAt(offset);
  if (codePoint === undefined) throw new Error(`no character at ${offset} of ${text.length}`);
  return { character: String.fromCodePoint(codePoint), code: codePointName(codePoint), invisible: invisibleAt(text, offset) };
}

/** Where the code point that ends at an offset begins. */
const startOfLast = (text: string, end: number): number => end - ((text.codePointAt(end - 2) ?? 0) > 0xffff ? 2 : 1);
