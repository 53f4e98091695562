import { decodeText } from '../text/encoding.ts';
import { codePage437, decodeSingleByte, windows1256 } from '../text/single-byte.ts';
import { decodeUtf8 } from '../text/utf8.ts';

/** A line of an archive's directory (APPNOTE 4.3.12), as far as its reader does not tell. */
export interface DirectoryEntry {
  readonly name: string;
  readonly crc: number;
  /** A password is needed. */
  readonly isLocked: boolean;
}

const [endMark, lineMark, longEndMark] = [0x06054b50, 0x02014b50, 0x06064b50];
const [isLockedFlag, isUtf8Flag] = [0x0001, 0x0800];
const unicodePath = 0x7075;

/** The directory, line by line, in its order; as far as it can be read. */
export function zipDirectory(bytes: Uint8Array): readonly DirectoryEntry[] {
  const view = new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength);
  const at = (offset: number, size: 2 | 4): number =>
    offset < 0 || offset + size > bytes.length ? 0 : size === 2 ? view.getUint16(offset, true) : view.getUint32(offset, true);
  let end = bytes.length - 22;
  while (end >= 0 && bytes.length - end <= 65_558 && at(end, 4) !== endMark) end--;
  let offset = at(end + 16, 4);
  // Zip64: the place of the directory stands in a longer end, which a locator before this one leads to.
  if (offset === 0xffffffff && at(at(end - 12, 4), 4) === longEndMark) offset = at(at(end - 12, 4) + 48, 4);
  const entries: DirectoryEntry[] = [];
  while (at(offset, 4) === lineMark) {
    const [nameLength, extraLength, commentLength] = [at(offset + 28, 2), at(offset + 30, 2), at(offset + 32, 2)];
    const name = bytes.subarray(offset + 46, offset + 46 + nameLength);
    const extra = bytes.subarray(offset + 46 + nameLength, offset + 46 + nameLength + extraLength);
    const flags = at(offset + 8, 2);
    entries.push({ name: unicodeName(extra) ?? entryName(name, (flags & isUtf8Flag) !== 0), crc: at(offset + 16, 4), isLocked: (flags & isLockedFlag) !== 0 });
    offset += 46 + nameLength + extraLength + commentLength;
  }
  return entries;
}

/** Info-ZIP's own field with the name in UTF-8 (APPNOTE 4.6.9). */
function unicodeName(extra: Uint8Array): string | null {
  for (let at = 0; at + 4 <= extra.length; ) {
    const id = (extra[at] as number) | ((extra[at + 1] as number) << 8);
    const size = (extra[at + 2] as number) | ((extra[at + 3] as number) << 8);
    const decoded = id === unicodePath && size > 5 ? decodeUtf8(extra.subarray(at + 9, at + 4 + size)) : null;
    if (decoded?.ok) return decoded.text;
    at += 4 + size;
  }
  return null;
}

/** Without the flag a name should be code page 437; what is sound UTF-8 is that, and what makes Arabic letters is Windows-1256. */
function entryName(bytes: Uint8Array, isUtf8: boolean): string {
  const decoded = decodeUtf8(bytes);
  if (decoded.ok) return decoded.text;
  const arabic = decodeText(bytes, 'windows-1256');
  const letters = arabic.ok ? (arabic.text.match(/[\u0621-\u064a\u067e\u0686\u0698\u06a9\u06af\u200c]/g)?.length ?? 0) : 0;
  const upper = bytes.reduce((count, byte) => count + (byte >= 0x80 ? 1 : 0), 0);
  const named = decodeSingleByte(bytes, !isUtf8 && letters * 4 >= upper * 3 ? windows1256 : codePage437);
  return named.ok ? named.text : '';
}
