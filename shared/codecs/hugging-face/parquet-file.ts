import { ByteWriter } from 'hyparquet-writer/src/bytewriter.js';
import { ParquetWriter } from 'hyparquet-writer/src/parquet-writer.js';
import { decodeUtf8, encodeUtf8 } from '../../text/utf8.ts';
import { type Row } from './article-rows.ts';
import { type Config } from './configs.ts';
import { keptGroups } from './kept-groups.ts';
import { parquetSchemaOf } from './parquet-schema.ts';
import { type Form, type RowFile } from './row-file.ts';

/**
 * A group is written when it has so many rows, or so many characters, whichever comes first. Rows wait in memory until then, those of every
 * table and split at once: as bytes, since 50 annotations are 40 KB of objects and a third of that as JSON, and what waits long would be
 * moved about by the engine and make its heap grow. What the footer will say of each group waits as numbers.
 */
const rowsPerGroup = 200;
const charactersPerGroup = 1024 * 1024;

/** In the footer of every file, since Parquet says nothing of what an offset counts. */
export const fileMetadata = [
  { key: 'naql.offset_unit', value: 'code_point' },
  { key: 'naql.format', value: 'naql.hugging-face 1.0' },
];

export const parquet: Form = { suffix: '-00000-of-00001.parquet', begin };

function begin({ columns }: Config): RowFile {
  const bytes = new ByteWriter();
  const file = new ParquetWriter({
    writer: bytes, schema: parquetSchemaOf(columns), codec: 'SNAPPY', statistics: false, kvMetadata: fileMetadata, createdBy: 'naql',
  });
  const groups = keptGroups();
  let waiting: Uint8Array[] = [];
  let weight = 0;
  const writeGroup = (): void => {
    if (waiting.length === 0) return;
    const rows = waiting.map(rowOf);
    waiting = [];
    // Without an index of pages: a group is a few pages long at most, and the indexes would wait for the end as well.
    const columnData = columns.map(({ name }) => ({ name, data: rows.map((row) => row[name]), offsetIndex: false }));
    if (file.write({ columnData, rowGroupSize: rows.length })) throw new Error('the Parquet writer must not wait');
    groups.keep(file.row_groups.splice(0));
    file.pendingIndexes.length = 0;
    weight = 0;
  };
  return {
    add(row, characters) {
      waiting.push(bytesOf(row));
      weight += characters;
      if (waiting.length >= rowsPerGroup || weight >= charactersPerGroup) writeGroup();
      return taken(bytes);
    },
    end() {
      writeGroup();
      file.row_groups = groups.all();
      if (file.finish()) throw new Error('the Parquet writer must not wait');
      return taken(bytes);
    },
  };
}

const bytesOf = (row: Row): Uint8Array => encodeUtf8(JSON.stringify(row));

function rowOf(bytes: Uint8Array): Row {
  const decoded = decodeUtf8(bytes);
  if (!decoded.ok) throw new Error(`byte ${decoded.byte} of a waiting row is no UTF-8`);
  return JSON.parse(decoded.text) as Row;
}

/** What the writer holds, which it then forgets; its count of all bytes, which places in the file are made from, goes on. */
function taken(bytes: ByteWriter): Uint8Array {
  const written = bytes.getBytes().slice();
  bytes.index = 0;
  return written;
}
