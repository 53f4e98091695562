import { type JsonObject } from '../../canonical-json.ts';
import { type Article } from '../../model/article.ts';
import { fail, type Place, problem, type Problem, type Result } from '../../result.ts';
import { hashOfBytes } from '../../text/fingerprint.ts';
import { publishedDate } from '../../text/published-date.ts';
import { nothing } from '../capabilities.ts';
import { type Codec, type DecodeContext, type Decoded, type NamedBytes } from '../codec.ts';
import { findings, type Findings, inLineOrder } from '../findings.ts';
import { gathering } from '../texts/gathered.ts';
import { encodingFor, type ReadingChoices } from '../texts/reading-choices.ts';
import { textArticle } from '../texts/text-article.ts';
import { isZip } from '../zip.ts';
import { type ColumnMapping, columnRoles, columnsKey, fits, guessedMapping, isForReading } from './column-mapping.ts';
import { readCsv } from './read-csv.ts';
import { readJsonRows } from './read-json-rows.ts';
import { readWorkbook } from './read-workbook.ts';
import { type Cell, mostColumns, type Sheet, type SheetRow } from './sheet.ts';

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
  return sheet.ok && sheet.value.columns.length > mostColumns ? fail(problem('columns-too-many', { file: file.name }, { maximum: mostColumns })) : sheet;
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
    const mapping = mappingFor(sheet.value, reading);
    const place: Place = { file: file.name };
    if (isForReading(sheet.value.columns) && !reading.namedColumns?.text) gathered.found.add(problem('table-for-reading', place));
    else if (sheet.value.first.length === 0) gathered.found.add(problem('table-empty', place));
    else if (mapping === null) gathered.found.add(problem('columns-unclear', place, { columns: sheet.value.columns.join('; ').slice(0, 200) }));
    else readRows(file, sheet.value, mapping, { ...context, onRead }, gathered.found, (article, at) => gathered.add(article, at));
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

function readRows(
  file: NamedBytes, { rows, encoding }: Sheet, mapping: ColumnMapping, context: DecodeContext, found: Findings, add: (article: Article | null, place: Place) => void,
): void {
  const origin = { encoding, hash: hashOfBytes(file.bytes) };
  const lineOfId = new Map<string, number>();
  const repaired = repairs(file.name, found);
  const leftOut = new Map<string, number>();
  let number = 0;
  for (const row of rows) {
    number++;
    if (number % rowsPerWord === 0) context.onRead?.(row.share);
    const place: Place = { file: file.name, line: row.line };
    const id = mapping.id === null ? null : textOf(row.cells.get(mapping.id));
    const first = id === null ? undefined : lineOfId.get(id);
    if (id !== null && first !== undefined) {
      found.add(problem('row-id-twice', place, { id: id.slice(0, 100), line: first }));
      continue;
    }
    if (id !== null) lineOfId.set(id, row.line);
    const own = findings();
    add(rowArticle(row, number, mapping, place, origin, context, own), place);
    repaired.add(own.all());
    for (const [column, cell] of row.cells) if (isOther(column, mapping) && !isField(column, cell) && !isNothing(cell)) leftOut.set(column, (leftOut.get(column) ?? 0) + 1);
  }
  repaired.tell();
  for (const [column, count] of leftOut) {
    const name = column.slice(0, 100).replaceAll(notUnicode, '\ufffd');
    found.add(problem(isUnicode(column) ? 'column-left-out' : 'column-name-wrong', { file: file.name }, { column: name, count }, 'warning'));
  }
}

function rowArticle(
  { cells }: SheetRow, row: number, mapping: ColumnMapping, place: Place, { encoding, hash }: { readonly encoding: string; readonly hash: string }, context: DecodeContext, found: Findings,
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
function repairs(file: string, found: Findings): { readonly add: (problems: readonly Problem[]) => void; readonly tell: () => void } {
  const sums = new Map<string, Problem>();
  return {
    add(problems) {
      for (const one of problems) {
        const count = one.values['count'];
        if (one.severity === 'error' || typeof count !== 'number') {
          found.add(one);
          continue;
        }
        const key = `${one.code} ${String(one.values['kind'])}`;
        const before = Number(sums.get(key)?.values['count'] ?? 0);
        sums.set(key, { ...one, place: { file }, values: { ...one.values, count: before + count } });
      }
    },
    tell: () => found.add(...sums.values()),
  };
}
