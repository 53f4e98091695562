import Papa from 'papaparse';
import { type Place, problem, type Problem, type Result, ok } from '../../result.ts';
import { type TextEncoding } from '../../text/encoding.ts';
import { decodeSource } from '../../text/source-text.ts';
import { type NamedBytes } from '../codec.ts';
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
  let line = 1;
  let at = 0;
  Papa.parse<string[]>(text, {
    delimiter: delimiterOf(text),
    step: ({ data: cells, errors, meta: { cursor } }) => {
      const start = line;
      for (let end = text.indexOf('\n', at); end !== -1 && end < cursor; end = text.indexOf('\n', end + 1)) line++;
      at = cursor;
      const rowPlace = { ...place, line: start };
      if (cells.every((cell) => cell.trim() === '')) return;
      if (errors.some(({ code }) => code === 'MissingQuotes')) problems.push(problem('csv-quote-open', rowPlace));
      else if (!columns) columns = columnNames(cells);
      else if (cells.length > columns.length && cells.slice(columns.length).some((cell) => cell.trim() !== ''))
        problems.push(problem('row-too-long', rowPlace, { expected: columns.length, found: cells.length }));
      else {
        if (cells.length < columns.length) problems.push(problem('row-too-short', rowPlace, { expected: columns.length, found: cells.length }, 'warning'));
        rows.push({ line: start, cells: new Map(columns.flatMap((column, index) => ((cells[index] ?? '') === '' ? [] : [[column, cells[index] as string]]))) });
      }
    },
  });
  return ok({ columns: columns ?? [], rows, encoding, problems });
}

/** The one that cuts most of the first lines into the same number of cells, two at least. */
function delimiterOf(text: string): string {
  const scored = delimiters.map((delimiter) => {
    const { data } = Papa.parse<string[]>(text.slice(0, sampled), { delimiter, preview: 20, skipEmptyLines: true });
    const width = data[0]?.length ?? 1;
    return { delimiter, score: width < 2 ? 0 : data.filter((cells) => cells.length === width).length / data.length };
  });
  return scored.reduce((best, one) => (one.score > best.score ? one : best)).delimiter;
}
