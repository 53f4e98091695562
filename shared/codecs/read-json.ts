import { type Json } from '../canonical-json.ts';
import { problem, type Problem } from '../result.ts';
import { decodeUtf8 } from '../text/utf8.ts';
import { hasByteOrderMark } from './byte-order-mark.ts';
import { type NamedBytes } from './codec.ts';
import { type Findings } from './findings.ts';
import { nestedDeeperThan, parseJson } from './json.ts';
import { wholeJson } from './json-beginning.ts';

/** No record of these formats nests deeper than 10; foreign fields may, within what recursion bears. */
const maximumDepth = 100;

/** The value of a file that is one JSON text; `undefined`, with a Problem, when it is none. A byte order mark gets a warning. */
export function readJson(file: NamedBytes, found: Findings): Json | undefined {
  const { name, bytes } = file;
  // What is no list was parsed whole by whoever asked what it is.
  let value = wholeJson(file);
  if (value === undefined) {
    const decoded = decodeUtf8(bytes);
    if (!decoded.ok) return refused(found, problem('file-not-utf8', { file: name }, { encoding: 'unknown', byte: decoded.byte + 1 }));
    value = parseJson(decoded.text.replace(/^\ufeff/, ''));
  }
  if (hasByteOrderMark(bytes)) found.add(problem('byte-order-mark', { file: name, line: 1 }, {}, 'warning'));
  if (value === undefined) return refused(found, problem('file-not-json', { file: name }));
  if (nestedDeeperThan(maximumDepth, value)) return refused(found, problem('file-too-deep', { file: name }, { maximum: maximumDepth }));
  return value;
}

function refused(found: Findings, why: Problem): undefined {
  found.add(why);
  return undefined;
}
