import { type JsonObject } from '../../canonical-json.ts';
import { problem } from '../../result.ts';
import { decodeUtf8 } from '../../text/utf8.ts';
import { type NamedBytes } from '../codec.ts';
import { type Findings, findings } from '../findings.ts';
import { isJsonObject, nestedDeeperThan, parseJson } from '../json.ts';
import { jsonBeginning } from '../json-beginning.ts';
import { type JsonLine, readLines } from '../native/read-lines.ts';

const maximumDepth = 100;

/** The objects of a `.json` file, one or a list of them, or of a JSON Lines file. */
export function readObjects(file: NamedBytes, found: Findings): readonly JsonLine[] {
  return file.name.toLowerCase().endsWith('.json') ? readWhole(file, found) : readLines(file, found);
}

function readWhole({ name, bytes }: NamedBytes, found: Findings): readonly JsonLine[] {
  const place = { file: name };
  const decoded = decodeUtf8(bytes);
  const value = decoded.ok ? parseJson(decoded.text.replace(/^\ufeff/, '')) : undefined;
  if (value === undefined) found.add(problem('file-not-json', place));
  else if (nestedDeeperThan(maximumDepth, value)) found.add(problem('line-too-deep', place, { maximum: maximumDepth }));
  else {
    const values = Array.isArray(value) ? (value as readonly unknown[]) : [value];
    const objects = values.filter(isJsonObject);
    if (objects.length < values.length || objects.length === 0) found.add(problem('file-not-json', place));
    return objects.map((one) => ({ place, value: one }));
  }
  return [];
}

/** The first object of a file, for those who ask what kind of file it is; `null` when it does not begin with one. */
export function firstObject(file: NamedBytes): JsonObject | null {
  if (file.name.toLowerCase().endsWith('.json')) {
    const { value } = jsonBeginning(file);
    return isJsonObject(value) ? value : null;
  }
  const feed = file.bytes.indexOf(0x0a);
  return readLines({ name: file.name, bytes: feed > 0 ? file.bytes.subarray(0, feed) : file.bytes }, findings())[0]?.value ?? null;
}
