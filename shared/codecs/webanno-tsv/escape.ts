const valueSigns: readonly (readonly [sign: string, written: string])[] = [
  ['\\', '\\\\'], ['[', '\\['], [']', '\\]'], ['|', '\\|'], ['_', '\\_'], ['->', '\\->'], [';', '\\;'], ['\t', '\\t'], ['\n', '\\n'], ['*', '\\*'],
];
const writtenValue = new Map(valueSigns);
const readValue = new Map(valueSigns.map(([sign, written]) => [written, sign]));

const plainValue = /^[A-Za-z0-9 ]*$/;

/** A feature's value in a cell. */
export const escapeValue = (value: string): string =>
  plainValue.test(value) ? value : value.replace(/->|[\\[\]|_;\t\n*]/g, (sign) => writtenValue.get(sign) ?? sign);
/** What no rule of the format makes stays as it stands. */
export const unescapeValue = (written: string): string => written.replace(/\\(?:->|[\\[\]|_;tn*])/g, (sign) => readValue.get(sign) ?? sign);

const named = new Map([['\t', 't'], ['\n', 'n'], ['\f', 'f'], ['\r', 'r'], ['\b', 'b'], ['\\', '\\']]);
const signOf = new Map(Array.from(named, ([sign, letter]) => [letter, sign]));
// A vertical tab is the one control character that the format leaves alone.
const special = new RegExp(String.raw`[\x00-\x0a\x0c-\x1f\\]`, 'g');
const escaped = new RegExp(String.raw`\\([\x00-\x07\x0e-\x1ftnfrb\\])`, 'g');

/** A text in a `#Text` line: backslash and control characters. */
export const escapeText = (text: string): string => text.replace(special, (sign) => `\\${named.get(sign) ?? sign}`);
export const unescapeText = (written: string): string => written.replace(escaped, (_, sign: string) => signOf.get(sign) ?? sign);

/** Where a cell's stacked values end: at each `|` that no backslash guards. */
export function stackedValues(cell: string): readonly string[] {
  const values: string[] = [];
  let start = 0;
  for (let at = 0; at < cell.length; at++) {
    if (cell[at] === '\\') at++;
    else if (cell[at] === '|') {
      values.push(cell.slice(start, at));
      start = at + 1;
    }
  }
  return [...values, cell.slice(start)];
}

/** A value and the number in brackets behind it; `number` is `null` where there is none. */
export function valueAndNumber(written: string): { readonly value: string; readonly number: string | null } {
  const match = /\[(\d{1,9}(?:_\d{1,9})?)\]$/.exec(written);
  return match ? { value: written.slice(0, match.index), number: match[1] as string } : { value: written, number: null };
}
