import { assembleNested } from 'hyparquet/src/assemble.js';
import { parquetHeader } from 'hyparquet/src/column.js';
import { DEFAULT_PARSERS } from 'hyparquet/src/convert.js';
import { parquetMetadata, parquetSchema } from 'hyparquet/src/metadata.js';
import { getTreePath } from 'hyparquet/src/schema.js';
import { type ColumnMetaData, type FileMetaData, type RowGroup, type SchemaTree } from 'hyparquet';
import { type Json, type JsonObject } from '../../canonical-json.ts';
import { problem } from '../../result.ts';
import { type NamedBytes } from '../codec.ts';
import { type Findings } from '../findings.ts';
import { classNamesIn, withNames } from './class-names.ts';
import { checkPage, readDataPage, readDictionary } from './parquet-page.ts';
import { type ReadRow } from './row-kind.ts';
import { thriftEnd } from './thrift-length.ts';

const magic = 'PAR1';
const maximumColumns = 1000;
/** Of all pages of a file, unpacked, in bytes. */
const maximumUnpacked = 256 * 1024 * 1024;

export const looksParquet = ({ bytes }: NamedBytes): boolean => String.fromCharCode(...bytes.subarray(0, 4)) === magic;

/**
 * The rows of a Parquet file. Total, and without waiting: pages are read here and only their nesting is left to hyparquet, whose reader
 * returns promises and believes the counts that a file claims. A group of rows that cannot be read is a Problem; the others are kept.
 */
export function readParquet(file: NamedBytes, found: Findings): readonly ReadRow[] {
  const metadata = metadataOf(file, found);
  if (!metadata) return [];
  const features = classNamesIn(metadata.key_value_metadata ?? []);
  const budget = { left: maximumUnpacked };
  let line = 1;
  return metadata.row_groups.flatMap((group, index) => {
    try {
      const rows = rowsOf(group, metadata, file.bytes, budget);
      return rows.map((row) => ({ place: { file: file.name, line: line++ }, value: withNames(row, features) }));
    } catch (error) {
      found.add(problem('parquet-group-unreadable', { file: file.name }, { group: index + 1, reason: reasonOf(error) }));
      return [];
    }
  });
}

/** What hyparquet and the page reader throw on damaged bytes, whatever kind of error it is. */
const reasonOf = (error: unknown): string => (error instanceof Error ? error.message : String(error)).slice(0, 200);

function metadataOf({ name, bytes }: NamedBytes, found: Findings): FileMetaData | null {
  try {
    const view = new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength);
    const start = bytes.length - 8 - view.getUint32(bytes.length - 8, true);
    if (start < 4 || thriftEnd(bytes, start) === null) throw new Error('no footer');
    const metadata = parquetMetadata(bytes, { geoparquet: false });
    if (metadata.schema.length > maximumColumns) throw new Error(`${metadata.schema.length} columns`);
    return metadata;
  } catch (error) {
    found.add(problem('file-not-parquet', { file: name }, { reason: reasonOf(error) }));
    return null;
  }
}

interface Budget {
  left: number;
}

function rowsOf(group: RowGroup, metadata: FileMetaData, bytes: Uint8Array, budget: Budget): readonly JsonObject[] {
  const tree = parquetSchema(metadata);
  const leaves = new Map<string, unknown[]>();
  for (const { meta_data: column } of group.columns) {
    if (!column) throw new Error('a column without its metadata');
    leaves.set(column.path_in_schema.join('.'), readColumn(column, tree, bytes, budget));
  }
  const columns = tree.children.map((child): readonly [string, readonly Json[]] => {
    if (child.children.length > 0) assembleNested(leaves as Parameters<typeof assembleNested>[0], child, DEFAULT_PARSERS);
    const values = leaves.get(child.path.join('.'));
    if (!values) throw new Error(`the column ${child.element.name} is not there`);
    return [child.element.name, values as readonly Json[]];
  });
  const count = columns[0]?.[1].length ?? 0;
  for (const [name, { length }] of columns) if (length !== count) throw new Error(`${length} rows in ${name}, ${count} in the first column`);
  return Array.from({ length: count }, (_, row) => Object.fromEntries(columns.map(([name, values]) => [name, values[row] ?? null])));
}

/** All pages of a column of one group. */
function readColumn(meta: ColumnMetaData, tree: SchemaTree, bytes: Uint8Array, budget: Budget): unknown[] {
  const column = { path: getTreePath(tree, meta.path_in_schema), codec: meta.codec };
  const start = Number(meta.dictionary_page_offset ?? meta.data_page_offset);
  const end = start + Number(meta.total_compressed_size);
  if (!(start >= 0 && end <= bytes.length)) throw new Error(`a column from byte ${start} to ${end} of ${bytes.length}`);
  const chunk = bytes.subarray(start, end);
  const reader = { view: new DataView(chunk.buffer, chunk.byteOffset, chunk.byteLength), offset: 0 };
  const rows: unknown[] = [];
  let dictionary: ReturnType<typeof readDictionary> | null = null;
  while (reader.offset < chunk.length) {
    if (thriftEnd(chunk, reader.offset) === null) throw new Error(`no page at byte ${start + reader.offset}`);
    const header = parquetHeader(reader);
    checkPage(header, chunk.length - reader.offset);
    budget.left -= header.uncompressed_page_size;
    if (budget.left < 0) throw new Error(`more than ${maximumUnpacked} bytes when unpacked`);
    const page = chunk.subarray(reader.offset, reader.offset + header.compressed_page_size);
    reader.offset += header.compressed_page_size;
    if (header.type === 'DICTIONARY_PAGE') dictionary = readDictionary(page, header, column);
    else readDataPage(page, header, dictionary, column, rows);
  }
  return rows;
}
