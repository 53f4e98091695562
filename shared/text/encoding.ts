import { hasLoneSurrogate } from './offsets.ts';
import { decodeSingleByte, iso88596, windows1256 } from './single-byte.ts';
import { type DecodedUtf8, decodeUtf8 } from './utf8.ts';

/** Encodings in which Persian text files are written, in the order in which they are offered; their names are those of the IANA. */
export const textEncodings = ['utf-8', 'utf-16le', 'utf-16be', 'windows-1256', 'iso-8859-6'] as const;
export type TextEncoding = (typeof textEncodings)[number];

/** As everybody writes them. */
export const encodingNames: Readonly<Record<TextEncoding, string>> = {
  'utf-8': 'UTF-8', 'utf-16le': 'UTF-16 LE', 'utf-16be': 'UTF-16 BE', 'windows-1256': 'Windows-1256', 'iso-8859-6': 'ISO-8859-6',
};

export const isTextEncoding = (name: unknown): name is TextEncoding => (textEncodings as readonly unknown[]).includes(name);

export interface DetectedEncoding {
  /** Where telling it took reading it: the text, so that nobody reads it again. */
  readonly text?: string;
  readonly encoding: TextEncoding;
  /** A mark says it, or no other encoding can be meant: nobody needs to look. */
  readonly isCertain: boolean;
}

/** The text with its byte order mark, if it has one, or the index of the first byte that belongs to no character. */
export type DecodedText = DecodedUtf8;

const marks: readonly (readonly [encoding: TextEncoding, mark: readonly number[]])[] = [
  ['utf-8', [0xef, 0xbb, 0xbf]],
  ['utf-16le', [0xff, 0xfe]],
  ['utf-16be', [0xfe, 0xff]],
];

/** The encoding that a byte order mark says. */
export const markOf = (bytes: Uint8Array): TextEncoding | undefined => marks.find(([, mark]) => mark.every((byte, index) => bytes[index] === byte))?.[0];

/** Bytes that are enough to tell by. */
const sampled = 64 * 1024;

/**
 * In what a text is written: its byte order mark says it, or the parity of its bytes (UTF-16), or it is sound UTF-8, or most of what
 * one-byte encodings make of it are Arabic letters. `null` for what is no text.
 */
export function detectEncoding(bytes: Uint8Array): DetectedEncoding | null {
  const marked = markOf(bytes);
  if (marked) return { encoding: marked, isCertain: true };
  const wide = utf16ByParity(bytes.subarray(0, sampled));
  if (wide) return { encoding: wide, isCertain: false };
  if (bytes.includes(0)) return null;
  const decoded = decodeUtf8(bytes);
  if (decoded.ok) return { encoding: 'utf-8', isCertain: true, text: decoded.text };
  const single = singleByLetters(bytes.subarray(0, sampled));
  return single && { encoding: single, isCertain: false };
}

/** High bytes of what Persian text is made of: ASCII, Arabic, marks such as ZWNJ, and the two blocks of presentation forms. */
const highBytes = Uint8Array.from({ length: 256 }, (_, byte) => ([0x00, 0x06, 0x20, 0xfb, 0xfe].includes(byte) ? 1 : 0));

/** Every character of such a text has one of a few high bytes, all of them at odd places or all at even ones. */
function utf16ByParity(bytes: Uint8Array): 'utf-16le' | 'utf-16be' | null {
  const pairs = Math.floor(bytes.length / 2);
  if (pairs < 2) return null;
  const high: [number, number] = [0, 0];
  for (let at = 0; at < 2 * pairs; at += 2) {
    high[0] += highBytes[bytes[at] as number] as number;
    high[1] += highBytes[bytes[at + 1] as number] as number;
  }
  const [even, odd] = [high[0] / pairs, high[1] / pairs];
  if (odd > 0.95 && even < 0.6) return 'utf-16le';
  return even > 0.95 && odd < 0.6 ? 'utf-16be' : null;
}

