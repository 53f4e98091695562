import { type JsonObject } from '../../canonical-json.ts';
import { at, fail, ok, type Place, problem, type Result } from '../../result.ts';
import { decodeUtf8 } from '../../text/utf8.ts';
import { byteOrderMark, hasByteOrderMark } from '../byte-order-mark.ts';
import { type NamedBytes } from '../codec.ts';
import { type Findings } from '../findings.ts';
import { isJsonObject, nestedDeeperThan, parseJson } from '../json.ts';
import { excerpt } from '../shape-problems.ts';

/** A line that is a JSON object, with its place in the file. */
export interface JsonLine {
  readonly place: Place;
  readonly value: JsonObject;
}

const lineFeed = 0x0a;
const carriageReturn = 0x0d;
/** No record nests deeper than 5; foreign fields may, within what recursion bears. */
const maximumDepth = 100;

/**
 * The lines of a JSON Lines file that are JSON objects, and a Problem for each that is not. Lines end with LF;
 * CRLF and a byte order mark are accepted with a warning, blank lines without.
 */
export function readLines({ name, bytes }: NamedBytes, found: Findings): readonly JsonLine[] {
  const hasMark = hasByteOrderMark(bytes);
  if (hasMark) found.add(problem('byte-order-mark', { file: name, line: 1 }, {}, 'warning'));
  const lines: JsonLine[] = [];
  let isEmpty = true;
  let number = 0;
  for (let start = hasMark ? byteOrderMark.length : 0; start < bytes.length; ) {
    const feed = bytes.indexOf(lineFeed, start);
    const next = feed < 0 ? bytes.length : feed;
    const endsInReturn = next > start && bytes[next - 1] === carriageReturn;
    const place = { file: name, line: ++number };
    if (endsInReturn) found.addOnce(problem('carriage-returns', place, {}, 'warning'));
    const read = readLine(bytes.subarray(start, endsInReturn ? next - 1 : next));
    if (!read.ok) found.add(...at(place, read.problems));
    else if (read.value !== null) lines.push({ place, value: read.value });
    isEmpty &&= read.ok && read.value === null;
    start = next + 1;
  }
  if (isEmpty) found.add(problem('file-empty', { file: name }));
  return lines;
}

/** `null` for a blank line. */
function readLine(bytes: Uint8Array): Result<JsonObject | null> {
  const decoded = decodeUtf8(bytes);
  if (!decoded.ok) return fail(problem('line-not-utf8', {}, { byte: decoded.byte + 1 }));
  const { text } = decoded;
  if (text.trim() === '') return ok(null);
  const value = parseJson(text);
  if (!isJsonObject(value)) return fail(problem('line-not-json', {}, { found: excerpt(text.slice(0, 100)) }));
  return nestedDeeperThan(maximumDepth, value) ? fail(problem('line-too-deep', {}, { maximum: maximumDepth })) : ok(value);
}
