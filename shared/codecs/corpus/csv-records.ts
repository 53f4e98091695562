/** One record of a CSV file. */
export interface CsvRecord {
  readonly cells: readonly string[];
  /** Its first and its last line, counted from 1. */
  readonly line: number;
  readonly lastLine: number;
  /** Where it stands in the text, in UTF-16 code units. */
  readonly start: number;
  readonly end: number;
  /**
   * `open`: a cell in quotation marks never ends, and holds all that follows. `stray`: a mark inside of one is not doubled, and the cell goes over
   * several lines, so that nobody can tell where it ends. `kept`: the same on one line, where it can end in one place only. `wide`: it has more cells
   * than are given, and ends with its line.
   */
  readonly fault: 'open' | 'stray' | 'kept' | 'wide' | null;
}

/** Of more cells a record is no row of anything, and a file of delimiters alone would fill the memory with them. */
const mostCells = 20_000;

const [quote, lf, cr, blank] = [0x22, 0x0a, 0x0d, 0x20];

/**
 * The records of a CSV text (RFC 4180) one after another. LF, CRLF and CR end a record, each wherever it stands outside of quotation marks: files that
 * several programs wrote into mix them. What stands in a cell is given as it is. A line of blanks is a record of one cell.
 */
export function* csvRecords(text: string, delimiter: string, firstLine = 1): Generator<CsvRecord> {
  const parting = delimiter.charCodeAt(0);
  let at = 0;
  let line = firstLine;
  while (at < text.length) {
    const [first, start] = [line, at];
    const cells: string[] = [];
    let fault: CsvRecord['fault'] = null;
    for (;;) {
      const cell = text.charCodeAt(at) === quote ? quotedCell(text, at, parting) : plainCell(text, at, parting);
      cells.push(cell.text);
      line += cell.lines;
      if (cell.isOpen) fault = 'open';
      else if (cell.strays > 0) fault = cell.lines > 0 || fault === 'stray' ? 'stray' : 'kept';
      at = cell.end;
      if (text.charCodeAt(at) !== parting) break;
      at++;
      if (cells.length < mostCells) continue;
      // What follows in its line is looked at no more, whatever it is.
      at = plainCell(text, at, cr).end;
      fault = 'wide';
      break;
    }
    yield { cells, line: first, lastLine: line, start, end: at, fault };
    at += text.charCodeAt(at) === cr && text.charCodeAt(at + 1) === lf ? 2 : 1;
    line++;
  }
}

interface Cell {
  readonly text: string;
  /** Where what ends it stands: delimiter, line end, or the end of the text. */
  readonly end: number;
  /** Line ends in it. */
  readonly lines: number;
  /** Marks in it that are not doubled. */
  readonly strays: number;
  readonly isOpen: boolean;
}

const isLineEnd = (unit: number): boolean => unit === lf || unit === cr;

function plainCell(text: string, start: number, parting: number): Cell {
  let end = start;
  for (; end < text.length; end++) {
    const unit = text.charCodeAt(end);
    if (unit === parting || isLineEnd(unit)) break;
  }
  return { text: text.slice(start, end), end, lines: 0, strays: 0, isOpen: false };
}

/** It ends with a mark that the delimiter follows, or a line end, with blanks between at most. */
function quotedCell(text: string, start: number, parting: number): Cell {
  let strays = 0;
  let at = text.indexOf('"', start + 1);
  for (; at !== -1; at = text.indexOf('"', at + 1)) {
    if (text.charCodeAt(at + 1) === quote) {
      at++;
      continue;
    }
    let end = at + 1;
    while (text.charCodeAt(end) === blank) end++;
    if (end >= text.length || text.charCodeAt(end) === parting || isLineEnd(text.charCodeAt(end))) return { ...inside(text, start, at), end, strays, isOpen: false };
    strays++;
  }
  return { ...inside(text, start, text.length), end: text.length, strays, isOpen: true };
}

function inside(text: string, start: number, end: number): Pick<Cell, 'text' | 'lines'> {
  const written = text.slice(start + 1, end);
  return { text: written.replaceAll('""', '"'), lines: written.match(/\r\n?|\n/g)?.length ?? 0 };
}
