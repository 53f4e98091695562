import { type Json } from '../canonical-json.ts';
import { parseJson } from './json.ts';

/** A value of a list, and where it ends in the text, in UTF-16 code units; `undefined` where the text is no sound JSON from there on. */
export interface ListValue {
  readonly value: Json | undefined;
  readonly end: number;
}

/**
 * The values of a JSON list one after another, each parsed when it is asked for: whoever needs the first ones alone has parsed no more, and of a list
 * that breaks off there is what stands before. After an `undefined` nothing more comes.
 */
export function* listValues(json: string, parse: (text: string) => Json | undefined = parseJson): Generator<ListValue, void, undefined> {
  const start = listStart.exec(json)?.[0].length;
  if (start === undefined) return yield { value: undefined, end: 0 };
  let end = start;
  if (json[start] !== ']') {
    for (let at = start; at === start || json[end] === ','; at = end + 1) {
      end = endOfValue(json, at);
      const value = parse(json.slice(at, end));
      yield { value, end };
      if (value === undefined) return;
    }
  }
  if (!listEnd.test(json.slice(end))) yield { value: undefined, end };
}

// The white space of JSON (RFC 8259, 2), no other.
const listStart = /^[ \t\n\r]*\[[ \t\n\r]*/;
const listEnd = /^\][ \t\n\r]*$/;

const sign = /["[\]{},]/g;

/** Where the comma or bracket stands that ends the value begun at `start`; the end of the text where there is none. */
function endOfValue(json: string, start: number): number {
  let depth = 0;
  for (let at = start; at < json.length; ) {
    sign.lastIndex = at;
    const found = sign.exec(json);
    if (!found) break;
    const { index, 0: mark } = found;
    if (mark === '"') at = endOfWords(json, index);
    else {
      if (depth === 0 && (mark === ',' || mark === ']')) return index;
      if (mark === '{' || mark === '[') depth++;
      if (mark === '}' || mark === ']') depth--;
      at = index + 1;
    }
  }
  return json.length;
}

/** Behind the closing mark of the string begun at `start`: the first that no odd number of backslashes stands before. */
function endOfWords(json: string, start: number): number {
  for (let end = json.indexOf('"', start + 1); end !== -1; end = json.indexOf('"', end + 1)) {
    let first = end;
    while (json[first - 1] === '\\') first--;
    if ((end - first) % 2 === 0) return end + 1;
  }
  return json.length;
}
