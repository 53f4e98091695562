import { utf8ToBytes } from '@noble/hashes/utils.js';
import { type Utf16Offset } from '../../text/offsets.ts';
import { tokens } from '../../text/segment.ts';
import { type ArticleView } from './write-record.ts';

const [zero, bracket] = [0x30, 0x5b] as const;

/** Of a whole number from 0 up. */
const digitsOf = (value: number): number => String(value).length;

/**
 * `tokensOf` as JSON in UTF-8. Tokens are half of a line and nothing but numbers: to make an object of each only to print it, and to encode
 * what is printed among Persian words, would take longer than all the rest of the line. The numbers grow along the text, so that runs of
 * tokens have equally long ones; what stands round the numbers is copied for a whole run at once.
 */
export function tokenBytes({ article, offsets }: ArticleView): Uint8Array {
  const found = tokens(article.text);
  const isPlain = offsets.codePointLength === article.text.length;
  const pointOf = (offset: Utf16Offset): number => (isPlain ? offset : offsets.toCodePoint(offset));
  const bytes = new Uint8Array(found.length * pattern(digitsOf(article.text.length), digitsOf(article.text.length)).length + '[]'.length);
  let at = 0;
  for (let first = 0, next = 0; first < found.length; first = next) {
    const { start, end } = found[first] as (typeof found)[number];
    const [startDigits, endDigits] = [digitsOf(pointOf(start)), digitsOf(pointOf(end))];
    const [startLimit, endLimit] = [10 ** startDigits, 10 ** endDigits];
    const printed = pattern(startDigits, endDigits);
    const startPlace = printed.indexOf(zero) + startDigits - 1;
    const endPlace = printed.lastIndexOf(zero);
    const runStart = at;
    for (let token = found[next]; token; token = found[++next]) {
      if (pointOf(token.start) >= startLimit || pointOf(token.end) >= endLimit) break;
      at += printed.length;
    }
    repeat(bytes, runStart, at, printed);
    for (let index = first; index < next; index++) {
      const token = found[index] as (typeof found)[number];
      const place = runStart + (index - first) * printed.length;
      putDigits(bytes, place + startPlace, pointOf(token.start));
      putDigits(bytes, place + endPlace, pointOf(token.end));
    }
  }
  // The comma before the first one.
  bytes[0] = bracket;
  if (at === 0) at = 1;
  bytes[at] = bracket + 2;
  return bytes.subarray(0, at + 1);
}

/** A token whose numbers are all zeros, with the comma before it. */
const pattern = (startDigits: number, endDigits: number): Uint8Array =>
  utf8ToBytes(`,{"start":${'0'.repeat(startDigits)},"end":${'0'.repeat(endDigits)}}`);

/** Fills the bytes with the pattern over and over, copying what is there twice as much each time. */
function repeat(bytes: Uint8Array, from: number, to: number, printed: Uint8Array): void {
  bytes.set(printed, from);
  for (let length = printed.length; from + length < to; length *= 2) bytes.copyWithin(from + length, from, Math.min(from + length, to - length));
}

/** The digits of a whole number below 2^31 over the zeros that end at this place. `| 0` lets the engine divide whole numbers. */
function putDigits(bytes: Uint8Array, last: number, value: number): void {
  let left = value;
  for (let place = last; left > 0; place--) {
    const tenth = (left / 10) | 0;
    bytes[place] = zero + left - tenth * 10;
    left = tenth;
  }
}
