import { assembleLists } from 'hyparquet/src/assemble.js';
import { decompressPage } from 'hyparquet/src/datapage.js';
import { getMaxDefinitionLevel, getMaxRepetitionLevel } from 'hyparquet/src/schema.js';
import { type CompressionCodec, type PageHeader, type SchemaTree } from 'hyparquet';
import { decodeUtf8 } from '../../text/utf8.ts';
import { readHybrid } from './parquet-levels.ts';

/** One leaf of the schema, and how its pages are packed. */
export interface LeafColumn {
  readonly path: SchemaTree[];
  readonly codec: CompressionCodec;
}

/** Values as the row reader takes them. */
type Value = string | number | boolean | null;

/** No page of a text column need be longer. Bytes, unpacked. */
const maximumPage = 256 * 1024 * 1024;
/** Snappy packs 64 bytes into 3 at best. */
const maximumRatio = 32;
const maximumValues = 5_000_000;

/** Numbers that a page's header claims, once they are found to be possible. */
export function checkPage({ uncompressed_page_size: unpacked, compressed_page_size: packed, ...header }: PageHeader, room: number): void {
  const count = header.data_page_header?.num_values ?? header.data_page_header_v2?.num_values ?? header.dictionary_page_header?.num_values ?? 0;
  if (!(packed >= 0 && packed <= room)) throw new Error(`a page of ${packed} bytes where ${room} are left`);
  const most = Math.min(maximumPage, 1024 + maximumRatio * packed);
  if (!(unpacked >= 0 && unpacked <= most)) throw new Error(`a page of ${packed} bytes claims ${unpacked}`);
  if (!(count >= 0 && count <= maximumValues)) throw new Error(`a page claims ${count} values`);
}

export function readDictionary(packed: Uint8Array, header: PageHeader, { path, codec }: LeafColumn): readonly Value[] {
  const page = decompressPage(packed, header.uncompressed_page_size, codec, undefined);
  return readPlain(page, 0, path, header.dictionary_page_header?.num_values ?? 0);
}

/** Adds a page's values to those of the pages before: one item a row, lists in lists as the schema nests them. */
export function readDataPage(packed: Uint8Array, header: PageHeader, dictionary: readonly Value[] | null, column: LeafColumn, rows: unknown[]): void {
  const { definition, repetition, encoding, data, at } = header.data_page_header_v2 ? pageV2(packed, header, column) : pageV1(packed, header, column);
  if (definition.length === 0) return;
  const deepest = getMaxDefinitionLevel(column.path);
  const count = definition.filter((level) => level === deepest).length;
  const values = readValues(data, at, encoding, dictionary, column.path, count);
  const isFlat = column.path.length === 2 && getMaxRepetitionLevel(column.path) === 0;
  let next = 0;
  if (isFlat) for (const level of definition) rows.push(level === deepest ? (values[next++] ?? null) : null);
  else assembleLists(rows, [...definition], [...repetition], [...values], column.path);
}

interface Page {
  readonly definition: readonly number[];
  readonly repetition: readonly number[];
  readonly encoding: string;
  /** Where the values are, and where they begin. */
  readonly data: Uint8Array;
  readonly at: number;
}

const widthOf = (level: number): number => 32 - Math.clz32(level);

function pageV1(packed: Uint8Array, { data_page_header: head, uncompressed_page_size: size }: PageHeader, { path, codec }: LeafColumn): Page {
  if (!head) throw new Error('a data page without its header');
  const data = decompressPage(packed, size, codec, undefined);
  const view = new DataView(data.buffer, data.byteOffset, data.byteLength);
  let at = 0;
  const levels = (deepest: number): readonly number[] => {
    if (deepest === 0) return [];
    const length = view.getUint32(at, true);
    const { values } = readHybrid(data.subarray(at + 4, at + 4 + length), 0, widthOf(deepest), head.num_values);
    at += 4 + length;
    return values;
  };
  const repetition = levels(getMaxRepetitionLevel(path));
  const definition = levels(getMaxDefinitionLevel(path));
  return { repetition, definition: definition.length > 0 ? definition : zeros(head.num_values), encoding: head.encoding, data, at };
}

