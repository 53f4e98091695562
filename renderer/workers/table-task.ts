import { type Decoded, type DecodeContext } from '../../shared/codecs/codec.ts';
import { codecFor } from '../../shared/codecs/codec-for.ts';
import { corpus } from '../../shared/codecs/corpus/corpus.ts';
import { type LargeTable, largeTable } from '../../shared/codecs/corpus/large-table.ts';
import { encodingFor } from '../../shared/codecs/texts/reading-choices.ts';
import { type Problem } from '../../shared/result.ts';
import { type SourceCheck, sourceCheck } from '../../shared/text/source-check.ts';
import { wholeCharacters } from '../../shared/text/text-in-parts.ts';

/** What the worker is told that reads one large table: which, then all its parts in their order, which are looked through, and then all of them again. */
export type ToTableWorker =
  | { readonly kind: 'open'; readonly name: string; readonly context: DecodeContext; readonly tooLarge: Problem }
  | { readonly kind: 'check' | 'read'; readonly bytes: Uint8Array; readonly isLast: boolean };

export type FromTableWorker =
  /** `wrong`: then no more of it is wanted. */
  | { readonly kind: 'checked'; readonly wrong: Problem | null }
  | { readonly kind: 'read'; readonly decoded: Decoded }
  /** The message of what was thrown. */
  | { readonly kind: 'bug'; readonly bug: string };

/** A table that is read part by part. */
export interface TableReading {
  /** What is wrong with the file: then no more of it is wanted. */
  check(bytes: Uint8Array, isLast: boolean): Problem | null;
  /** After all of it was looked through. */
  read(bytes: Uint8Array, isLast: boolean): Decoded;
}

/** `tooLarge`: what is said of a file that is no table and would have to be read whole. */
export function tableReading(name: string, context: DecodeContext, tooLarge: Problem): TableReading {
  let check: SourceCheck | null = null;
  const begin = (bytes: Uint8Array): SourceCheck | null => {
    // It may end within a character.
    const beginning = { name, bytes: bytes.subarray(0, wholeCharacters(bytes, 'utf-8')) };
    return codecFor(beginning) === corpus ? sourceCheck({ file: name }, encodingFor(beginning, context.reading ?? {})) : null;
  };
  let table: LargeTable | null = null;
  return {
    check(bytes, isLast) {
      check ??= begin(bytes);
      return check ? check.add(bytes, isLast) : tooLarge;
    },
    read(bytes, isLast) {
      if (!check) throw new Error(`"${name}" was to be read before it was looked through`);
      table ??= largeTable(name, check.checked(), context);
      return table.add(bytes, isLast);
    },
  };
}
