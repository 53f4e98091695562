import { crc32, inflateRawSync } from 'node:zlib';

export interface ZipEntry {
  readonly name: string;
  readonly bytes: Buffer;
  /** Date and time of MS-DOS, as two numbers in one. */
  readonly time: number;
  /** General purpose bit 11: the name is UTF-8. */
  readonly isUtf8: boolean;
}

/** The entries of an archive by its central directory (PKWARE APPNOTE 6.3.10, 4.3.12 and 4.3.16), read without the code that writes them. */
export function zipEntries(archive: Uint8Array): readonly ZipEntry[] {
  const zip = Buffer.from(archive);
  const end = zip.lastIndexOf(Buffer.from([0x50, 0x4b, 5, 6]));
  if (end < 0) throw new Error('no end of central directory');
  const entries: ZipEntry[] = [];
  for (let at = zip.readUInt32LE(end + 16); entries.length < zip.readUInt16LE(end + 10); ) {
    if (zip.readUInt32LE(at) !== 0x02014b50) throw new Error(`no central directory entry at ${at}`);
    const [nameLength, extra, comment] = [28, 30, 32].map((offset) => zip.readUInt16LE(at + offset)) as [number, number, number];
    entries.push(entryAt(zip, at, nameLength));
    at += 46 + nameLength + extra + comment;
  }
  return entries;
}

/** @throws when the content is not what its checksum and length say. */
function entryAt(zip: Buffer, at: number, nameLength: number): ZipEntry {
  const name = zip.toString('utf8', at + 46, at + 46 + nameLength);
  const [checksum, packed, length, local] = [16, 20, 24, 42].map((offset) => zip.readUInt32LE(at + offset)) as [number, number, number, number];
  if (zip.readUInt32LE(local) !== 0x04034b50) throw new Error(`${name}: no local header`);
  const start = local + 30 + zip.readUInt16LE(local + 26) + zip.readUInt16LE(local + 28);
  const content = zip.subarray(start, start + packed);
  const bytes = zip.readUInt16LE(at + 10) === 0 ? content : inflateRawSync(content);
  if (bytes.length !== length || crc32(bytes) !== checksum) throw new Error(`${name}: checksum or length is wrong`);
  return { name, bytes, time: zip.readUInt32LE(at + 12), isUtf8: (zip.readUInt16LE(at + 8) & 0x800) !== 0 };
}
