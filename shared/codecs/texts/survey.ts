import { type Cleaning, cleaningEdits, cleanings } from '../../text/cleaning.ts';
import { detectEncoding, type TextEncoding } from '../../text/encoding.ts';
import { isLegalOffset } from '../../text/offsets.ts';
import { batches } from '../codec-for.ts';
import { type DecodeContext, type NamedBytes } from '../codec.ts';
import { conllCodecs } from '../conll/conll.ts';
import { isLines } from '../conll/names.ts';
import { firstRows } from '../conll/read-columns.ts';
import { type ColumnMapping, columnsKey, isForReading } from '../corpus/column-mapping.ts';
import { corpus, mappingFor, readSheet, rowsShown } from '../corpus/corpus.ts';
import { firstRowCount, type Sheet } from '../corpus/sheet.ts';
import { findings } from '../findings.ts';
import { maximumMarkupBytes } from '../page/page-limits.ts';
import { guessedEncoding, page } from '../page/page.ts';
import { plainText } from '../plain-text/plain-text.ts';
import { isZip } from '../zip.ts';
import { type ReadingChoices } from './reading-choices.ts';

/** Files whose encoding was found out by looking at them, not said by them. */
export interface FoundEncoding {
  /** `null`: none fits. */
  readonly encoding: TextEncoding | null;
  readonly files: number;
  /** One of them: its name and its beginning. */
  readonly file: string;
  readonly head: Uint8Array;
}

/** Tables with the same columns. */
export interface FoundTable {
  /** `columnsKey` */
  readonly key: string;
  readonly file: string;
  readonly files: number;
  readonly columns: readonly string[];
  /** The first rows, cells as words. */
  readonly rows: readonly (readonly string[])[];
  /** `null` where nobody can tell which column is the text. */
  readonly mapping: ColumnMapping | null;
}

/** Files with a word and its tag in each row, of which nothing says where the words stand. */
export interface FoundColumns {
  readonly file: string;
  readonly files: number;
  /** The first rows of one of them, by their cells. */
  readonly rows: readonly (readonly string[])[];
}

/** A place that would read otherwise, in its line. */
export interface CleaningExample {
  readonly before: string;
  readonly was: string;
  readonly becomes: string;
  readonly after: string;
}

export interface FoundCleaning {
  readonly kind: Cleaning;
  /** Places in all texts that were looked at. */
  readonly count: number;
  readonly examples: readonly CleaningExample[];
}

/** What a person may want to decide before files of texts are read; empty where there is nothing to decide. */
export interface Survey {
  /** Files that were looked at. */
  readonly files: number;
  readonly encodings: readonly FoundEncoding[];
  readonly pages: { readonly files: number; readonly example: NamedBytes } | null;
  readonly tables: readonly FoundTable[];
  readonly conll: FoundColumns | null;
  readonly cleanings: readonly FoundCleaning[];
  /** Were they looked for in all of each text, and all rows of each table? Pages are not. */
  readonly areCounted: boolean;
}

const headBytes = 4096;
/** Bytes of a file that are looked at before it is read: a large one would be read twice. */
const mostBytes = 4 * 1024 * 1024;
/** UTF-16 code units of each text in which it is looked for what could be cleaned. */
const sampled = 50_000;
const examplesShown = 3;
const around = 24;

/** Looks at files of one folder, read in the encodings that were chosen so far. Files with annotations are left alone: their texts are not to be altered. */
export function surveyOf(files: readonly NamedBytes[], context: DecodeContext): Survey {
  const all = batches(files).batches;
  const own = all.filter(({ codec }) => codec.textsOnly);
  const columns = all.filter((batch) => conllCodecs.includes(batch.codec) && !batch.files.some(({ name }) => isLines(name))).flatMap((batch) => batch.files);
  const of = (codec: { readonly id: string }): readonly NamedBytes[] => own.filter((batch) => batch.codec === codec).flatMap((batch) => batch.files);
  const pages = of(page).filter(({ bytes }) => bytes.length <= maximumMarkupBytes);
  const tables = of(corpus);
  const sheets = tables.flatMap((file) => surveyedTable(file, context));
  const written = [...of(plainText), ...tables.filter(({ bytes }) => !isZip(bytes))].map(beginningOf);
  const looked = (batch: readonly NamedBytes[]): readonly NamedBytes[] => batch.map(beginningOf).filter(({ bytes }) => bytes.length <= mostBytes);
  const articles = own.filter(({ codec }) => codec !== page && codec !== corpus).flatMap(({ codec, files: batch }) => codec.decode?.(looked(batch), context).dataset?.articles ?? []);
  const texts = [...articles.map(({ text }) => text), ...sheets.flatMap(textsOf)];
  const beginnings = texts.map((text) => text.slice(0, sampled));
  return {
    files: files.length,
    encodings: encodingsOf([...written.flatMap(unsure), ...pages.flatMap(unsurePage)]),
    pages: pages[0] ? { files: pages.length, example: pages[0] } : null,
    tables: tablesOf(sheets),
    conll: columnsOf(columns),
    cleanings: cleanings.map((kind) => cleaningOf(kind, beginnings)).filter(({ count }) => count > 0),
    areCounted:
      texts.every(({ length }) => length <= sampled) && sheets.every(({ first }) => first.length < firstRowCount) &&
      own.every(({ codec, files: batch }) => codec === page || batch.every(({ bytes }) => bytes.length <= mostBytes)),
  };
}

/** What is looked at of a large file, which may end within a row; an archive has no beginning that could be read. */
function beginningOf(file: NamedBytes): NamedBytes {
  const { name, bytes } = file;
  if (bytes.length <= mostBytes || isZip(bytes)) return file;
  // A character may begin in the last three bytes that are not whole.
  const ends = [0, 1, 2, 3].map((cut) => bytes.subarray(0, mostBytes - cut));
  return { name, bytes: ends.find((head) => detectEncoding(head)?.isCertain) ?? bytes.subarray(0, mostBytes) };
}

