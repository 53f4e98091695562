import { encodeUtf8 } from '../../text/utf8.ts';

/** Columns of our files, in their order. */
export const columns = ['ID', 'FORM', 'MISC', 'NAQL:SPAN', 'NAQL:REL'] as const;

/** What a cell says that is empty, and one of an article that nobody has annotated. */
export const emptyCell = '*';
export const unannotatedCell = '_';

const special = /[%;|:>=*@+\s\p{Cc}]/gu;

/** A value in which nothing has a meaning for the column: those characters as the %XX of their UTF-8 bytes. */
export const escaped = (value: string): string =>
  value.replace(special, (one) => Array.from(encodeUtf8(one), (byte) => `%${byte.toString(16).toUpperCase().padStart(2, '0')}`).join(''));

/** The way back; `null` when a % is followed by something else than two digits of UTF-8. */
export function unescaped(value: string): string | null {
  if (!value.includes('%')) return value;
  try {
    return decodeURIComponent(value);
  } catch (error) {
    if (error instanceof URIError) return null;
    throw error;
  }
}

/** Names with their values, `|name=value` for each: ours have an @ before the name, which no name from elsewhere has. */
export const fieldsCell = (own: readonly (readonly [string, string])[], foreign: Readonly<Record<string, string>>): string =>
  [
    ...own.map(([name, value]) => `|@${name}=${escaped(value)}`),
    ...Object.entries(foreign).sort(([a], [b]) => (a < b ? -1 : 1)).map(([name, value]) => `|${escaped(name)}=${escaped(value)}`),
  ].join('');

/** What `fieldsCell` wrote, ours and others apart; `null` when it is something else. */
export interface Fields {
  readonly own: ReadonlyMap<string, string>;
  readonly foreign: readonly { readonly name: string; readonly value: string }[];
}

export function fieldsOf(parts: readonly string[]): Fields | null {
  const own = new Map<string, string>();
  const foreign: { name: string; value: string }[] = [];
  for (const part of parts) {
    const sign = part.indexOf('=');
    const isOwn = part.startsWith('@');
    const [name, value] = [unescaped(part.slice(isOwn ? 1 : 0, sign)), unescaped(part.slice(sign + 1))];
    if (sign === -1 || name === null || value === null) return null;
    if (isOwn) own.set(name, value);
    else foreign.push({ name, value });
  }
  return { own, foreign };
}

/** What stands between two tokens, as Universal Dependencies write it in MISC: nothing for one space. */
export function gapFields(gap: string, name: 'SpacesBefore' | 'SpacesAfter'): readonly string[] {
  if (name === 'SpacesAfter' && gap === ' ') return [];
  if (gap === '') return name === 'SpacesAfter' ? ['SpaceAfter=No'] : [];
  return [`${name}=${gap.replace(/[ \n\t]/g, (one) => gapSigns.get(one) ?? one).replace(/[^\\snt]/gu, escapedGap)}`];
}

const gapSigns = new Map([[' ', '\\s'], ['\n', '\\n'], ['\t', '\\t']]);
/** Other blanks and invisible characters: programs that trim their cells would lose them. */
const escapedGap = (one: string): string => Array.from(encodeUtf8(one), (byte) => `%${byte.toString(16).toUpperCase().padStart(2, '0')}`).join('');

const signs = new Map([['s', ' '], ['n', '\n'], ['t', '\t'], ['r', '\r'], ['p', '|'], ['\\', '\\']]);

/** The gap after a token, or before the first one. */
export function gapOf(misc: ReadonlyMap<string, string>, name: 'SpacesBefore' | 'SpacesAfter'): string {
  const written = misc.get(name);
  if (written !== undefined) return (unescaped(written) ?? written).replace(/\\([sntrp\\])/g, (whole, sign: string) => signs.get(sign) ?? whole);
  return name === 'SpacesBefore' || misc.get('SpaceAfter') === 'No' ? '' : ' ';
}

/** MISC as names and values. */
export const miscOf = (cell: string): ReadonlyMap<string, string> =>
  new Map(cell.split('|').map((part) => [part.slice(0, part.indexOf('=')), part.slice(part.indexOf('=') + 1)]));
