import { utf8ToBytes } from '@noble/hashes/utils.js';
import { type AsyncFlateStreamHandler, Zip, type ZipInputFile } from 'fflate';
import { type Schema } from '../../model/schema.ts';
import { type NamedBytes, type Writer } from '../codec.ts';
import { deflater } from '../deflate.ts';
import { crc32After } from '../zip-entries.ts';
import { type Row, type TableId, tableIds } from './column.ts';
import { type Audience, tableWriter } from './rows.ts';
import { rowXml, sheetEnd, sheetPath, sheetStart, workbookParts } from './sheet-xml.ts';
import { tableName } from './wording.ts';

/** When a workbook begins new sheets. */
export interface SheetLimits {
  /** Rows of a sheet, its header among them; Excel holds 1,048,576. */
  readonly rows: number;
  /** Bytes of those sheets that wait, before they are packed. */
  readonly waiting: number;
}

export const sheetLimits: SheetLimits = { rows: 1_000_000, waiting: 256 * 1024 * 1024 };

interface Sheet {
  readonly entry: PackedEntry;
  readonly table: TableId;
  /** The number of its last row. */
  rows: number;
}

const deflateMethod = 8;

/** An archive whose files grow side by side. */
interface StreamedZip {
  readonly begin: (path: string) => PackedEntry;
  readonly end: () => void;
  /** What was written since the last time. */
  readonly taken: () => readonly NamedBytes[];
}

/** The earliest time that an archive can tell: a workbook says nothing of the day on which it was made. */
const noTime = '1980-01-01T00:00:00';

/** A file of an archive that is packed and checked by our own while it grows. */
class PackedEntry implements ZipInputFile {
  readonly #deflater = deflater();
  readonly filename: string;
  readonly compression = deflateMethod;
  readonly mtime = noTime;
  size = 0;
  crc = 0;
  /** Given by the archive that it is put into. */
  ondata?: AsyncFlateStreamHandler;

  constructor(filename: string) {
    this.filename = filename;
  }

  push(chunk: Uint8Array, isLast = false): void {
    this.size += chunk.length;
    this.crc = crc32After(this.crc, chunk);
    this.ondata?.(null, this.#deflater.push(chunk, isLast), isLast);
  }
}

function streamedZip(name: string): StreamedZip {
  let out: Uint8Array[] = [];
  const zip = new Zip((error, chunk) => {
    if (error) throw error;
    out.push(chunk);
  });
  return {
    begin(path) {
      const entry = new PackedEntry(path);
      zip.add(entry);
      return entry;
    },
    end: () => zip.end(),
    taken() {
      const chunks = out;
      out = [];
      return chunks.map((bytes) => ({ name, bytes }));
    },
  };
}

/**
 * One workbook, row by row. In an archive one file stands after another: the sheet of the annotations goes out while it grows, and those of
 * the other tables wait, packed. When one is full, or much is waiting, all are closed and new ones begun, so memory stays flat.
 */
export function writeWorkbook(schema: Schema, stem: string, audience: Audience, limits: SheetLimits = sheetLimits): Writer {
  const archive = streamedZip(`${stem}.xlsx`);
  const { headers, isLong, rows } = tableWriter(schema, audience);
  const titles: string[] = [];
  const begun: Record<TableId, number> = { annotations: 0, relations: 0, articles: 0, sets: 0, entities: 0 };
  let open = new Map<TableId, Sheet>();
  let waiting = 0;

  const begin = (table: TableId): Sheet => {
    const count = ++begun[table];
    const entry = archive.begin(sheetPath(titles.length));
    entry.push(utf8ToBytes(sheetStart(headers[table], isLong[table], titles.length === 0)));
    titles.push(count === 1 ? tableName(table) : `${tableName(table)} ${inPersian(count)}`);
    const sheet = { entry, table, rows: 1 };
    open.set(table, sheet);
    return sheet;
  };
  const close = (): void => {
    for (const { entry, table, rows: last } of open.values()) entry.push(utf8ToBytes(sheetEnd(headers[table].length, last)), true);
    open = new Map();
    waiting = 0;
  };
  const put = (table: TableId, some: readonly Row[]): void => {
    const sheet = open.get(table) ?? begin(table);
    const bytes = utf8ToBytes(some.map(({ cells }, index) => rowXml(cells, sheet.rows + index + 1, isLong[table])).join(''));
    sheet.rows += some.length;
    sheet.entry.push(bytes);
    if (table !== tableIds[0]) waiting += bytes.length;
  };
  const putAll = (table: TableId, all: readonly Row[]): void => {
    for (let at = 0; at < all.length; ) {
      // The annotations come first in the archive, also where they have no row yet.
      if (!open.has(tableIds[0])) begin(tableIds[0]);
      const room = limits.rows - (open.get(table)?.rows ?? 1);
      put(table, all.slice(at, at + room));
      at += room;
      if (at < all.length || waiting > limits.waiting) close();
    }
  };
  return {
    add(slice) {
      const tables = rows(slice);
      for (const table of tableIds) putAll(table, tables[table]);
      return archive.taken();
    },
    end() {
      for (const table of tableIds) if (begun[table] === 0) begin(table);
      close();
      for (const [path, text] of Object.entries(workbookParts(titles))) archive.begin(path).push(utf8ToBytes(text), true);
      archive.end();
      return archive.taken();
    },
  };
}

const inPersian = (count: number): string => String(count).replace(/\d/g, (digit) => String.fromCharCode(0x06f0 + Number(digit)));
