import { encodeUtf8 } from './utf8.ts';

/** A text that grows and is UTF-8 from the beginning: for files of thousands of short rows, where texts would be made only to become bytes. */
export interface ByteText {
  /** @throws if the text holds a lone surrogate. */
  readonly write: (text: string) => void;
  /** A whole number from 0 up, below 2³¹. */
  readonly writeNumber: (value: number) => void;
  /** What stands in the other text between two of its places, in UTF-16 code units. */
  readonly writePart: (of: EncodedText, start: number, end: number) => void;
  /** `start` and `end` in bytes; all of them where they are absent. */
  readonly writeBytes: (bytes: Uint8Array, start?: number, end?: number) => void;
  /** How many bytes were written. */
  readonly length: () => number;
  /** Whatever was written so far; what is written later does not alter it. */
  readonly bytes: () => Uint8Array;
}

/** A text as UTF-8, and the byte at which each of its UTF-16 code units begins; behind the last one the number of bytes. */
export interface EncodedText {
  readonly bytes: Uint8Array;
  readonly starts: Int32Array;
}

/** @throws if the text holds a lone surrogate. */
export function encodedText(text: string): EncodedText {
  const bytes = encodeUtf8(text);
  const starts = new Int32Array(text.length + 1);
  let at = 0;
  for (let unit = 0; unit < text.length; unit++) {
    starts[unit] = at;
    const code = text.charCodeAt(unit);
    // Half of a surrogate pair is half of four bytes.
    at += code < 0x80 ? 1 : code < 0x800 || (code & 0xf800) === 0xd800 ? 2 : 3;
  }
  starts[text.length] = at;
  return { bytes, starts };
}

/** Longer texts are encoded at once; shorter ones are ASCII for the greater part. */
const short = 64;
const mostDigits = 10;
const zero = 0x30;

export function byteText(): ByteText {
  let all = new Uint8Array(16 * 1024);
  let length = 0;
  const makeRoom = (wanted: number): void => {
    if (length + wanted <= all.length) return;
    const larger = new Uint8Array(Math.max(2 * all.length, length + wanted));
    larger.set(all.subarray(0, length));
    all = larger;
  };
  const writeBytes = (bytes: Uint8Array, start = 0, end = bytes.length): void => {
    const count = end - start;
    makeRoom(count);
    if (count > short) all.set(bytes.subarray(start, end), length);
    else for (let at = start, to = length; at < end; at++, to++) all[to] = bytes[at] as number;
    length += count;
  };
  return {
    write(text) {
      if (text.length > short || !putAscii(all, length, text)) writeBytes(encodeUtf8(text));
      else length += text.length;
    },
    writeNumber(value) {
      makeRoom(mostDigits);
      let count = 1;
      for (let left = value; left >= 10; left = (left / 10) | 0) count++;
      let left = value;
      for (let place = length + count - 1; place >= length; place--) {
        const tenth = (left / 10) | 0;
        all[place] = zero + left - tenth * 10;
        left = tenth;
      }
      length += count;
    },
    writePart: ({ bytes, starts }, start, end) => writeBytes(bytes, starts[start], starts[end]),
    writeBytes,
    length: () => length,
    bytes: () => all.slice(0, length),
  };
}

/** False where the text is not ASCII or has no room there: what was put is then nothing. */
function putAscii(bytes: Uint8Array, from: number, text: string): boolean {
  if (from + text.length > bytes.length) return false;
  for (let at = 0; at < text.length; at++) {
    const code = text.charCodeAt(at);
    if (code >= 0x80) return false;
    bytes[from + at] = code;
  }
  return true;
}
