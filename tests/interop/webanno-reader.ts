/**
 * A strict reader of WebAnno TSV 3.3, written anew from what INCEpTION's does (inception-io-webanno-tsv, Tsv3XDeserializer and Escaping):
 * it throws where that one throws or asserts, and puts the text together as that one does. It shares nothing with the Codec.
 */
export interface TsvMark {
  readonly begin: number;
  end: number;
  readonly features: Record<string, string>;
}
export interface TsvLink {
  readonly label: string;
  readonly source: TsvMark;
  readonly target: TsvMark;
}
export interface TsvDocument {
  readonly text: string;
  readonly marks: readonly TsvMark[];
  readonly links: readonly TsvLink[];
}

interface Column {
  readonly layer: string;
  readonly isRelation: boolean;
  readonly feature: string;
}

const stack = /(?<!\\)\|/;

/** Replaces as Java's `StringUtils.replaceEach` does: at each place the first pattern that fits, never twice. */
function replaceEach(text: string, pairs: readonly (readonly [string, string])[]): string {
  let out = '';
  for (let at = 0; at < text.length; ) {
    const pair = pairs.find(([pattern]) => text.startsWith(pattern, at));
    out += pair ? pair[1] : text.charAt(at);
    at += pair ? pair[0].length : 1;
  }
  return out;
}

const valueEscapes = ['\\\\ \\', '\\[ [', '\\] ]', '\\| |', '\\_ _', '\\-> ->', '\\; ;', '\\* *'].map((pair) => pair.split(' ') as [string, string]);
const unescapeValue = (value: string): string => replaceEach(value, [...valueEscapes, ['\\t', '\t'], ['\\n', '\n']]);

const controls = Array.from({ length: 32 }, (_, code) => code).filter((code) => code < 8 || code > 13).map((code) => String.fromCharCode(code));
const unescapeText = (text: string): string =>
  replaceEach(text, [
    ...controls.map((sign) => [`\\${sign}`, sign] as const), ['\\t', '\t'], ['\\n', '\n'], ['\\f', '\f'], ['\\r', '\r'], ['\\b', '\b'], ['\\\\', '\\'],
  ]);

/** Java's LineNumberReader: a last line feed ends the last line and begins none. */
function javaLines(content: string): string[] {
  const lines = content.split(/\r\n|\r|\n/);
  return lines.at(-1) === '' ? lines.slice(0, -1) : lines;
}

const expect = (isSo: boolean, what: string, line: number): void => {
  if (!isSo) throw new Error(`line ${line + 1}: ${what}`);
};

export function readTsv(content: string): TsvDocument {
  const lines = javaLines(content);
  expect(/^#FORMAT=.* \d+\.\d+$/.test(lines[0] ?? ''), 'no format', 0);
  let at = 1;
  const columns: Column[] = [];
  for (; /^#T_(?:SP|RL)=/.test(lines[at] ?? ''); at++) columns.push(...columnsOf(lines[at] ?? ''));
  expect(lines[at] === '' && lines[at + 1] === '', 'two blank lines must follow the header', at);
  return readContent(lines, at + 2, columns);
}

function columnsOf(line: string): readonly Column[] {
  const [layer = '', ...features] = line.slice('#T_SP='.length).split('|');
  return features.map((feature) => ({ layer, isRelation: line.startsWith('#T_RL='), feature }));
}

type State = 'between' | 'header' | 'rows';

function readContent(lines: readonly string[], from: number, columns: readonly Column[]): TsvDocument {
  let text = '';
  let sentence = '';
  let state: State = 'between';
  const rows = rowReader(columns);
  for (let at = from; at < lines.length; at++) {
    const line = lines[at] ?? '';
    if (state !== 'rows' && line.startsWith('#')) {
      if (line.startsWith('#Text=')) sentence += `${unescapeText(line.slice(6))}\n`;
      state = 'header';
    } else if (line === '') {
      expect(state === 'rows', 'a blank line where none may be', at);
      state = 'between';
    } else {
      expect(state !== 'between', 'a row without a sentence', at);
      const fields = line.split('\t');
      expect(fields.length >= columns.length + 3, `${fields.length} fields`, at);
      const [begin = Number.NaN, end = Number.NaN] = (fields[1] ?? '').split('-').map(Number);
      expect(Number.isInteger(begin) && Number.isInteger(end), 'no offsets', at);
      if (state === 'header') {
        if (text.length > begin) {
          expect(text.length === begin + 1 && text.endsWith('\n'), `the text is ${text.length} long and the sentence begins at ${begin}`, at);
          text = text.slice(0, -1);
        }
        text = text.padEnd(begin) + sentence;
        sentence = '';
      }
      state = 'rows';
      rows.read(fields, begin, end, at);
    }
  }
  expect(state === 'rows', 'a blank line at the end', lines.length);
  return { text, ...rows.finish() };
}

function rowReader(columns: readonly Column[]) {
  const marks: TsvMark[] = [];
  const byNumber = new Map<string, TsvMark>();
  const byUnit = new Map<string, TsvMark[]>();
  const waiting: { readonly label: string; readonly unit: string; readonly source: string; readonly numbers: string | null; readonly line: number }[] = [];

  const markAt = (unit: string, index: number, number: string | null, begin: number, end: number): TsvMark => {
    const own = byUnit.get(unit) ?? [];
    byUnit.set(unit, own);
    const there = own[index];
    if (there) return there;
    const known = number === null ? undefined : byNumber.get(number);
    const mark = known ?? { begin, end, features: {} };
    if (known) known.end = end;
    else marks.push(mark);
    own.push(mark);
    if (number !== null) byNumber.set(number, mark);
    return mark;
  };
  const numbered = (cell: string): { readonly value: string; readonly number: string | null } => {
    if (!cell.endsWith(']') || cell.endsWith('\\]')) return { value: cell, number: null };
    const open = cell.lastIndexOf('[');
    return { value: cell.slice(0, open), number: cell.slice(open + 1, -1) };
  };
  return {
    read(fields: readonly string[], begin: number, end: number, line: number): void {
      const [unit = ''] = fields;
      let labels: readonly string[] = [];
      for (const [index, { isRelation, feature }] of columns.entries()) {
        const cell = fields[index + 3] ?? '';
        if (cell === '_') continue;
        const values = cell.split(stack);
        if (!isRelation) {
          for (const [place, one] of values.entries()) {
            const { value, number } = numbered(one);
            const mark = markAt(unit, place, number, begin, end);
            if (value !== '*') mark.features[feature] = unescapeValue(value);
          }
        } else if (feature.startsWith('BT_')) {
          for (const [place, one] of values.entries()) {
            const { value, number } = numbered(one);
            waiting.push({ label: labels[place] ?? '', unit, source: value, numbers: number, line });
          }
        } else labels = values.map(unescapeValue);
      }
    },
    finish() {
      const resolve = (unit: string, number: string, line: number): TsvMark => {
        const mark = number === '0' ? byUnit.get(unit)?.[0] : byNumber.get(number);
        if (!mark) throw new Error(`line ${line + 1}: nothing stands at ${unit}[${number}]`);
        return mark;
      };
      const links = waiting.map(({ label, unit, source, numbers, line }) => {
        const [one = '0', other = '0'] = (numbers ?? '').split('_').map((number) => number || '0');
        return { label, source: resolve(source, one, line), target: resolve(unit, other, line) };
      });
      return { marks, links };
    },
  };
}
