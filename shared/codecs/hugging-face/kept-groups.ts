import { type ColumnChunk, type ColumnMetaData, type RowGroup } from 'hyparquet';

/** What the footer will say of the groups that are written already, in numbers: some 4 KB for each, where objects would be 50. */
export interface KeptGroups {
  readonly keep: (groups: readonly RowGroup[]) => void;
  /** All that were kept, in their order. */
  readonly all: () => RowGroup[];
}

const [ofGroup, ofColumn] = [3, 7] as const;
/** Stands for a dictionary that a column does without. */
const none = -1;

/** Counts and places differ from group to group; the rest of a column (its type, its path, how it is encoded) comes again and again, and is kept once. */
export function keptGroups(): KeptGroups {
  const kept: Float64Array[] = [];
  const shapes: string[] = [];
  const known = new Map<string, number>();
  const shapeOf = (shape: object): number => {
    const written = JSON.stringify(shape);
    const at = known.get(written) ?? shapes.length;
    if (at === shapes.length) {
      shapes.push(written);
      known.set(written, at);
    }
    return at;
  };
  const columnNumbers = ({ file_offset, meta_data, ...rest }: ColumnChunk): readonly number[] => {
    if (!meta_data) throw new Error('a column without metadata');
    const { num_values, total_uncompressed_size, total_compressed_size, data_page_offset, dictionary_page_offset, ...shape } = meta_data;
    return [
      shapeOf({ rest, shape }), exact(file_offset), exact(num_values), exact(total_uncompressed_size), exact(total_compressed_size),
      exact(data_page_offset), dictionary_page_offset === undefined ? none : exact(dictionary_page_offset),
    ];
  };
  const columnOf = ([shape, offset, values, bare, packed, page, dictionary]: Float64Array): ColumnChunk => {
    const read = JSON.parse(shapes[shape as number] as string) as { readonly rest: Partial<ColumnChunk>; readonly shape: Pick<ColumnMetaData, 'type' | 'encodings' | 'path_in_schema' | 'codec'> };
    return {
      ...read.rest,
      meta_data: {
        ...read.shape, num_values: big(values), total_uncompressed_size: big(bare), total_compressed_size: big(packed), data_page_offset: big(page),
        ...(dictionary !== none && { dictionary_page_offset: big(dictionary) }),
      },
      file_offset: big(offset),
    };
  };
  return {
    keep(groups) {
      for (const { columns, num_rows, total_byte_size, total_compressed_size } of groups) {
        if (total_compressed_size === undefined) throw new Error('a group that does not say how long it is');
        kept.push(Float64Array.from([exact(num_rows), exact(total_byte_size), exact(total_compressed_size), ...columns.flatMap(columnNumbers)]));
      }
    },
    all: () =>
      kept.map((numbers) => ({
        columns: Array.from({ length: (numbers.length - ofGroup) / ofColumn }, (_, at) => columnOf(numbers.subarray(ofGroup + at * ofColumn, ofGroup + (at + 1) * ofColumn))),
        total_byte_size: big(numbers[1]),
        num_rows: big(numbers[0]),
        total_compressed_size: big(numbers[2]),
      })),
  };
}

/** @throws where a file is so long that its places are no exact numbers: beyond 8 PB. */
function exact(value: bigint): number {
  const number = Number(value);
  if (!Number.isSafeInteger(number)) throw new Error(`${value} is no exact number`);
  return number;
}

const big = (value: number | undefined): bigint => BigInt(value as number);
