import { SaxesParser } from 'saxes';
import { type Place, problem, type Result, fail, ok } from '../../result.ts';
import { gregorianOfDay } from '../../text/jalali.ts';
import { decodeUtf8 } from '../../text/utf8.ts';
import { type NamedBytes } from '../codec.ts';
import { type Findings } from '../findings.ts';
import { unzipped, type ZipLimits } from '../zip.ts';
import { maximumTableBytes } from './read-csv.ts';
import { begun, type Cell, columnNames, type Sheet, type SheetRow } from './sheet.ts';

const limits: ZipLimits = { entries: 10_000, bytes: 2 * maximumTableBytes, ratio: 1000 };
const wanted = /^xl\/(?:workbook\.xml|_rels\/workbook\.xml\.rels|sharedStrings\.xml|styles\.xml|worksheets\/[^/]+\.xml)$/;
/** Columns of a sheet (ECMA-376 part 1, 18.3): a cell that claims to be farther right is none. */
const mostCells = 16_384;

/**
 * The first sheet with anything in it of a spreadsheet (ECMA-376 part 1, 18): what cells show, formulas by the value that was kept with them.
 * Nothing is computed, and nothing outside of the file is asked.
 */
export function readWorkbook(file: NamedBytes, found: Findings): Result<Sheet> {
  const place: Place = { file: file.name };
  const { files, problems: broken } = unzipped(file, limits, (name) => wanted.test(name));
  const errors = broken.filter(({ code }) => code !== 'zip-name-unsafe');
  if (errors.length > 0) return fail(...errors);
  const parts = new Map(files.map(({ name, bytes }) => [name, bytes]));
  const book = bookOf(parts);
  const dates = book && dateStyles(parts.get('xl/styles.xml'));
  if (!book || !dates || book.sheets.length === 0) return fail(problem('xlsx-broken', place));
  const strings = stringsIn(parts.get('xl/sharedStrings.xml'));
  const gridOf = (part: string): Grid => gridRows(parts.get(part), strings, dates, book.isFrom1904);
  for (const [index, { part }] of book.sheets.entries()) {
    const grid = gridOf(part);
    const header = grid.next();
    if (header.done && !header.value) return fail(problem('xlsx-broken', place));
    if (header.done) continue;
    const columns = columnsOf(header.value);
    return ok({ columns, encoding: 'xlsx', ...begun(rowsOf(grid, columns, book.sheets.slice(index + 1))) });
  }
  return fail(problem('file-empty', place));

  function* rowsOf(grid: Grid, columns: readonly string[], others: Book['sheets']): Generator<SheetRow, void, undefined> {
    let step = grid.next();
    for (; !step.done; step = grid.next()) {
      const { number, share, cells } = step.value;
      yield { line: number, share, cells: new Map([...cells].flatMap(([at, cell]) => (columns[at] === undefined ? [] : [[columns[at], cell]]))) };
    }
    if (!step.value) found.add(problem('xlsx-broken', place));
    for (const { name, part } of others) {
      const rows = countOf(gridOf(part));
      if (rows === null) found.add(problem('xlsx-broken', place));
      else if (rows > 0) found.add(problem('sheet-left-out', place, { name, rows }, 'warning'));
    }
  }
}

interface GridRow {
  readonly number: number;
  /** How much of its sheet has been parsed with it. */
  readonly share: number;
  /** By column, counted from 0. */
  readonly cells: ReadonlyMap<number, Cell>;
}

/** The rows with anything in them, and in the end whether it was sound XML. */
type Grid = Generator<GridRow, boolean, undefined>;

function countOf(grid: Grid): number | null {
  let rows = 0;
  let step = grid.next();
  for (; !step.done; step = grid.next()) rows++;
  return step.value ? rows : null;
}

function columnsOf(header: GridRow): readonly string[] {
  const width = Math.max(...header.cells.keys(), 0) + 1;
  return columnNames(Array.from({ length: width }, (_, index) => wordsOf(header.cells.get(index))));
}

const wordsOf = (cell: Cell | undefined): string => (typeof cell === 'string' ? cell : typeof cell === 'number' || typeof cell === 'boolean' ? String(cell) : '');

type Attributes = Readonly<Record<string, string>>;
interface Reader {
  readonly open: (name: string, attributes: Attributes) => void;
  readonly close?: (name: string) => void;
  readonly text?: (text: string) => void;
}

