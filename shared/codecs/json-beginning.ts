import { type Json } from '../canonical-json.ts';
import { decodeUtf8 } from '../text/utf8.ts';
import { contentStart } from './byte-order-mark.ts';
import { type NamedBytes } from './codec.ts';
import { parseJson } from './json.ts';
import { listValues } from './list-values.ts';

/** What a file of one JSON text begins with: enough to tell whose it is. */
export interface JsonBeginning {
  readonly isList: boolean;
  /** Of a list the first value, else the whole; `undefined` where there is none. */
  readonly value: Json | undefined;
}

/** Every format asks the same of the same bytes. */
const known = new WeakMap<Uint8Array, JsonBeginning>();

export function jsonBeginning({ bytes }: NamedBytes): JsonBeginning {
  const found = known.get(bytes) ?? beginningOf(bytes);
  known.set(bytes, found);
  return found;
}

/** The value of what is no list, for whoever reads it: it is kept here no longer, since the bytes of a folder may all stay. `undefined` for a list, too. */
export function wholeJson(file: NamedBytes): Json | undefined {
  const { isList, value } = jsonBeginning(file);
  known.delete(file.bytes);
  return isList ? undefined : value;
}

const [openingBracket, closingBrace] = [0x5b, 0x7d];
/** Bytes in which the first value of a list is looked for, before all are. */
const enough = 1024 * 1024;

function beginningOf(bytes: Uint8Array): JsonBeginning {
  const start = contentStart(bytes);
  if (bytes[start] !== openingBracket) return { isList: false, value: parsed(bytes, parseJson) };
  // A brace is a whole character, and may be the end of a value.
  const first = parsed(bytes.subarray(0, bytes.lastIndexOf(closingBrace, enough) + 1), firstOfList) ?? parsed(bytes, firstOfList);
  return { isList: true, value: first };
}

function parsed(bytes: Uint8Array, parse: (text: string) => Json | undefined): Json | undefined {
  const decoded = decodeUtf8(bytes);
  return decoded.ok ? parse(decoded.text.replace(/^\ufeff/, '')) : undefined;
}

const firstOfList = (text: string): Json | undefined => listValues(text).next().value?.value;
