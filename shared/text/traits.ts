/**
 * What a character can be to those who cut a text, as bits: ZWNJ is an extender after a letter and a blank after a blank. Where a text is
 * cut follows from these alone.
 */
export const letter = 1;
/** Also a letter. */
export const digit = 2;
/** Attaches to the character before it: GB9, GB9a. */
export const extender = 4;
/** Shows nothing where it has nothing to attach to, or ever. */
export const blank = 8;
/** Stands alone whatever follows: GB4, GB5. The signs U+0600–U+0605 and the like are visible and do not belong here. */
export const control = 16;
export const picture = 32;
/** Half a flag. */
export const regional = 64;
/** Zero-width characters that some programs leave inside words, and ¬, which old Word files have for ZWNJ. */
export const joiner = 128;
/** Between two digits only: ۱۲٬۵۰۰ ۳٫۵ 3.14 1403/05/01 ۱۰:۳۰ 2021-02-03. */
export const digitJoint = 256;
export const percent = 512;
const known = 1024;

const definitions: readonly (readonly [trait: number, holds: RegExp])[] = [
  [letter, /(?!\p{ExtPict})[\p{L}\p{M}\p{N}]/u],
  [digit, /\p{Nd}/u],
  [extender, /[\p{Gr_Ext}\p{Mc}\p{EMod}\u200d\u0e33\u0eb3]/u],
  [blank, /[\p{Zs}\u200c\u200d]/u],
  [control, /[\p{Cc}\p{Zl}\p{Zp}]|(?![\u0600-\u0605\u06dd\u070f\u0890\u0891\u08e2\u200c\u200d]|\p{Gr_Ext})\p{Cf}/u],
  [picture, /\p{ExtPict}/u],
  [regional, /\p{RI}/u],
  [joiner, /[\u00ac\u00ad\u061c\u200b\u200e\u200f\u2060\ufeff]/u],
  [digitJoint, /[.,٫٬/:-]/u],
  [percent, /[٪%]/u],
];

/** By code point, 0 for what was never met. A text has some hundred different characters: only they are looked up in Unicode's tables. */
const met = new Uint16Array(0x110000);

/** The traits of a code point, and a bit that says nothing. A surrogate without its partner has none. */
export const traitsOf = (point: number): number => met[point] || learnt(point);

function learnt(point: number): number {
  const character = String.fromCodePoint(point);
  return (met[point] = definitions.reduce((traits, [trait, holds]) => (holds.test(character) ? traits | trait : traits), known));
}

/** The code point that begins here. What lies at `end` or behind it is not seen. */
export function pointAt(text: string, at: number, end: number): number {
  const unit = text.charCodeAt(at);
  if ((unit & 0xfc00) !== 0xd800 || at + 1 >= end) return unit;
  const low = text.charCodeAt(at + 1);
  return (low & 0xfc00) === 0xdc00 ? ((unit - 0xd800) << 10) + (low - 0xdc00) + 0x10000 : unit;
}

/** How many code units a code point takes. */
export const widthOf = (point: number): 1 | 2 => (point < 0x10000 ? 1 : 2);

/** Where what has this trait ends, from `at` on; `at` itself where nothing has it. */
export function runEnd(text: string, from: number, end: number, trait: number): number {
  let at = from;
  while (at < end) {
    const point = pointAt(text, at, end);
    if ((traitsOf(point) & trait) === 0) break;
    at += widthOf(point);
  }
  return at;
}
