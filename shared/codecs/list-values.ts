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

/** The same of a text that comes in parts: the values that end in what has come and did not before. */
export interface ListInParts {
  add(text: string, isLast: boolean): readonly (Json | undefined)[];
  /** UTF-16 code units of a value that has begun. */
  waiting(): number;
}

export function listInParts(parse: (text: string) => Json | undefined = parseJson): ListInParts {
  let rest = '';
  let stands: 'before' | 'at the first' | 'within' | 'behind' | 'broken' = 'before';

  /** Where the first value begins, or the bracket that ends an empty list; `null`: that is still to come. */
  const begun = (text: string, isLast: boolean): number | null => {
    const start = stands === 'before' ? listStart.exec(text)?.[0].length : text.length - text.replace(blanks, '').length;
    if (start !== undefined && start < text.length) stands = text[start] === ']' ? 'behind' : 'within';
    else if (start !== undefined && !isLast) stands = 'at the first';
    else if (isLast || text.replace(blanks, '') !== '') stands = 'broken';
    return start ?? null;
  };
  return {
    waiting: () => rest.length,
    add(text, isLast) {
      const all = rest + text;
      const values: (Json | undefined)[] = [];
      let at = 0;
      if (stands === 'broken') return values;
      if (stands === 'before' || stands === 'at the first') at = begun(all, isLast) ?? 0;
      while (stands === 'within') {
        const end = endOfValue(all, at);
        if (end === all.length && !isLast) break;
        const value = parse(all.slice(at, end));
        if (value === undefined) stands = 'broken';
        else {
          values.push(value);
          stands = all[end] === ',' ? 'within' : 'behind';
          at = stands === 'within' ? end + 1 : end;
        }
      }
      if (stands === 'behind' && !listEnd.test(all.slice(at))) stands = 'broken';
      if (stands === 'broken') values.push(undefined);
      rest = stands === 'behind' ? ']' : stands === 'broken' ? '' : all.slice(at);
      return values;
    },
  };
}

// The white space of JSON (RFC 8259, 2), no other.
const blanks = /^[ \t\n\r]*/;
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
