import { type Json, type JsonObject } from '../../canonical-json.ts';
import { type Place, problem, type Result, fail, ok } from '../../result.ts';
import { type TextEncoding } from '../../text/encoding.ts';
import { decodeSource } from '../../text/source-text.ts';
import { type NamedBytes } from '../codec.ts';
import { type Findings } from '../findings.ts';
import { isJsonObject, nestedDeeperThan, parseJson } from '../json.ts';
import { listInParts, listValues } from '../list-values.ts';
import { excerpt } from '../shape-problems.ts';
import { longNumbersAsWords } from './long-numbers.ts';
import { maximumTableBytes } from './read-csv.ts';
import { begun, type Cell, columnsNamedIn, longestRow, type Sheet, type SheetInParts, type SheetRow } from './sheet.ts';

const deepest = 20;

/** Objects, one a line or in one list, as rows: fields are columns, and so are those of an object inside (`meta.url`). */
export function readJsonRows({ name, bytes }: NamedBytes, found: Findings, asked?: TextEncoding): Result<Sheet> {
  const place: Place = { file: name };
  const source = decodeSource(bytes, place, asked, maximumTableBytes);
  if (!source.ok) return source;
  const { text, encoding, warnings } = source.value;
  found.add(...warnings);
  const isList = name.toLowerCase().endsWith('.json');
  if (isList && !/^\s*\[/.test(text)) return fail(problem('file-not-json', place));
  const rows = begun(rowsOf(isList ? listed(text) : lined(text), place, found));
  return ok({ columns: columnsNamedIn(rows.first), encoding, ...rows });
}

/** The same of lines of a text that comes in parts. */
export function jsonLinesInParts(place: Place): SheetInParts {
  let [rest, line, isTooLong] = ['', 1, false];
  return {
    columns: () => null,
    add(text, isLast, found) {
      const all = isTooLong ? text.slice(text.includes('\n') ? text.indexOf('\n') : text.length) : rest + text;
      const end = isLast ? all.length : all.lastIndexOf('\n') + 1;
      const rows = [...rowsOf(lined(all.slice(0, end), line), place, found)];
      isTooLong &&= end === 0;
      line += linesIn(all, end);
      rest = all.slice(end);
      if (rest.length > longestRow) {
        found.add(problem('line-too-long', { ...place, line }, { megabytes: longestRow / 2 ** 20 }));
        [isTooLong, rest] = [true, ''];
      }
      return ok(rows);
    },
  };
}

/** The same of a list. */
export function jsonListInParts(place: Place): SheetInParts {
  const list = listInParts(parsed);
  let [line, isOver] = [0, false];
  return {
    columns: () => null,
    add(text, isLast, found) {
      if (isOver) return ok([]);
      const values = list.add(text, isLast).map((value) => ({ value, line: ++line, share: 0 }));
      const rows = [...rowsOf(values, place, found)];
      isOver = list.waiting() > longestRow;
      // What it is in the midst of is an endless string, nearly always.
      if (isOver) found.add(problem('list-broken', { ...place, line: line + 1 }));
      return ok(rows);
    },
  };
}

function linesIn(text: string, end: number): number {
  let lines = 0;
  for (let at = text.indexOf('\n'); at !== -1 && at < end; at = text.indexOf('\n', at + 1)) lines++;
  return lines;
}

function* rowsOf(values: Iterable<Value>, place: Place, found: Findings): Generator<SheetRow, void, undefined> {
  for (const { value, line, share, written } of values) {
    const rowPlace = { ...place, line };
    if (value === undefined) found.add(written === undefined ? problem('list-broken', rowPlace) : problem('line-not-json', rowPlace, { found: excerpt(written.slice(0, 100)) }));
    else if (nestedDeeperThan(deepest, value)) found.add(problem('line-too-deep', rowPlace, { maximum: deepest }));
    else if (!isJsonObject(value)) found.add(problem('row-not-object', rowPlace));
    else yield { line, share, cells: cellsOf(value, rowPlace, found) };
  }
}

interface Value {
  readonly value: Json | undefined;
  readonly line: number;
  /** How much of the text has been read with it. */
  readonly share: number;
  /** The line itself; nothing that is wrong in one is wrong in the next. */
  readonly written?: string;
}

function* lined(text: string, firstLine = 1): Generator<Value, void, undefined> {
  let line = firstLine - 1;
  for (let at = 0; at <= text.length; ) {
    const next = text.indexOf('\n', at);
    const end = next === -1 ? text.length : next;
    line++;
    const content = text.slice(at, end).trim();
    if (content !== '') yield { value: parsed(content), line, share: end / text.length, written: content };
    at = end + 1;
  }
}

/** A list stands on lines that mean nothing: the place of a value in it is what can be looked up. */
function* listed(text: string): Generator<Value, void, undefined> {
  let line = 0;
  for (const { value, end } of listValues(text, parsed)) yield { value, line: ++line, share: end / text.length };
}

const parsed = (json: string): Json | undefined => parseJson(longNumbersAsWords(json));

/** A number that JSON cannot write again (1e999) would become nothing without a word. */
function cellsOf(value: JsonObject, place: Place, found: Findings): ReadonlyMap<string, Cell> {
  const cells = new Map<string, Cell>();
  const add = (column: string, cell: Json): void => {
    if (typeof cell === 'number' && !Number.isFinite(cell)) found.add(problem('number-too-large', { ...place, field: column }, { field: column }, 'warning'));
    else if (cell !== null && cell !== '') cells.set(column, cell);
  };
  for (const [column, cell] of Object.entries(value)) {
    if (isJsonObject(cell)) for (const [inner, one] of Object.entries(cell)) add(`${column}.${inner}`, one);
    else add(column, cell);
  }
  return cells;
}
