import { fail, ok, type Place, problem, type Problem, type Result } from '../../result.ts';
import { type TextEncoding } from '../../text/encoding.ts';
import { decodeSource } from '../../text/source-text.ts';
import { type NamedBytes } from '../codec.ts';
import { type Findings } from '../findings.ts';
import { type CsvRecord, csvRecords } from './csv-records.ts';
import { begun, columnNames, longestRow, refusedColumns, type Sheet, type SheetInParts, type SheetRow } from './sheet.ts';

/** Bytes: what is made of a table takes several times as much. */
export const maximumTableBytes = 256 * 1024 * 1024;

/** What stands between cells, the likeliest first. */
const delimiters = [',', '\t', ';', '،', '؛', '|'];
/** UTF-16 code units of the beginning by which the delimiter is told. */
const sampled = 200_000;

/** A CSV file (RFC 4180, and what people make of it): any delimiter, line ends inside quotes, a header first. */
export function readCsv({ name, bytes }: NamedBytes, found: Findings, asked?: TextEncoding): Result<Sheet> {
  const place: Place = { file: name };
  const source = decodeSource(bytes, place, asked, maximumTableBytes);
  if (!source.ok) return source;
  const { text, encoding, warnings } = source.value;
  found.add(...warnings);
  const told = toldDelimiter(text);
  const records = filled(csvRecords(text, told ?? delimiterOf(text)));
  if (told !== null) records.next();
  const header = records.next();
  if (header.done) return ok({ columns: [], encoding, first: [], rows: [] });
  const columns = columnsOf(header.value, place);
  if (!columns.ok) return columns;
  const [kept, names] = [keptMarks(place), columns.value];
  return ok({ columns: names, encoding, ...begun(toTheEnd()) });

  function* toTheEnd(): Generator<SheetRow, void, undefined> {
    yield* rowsOf(records, names, text.length, place, found, kept);
    found.add(...kept.all());
  }
}

/** The same of a text that comes in parts. */
export function csvInParts(place: Place): SheetInParts {
  let columns: readonly string[] | null = null;
  let delimiter: string | null = null;
  const kept = keptMarks(place);
  let [rest, line, isOver] = ['', 1, false];

  /** What another record stands behind, which has ended therefore, wherever the text goes on; the rest waits. */
  const ended = (text: string, parting: string, isLast: boolean): CsvRecord[] => {
    const records = [...csvRecords(text, parting, line)];
    const open = isLast ? undefined : records.pop();
    [rest, line] = [open ? text.slice(open.start) : '', open?.line ?? line];
    return records;
  };
  return {
    columns: () => columns,
    add(text, isLast, found) {
      if (isOver) return ok([]);
      const all = rest + text;
      rest = all;
      const isFirst = delimiter === null;
      // By its beginning it is told what parts cells.
      if (isFirst && all.length < sampled && !isLast) return ok([]);
      const told = isFirst ? toldDelimiter(all) : null;
      delimiter ??= told ?? delimiterOf(all);
      const records = [...filled(ended(all, delimiter, isLast))];
      if (told !== null) records.shift();
      if (columns === null) {
        const [header] = records.splice(0, 1);
        const names = header && columnsOf(header, place);
        if (names?.ok === false) return names;
        columns = names?.value ?? null;
      }
      if (rest.length > longestRow) {
        // A mark that nothing closes, nearly always: where it ends nobody can say.
        found.add(problem('csv-quote-open', { ...place, line }));
        [isOver, rest] = [true, ''];
      }
      const rows = columns === null ? [] : [...rowsOf(records, columns, all.length, place, found, kept)];
      if (isLast) found.add(...kept.all());
      return ok(rows);
    },
  };
}

/** Without a header nobody knows what the other rows hold. */
function columnsOf(header: CsvRecord, place: Place): Result<readonly string[]> {
  const refusal = refusalOf(header, place, null);
  return refusal ? fail(refusal) : ok(columnNames(header.cells));
}

function* filled(records: Iterable<CsvRecord>): Generator<CsvRecord, void, undefined> {
  for (const record of records) if (record.fault === 'wide' || record.cells.some((cell) => cell.trim() !== '')) yield record;
}

/** A cell that has swallowed the next one is betrayed by the number of cells. */
function refusalOf({ cells, line, lastLine, fault }: CsvRecord, place: Place, columns: readonly string[] | null): Problem | null {
  const tooMany = columns === null ? refusedColumns(cells.length, place) : null;
  if (tooMany) return tooMany;
  if (columns !== null && fault === 'wide') return problem('row-too-wide', { ...place, line }, { expected: columns.length });
  const isGuess = fault === 'stray' || (fault === 'kept' && columns !== null && cells.length !== columns.length);
  return fault === 'open' ? problem('csv-quote-open', { ...place, line }) : isGuess ? problem('csv-quote-stray', { ...place, line }, { last: lastLine }) : null;
}

/** Marks within cells that were kept as they are: said once for a table. */
interface KeptMarks {
  add(line: number): void;
  all(): readonly Problem[];
}

function keptMarks(place: Place): KeptMarks {
  let [count, first] = [0, 0];
  return {
    add: (line) => void ([count, first] = [count + 1, first || line]),
    all: () => (count > 0 ? [problem('csv-quote-kept', { ...place, line: first }, { count }, 'warning')] : []),
  };
}

function* rowsOf(
  records: Iterable<CsvRecord>, columns: readonly string[], length: number, place: Place, found: Findings, kept: KeptMarks,
): Generator<SheetRow, void, undefined> {
  for (const record of records) {
    const { cells, line, end, fault } = record;
    const rowPlace = { ...place, line };
    const refusal = refusalOf(record, place, columns);
    if (refusal) found.add(refusal);
    else if (cells.length > columns.length && cells.slice(columns.length).some((cell) => cell.trim() !== ''))
      found.add(problem('row-too-long', rowPlace, { expected: columns.length, found: cells.length }));
    else {
      if (cells.length < columns.length) found.add(problem('row-too-short', rowPlace, { expected: columns.length, found: cells.length }, 'warning'));
      if (fault === 'kept') kept.add(line);
      yield { line, share: end / length, cells: new Map(columns.flatMap((column, index) => ((cells[index] ?? '') === '' ? [] : [[column, cells[index] as string]]))) };
    }
  }
}

/** What a first line for spreadsheets says (`sep=;`, of Excel): it is none of the table's. */
const toldDelimiter = (text: string): string | null => /^sep=([^\r\n])[\r\n]/i.exec(text)?.[1] ?? null;

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
