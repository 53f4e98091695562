import { decodeText, detectEncoding } from '../../text/encoding.ts';
import { decodeUtf8 } from '../../text/utf8.ts';
import { contentStart } from '../byte-order-mark.ts';
import { type NamedBytes } from '../codec.ts';
import { isJsonObject, parseJson } from '../json.ts';
import { jsonBeginning } from '../json-beginning.ts';
import { listValues } from '../list-values.ts';
import { isZip } from '../zip.ts';

/** Bytes in which the first line of objects is looked for. */
const enough = 1024 * 1024;

/** Where other formats have their annotations. A corpus uses the same names: for its topic (`label`), its keywords (`labels`), its words (`tokens`). */
const markFields = ['spans', 'entities', 'relations', 'annotations', 'label', 'labels', 'tokens'];

/**
 * Objects of words, one a line or in one list, that no other format knows. A line that names its format, or that has annotations, is of
 * another one, whatever is wrong with it: read as a row it would lose them without a word.
 */
export function looksLikeRows(file: NamedBytes): boolean {
  const isList = /\.json$/i.test(file.name);
  const first = (isList ? firstOfList(file) : firstOfLines(file)) ?? firstInOtherEncoding(file, isList);
  if (!isJsonObject(first) || 'format' in first) return false;
  return Object.values(first).some((value) => typeof value === 'string') && !markFields.some((field) => looksLikeMarks(first[field]));
}

/** Records or tuples in a list, an empty list, or such lists by name: `{"sc": [[0, 4, "QUOTE"]]}`. */
function looksLikeMarks(value: unknown): boolean {
  if (isJsonObject(value)) return Object.values(value).some((one) => Array.isArray(one) && looksLikeMarks(one));
  return Array.isArray(value) && value.every((one) => typeof one === 'object' && one !== null);
}

function firstOfLines({ bytes }: NamedBytes): unknown {
  const start = contentStart(bytes);
  const end = bytes.indexOf(0x0a, start);
  const line = decodeUtf8(bytes.subarray(Math.max(start, 0), end === -1 ? Math.min(bytes.length, start + enough) : end));
  return line.ok ? parseJson(line.text) : undefined;
}

function firstOfList(file: NamedBytes): unknown {
  const { isList, value } = jsonBeginning(file);
  return isList ? value : undefined;
}

/** Formats with annotations are UTF-8; rows of a table come in whatever their program writes. */
function firstInOtherEncoding({ bytes }: NamedBytes, isList: boolean): unknown {
  const head = bytes.subarray(0, Math.min(bytes.length, enough));
  const detected = detectEncoding(head);
  if (!detected || detected.encoding === 'utf-8') return undefined;
  const decoded = decodeText(head, detected.encoding);
  if (!decoded.ok) return undefined;
  // The mark before it is a blank, too.
  const text = decoded.text.trimStart();
  return isList ? listValues(text).next().value?.value : parseJson(text.split('\n', 1)[0] ?? '');
}

/** A spreadsheet, or an archive that is called one. */
export const looksLikeWorkbook = ({ name, bytes }: NamedBytes): boolean => /\.xls[xm]$/i.test(name) && isZip(bytes);

/** More than a header: tables of another kind, of numbers above all, are refused once they are read. */
export const looksLikeTable = ({ bytes }: NamedBytes): boolean => bytes.indexOf(0x0a) !== -1 || bytes.indexOf(0x0d) !== -1;
