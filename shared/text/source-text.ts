import { fail, ok, type Place, problem, type Problem, type Result } from '../result.ts';
import { decodeText, detectEncoding, encodingNames, isNearlyUtf8, type TextEncoding } from './encoding.ts';
import { hasLoneSurrogate } from './offsets.ts';
import { decodeUtf8 } from './utf8.ts';

/** A text as an Article can have it, and a warning for everything that was altered on the way. */
export interface SourceText {
  readonly text: string;
  readonly warnings: readonly Problem[];
}

/** Bytes of one article: some hundred times the longest that a newspaper prints. */
export const maximumTextBytes = 20 * 1024 * 1024;

/** Everything that one program or another takes for a line end, apart from LF; CRLF counts as one. */
const foreignLineEnd = /\r\n?|[\v\f\x1c-\x1e\x85\u2028\u2029]/g;
const lineEndNames = new Map([
  ['\r\n', 'CRLF'], ['\r', 'CR'], ['\v', 'VT'], ['\f', 'FF'], ['\x1c', 'FS'], ['\x1d', 'GS'], ['\x1e', 'RS'], ['\x85', 'NEL'],
  ['\u2028', 'LS'], ['\u2029', 'PS'],
]);

/** True for a text that would be altered by `readSourceText`: such a text is no Article's. */
export const hasForeignLineEnd = (text: string): boolean => text.search(foreignLineEnd) !== -1;

const utf16Marks = { 'UTF-16LE': [0xff, 0xfe], 'UTF-16BE': [0xfe, 0xff] } as const;

/**
 * The text of a UTF-8 file: a byte order mark is dropped and every line end becomes LF, with a warning for each kind. Nothing else is
 * altered. Problems: `file-empty`, `file-too-large`, `file-not-utf8`, `file-not-text`.
 */
export function readSourceText(bytes: Uint8Array, place: Place = {}): Result<SourceText> {
  if (bytes.length > maximumTextBytes) return fail(problem('file-too-large', place, { megabytes: maximumTextBytes / (1024 * 1024) }));
  for (const [encoding, mark] of Object.entries(utf16Marks))
    if (mark.every((byte, index) => bytes[index] === byte)) return fail(problem('file-not-utf8', place, { encoding, byte: 1 }));
  if (bytes.includes(0)) return fail(withNul(bytes, place));
  const decoded = decodeUtf8(bytes);
  if (decoded.ok) return cleanSourceText(decoded.text, place);
  return fail(problem('file-not-utf8', { ...place, line: lineOf(bytes, decoded.byte) }, { encoding: 'unknown', byte: decoded.byte + 1 }));
}

/** What bytes say before anything is made of it, and how they say it. */
export interface DecodedSource {
  readonly text: string;
  readonly encoding: TextEncoding;
  /** Of all that is not plain UTF-8: `text-decoded` where the encoding was asked for or is certain, `encoding-guessed` where it is neither; `byte-order-mark`. */
  readonly warnings: readonly Problem[];
}

/**
 * The text of a file in any encoding that we know, or in the one that was `asked` for, without its byte order mark. Problems: `file-empty`,
 * `file-too-large`, `file-not-text`, `encoding-unknown`, `encoding-wrong`.
 */
export function decodeSource(bytes: Uint8Array, place: Place = {}, asked?: TextEncoding, maximumBytes = maximumTextBytes): Result<DecodedSource> {
  if (bytes.length > maximumBytes) return fail(problem('file-too-large', place, { megabytes: maximumBytes / (1024 * 1024) }));
  const detected = asked === undefined ? detectEncoding(bytes) : null;
  const encoding = asked ?? detected?.encoding;
  if (encoding === undefined) return fail(noText(bytes, place));
  const decoded = detected?.text === undefined ? decodeText(bytes, encoding) : { ok: true as const, text: detected.text };
  if (!decoded.ok) return fail(wrongByte(bytes, decoded.byte, encoding, place));
  if (decoded.text.includes('\0')) return fail(withNul(bytes, place));
  const text = decoded.text.replace(/^\ufeff+/, '');
  const isKnown = asked !== undefined || detected?.isCertain === true;
  const warnings = warningsOf({ encoding, isKnown, hasMark: text.length < decoded.text.length }, place);
  return text.trim() === '' ? fail(problem('file-empty', place)) : ok({ text, encoding, warnings });
}

/** What is to be said of how a text was written. */
export const warningsOf = ({ encoding, isKnown, hasMark }: { readonly encoding: TextEncoding; readonly isKnown: boolean; readonly hasMark: boolean }, place: Place): readonly Problem[] => [
  ...(encoding === 'utf-8' ? [] : [problem(isKnown ? 'text-decoded' : 'encoding-guessed', place, { encoding: encodingNames[encoding] }, 'warning')]),
  ...(encoding === 'utf-8' && hasMark ? [problem('byte-order-mark', place, {}, 'warning')] : []),
];

/** Why bytes are no text in any encoding that we know. */
export function noText(bytes: Uint8Array, place: Place): Problem {
  if (bytes.includes(0)) return withNul(bytes, place);
  const decoded = isNearlyUtf8(bytes) ? decodeUtf8(bytes) : null;
  return decoded === null || decoded.ok ? problem('encoding-unknown', place) : wrongByte(bytes, decoded.byte, 'utf-8', place);
}

/** What of a file stands before a part of it. */
export interface Before {
  readonly lines: number;
  readonly bytes: number;
}

const nothingBefore: Before = { lines: 0, bytes: 0 };

/** The first NUL in them is told. */
export function withNul(bytes: Uint8Array, place: Place, before = nothingBefore): Problem {
  const byte = bytes.indexOf(0);
  return problem('file-not-text', { ...place, line: before.lines + lineOf(bytes, byte) }, { byte: before.bytes + byte + 1 });
}

/** `byte`: an index in the file, which may lie before the part whose bytes these are: a character may begin there. */
export const wrongByte = (bytes: Uint8Array, byte: number, encoding: TextEncoding, place: Place, before = nothingBefore): Problem =>
  problem('encoding-wrong', { ...place, line: before.lines + lineOf(bytes, byte - before.bytes) }, { encoding: encodingNames[encoding], byte: byte + 1 });

/** The same for a text that came without bytes, as a paste does. */
export function cleanSourceText(text: string, place: Place = {}): Result<SourceText> {
  if (hasLoneSurrogate(text) || text.includes('\0')) return fail(problem('file-not-text', place, { byte: 0 }));
  return text.trim() === '' ? fail(problem('file-empty', place)) : ok(withOneLineEnd(text.replace(/^\ufeff+/, ''), place));
}

function withOneLineEnd(text: string, place: Place): SourceText {
  const counts = new Map<string, number>();
  const unified = text.replace(foreignLineEnd, (lineEnd) => {
    counts.set(lineEnd, (counts.get(lineEnd) ?? 0) + 1);
    return '\n';
  });
  const warnings = Array.from(counts, ([lineEnd, count]) =>
    problem('line-ends-unified', place, { kind: lineEndNames.get(lineEnd) as string, count }, 'warning'),
  );
  return { text: unified, warnings };
}

/** The line that a byte stands in, counted from 1. */
export function lineOf(bytes: Uint8Array, byte: number): number {
  let line = 1;
  for (let at = bytes.indexOf(0x0a); at !== -1 && at < byte; at = bytes.indexOf(0x0a, at + 1)) line++;
  return line;
}
