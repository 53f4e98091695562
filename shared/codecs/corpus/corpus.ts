import { type JsonObject } from '../../canonical-json.ts';
import { type Article } from '../../model/article.ts';
import { fail, ok, type Place, problem, type Problem, type Result } from '../../result.ts';
import { hashOfBytes } from '../../text/fingerprint.ts';
import { publishedDate } from '../../text/published-date.ts';
import { nothing } from '../capabilities.ts';
import { type Codec, type DecodeContext, type Decoded, type NamedBytes } from '../codec.ts';
import { findings, type Findings, inLineOrder } from '../findings.ts';
import { type Gathering, gathering } from '../texts/gathered.ts';
import { encodingFor, type ReadingChoices } from '../texts/reading-choices.ts';
import { textArticle } from '../texts/text-article.ts';
import { isZip } from '../zip.ts';
import { type ColumnMapping, columnRoles, columnsKey, fits, guessedMapping, isForReading } from './column-mapping.ts';
import { readCsv } from './read-csv.ts';
import { readJsonRows } from './read-json-rows.ts';
import { readWorkbook } from './read-workbook.ts';
import { type Cell, refusedColumns, type Sheet, type SheetRow } from './sheet.ts';

/** Tables with an Article in each row: CSV, spreadsheets, JSON and JSON Lines of other programs. Read only. */
export const corpus: Codec = {
  id: 'corpus',
  title: 'Table of articles',
  extensions: ['csv', 'tsv', 'xlsx', 'jsonl', 'json'],
  offsetUnit: 'none',
  capabilities: nothing,
  bytes: 'own',
  textsOnly: true,
  decode,
};

/** Rows by which it is guessed what columns mean, and which are shown to whoever decides. */
export const rowsShown = 20;

/** After so many rows it is told how far the reading is. */
const rowsPerWord = 200;

/** What is wrong with rows is found as they are read, in the order of their lines. */
export function readSheet(file: NamedBytes, reading: ReadingChoices, found: Findings): Result<Sheet> {
  const sheet = openSheet(file, reading, found);
  const tooMany = sheet.ok ? refusedColumns(sheet.value.columns.length, { file: file.name }) : null;
  return tooMany ? fail(tooMany) : sheet;
}

function openSheet(file: NamedBytes, reading: ReadingChoices, found: Findings): Result<Sheet> {
  if (isZip(file.bytes)) return readWorkbook(file, found);
  const asked = encodingFor(file, reading);
  return /\.jsonl?$/i.test(file.name) ? readJsonRows(file, found, asked) : readCsv(file, found, asked);
}

function decode(files: readonly NamedBytes[], context: DecodeContext): Decoded {
  const { reading = {} } = context;
  const gathered = gathering(context);
  for (const [index, file] of files.entries()) {
    const onRead = (share: number): void => context.onRead?.((index + share) / files.length);
    const sheet = readSheet(file, reading, gathered.found);
    if (!sheet.ok) {
      gathered.found.add(...sheet.problems);
      continue;
    }
    const mapping = mappingOf(sheet.value, reading, { file: file.name });
    if (!mapping.ok) {
      gathered.found.add(...mapping.problems);
      continue;
    }
    const table = rowReader(file.name, { encoding: sheet.value.encoding, hash: hashOfBytes(file.bytes) }, mapping.value, { ...context, onRead }, gathered);
    table.read(sheet.value.rows);
    table.tell();
  }
  const decoded = gathered.decoded();
  // The first rows are read before any of them becomes an Article: what is wrong with either is met apart.
  return { ...decoded, problems: inLineOrder(decoded.problems) };
}

/** What was chosen for these columns, or what they probably mean; `null` where nobody can tell which one is the text. */
export function mappingFor({ columns, first }: Pick<Sheet, 'columns' | 'first'>, { columns: chosen = {}, namedColumns = {} }: ReadingChoices): ColumnMapping | null {
  const key = columnsKey(columns);
  const told = Object.hasOwn(chosen, key) ? chosen[key] : undefined;
  const mapping = told ?? { ...guessedMapping(columns, first.slice(0, rowsShown).map(({ cells }) => cells)), ...namedColumns };
  return fits(mapping, columns) ? mapping : null;
}

/** The same, or why its rows are no Articles. */
export function mappingOf(sheet: Pick<Sheet, 'columns' | 'first'>, reading: ReadingChoices, place: Place): Result<ColumnMapping> {
  if (isForReading(sheet.columns) && !reading.namedColumns?.text) return fail(problem('table-for-reading', place));
  if (sheet.first.length === 0) return fail(problem('table-empty', place));
  const mapping = mappingFor(sheet, reading);
  return mapping ? ok(mapping) : fail(problem('columns-unclear', place, { columns: sheet.columns.join('; ').slice(0, 200) }));
}

/** Of the file that rows are in. */
interface RowOrigin {
  readonly encoding: string;
  readonly hash: string;
}

/** Makes Articles of the rows of one table, as many at a time as there are. */
export interface RowReader {
  read(rows: Iterable<SheetRow>): void;
  /** What was counted in all of them, once. */
  tell(): void;
}

