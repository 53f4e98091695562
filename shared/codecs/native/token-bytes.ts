import { type Utf16Offset } from '../../text/offsets.ts';
import { tokens } from '../../text/segment.ts';
import { type ArticleView } from './write-record.ts';

const ascii = (text: string): Uint8Array => Uint8Array.from(text, (character) => character.charCodeAt(0));

const [zero, comma, opening, closing] = [0x30, 0x2c, 0x5b, 0x5d] as const;
const [start, end, close] = [ascii('{"start":'), ascii(',"end":'), ascii('}')] as const;

/**
 * `tokensOf` as JSON in UTF-8, digit by digit. Tokens are half of a line and nothing but numbers: to make an object of each only to print it,
 * and to encode what is printed among Persian words, would take longer than all the rest of the line.
 */
export function tokenBytes({ article, offsets }: ArticleView): Uint8Array {
  const found = tokens(article.text);
  const isPlain = offsets.codePointLength === article.text.length;
  const pointOf = (offset: Utf16Offset): number => (isPlain ? offset : offsets.toCodePoint(offset));
  const longest = start.length + end.length + close.length + 2 * String(article.text.length).length + 1;
  const bytes = new Uint8Array(found.length * longest + 2);
  let at = 0;
  bytes[at++] = opening;
  for (const token of found) {
    if (at > 1) bytes[at++] = comma;
    at = put(bytes, at, start);
    at = putNumber(bytes, at, pointOf(token.start));
    at = put(bytes, at, end);
    at = putNumber(bytes, at, pointOf(token.end));
    at = put(bytes, at, close);
  }
  bytes[at++] = closing;
  return bytes.subarray(0, at);
}

/** Where the next byte goes. `set` would take longer for so few. */
function put(bytes: Uint8Array, at: number, characters: Uint8Array): number {
  for (let index = 0; index < characters.length; index++) bytes[at + index] = characters[index] as number;
  return at + characters.length;
}

/** A whole number below 2^31: `| 0` lets the engine divide whole numbers. */
function putNumber(bytes: Uint8Array, at: number, value: number): number {
  let next = at + 1;
  for (let left = value; left >= 10; left = (left / 10) | 0) next++;
  let left = value;
  for (let index = next - 1; index >= at; index--) {
    const tenth = (left / 10) | 0;
    bytes[index] = zero + left - tenth * 10;
    left = tenth;
  }
  return next;
}
