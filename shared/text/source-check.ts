import { type Place, type Problem } from '../result.ts';
import { detectEncoding, markOf, type TextEncoding } from './encoding.ts';
import { hashOfParts } from './fingerprint.ts';
import { type Before, lineOf, noText, warningsOf, withNul, wrongByte } from './source-text.ts';
import { type TextInParts, textInParts, wholeCharacters } from './text-in-parts.ts';

/** A file that was looked through before it is read, part by part: it is sound, and how it is written is known. */
export interface CheckedSource {
  readonly encoding: TextEncoding;
  /** SHA-256 of all its bytes. */
  readonly sha256: string;
  readonly warnings: readonly Problem[];
}

/** Looks through a file of any size; parts may end anywhere. */
export interface SourceCheck {
  /** What is wrong with this part: then the file is not read. */
  add(bytes: Uint8Array, isLast: boolean): Problem | null;
  /** @throws before the last part, or after something was wrong */
  checked(): CheckedSource;
}

/** The Problems are those of `decodeSource`, but for a file of blanks. In what it is written is told by the first part. */
export function sourceCheck(place: Place = {}, asked?: TextEncoding): SourceCheck {
  const hash = hashOfParts();
  let before: Before = { lines: 0, bytes: 0 };
  let written: Written | null = null;
  let isWhole = false;
  return {
    add(part, isLast) {
      hash.add(part);
      written ??= writtenIn(part, asked);
      if (!written) return noText(part, place);
      const { encoding, decoder } = written;
      const decoded = decoder.add(part, isLast);
      if (!decoded.ok) return wrongByte(part, decoded.byte, encoding, place, before);
      if (decoded.text.includes('\0')) return withNul(part, place, before);
      before = { lines: before.lines + lineOf(part, part.length) - 1, bytes: before.bytes + part.length };
      isWhole = isLast;
      return null;
    },
    checked() {
      if (!written || !isWhole) throw new Error(`a file was taken for checked after ${before.bytes} bytes`);
      return { encoding: written.encoding, sha256: hash.hash(), warnings: warningsOf(written, place) };
    },
  };
}

interface Written {
  readonly encoding: TextEncoding;
  readonly isKnown: boolean;
  readonly hasMark: boolean;
  readonly decoder: TextInParts;
}

/** As the beginning of a file has it, which may end within a character. */
function writtenIn(beginning: Uint8Array, asked: TextEncoding | undefined): Written | null {
  const detected = asked === undefined ? detectEncoding(beginning.subarray(0, wholeCharacters(beginning, 'utf-8'))) : { encoding: asked, isCertain: true };
  return detected && { encoding: detected.encoding, isKnown: detected.isCertain, hasMark: markOf(beginning) === 'utf-8', decoder: textInParts(detected.encoding) };
}