export function rowReader(file: string, origin: RowOrigin, mapping: ColumnMapping, context: DecodeContext, gathered: Gathering): RowReader {
  const lineOfId = new Map<string, number>();
  const repaired = repairs(file);
  const leftOut = new Map<string, number>();
  let number = 0;

  const readRow = (row: SheetRow): void => {
    number++;
    if (number % rowsPerWord === 0) context.onRead?.(row.share);
    const place: Place = { file, line: row.line };
    const id = mapping.id === null ? null : textOf(row.cells.get(mapping.id));
    const first = id === null ? undefined : lineOfId.get(id);
    if (id !== null && first !== undefined) return gathered.found.add(problem('row-id-twice', place, { id: id.slice(0, 100), line: first }));
    if (id !== null) lineOfId.set(id, row.line);
    const own = findings();
    gathered.add(rowArticle(row, number, mapping, place, origin, context, own), place);
    gathered.found.add(...repaired.others(own.all()));
    for (const [column, cell] of row.cells) if (isOther(column, mapping) && !isField(column, cell) && !isNothing(cell)) leftOut.set(column, (leftOut.get(column) ?? 0) + 1);
  };
  return {
    read(rows) {
      for (const row of rows) readRow(row);
    },
    tell() {
      gathered.found.add(...repaired.sums());
      for (const [column, count] of leftOut) {
        const name = column.slice(0, 100).replaceAll(notUnicode, '\ufffd');
        gathered.found.add(problem(isUnicode(column) ? 'column-left-out' : 'column-name-wrong', { file }, { column: name, count }, 'warning'));
      }
    },
  };
}

function rowArticle(
  { cells }: SheetRow, row: number, mapping: ColumnMapping, place: Place, { encoding, hash }: RowOrigin, context: DecodeContext, found: Findings,
): Article | null {
  const cellOf = (column: string | null): Cell | undefined => (column === null ? undefined : cells.get(column));
  const text = cellOf(mapping.text);
  if (typeof text !== 'string') {
    found.add(text === undefined ? problem('row-without-text', place) : problem('row-text-wrong', place, { column: mapping.text ?? '', found: JSON.stringify(text).slice(0, 40) }));
    return null;
  }
  const written = textOf(cellOf(mapping.published));
  const published = written === null ? null : publishedDate(written);
  if (written !== null && published === null) found.add(problem('row-date-unclear', place, { date: written.slice(0, 60) }, 'warning'));
  const id = textOf(cellOf(mapping.id));
  const others = otherFields(cells, mapping);
  return textArticle(
    {
      text, place, title: textOf(cellOf(mapping.title)),
      source: { published, publisher: textOf(cellOf(mapping.publisher)), url: textOf(cellOf(mapping.url)), licence: textOf(cellOf(mapping.licence)) },
      extra: { ...(id !== null && { source_id: id }), ...(Object.keys(others).length > 0 && { columns: others }) },
      bytes: hash,
      origin: { encoding, row },
    },
    context,
    found,
  );
}

/** Half characters, and NUL: what has one of them is no word that could be written into a file again. */
const notUnicode = /\p{Surrogate}|\0/gu;
const isUnicode = (word: string): boolean => word.search(notUnicode) === -1;

/** UTF-16 code units: what is longer is a text of its own, not a field of one. */
const longestField = 2000;

/** `null` for nothing, and for what is no single line of words. */
function textOf(cell: Cell | undefined): string | null {
  const text = typeof cell === 'number' || typeof cell === 'boolean' ? String(cell) : typeof cell === 'string' ? cell.trim() : '';
  return text === '' || text.length > longestField || !isUnicode(text) ? null : text;
}

/** What has no role, kept as it is: short words, numbers, yes and no. */
const otherFields = (cells: SheetRow['cells'], mapping: ColumnMapping): JsonObject =>
  Object.fromEntries([...cells].filter(([column, cell]) => isOther(column, mapping) && isField(column, cell)));

const isOther = (column: string, mapping: ColumnMapping): boolean => columnRoles.every((role) => mapping[role] !== column);

const isField = (column: string, cell: Cell): boolean =>
  isUnicode(column) && (typeof cell === 'number' || typeof cell === 'boolean' || (typeof cell === 'string' && textOf(cell) !== null));

/** Nobody misses it. */
const isNothing = (cell: Cell): boolean => (typeof cell === 'string' && cell.trim() === '') || (Array.isArray(cell) && cell.length === 0);

/** What was repaired alike in many rows is said once, with its sum; what was refused is said with its line. */
function repairs(file: string): { readonly others: (problems: readonly Problem[]) => readonly Problem[]; readonly sums: () => readonly Problem[] } {
  const sums = new Map<string, Problem>();
  const isSummed = (one: Problem): boolean => {
    const count = one.values['count'];
    if (one.severity === 'error' || typeof count !== 'number') return false;
    const key = `${one.code} ${String(one.values['kind'])}`;
    const before = Number(sums.get(key)?.values['count'] ?? 0);
    sums.set(key, { ...one, place: { file }, values: { ...one.values, count: before + count } });
    return true;
  };
  return { others: (problems) => problems.filter((one) => !isSummed(one)), sums: () => [...sums.values()] };
}
