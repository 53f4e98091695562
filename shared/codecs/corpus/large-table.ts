import { fail, ok, type Place, problem, type Result } from '../../result.ts';
import { encodingNames } from '../../text/encoding.ts';
import { type CheckedSource } from '../../text/source-check.ts';
import { textInParts } from '../../text/text-in-parts.ts';
import { type DecodeContext, type Decoded } from '../codec.ts';
import { inLineOrder } from '../findings.ts';
import { gathering } from '../texts/gathered.ts';
import { mappingOf, type RowReader, rowReader } from './corpus.ts';
import { csvInParts } from './read-csv.ts';
import { jsonLinesInParts, jsonListInParts } from './read-json-rows.ts';
import { columnsNamedIn, firstRowCount, refusedColumns, type SheetInParts, type SheetRow } from './sheet.ts';

/** By the ending of its name. A spreadsheet has no beginning that could be read. */
const inParts: readonly (readonly [ending: RegExp, sheet: (place: Place) => SheetInParts])[] = [[/\.[ct]sv$/i, csvInParts], [/\.jsonl$/i, jsonLinesInParts], [/\.json$/i, jsonListInParts]];

/** Can a file of this name be a table that is read in parts? */
export const isReadInParts = (name: string): boolean => inParts.some(([ending]) => ending.test(name));

/** A table too large to be in memory whole. In parts that end anywhere it is read as it would be at once: the same Articles, the same Problems. */
export interface LargeTable {
  /** What ends in this part, and what is wrong with it. */
  add(bytes: Uint8Array, isLast: boolean): Decoded;
}

/** `source`: as a look through the whole file found it, which is to be the same still. */
export function largeTable(name: string, { encoding, sha256, warnings }: CheckedSource, context: DecodeContext): LargeTable {
  const place = { file: name };
  const characters = textInParts(encoding);
  const sheet = (inParts.find(([ending]) => ending.test(name))?.[1] ?? csvInParts)(place);
  const gathered = gathering(context);
  gathered.found.add(...warnings);
  /** Until enough of them have come to tell what columns mean. */
  let first: readonly SheetRow[] = [];
  let reader: RowReader | null = null;
  let [isBegun, isRefused] = [false, false];

  const read = (bytes: Uint8Array, isLast: boolean): Result<null> => {
    const decoded = characters.add(bytes, isLast);
    if (!decoded.ok) return fail(problem('encoding-wrong', place, { encoding: encodingNames[encoding], byte: decoded.byte + 1 }));
    const text = isBegun ? decoded.text : decoded.text.replace(/^\ufeff+/, '');
    isBegun ||= decoded.text !== '';
    const rows = sheet.add(text, isLast, gathered.found);
    if (!rows.ok) return rows;
    if (reader) {
      reader.read(rows.value);
      return ok(null);
    }
    first = [...first, ...rows.value];
    if (first.length < firstRowCount && !isLast) return ok(null);
    const opened = open();
    if (!opened.ok) return opened;
    reader = opened.value;
    reader.read(first);
    first = [];
    return ok(null);
  };
  const open = (): Result<RowReader> => {
    const shown = first.slice(0, firstRowCount);
    const columns = sheet.columns() ?? columnsNamedIn(shown);
    const tooMany = refusedColumns(columns.length, place);
    if (tooMany) return fail(tooMany);
    const mapping = mappingOf({ columns, first: shown }, context.reading ?? {}, place);
    return mapping.ok ? ok(rowReader(name, { encoding, hash: sha256 }, mapping.value, context, gathered)) : mapping;
  };
  return {
    add(bytes, isLast) {
      const done = isRefused ? ok(null) : read(bytes, isLast);
      if (!done.ok) {
        gathered.found.add(...done.problems);
        isRefused = true;
      }
      if (isLast) reader?.tell();
      const { dataset, problems } = gathered.decoded();
      return { dataset, problems: inLineOrder(problems) };
    },
  };
}