/** Bytes of a part that are parsed at once. */
const pieceBytes = 256 * 1024;
const tagEnd = 0x3e;

/** A part piece by piece, each to the end of a tag, as text; `null` for what is no UTF-8. */
function* pieces(part: Uint8Array): Generator<{ readonly text: string | null; readonly share: number }, void, undefined> {
  for (let from = 0; from < part.length; ) {
    const closing = part.indexOf(tagEnd, from + pieceBytes);
    const end = closing === -1 ? part.length : closing + 1;
    const decoded = decodeUtf8(part.subarray(from, end));
    yield { text: decoded.ok ? decoded.text : null, share: end / part.length };
    from = end;
  }
}

/** Parses a part as far as it is asked to, and says how far it is; in the end: is it sound XML, without a document type? Names come without prefixes: some programs write them, most do not. */
function* parsing(part: Uint8Array, { open, close, text }: Reader): Generator<number, boolean, undefined> {
  const parser = new SaxesParser({ xmlns: false, fileName: '' });
  let isSound = true;
  const local = (name: string): string => name.replace(/^[^:]*:/, '');
  parser.on('error', () => void (isSound = false));
  parser.on('doctype', () => void (isSound = false));
  parser.on('opentag', ({ name, attributes }) => isSound && open(local(name), attributes as Attributes));
  if (close) parser.on('closetag', ({ name }) => isSound && close(local(name)));
  if (text) parser.on('text', (words) => isSound && text(words));
  for (const { text: piece, share } of pieces(part)) {
    if (piece === null) return false;
    parser.write(piece);
    if (!isSound) return false;
    yield share;
  }
  parser.close();
  return isSound;
}

function isRead(part: Uint8Array, reader: Reader): boolean {
  const steps = parsing(part, reader);
  let step = steps.next();
  while (!step.done) step = steps.next();
  return step.value;
}

interface Book {
  readonly sheets: readonly { readonly name: string; readonly part: string }[];
  readonly isFrom1904: boolean;
}

