import { utf8ToBytes } from '@noble/hashes/utils.js';
import { type Utf16Offset } from '../../text/offsets.ts';
import { tokens } from '../../text/segment.ts';
import { digitsOf, putDigits, repeatFirst } from '../number-rows.ts';
import { type ArticleView } from './write-record.ts';

const [zero, bracket] = [0x30, 0x5b] as const;

/**
 * `tokensOf` as JSON in UTF-8. Tokens are half of a line and nothing but numbers: to make an object of each only to print it, and to encode
 * what is printed among Persian words, would take longer than all the rest of the line. The numbers grow along the text, so that runs of
 * tokens have equally long ones; what stands round the numbers is copied for a whole run at once. It is what `numberRows` does, for two columns
 * that are not made first: the native format is held to half of what bare JSON takes.
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
    bytes.set(printed, runStart);
    repeatFirst(bytes, runStart, printed.length, at);
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
