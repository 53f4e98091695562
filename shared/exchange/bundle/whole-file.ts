import { sha256 } from '@noble/hashes/sha2.js';
import { bytesToHex } from '@noble/hashes/utils.js';
import { deflateSync } from 'fflate';
import { type NamedBytes } from '../../codecs/codec.ts';
import { joined } from '../../codecs/encode.ts';
import { crc32, zipEntries } from '../../codecs/zip-entries.ts';
import { encodeUtf8 } from '../../text/utf8.ts';

const commentStart = 'naql sha256 ';
const hashDigits = 64;
const commentBytes = commentStart.length + hashDigits;

export const hashOf = (bytes: Uint8Array): string => bytesToHex(sha256(bytes));

/**
 * The files as one archive, in this order. Its comment, the last bytes of the file, is the SHA-256 of all bytes before those digits: what a
 * mail program, a bad stick or a hand altered anywhere is noticed, though it be a byte that no reader of archives looks at.
 */
export function wholeFile(files: readonly NamedBytes[]): Uint8Array {
  const entries = zipEntries();
  const parts = files.flatMap(({ name, bytes }) => {
    const packed = deflateSync(bytes, { level: 6 });
    return [entries.header({ name, packed, size: bytes.length, crc: crc32(bytes) }), packed];
  });
  const archive = joined([...parts, ...entries.directory()]);
  // The last two bytes of an archive without a comment say that there is none.
  archive[archive.length - 2] = commentBytes;
  const before = joined([archive, encodeUtf8(commentStart)]);
  return joined([before, encodeUtf8(hashOf(before))]);
}

/** Is every byte as it was when the file was made? */
export function isWhole(bytes: Uint8Array): boolean {
  const end = bytes.length - hashDigits;
  return end > 0 && hashOf(bytes.subarray(0, end)) === latin(bytes.subarray(end)) && latin(bytes.subarray(end - commentStart.length, end)) === commentStart;
}

/** Did it begin as one of ours, and lose its end on the way? */
export const hasLostItsEnd = (bytes: Uint8Array): boolean => !latin(bytes.subarray(Math.max(0, bytes.length - commentBytes))).startsWith(commentStart);

const latin = (bytes: Uint8Array): string => String.fromCharCode(...bytes);
