import { utf8ToBytes } from '@noble/hashes/utils.js';
import { hasLoneSurrogate } from './offsets.ts';

/** The text, or the index of the first byte that belongs to no character. */
export type DecodedUtf8 = { readonly ok: true; readonly text: string } | { readonly ok: false; readonly byte: number };

const chunk = 8192;

/**
 * Strict UTF-8 (RFC 3629): no overlong forms, no surrogates, nothing above U+10FFFF, no byte replaced or skipped.
 * A byte order mark is a character like any other here. `shared` has no TextDecoder, which is a web API.
 */
export function decodeUtf8(bytes: Uint8Array): DecodedUtf8 {
  const parts: string[] = [];
  const units = new Uint16Array(Math.min(bytes.length, chunk + 1));
  let count = 0;
  for (let at = 0; at < bytes.length; ) {
    const first = bytes[at] as number;
    const second = bytes[at + 1] ?? 0;
    // Nearly all of a Persian text are the first two of these.
    if (first < 0x80) {
      units[count++] = first;
      at += 1;
    } else if (first >= 0xc2 && first <= 0xdf && (second & 0xc0) === 0x80) {
      units[count++] = ((first & 0x1f) << 6) | (second & 0x3f);
      at += 2;
    } else {
      const length = sequenceLength(bytes, at);
      if (length === 0) return { ok: false, byte: at };
      const point = codePointAt(bytes, at, length);
      if (point < 0x10000) units[count++] = point;
      else {
        units[count++] = 0xd7c0 + (point >> 10);
        units[count++] = 0xdc00 + (point & 0x3ff);
      }
      at += length;
    }
    if (count >= chunk) {
      parts.push(textOf(units.subarray(0, count)));
      count = 0;
    }
  }
  parts.push(textOf(units.subarray(0, count)));
  return { ok: true, text: parts.join('') };
}

/** As arguments and not spread: a list that is iterated takes ten times as long. */
const textOf = (units: Uint16Array): string => String.fromCharCode.apply(null, units as unknown as number[]);

/** Number of bytes of the character that begins here, 0 when none does (RFC 3629 section 4). */
function sequenceLength(bytes: Uint8Array, at: number): 0 | 1 | 2 | 3 | 4 {
  const first = bytes[at] as number;
  const second = bytes[at + 1] ?? 0;
  const isTail = (index: number): boolean => ((bytes[at + index] ?? 0) & 0xc0) === 0x80;
  if (first < 0x80) return 1;
  if (first >= 0xc2 && first <= 0xdf) return isTail(1) ? 2 : 0;
  if (first >= 0xe0 && first <= 0xef) {
    const isOverlong = first === 0xe0 && second < 0xa0;
    const isSurrogate = first === 0xed && second > 0x9f;
    return isTail(1) && isTail(2) && !isOverlong && !isSurrogate ? 3 : 0;
  }
  if (first >= 0xf0 && first <= 0xf4) {
    const isOverlong = first === 0xf0 && second < 0x90;
    const isBeyond = first === 0xf4 && second > 0x8f;
    return isTail(1) && isTail(2) && isTail(3) && !isOverlong && !isBeyond ? 4 : 0;
  }
  return 0;
}

const firstBits = [0, 0x7f, 0x1f, 0x0f, 0x07] as const;

function codePointAt(bytes: Uint8Array, at: number, length: 1 | 2 | 3 | 4): number {
  let point = (bytes[at] as number) & firstBits[length];
  for (let index = 1; index < length; index++) point = (point << 6) | ((bytes[at + index] as number) & 0x3f);
  return point;
}

/** More broken places than this are no slip. */
const mostBroken = 100;

/**
 * The text of UTF-8 with a broken byte here and there, each of which becomes U+FFFD, and the first of them; `null` where there are very many. For texts of
 * which only a part is wanted: in that part no such mark may stand.
 */
export function decodeBrokenUtf8(bytes: Uint8Array): { readonly text: string; readonly firstBroken: number } | null {
  const parts: string[] = [];
  let [from, firstBroken] = [0, -1];
  for (let count = 0; count <= mostBroken; count++) {
    const decoded = decodeUtf8(bytes.subarray(from));
    if (decoded.ok) return { text: [...parts, decoded.text].join('\ufffd'), firstBroken };
    const sound = decodeUtf8(bytes.subarray(from, from + decoded.byte));
    parts.push(sound.ok ? sound.text : '');
    if (firstBroken === -1) firstBroken = from + decoded.byte;
    from += decoded.byte + 1;
  }
  return null;
}

/** @throws if the text holds a lone surrogate: such a text has no UTF-8. */
export function encodeUtf8(text: string): Uint8Array {
  const lone = hasLoneSurrogate(text) ? /\p{Surrogate}/u.exec(text) : null;
  if (lone) throw new Error(`a lone surrogate U+${lone[0].charCodeAt(0).toString(16)} has no UTF-8`);
  return utf8ToBytes(text);
}
