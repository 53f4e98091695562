import { appendFile, stat } from 'node:fs/promises';

/**
 * What an IndexedDB folder looks like when a newer Chromium has opened it: its schema version, a key of the LevelDB below, is one that this one does
 * not know. Chromium then throws the whole database away and says so nowhere but in its own log.
 * Written as LevelDB itself would: one more record at the end of its log (https://github.com/google/leveldb/blob/main/doc/log_format.md), holding a
 * batch that puts one key. Key and value: content/browser/indexed_db/indexed_db_leveldb_coding.cc, `SchemaVersionKey` and `EncodeInt`.
 */
const schemaVersionKey = Buffer.alloc(5);
const unknownVersion = 99;
/** Later than anything that was written. */
const sequence = 2n ** 48n;

const blockBytes = 32_768;
const headerBytes = 7;
const wholeRecord = 1;

const table = Array.from({ length: 256 }, (_, byte) => {
  let value = byte;
  for (let bit = 0; bit < 8; bit++) value = value & 1 ? (value >>> 1) ^ 0x82f6_3b78 : value >>> 1;
  return value >>> 0;
});

function crc32c(bytes: Uint8Array): number {
  let crc = 0xffff_ffff;
  for (const byte of bytes) crc = (crc >>> 8) ^ (table[(crc ^ byte) & 0xff] ?? 0);
  return (crc ^ 0xffff_ffff) >>> 0;
}

/** As LevelDB stores it: turned, so that no checksum lies in what it is a checksum of. */
const masked = (crc: number): number => ((((crc >>> 15) | (crc << 17)) >>> 0) + 0xa282_ead8) >>> 0;

function batch(): Buffer {
  const head = Buffer.alloc(12);
  head.writeBigUInt64LE(sequence, 0);
  head.writeUInt32LE(1, 8);
  const isPut = 1;
  return Buffer.concat([head, Buffer.from([isPut, schemaVersionKey.length]), schemaVersionKey, Buffer.from([1, unknownVersion])]);
}

/** @param log the last log file of the LevelDB, while nobody has it open */
export async function makeNewer(log: string): Promise<string> {
  const payload = batch();
  const typed = Buffer.concat([Buffer.from([wholeRecord]), payload]);
  const header = Buffer.alloc(headerBytes);
  header.writeUInt32LE(masked(crc32c(typed)), 0);
  header.writeUInt16LE(payload.length, 4);
  header.writeUInt8(wholeRecord, 6);
  const left = blockBytes - ((await stat(log)).size % blockBytes);
  // A record does not go over the end of a block; zeros up to there are passed over.
  const padding = left < headerBytes + payload.length ? Buffer.alloc(left) : Buffer.alloc(0);
  await appendFile(log, Buffer.concat([padding, header, payload]));
  return `schema version ${unknownVersion}`;
}