type Unsure = Pick<FoundEncoding, 'encoding' | 'file' | 'head'>;

function unsure({ name, bytes }: NamedBytes): readonly Unsure[] {
  const detected = detectEncoding(bytes);
  return detected?.isCertain || (detected === null && bytes.includes(0)) ? [] : [{ encoding: detected?.encoding ?? null, file: name, head: bytes.slice(0, headBytes) }];
}

function unsurePage({ name, bytes }: NamedBytes): readonly Unsure[] {
  const encoding = guessedEncoding(bytes);
  return encoding === null ? [] : [{ encoding, file: name, head: (encoding.startsWith('utf-16') ? bytes : wordBytes(bytes)).slice(0, headBytes) }];
}

/** What stands between the tags of a page, from the first letter on that is not ASCII: of markup nobody can tell whether its letters are the right ones. */
function wordBytes(bytes: Uint8Array): Uint8Array {
  const words: number[] = [];
  let isTag = false;
  for (const byte of bytes) {
    if (byte === 0x3c) isTag = true;
    else if (byte === 0x3e) isTag = false;
    else if (!isTag && (words.length > 0 || byte >= 0x80)) words.push(byte);
    if (words.length === headBytes) break;
  }
  return Uint8Array.from(words);
}

function encodingsOf(files: readonly Unsure[]): readonly FoundEncoding[] {
  const found = new Map<TextEncoding | null, FoundEncoding>();
  for (const one of files) {
    const known = found.get(one.encoding);
    found.set(one.encoding, known ? { ...known, files: known.files + 1 } : { ...one, files: 1 });
  }
  return [...found.values()];
}

/** A table whose rows may be articles, by its first ones: it is read for nothing else before a person has decided. */
interface SurveyedTable extends Pick<Sheet, 'columns' | 'first'> {
  readonly file: string;
  readonly mapping: ColumnMapping | null;
}

function surveyedTable(file: NamedBytes, { reading = {} }: DecodeContext): readonly SurveyedTable[] {
  const sheet = sheetOf(file, reading);
  if (!sheet || sheet.first.length === 0 || isForReading(sheet.columns)) return [];
  return [{ file: file.name, columns: sheet.columns, first: sheet.first, mapping: mappingFor(sheet, {}) }];
}

function textsOf({ first, mapping }: SurveyedTable): readonly string[] {
  const column = mapping?.text ?? null;
  return column === null ? [] : first.map(({ cells }) => cells.get(column)).filter((cell) => typeof cell === 'string');
}

function tablesOf(sheets: readonly SurveyedTable[]): readonly FoundTable[] {
  const found = new Map<string, FoundTable>();
  for (const { file, columns, first, mapping } of sheets) {
    const key = columnsKey(columns);
    const known = found.get(key);
    const rows = first.slice(0, rowsShown).map((row) => columns.map((column) => wordsOf(row.cells.get(column))));
    found.set(key, known ? { ...known, files: known.files + 1 } : { key, file, files: 1, columns, rows, mapping });
  }
  return [...found.values()];
}

/** Its beginning says all, unless rows are very long. */
function sheetOf(file: NamedBytes, reading: ReadingChoices): Sheet | null {
  const beginning = beginningOf(file);
  const sheet = readSheet(beginning, reading, findings());
  if (beginning === file || (sheet.ok && sheet.value.first.length === firstRowCount)) return sheet.ok ? sheet.value : null;
  const whole = readSheet(file, reading, findings());
  return whole.ok ? whole.value : null;
}

/** UTF-16 code units of a cell that are shown. */
const longestCell = 160;
const wordsOf = (cell: unknown): string => (cell === undefined || cell === null ? '' : (typeof cell === 'string' ? cell : JSON.stringify(cell)).slice(0, longestCell));

function columnsOf(files: readonly NamedBytes[]): FoundColumns | null {
  const [first] = files;
  const rows = first ? firstRows(first) : [];
  return first && rows.length > 0 ? { file: first.name, files: files.length, rows: rows.map((cells) => cells.map((cell) => cell.slice(0, longestCell))) } : null;
}

function cleaningOf(kind: Cleaning, texts: readonly string[]): FoundCleaning {
  const examples: CleaningExample[] = [];
  let count = 0;
  for (const text of texts) {
    const edits = cleaningEdits(text, [kind]);
    count += edits.length;
    const [edit] = edits;
    if (!edit || examples.length === examplesShown) continue;
    const legal = (offset: number): number => (isLegalOffset(text, offset) ? offset : offset + 1);
    const { start, end } = edit.span;
    const line = { start: text.lastIndexOf('\n', start - 1) + 1, end: text.indexOf('\n', end) === -1 ? text.length : text.indexOf('\n', end) };
    examples.push({
      before: text.slice(Math.max(line.start, legal(Math.max(0, start - around))), start), was: text.slice(start, end), becomes: edit.becomes,
      after: text.slice(end, Math.min(line.end, legal(Math.min(text.length, end + around)))),
    });
  }
  return { kind, count, examples };
}

/** So many Arabic letters and digits are a way of writing, not a slip: only then is it worth a question of its own. */
const wayOfWriting = 10;

/** Is there nothing that a person should be asked? */
export const isDecided = ({ encodings, pages, tables, conll, cleanings: found }: Survey): boolean =>
  encodings.length === 0 && pages === null && tables.length === 0 && conll === null && found.every(({ kind, count }) => kind === 'joints' || count < wayOfWriting);
