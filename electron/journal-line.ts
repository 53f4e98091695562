import { createHash } from 'node:crypto';
import { type JournalLine } from '../shared/bridge.ts';
import { type Json } from '../shared/canonical-json.ts';
import { isJsonObject, nestedDeeperThan, parseJson } from '../shared/codecs/json.ts';
import { nativeEntryHash } from './entry-hash.ts';

/** First 16 hexadecimal digits of SHA-256: finds torn and damaged lines, and is no protection against intent. */
const checksumDigits = 16;
const checksum = (...pieces: readonly (Uint8Array | string)[]): string => {
  const hash = createHash('sha256');
  for (const piece of pieces) hash.update(piece);
  return hash.digest('hex').slice(0, checksumDigits);
};

/** How every record begins, behind its checksum. Inside a text its quotation marks are escaped, so it stands nowhere else. */
const recordStart = Buffer.from('{"entry":');

/** A line as it goes to the disk: where its Entry stands in the chain, its `entryHash`, and the Entry as JSON in UTF-8. */
export interface ProvenLine {
  readonly sequence: number;
  readonly previous: string;
  readonly hash: string;
  readonly bytes: Uint8Array;
  /** All of it but the Entry. */
  readonly rest: Omit<JournalLine, 'entry'>;
}

export const provenLine = ({ entry, ...rest }: JournalLine): ProvenLine =>
  ({ sequence: entry.sequence, previous: entry.previous, hash: nativeEntryHash(entry), bytes: Buffer.from(JSON.stringify(entry)), rest });

/** `<checksum> <json>\n`. JSON escapes line ends, so one line is one record. */
export const encodeLine = ({ entry, ...rest }: JournalLine): Buffer => encodeProven({ bytes: Buffer.from(JSON.stringify(entry)), rest });
export const encodeProven = ({ bytes, rest }: Pick<ProvenLine, 'bytes' | 'rest'>): Buffer => joined(recordStart, bytes, `,${JSON.stringify(rest).slice(1)}`);

/** A line with its checksum, whatever the JSON says. */
export const lineOf = (json: Uint8Array | string): Buffer => joined(json);
const joined = (...json: readonly (Uint8Array | string)[]): Buffer =>
  Buffer.concat([`${checksum(...json)} `, ...json, '\n'].map((piece) => (typeof piece === 'string' ? Buffer.from(piece) : piece)));

/** Levels of nesting of a line: ours have a dozen at most, foreign fields of articles a few more. */
const deepest = 100;
/** Bytes: larger than all that is appended at once, and what one string can hold. */
const longest = 500 * 1024 * 1024;

/**
 * The record in a line (without its line end), or null when the line is not as it was written, or was never written by us: a checksum is soon
 * made. One that has the frame of an Entry is taken as it is, fields of a later version included.
 */
export function decodeLine(bytes: Buffer): JournalLine | null {
  const json = bytes.subarray(checksumDigits + 1);
  if (bytes.toString('latin1', 0, checksumDigits + 1) !== `${checksum(json)} `) return null;
  const line = json.length > longest ? undefined : parseJson(json.toString('utf8'));
  return line !== undefined && !nestedDeeperThan(deepest, line) && hasFrame(line) ? (line as unknown as JournalLine) : null;
}

/** What is relied on before the records themselves are looked at. */
function hasFrame(line: Json): boolean {
  if (!isJsonObject(line) || !isJsonObject(line['counts'])) return false;
  const { entry, shape } = line;
  if (!isJsonObject(entry) || !isJsonObject(entry['change']) || (shape !== undefined && !Number.isInteger(shape))) return false;
  const { added, updated, removed } = entry['change'];
  return Number.isInteger(entry['sequence']) && typeof entry['previous'] === 'string' && [added, updated, removed].every(Array.isArray);
}

/**
 * The records that are whole in bytes that are no whole line: where a line end was damaged, two stand in one line, and what was torn in the
 * middle may have a whole one behind it.
 */
export function decodeWithin(bytes: Buffer): readonly JournalLine[] {
  const starts: number[] = [];
  for (let at = bytes.indexOf(recordStart); at !== -1; at = bytes.indexOf(recordStart, at + 1)) if (at > checksumDigits) starts.push(at - checksumDigits - 1);
  return starts.flatMap((start, index) => {
    const end = starts[index + 1] ?? bytes.length;
    // Its own line end, damaged, may be the last byte.
    return decodeLine(bytes.subarray(start, end)) ?? decodeLine(bytes.subarray(start, end - 1)) ?? [];
  });
}

const chunkBytes = 1024 * 1024;

/** What lines can be read from: a file handle, or whatever gives bytes as one does. */
export interface ReadableFile {
  read(buffer: Buffer, offset: number, length: number, position: number): Promise<{ readonly buffer: Buffer; readonly bytesRead: number }>;
}

/**
 * Lines from a byte offset on, without their line ends; `next` is the offset of what follows. What has no line end is given only with `rest`. Of one
 * that is too long to be ours the end alone is given, which is no record: a file from outside must not fill the memory.
 */
export async function* linesFrom(
  file: ReadableFile, start: number, rest: 'rest' | 'whole-only' = 'whole-only',
): AsyncGenerator<{ readonly bytes: Buffer; readonly next: number }> {
  let pieces: Buffer[] = [];
  let length = 0;
  for (let position = start; ; ) {
    const { buffer, bytesRead } = await file.read(Buffer.allocUnsafe(chunkBytes), 0, chunkBytes, position);
    if (bytesRead === 0) {
      const last = Buffer.concat(pieces);
      if (rest === 'rest' && last.length > 0) yield { bytes: last, next: position };
      return;
    }
    const chunk = buffer.subarray(0, bytesRead);
    let from = 0;
    for (let end = chunk.indexOf('\n'); end !== -1; end = chunk.indexOf('\n', from)) {
      pieces.push(chunk.subarray(from, end));
      from = end + 1;
      yield { bytes: Buffer.concat(pieces), next: position + from };
      [pieces, length] = [[], 0];
    }
    pieces.push(chunk.subarray(from));
    length += chunk.length - from;
    if (length > longest) pieces = [];
    position += bytesRead;
  }
}
