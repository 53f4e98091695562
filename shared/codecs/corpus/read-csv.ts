import { fail, ok, type Place, problem, type Problem, type Result } from '../../result.ts';
import { type TextEncoding } from '../../text/encoding.ts';
import { decodeSource } from '../../text/source-text.ts';
import { type NamedBytes } from '../codec.ts';
import { csvRecords } from './csv-records.ts';
import { columnNames, type Sheet, type SheetRow } from './sheet.ts';

/** Bytes: what is made of a table takes several times as much. */
export const maximumTableBytes = 256 * 1024 * 1024;

/** What stands between cells, the likeliest first. */
const delimiters = [',', '\t', ';', '،', '؛', '|'];
/** UTF-16 code units of the beginning by which the delimiter is told. */
const sampled = 200_000;

/** The rows of a CSV file (RFC 4180, and what people make of it): any delimiter, line ends inside quotes, a header first. */
export function readCsv({ name, bytes }: NamedBytes, asked?: TextEncoding): Result<Sheet> {
  const place: Place = { file: name };
  const source = decodeSource(bytes, place, asked, maximumTableBytes);
  if (!source.ok) return source;
  const { text, encoding, warnings } = source.value;
  const problems: Problem[] = [...warnings];
  const rows: SheetRow[] = [];
  let columns: readonly string[] | null = null;
  let [kept, firstKept] = [0, 0];
  for (const { cells, line, lastLine, fault } of csvRecords(text, delimiterOf(text))) {
    if (cells.every((cell) => cell.trim() === '')) continue;
    const rowPlace = { ...place, line };
    // A cell that has swallowed the next one is betrayed by the number of cells.
    const isGuess = fault === 'stray' || (fault === 'kept' && columns !== null && cells.length !== columns.length);
    const refusal = fault === 'open' ? problem('csv-quote-open', rowPlace) : isGuess ? problem('csv-quote-stray', rowPlace, { last: lastLine }) : null;
    // Without a header nobody knows what the other rows hold.
    if (refusal && !columns) return fail(refusal, ...problems);
    if (refusal) problems.push(refusal);
    else if (!columns) columns = columnNames(cells);
    else if (cells.length > columns.length && cells.slice(columns.length).some((cell) => cell.trim() !== ''))
      problems.push(problem('row-too-long', rowPlace, { expected: columns.length, found: cells.length }));
    else {
      if (cells.length < columns.length) problems.push(problem('row-too-short', rowPlace, { expected: columns.length, found: cells.length }, 'warning'));
      if (fault === 'kept') [kept, firstKept] = [kept + 1, firstKept || line];
      rows.push({ line, cells: new Map(columns.flatMap((column, index) => ((cells[index] ?? '') === '' ? [] : [[column, cells[index] as string]]))) });
    }
  }
  if (kept > 0) problems.push(problem('csv-quote-kept', { ...place, line: firstKept }, { count: kept }, 'warning'));
  return ok({ columns: columns ?? [], rows, encoding, problems });
}

/** The one that cuts most of the first lines into the same number of cells, two at least. */
function delimiterOf(text: string): string {
  const beginning = text.slice(0, sampled);
  const scored = delimiters.map((delimiter) => {
    const widths = firstWidths(beginning, delimiter);
    const [width = 1] = widths;
    return { delimiter, score: width < 2 ? 0 : widths.filter((one) => one === width).length / widths.length };
  });
  return scored.reduce((best, one) => (one.score > best.score ? one : best)).delimiter;
}

const recordsLookedAt = 20;

/** How many cells the first records have that hold anything. */
function firstWidths(text: string, delimiter: string): readonly number[] {
  const widths: number[] = [];
  for (const { cells } of csvRecords(text, delimiter)) {
    if (cells.length > 1 || cells[0]?.trim() !== '') widths.push(cells.length);
    if (widths.length === recordsLookedAt) break;
  }
  return widths;
}