function pageV2(packed: Uint8Array, { data_page_header_v2: head, uncompressed_page_size: size }: PageHeader, { path, codec }: LeafColumn): Page {
  if (!head) throw new Error('a data page without its header');
  const { repetition_levels_byte_length: first, definition_levels_byte_length: second, num_values: count } = head;
  const levels = (from: number, length: number, deepest: number): readonly number[] =>
    deepest === 0 ? [] : readHybrid(packed.subarray(from, from + length), 0, widthOf(deepest), count).values;
  const repetition = levels(0, first, getMaxRepetitionLevel(path));
  const definition = levels(first, second, getMaxDefinitionLevel(path));
  const rest = packed.subarray(first + second);
  const data = head.is_compressed === false ? rest : decompressPage(rest, size - first - second, codec, undefined);
  return { repetition, definition: definition.length > 0 ? definition : zeros(count), encoding: head.encoding, data, at: 0 };
}

const zeros = (count: number): readonly number[] => Array.from({ length: count }, () => 0);

function readValues(
  data: Uint8Array, at: number, encoding: string, dictionary: readonly Value[] | null, path: SchemaTree[], count: number,
): readonly Value[] {
  if (count === 0) return [];
  switch (encoding) {
    case 'PLAIN':
      return readPlain(data, at, path, count);
    case 'PLAIN_DICTIONARY':
    case 'RLE_DICTIONARY': {
      if (!dictionary) throw new Error('places in a dictionary that is not there');
      const places = readHybrid(data, at + 1, data[at] ?? 0, count).values;
      return places.map((place) => {
        if (place >= dictionary.length) throw new Error(`place ${place} in a dictionary of ${dictionary.length}`);
        return dictionary[place] as Value;
      });
    }
    case 'RLE':
      return readHybrid(data, at + 4, 1, count).values.map((one) => one === 1);
    default:
      throw new Error(`the encoding ${encoding} is not known`);
  }
}

/**
 * Values one after another. Numbers that count more than 2^53 are no offsets and no labels: what is in them is not kept.
 * @throws for types that no column of ours has, and where the bytes end.
 */
function readPlain(data: Uint8Array, from: number, path: SchemaTree[], count: number): readonly Value[] {
  const { type } = (path.at(-1) as SchemaTree).element;
  const view = new DataView(data.buffer, data.byteOffset, data.byteLength);
  if (count > data.length * 8) throw new Error(`${count} values in ${data.length} bytes`);
  const each = (size: number, read: (at: number) => Value): readonly Value[] =>
    Array.from({ length: count }, (_, index) => read(from + index * size));
  switch (type) {
    case 'INT32':
      return each(4, (at) => view.getInt32(at, true));
    case 'INT64':
      return each(8, (at) => Number(view.getBigInt64(at, true)));
    case 'FLOAT':
      return each(4, (at) => finite(view.getFloat32(at, true)));
    case 'DOUBLE':
      return each(8, (at) => finite(view.getFloat64(at, true)));
    case 'BOOLEAN':
      return Array.from({ length: count }, (_, index) => ((view.getUint8(from + (index >> 3)) >> (index & 7)) & 1) === 1);
    case 'BYTE_ARRAY':
      return readStrings(data, view, from, count);
    default:
      throw new Error(`the type ${type ?? 'none'} is not known`);
  }
}

/** JSON knows no other numbers. */
const finite = (value: number): Value => (Number.isFinite(value) ? value : null);

function readStrings(data: Uint8Array, view: DataView, from: number, count: number): readonly Value[] {
  const strings: Value[] = [];
  let at = from;
  for (let index = 0; index < count; index++) {
    const length = view.getUint32(at, true);
    const end = at + 4 + length;
    if (end > data.length) throw new Error(`a text of ${length} bytes where ${data.length - at - 4} are left`);
    const decoded = decodeUtf8(data.subarray(at + 4, end));
    if (!decoded.ok) throw new Error(`byte ${decoded.byte} of a text is no UTF-8`);
    strings.push(decoded.text);
    at = end;
  }
  return strings;
}
