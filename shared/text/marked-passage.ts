import { inContext } from './in-context.ts';
import { type Span } from './offsets.ts';
import { sentences } from './sentences.ts';

/** A part of a text, cut where what is marked in it begins and ends. */
export type PassagePart = { readonly words: string; readonly isMarked: boolean };

/** UTF-16 code units: a longer sentence is shown round the place only. */
const longest = 320;
const around = 120;

/** The sentence that a place stands in, with all places in it marked. */
export function passageAround(text: string, place: Span, places: readonly Span[]): readonly PassagePart[] {
  const sentence = sentences(text).find(({ start, end }) => start <= place.start && place.end <= end);
  if (!sentence || sentence.end - sentence.start > longest) {
    const { before, marked, after } = inContext(text, place, around);
    return parts([[before, false], [marked, true], [after, false]]);
  }
  const inside = places.filter(({ start, end }) => sentence.start <= start && end <= sentence.end);
  let at: number = sentence.start;
  const cut = inside.flatMap(({ start, end }): readonly (readonly [string, boolean])[] => {
    const before = text.slice(at, start);
    at = end;
    return [[before, false], [text.slice(start, end), true]];
  });
  return parts([...cut, [text.slice(at, sentence.end), false]]);
}

const parts = (all: readonly (readonly [words: string, isMarked: boolean])[]): readonly PassagePart[] =>
  all.filter(([words]) => words !== '').map(([words, isMarked]) => ({ words: words.replaceAll('\n', ' '), isMarked }));
