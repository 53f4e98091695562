import { encodeUtf8 } from '../text/utf8.ts';
import { joined } from './encode.ts';

/** A file that is packed already (raw DEFLATE), and what readers check it by. Sizes in bytes, below 4 GB. */
export interface PackedFile {
  readonly name: string;
  readonly packed: Uint8Array;
  readonly size: number;
  readonly crc: number;
}

/**
 * What stands round packed files in an archive (APPNOTE 6.3.10). Of each file it keeps the line of the directory alone, as bytes. Where there
 * are more than 65,534 files, or more than 4 GB, the archive is a Zip64 one: else its counters would begin again at 0.
 */
export interface ZipEntries {
  /** What stands before the packed bytes, which must follow. */
  readonly header: (file: PackedFile) => Uint8Array;
  /** The directory and the end, after the last file. */
  readonly directory: () => readonly Uint8Array[];
}

const flags = 0x0800;
const deflated = 8;
/** 1980-01-01 00:00, the earliest time that the format can tell: an archive says nothing of the day on which it was made. */
const [noTime, noDay] = [0, 0x21];
const [plainVersion, longVersion] = [20, 45];
const [most16, most32] = [0xffff, 0xffffffff];
const longExtra = { id: 1, bytes: 8 } as const;

/** `from`: bytes that stand before the first entry. */
export function zipEntries(from = 0): ZipEntries {
  const lines = byteBlocks();
  let [count, offset] = [0, from];
  return {
    header(file) {
      const { name, packed, size } = file;
      if (packed.length >= most32 || size >= most32) throw new Error(`"${name}" is ${size} bytes, packed ${packed.length}: too large for one file`);
      const bytes = encodeUtf8(name);
      const header = fields([4, 0x04034b50], [2, plainVersion], ...common(file), [2, bytes.length], [2, 0]);
      lines.add(directoryLine(file, bytes, offset));
      count++;
      offset += header.length + bytes.length + packed.length;
      return joined([header, bytes]);
    },
    directory: () => [...lines.all(), ending(count, lines.length(), offset)],
  };
}

type Field = readonly [bytes: 2 | 4 | 8, value: number];

/** Little-endian, unsigned. */
function fields(...all: readonly Field[]): Uint8Array {
  const bytes = new Uint8Array(all.reduce((sum, [width]) => sum + width, 0));
  const view = new DataView(bytes.buffer);
  let at = 0;
  for (const [width, value] of all) {
    if (width === 2) view.setUint16(at, value, true);
    else view.setUint32(at, value % 2 ** 32, true);
    if (width === 8) view.setUint32(at + 4, Math.floor(value / 2 ** 32), true);
    at += width;
  }
  return bytes;
}

const common = ({ packed, size, crc }: PackedFile): readonly Field[] => [
  [2, flags], [2, deflated], [2, noTime], [2, noDay], [4, crc], [4, packed.length], [4, size],
];

function directoryLine(file: PackedFile, name: Uint8Array, offset: number): Uint8Array {
  const isLong = offset >= most32;
  const version = isLong ? longVersion : plainVersion;
  const line = fields(
    [4, 0x02014b50], [2, version], [2, version], ...common(file), [2, name.length], [2, isLong ? 4 + longExtra.bytes : 0], [2, 0], [2, 0], [2, 0], [4, 0],
    [4, isLong ? most32 : offset],
  );
  const extra = isLong ? fields([2, longExtra.id], [2, longExtra.bytes], [8, offset]) : new Uint8Array(0);
  return joined([line, name, extra]);
}

function ending(count: number, size: number, offset: number): Uint8Array {
  const isLong = count >= most16 || size >= most32 || offset >= most32;
  const long = fields(
    [4, 0x06064b50], [8, 44], [2, longVersion], [2, longVersion], [4, 0], [4, 0], [8, count], [8, count], [8, size], [8, offset],
    [4, 0x07064b50], [4, 0], [8, offset + size], [4, 1],
  );
  const end = fields(
    [4, 0x06054b50], [2, 0], [2, 0], [2, Math.min(count, most16)], [2, Math.min(count, most16)], [4, Math.min(size, most32)], [4, Math.min(offset, most32)], [2, 0],
  );
  return isLong ? joined([long, end]) : end;
}

const blockBytes = 64 * 1024;

/** Many short pieces kept as a few long ones: nothing is copied while they grow. */
function byteBlocks() {
  const full: Uint8Array[] = [];
  let block = new Uint8Array(blockBytes);
  let used = 0;
  return {
    add(bytes: Uint8Array): void {
      if (used + bytes.length > block.length) {
        full.push(block.subarray(0, used));
        block = new Uint8Array(Math.max(blockBytes, bytes.length));
        used = 0;
      }
      block.set(bytes, used);
      used += bytes.length;
    },
    length: (): number => full.reduce((sum, { length }) => sum + length, used),
    all: (): readonly Uint8Array[] => [...full, block.subarray(0, used)],
  };
}

/** The CRC-32 of ISO 3309, from the low end: what every reader of archives checks. */
export const crc32 = (bytes: Uint8Array): number => crc32After(0, bytes);

/** Of bytes that come piece by piece: that of the pieces before is 0 for the first one. */
export function crc32After(before: number, bytes: Uint8Array): number {
  const eights = bytes.length & ~7;
  return ~afterBytes(afterEights(~before, bytes, eights), bytes, eights) >>> 0;
}

/** Eight bytes at a time, since archives are long. Apart from the rest, for an engine that has only seen this loop would throw its work away at its end. */
function afterEights(before: number, bytes: Uint8Array, end: number): number {
  const view = new DataView(bytes.buffer, bytes.byteOffset, bytes.length);
  const [one, two, three, four, five, six, seven, eight] = crcTables;
  let crc = before | 0;
  for (let at = 0; at < end; at += 8) {
    const low = crc ^ view.getInt32(at, true);
    const high = view.getInt32(at + 4, true);
    crc = (eight[low & 0xff] as number) ^ (seven[(low >>> 8) & 0xff] as number) ^ (six[(low >>> 16) & 0xff] as number) ^ (five[low >>> 24] as number)
      ^ (four[high & 0xff] as number) ^ (three[(high >>> 8) & 0xff] as number) ^ (two[(high >>> 16) & 0xff] as number) ^ (one[high >>> 24] as number);
  }
  return crc;
}

function afterBytes(before: number, bytes: Uint8Array, from: number): number {
  let crc = before | 0;
  for (let at = from; at < bytes.length; at++) crc = (crcTables[0][(crc ^ (bytes[at] as number)) & 0xff] as number) ^ (crc >>> 8);
  return crc;
}

type Table = Int32Array;

/** What one byte alters, and what it alters with one, two … seven more behind it. */
const crcTables = ((): readonly [Table, Table, Table, Table, Table, Table, Table, Table] => {
  const one = Int32Array.from({ length: 256 }, (_, number) => {
    let crc = number;
    for (let bit = 0; bit < 8; bit++) crc = crc & 1 ? (crc >>> 1) ^ 0xedb88320 : crc >>> 1;
    return crc;
  });
  const further = (table: Table): Table => table.map((crc) => (one[crc & 0xff] as number) ^ (crc >>> 8));
  const two = further(one);
  const three = further(two);
  const four = further(three);
  const five = further(four);
  const six = further(five);
  const seven = further(six);
  return [one, two, three, four, five, six, seven, further(seven)];
})();
