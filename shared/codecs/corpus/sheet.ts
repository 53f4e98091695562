import { type Json } from '../../canonical-json.ts';
import { type Problem } from '../../result.ts';

/** What a cell holds: an object or a list is none that can be a field of an Article. */
export type Cell = Json;

export interface SheetRow {
  /** In its file, counted from 1: of a spreadsheet the row's number. */
  readonly line: number;
  /** By column; a column without a value is left out. */
  readonly cells: ReadonlyMap<string, Cell>;
}

/** A table as its file has it. */
export interface Sheet {
  readonly columns: readonly string[];
  readonly rows: readonly SheetRow[];
  /** IANA name, or that of the format. */
  readonly encoding: string;
  /** Rows that are none, each with its line, and what was altered. */
  readonly problems: readonly Problem[];
}

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