function bookOf(parts: ReadonlyMap<string, Uint8Array>): Book | null {
  const targets = new Map<string, string>();
  const sheets: { name: string; part: string }[] = [];
  let isFrom1904 = false;
  const relations = parts.get('xl/_rels/workbook.xml.rels');
  const book = parts.get('xl/workbook.xml');
  if (relations === undefined || book === undefined) return null;
  const areSound =
    isRead(relations, { open: (name, { Id, Target }) => void (name === 'Relationship' && Id && Target && targets.set(Id, Target.replace(/^\/xl\//, ''))) }) &&
    isRead(book, {
      open: (name, attributes) => {
        if (name === 'workbookPr') isFrom1904 = /^(?:1|true)$/.test(attributes['date1904'] ?? '');
        const target = name === 'sheet' ? targets.get(attributes['r:id'] ?? '') : undefined;
        if (target !== undefined) sheets.push({ name: attributes['name'] ?? '', part: `xl/${target}` });
      },
    });
  return areSound ? { sheets: sheets.filter(({ part }) => parts.has(part)), isFrom1904 } : null;
}

/** The texts that cells name by number. */
interface Strings {
  readonly at: (index: number) => string | null;
  /** As far as they have been asked for. */
  readonly areSound: () => boolean;
}

/** Each with all its runs; how they are pronounced is left out. Parsed as far as somebody asks. */
function stringsIn(part: Uint8Array | undefined): Strings {
  const strings: string[] = [];
  let [current, isText, aside] = ['', false, 0];
  const reader: Reader = {
    open(name) {
      if (name === 'si') current = '';
      if (name === 'rPh') aside++;
      isText = name === 't' && aside === 0;
    },
    close(name) {
      if (name === 'si') strings.push(unescaped(current));
      if (name === 'rPh') aside--;
      isText = false;
    },
    text: (text) => void (isText && (current += text)),
  };
  let steps = part ? parsing(part, reader) : null;
  let isSound = true;
  return {
    at(index) {
      while (steps && strings.length <= index) {
        const step = steps.next();
        if (!step.done) continue;
        isSound = step.value;
        steps = null;
      }
      return strings[index] ?? null;
    },
    areSound: () => isSound,
  };
}

/** What XML cannot hold is written `_x000D_` (ECMA-376 part 1, 22.9.2.19). */
const unescaped = (text: string): string => text.replaceAll(/_x([0-9A-Fa-f]{4})_/g, (_, hex: string) => String.fromCharCode(Number.parseInt(hex, 16)));

const isDateFormat = (id: number): boolean => (id >= 14 && id <= 22) || (id >= 27 && id <= 36) || (id >= 45 && id <= 47) || (id >= 50 && id <= 58);

/** Which styles of cells show a number as a day. */
function dateStyles(part: Uint8Array | undefined): ReadonlySet<number> | null {
  const formats = new Map<number, string>();
  const styles = new Set<number>();
  let [isList, count] = [false, 0];
  const isDate = (id: number): boolean => {
    const code = formats.get(id);
    return code === undefined ? isDateFormat(id) : /[ymd]/i.test(code.replaceAll(/"[^"]*"|\[[^\]]*\]|\\./g, ''));
  };
  const reader: Reader = {
    open(name, attributes) {
      if (name === 'numFmt') formats.set(Number(attributes['numFmtId']), attributes['formatCode'] ?? '');
      if (name === 'cellXfs') isList = true;
      if (name === 'xf' && isList && isDate(Number(attributes['numFmtId'] ?? 0))) styles.add(count);
      if (name === 'xf' && isList) count++;
    },
    close: (name) => void (name === 'cellXfs' && (isList = false)),
  };
  return part === undefined || isRead(part, reader) ? styles : null;
}

function* gridRows(part: Uint8Array | undefined, strings: Strings, dates: ReadonlySet<number>, isFrom1904: boolean): Grid {
  if (part === undefined) return true;
  const rows: Omit<GridRow, 'share'>[] = [];
  let cells = new Map<number, Cell>();
  let [number, column, type, style, value, isValue, aside] = [0, -1, 'n', 0, '', false, 0];
  const reader: Reader = {
    open(name, attributes) {
      if (name === 'row') {
        number = Number(attributes['r'] ?? number + 1);
        [cells, column] = [new Map(), -1];
      } else if (name === 'c') {
        column = columnOf(attributes['r']) ?? column + 1;
        [type, style, value] = [attributes['t'] ?? 'n', Number(attributes['s'] ?? 0), ''];
      } else if (name === 'rPh') aside++;
      isValue = (name === 'v' || name === 't') && aside === 0;
    },
    close(name) {
      isValue = false;
      if (name === 'rPh') aside--;
      const cell = name === 'c' && column < mostCells ? cellOf(type, value, dates.has(style)) : null;
      if (cell !== null && cell !== '') cells.set(column, cell);
      if (name === 'row' && cells.size > 0) rows.push({ number, cells });
    },
    text: (text) => void (isValue && (value += text)),
  };
  const steps = parsing(part, reader);
  for (;;) {
    const step = steps.next();
    if (!strings.areSound()) return false;
    for (const row of rows.splice(0)) yield { ...row, share: step.done ? 1 : step.value };
    if (step.done) return step.value;
  }

  function cellOf(kind: string, written: string, isDate: boolean): Cell {
    switch (kind) {
      case 's':
        return strings.at(Number(written));
      case 'inlineStr':
      case 'str':
      case 'd':
        return unescaped(written);
      case 'b':
        return written === '1';
      case 'e':
        return null;
      default: {
        const amount = Number(written);
        if (written === '' || !Number.isFinite(amount)) return null;
        return isDate ? dayOfSerial(amount, isFrom1904) : amount;
      }
    }
  }
}

/** `B7` is column 1. */
function columnOf(reference: string | undefined): number | null {
  const letters = /^([A-Z]{1,3})\d/.exec(reference ?? '')?.[1];
  return letters === undefined ? null : Array.from(letters).reduce((sum, letter) => 26 * sum + letter.charCodeAt(0) - 64, 0) - 1;
}

/** Days are counted from 30 December 1899, which makes up for a leap day that 1900 never had, or from 1 January 1904. */
function dayOfSerial(serial: number, isFrom1904: boolean): string | null {
  const day = Math.floor(serial) - (isFrom1904 ? 24_107 : 25_569);
  return Math.abs(day) > 200_000 ? null : gregorianOfDay(day);
}
