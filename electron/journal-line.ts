import { createHash } from 'node:crypto';
import { type JournalLine } from '../shared/bridge.ts';

/** First 16 hexadecimal digits of SHA-256: finds torn and damaged lines, and is no protection against intent. */
const checksumDigits = 16;
const checksum = (bytes: Uint8Array | string): string => createHash('sha256').update(bytes).digest('hex').slice(0, checksumDigits);

/** `<checksum> <json>\n`. JSON escapes line ends, so one line is one record. */
export function encodeLine(line: JournalLine): Buffer {
  const json = JSON.stringify(line);
  return Buffer.from(`${checksum(json)} ${json}\n`);
}

/**
 * The record in a line (without its line end), or null when the line is not as it was written. A line whose checksum
 * holds is taken as it is, fields of a later version included.
 */
export function decodeLine(bytes: Buffer): JournalLine | null {
  const json = bytes.subarray(checksumDigits + 1);
  if (bytes.toString('latin1', 0, checksumDigits + 1) !== `${checksum(json)} `) return null;
  return JSON.parse(json.toString('utf8')) as JournalLine;
}
