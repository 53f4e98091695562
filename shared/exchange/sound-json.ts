import { type Json } from '../canonical-json.ts';
import { nestedDeeperThan, parseJson } from '../codecs/json.ts';
import { hasLoneSurrogate } from '../text/offsets.ts';
import { decodeUtf8 } from '../text/utf8.ts';

/** Levels of nesting that a file may have: ours have a dozen at most. */
const deepest = 40;

/** The value of a text that nobody need fear: not too deep, and every string of it is Unicode; `undefined` for any other. */
export function soundValue(text: string): Json | undefined {
  const value = parseJson(text);
  return value === undefined || nestedDeeperThan(deepest, value) || hasLone(value) ? undefined : value;
}

/** The same of bytes, with the text that they are. */
export function soundJson(bytes: Uint8Array): { readonly text: string; readonly value: Json } | undefined {
  const read = decodeUtf8(bytes);
  const value = read.ok ? soundValue(read.text) : undefined;
  return read.ok && value !== undefined ? { text: read.text, value } : undefined;
}

/** JSON can name half a character by its number, though the text itself is whole. */
function hasLone(value: Json): boolean {
  if (typeof value === 'string') return hasLoneSurrogate(value);
  if (typeof value !== 'object' || value === null) return false;
  return Object.entries(value).some(([key, inner]) => hasLoneSurrogate(key) || hasLone(inner));
}
