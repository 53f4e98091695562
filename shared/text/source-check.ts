import { type Place, problem, type Problem } from '../result.ts';
import { detectEncoding, encodingNames, markOf, type TextEncoding } from './encoding.ts';
import { hashOfParts } from './fingerprint.ts';
import { lineOf, noText, warningsOf } from './source-text.ts';
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
  /** In the parts before. */
  let [lines, bytes] = [0, 0];
  let written: Written | null = null;
  let isWhole = false;
  return {
    add(part, isLast) {
      hash.add(part);
      written ??= writtenIn(part, asked);
      if (!written) return noText(part, place);
      const { encoding, decoder } = written;
      const decoded = decoder.add(part, isLast);
      // It may have begun in the part before.
      if (!decoded.ok) return problem('encoding-wrong', { ...place, line: lines + lineOf(part, decoded.byte - bytes) }, { encoding: encodingNames[encoding], byte: decoded.byte + 1 });
      const nul = decoded.text.includes('\0') ? part.indexOf(0) : -1;
      if (nul !== -1) return problem('file-not-text', { ...place, line: lines + lineOf(part, nul) }, { byte: bytes + nul + 1 });
      lines += lineOf(part, part.length) - 1;
      bytes += part.length;
      isWhole = isLast;
      return null;
    },
    checked() {
      if (!written || !isWhole) throw new Error(`a file was taken for checked after ${bytes} bytes`);
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
