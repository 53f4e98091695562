import { graphemeHull } from './graphemes.ts';
import { type Span, span } from './offsets.ts';

/** A text with every spelling variant written in one way, for search and matching only, and the way back to the text it was made of. */
export interface Folded {
  readonly text: string;
  /** The part of the source that a part of the folded text was made of, in whole grapheme clusters. */
  toSource(start: number, end: number): Span;
}

/** Letters that stand for another one after decomposition: Arabic ye, alef maksura, kaf, te marbuta, and the kinds of he. */
const letters: Readonly<Record<string, string>> = {
  ي: 'ی', ى: 'ی', ې: 'ی', ك: 'ک', ة: 'ه', ە: 'ه', ہ: 'ه', ھ: 'ه', 'ٱ': 'ا', '٫': '.', '٬': ',', '٪': '%',
};

/** Marks, tatweel and invisible characters; U+200B, U+FEFF and ¬ are what some programs write for ZWNJ. */
const dropped = /^(?:\p{Mn}|\p{Me}|(?=\p{DI})\p{Cf}|[\u0640\u00ac])$/u;
const presentationForm = /^[\ufb50-\ufdff\ufe70-\ufefc]$/;
/** «خانه‌ی» is another way to write «خانهٔ»: the joined ye goes as the hamza does. */
const joinedYe = /[هةەہھ]\u200c[یيى](?![\p{M}\p{DI}\u0640]*(?!\u0640)\p{L})/gu;

/**
 * Folds ye, kaf, he, alef and hamza, the three sets of digits, presentation forms, Latin case and accents, kinds of blank; drops short
 * vowels, ZWNJ, ZWJ, tatweel, and direction marks. LF stays, so lines are still lines.
 */
export function fold(source: string): Folded {
  const silentYes = new Set(Array.from(source.matchAll(joinedYe), (match) => match.index + 2));
  const written: string[] = [];
  /** For each code unit of the folded text: where the character that it was made of starts and ends in the source. */
  const starts: number[] = [];
  const ends: number[] = [];
  let at = 0;
  for (const character of source) {
    const folded = silentYes.has(at) ? '' : foldCharacter(character);
    written.push(folded);
    for (let unit = 0; unit < folded.length; unit++) {
      starts.push(at);
      ends.push(at + character.length);
    }
    at += character.length;
  }
  return {
    text: written.join(''),
    toSource(start, end) {
      if (start < 0 || start >= end || end > starts.length)
        throw new Error(`folded span ${start}–${end} in a folded text of ${starts.length}`);
      return graphemeHull(source, span(starts[start] as number, ends[end - 1] as number));
    },
  };
}

const plain = new Map<string, string>();

function foldCharacter(character: string): string {
  let folded = plain.get(character);
  if (folded === undefined) {
    folded = Array.from(character.normalize(presentationForm.test(character) ? 'NFKD' : 'NFD'), foldPart).join('');
    plain.set(character, folded);
  }
  return folded;
}

function foldPart(part: string): string {
  if (dropped.test(part)) return '';
  if (/^\p{Nd}$/u.test(part)) return digit(part);
  if (/^\p{Zs}$/u.test(part)) return ' ';
  return letters[part] ?? part.toLowerCase();
}

/** Persian and Arabic digits as ASCII; digits of other scripts stay. */
function digit(part: string): string {
  const code = part.charCodeAt(0);
  if (code >= 0x660 && code <= 0x669) return String(code - 0x660);
  return code >= 0x6f0 && code <= 0x6f9 ? String(code - 0x6f0) : part;
}