/** Words that no page of Persian or Arabic is without, as these encodings can write them. */
const commonWords = /(?<!\p{L})(?:و|در|به|از|كه|که|اين|را|با|است|آن|من|في|على|گفت)(?!\p{L})/gu;
/** Two or more: one alone between Latin ones is what an accent becomes. */
const arabicLetters = /[\u0621-\u0652\u067e\u0679\u0686\u0688\u0691\u0698\u06a9\u06af\u06ba\u06be\u06c1\u06d2\u200c]{2,}/g;
const rareControl = /[\x01-\x08\x0e-\x1b\x7f-\x9f]/g;

/**
 * Do nearly all bytes above ASCII belong to characters of UTF-8? Then it is that, with a character that was cut off or spoilt: in a one-byte encoding
 * a letter is hardly ever followed by what goes on in one of UTF-8.
 */
export function isNearlyUtf8(bytes: Uint8Array): boolean {
  let [sound, other] = [0, 0];
  const goesOn = (at: number): boolean => ((bytes[at] ?? 0) & 0xc0) === 0x80;
  for (let at = 0; at < bytes.length; at++) {
    const byte = bytes[at] as number;
    if (byte < 0x80) continue;
    const length = byte >= 0xc2 && byte <= 0xdf && goesOn(at + 1) ? 2 : byte >= 0xe0 && byte <= 0xef && goesOn(at + 1) && goesOn(at + 2) ? 3 : 0;
    if (length === 0) other += 1;
    else sound += length;
    at += Math.max(0, length - 1);
  }
  return sound >= 3 * other;
}

/** By the share of letters among what is not ASCII, and by words where both make letters of all. */
function singleByLetters(bytes: Uint8Array): TextEncoding | null {
  if (isNearlyUtf8(bytes)) return null;
  const upper = bytes.reduce((count, byte) => count + (byte >= 0x80 ? 1 : 0), 0);
  const scored = (['windows-1256', 'iso-8859-6'] as const).flatMap((encoding) => {
    const decoded = decodeText(bytes, encoding);
    if (!decoded.ok) return [];
    const count = (pattern: RegExp): number => decoded.text.match(pattern)?.length ?? 0;
    const letters = (decoded.text.match(arabicLetters) ?? []).reduce((sum, { length }) => sum + length, 0) / upper;
    // Controls between letters: a picture, a program, anything but a text.
    return letters < 0.5 || count(rareControl) * 50 > bytes.length ? [] : [{ encoding, score: letters + (10 * count(commonWords)) / decoded.text.length }];
  });
  return scored.sort((a, b) => b.score - a.score)[0]?.encoding ?? null;
}

/** Strict: no byte is replaced or skipped. */
export function decodeText(bytes: Uint8Array, encoding: TextEncoding): DecodedText {
  switch (encoding) {
    case 'utf-8':
      return decodeUtf8(bytes);
    case 'utf-16le':
    case 'utf-16be':
      return decodeUtf16(bytes, encoding === 'utf-16le');
    case 'windows-1256':
      return decodeSingleByte(bytes, windows1256);
    case 'iso-8859-6':
      return decodeSingleByte(bytes, iso88596);
  }
}

const chunk = 8192;

function decodeUtf16(bytes: Uint8Array, isLittle: boolean): DecodedText {
  const view = new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength);
  const count = Math.floor(bytes.length / 2);
  const parts: string[] = [];
  for (let from = 0; from < count; from += chunk) {
    const length = Math.min(chunk, count - from);
    parts.push(String.fromCharCode(...Array.from({ length }, (_, index) => view.getUint16(2 * (from + index), isLittle))));
  }
  const text = parts.join('');
  if (hasLoneSurrogate(text)) return { ok: false, byte: 2 * (/\p{Surrogate}/u.exec(text)?.index ?? 0) };
  return bytes.length % 2 === 1 ? { ok: false, byte: bytes.length - 1 } : { ok: true, text };
}
