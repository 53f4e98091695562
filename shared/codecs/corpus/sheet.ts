import { type Json } from '../../canonical-json.ts';
import { type Place, problem, type Problem, type Result } from '../../result.ts';
import { type Findings } from '../findings.ts';

/** What a cell holds: an object or a list is none that can be a field of an Article. */
export type Cell = Json;

export interface SheetRow {
  /** In its file, counted from 1: of a spreadsheet the row's number. */
  readonly line: number;
  /** How much of the table has been read with it, from 0 to 1. */
  readonly share: number;
  /** By column; a column without a value is left out. */
  readonly cells: ReadonlyMap<string, Cell>;
}

/** A table as its file has it. It is read as its rows are asked for: whoever needs the first ones alone has read no more. */
export interface Sheet {
  /** Where rows name their own: those of the first rows. */
  readonly columns: readonly string[];
  /** The first rows, by which it is told what columns mean. */
  readonly first: readonly SheetRow[];
  /** All rows, from the first, once. */
  readonly rows: Iterable<SheetRow>;
  /** IANA name, or that of the format. */
  readonly encoding: string;
}

/** More are no table of articles, but one of numbers or words: nobody could say what each of them means. */
const mostColumns = 1000;

/** Why so many columns are no table. */
export const refusedColumns = (count: number, place: Place): Problem | null => (count > mostColumns ? problem('columns-too-many', place, { maximum: mostColumns }) : null);

/** So many rows are read before anybody asks for one. */
export const firstRowCount = 200;

/** Reads the first rows, which come again with all others. */
export function begun(source: Iterator<SheetRow, unknown>): Pick<Sheet, 'first' | 'rows'> {
  const first: SheetRow[] = [];
  let step = source.next();
  for (; !step.done && first.length < firstRowCount; step = source.next()) first.push(step.value);
  return { first, rows: all() };

  function* all(): Generator<SheetRow> {
    yield* first;
    for (; !step.done; step = source.next()) yield step.value;
  }
}

/** The columns that rows name, where no header does. */
export const columnsNamedIn = (rows: readonly SheetRow[]): readonly string[] => [...new Set(rows.flatMap(({ cells }) => [...cells.keys()]))];

/** A table whose text comes in parts, which may end anywhere. */
export interface SheetInParts {
  /** The rows that end in what has come so far, and did not before. After a Problem nothing may be added. */
  add(text: string, isLast: boolean, found: Findings): Result<readonly SheetRow[]>;
  /** As the header has them; `null` where rows name their own, or before it has come. */
  columns(): readonly string[] | null;
}

/** UTF-16 code units of a row that is still read, where a table comes in parts. */
export const longestRow = 32 * 1024 * 1024;

/** Names for the columns of a header: none empty, none twice. */
export function columnNames(header: readonly string[]): readonly string[] {
  const names = new Set<string>();
  for (const [index, cell] of header.entries()) {
    const base = cell.trim() === '' ? `#${index + 1}` : cell.trim();
    let name = base;
    for (let count = 2; names.has(name); count++) name = `${base} (${count})`;
    names.add(name);
  }
  return [...names];
}
