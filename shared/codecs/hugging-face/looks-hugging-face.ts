import { decodeUtf8 } from '../../text/utf8.ts';
import { type NamedBytes } from '../codec.ts';
import { isJsonObject, parseJson } from '../json.ts';

const lineFeed = 0x0a;

/** Is the first line a row of one of the tables? A native line names its format, rows of others have no `doc_id`. */
export function looksHuggingFace({ bytes }: NamedBytes): boolean {
  const end = bytes.indexOf(lineFeed);
  const line = decodeUtf8(bytes.subarray(0, end < 0 ? bytes.length : end));
  const row = line.ok ? parseJson(line.text.replace(/^\ufeff/, '')) : undefined;
  if (!isJsonObject(row) || 'format' in row || !('doc_id' in row)) return false;
  return Array.isArray(row['spans']) || Array.isArray(row['clusters']) || Array.isArray(row['tokens']);
}
