import { type Place, problem } from '../../result.ts';
import { lettersOf } from '../../text/letters.ts';
import { type Span, span } from '../../text/offsets.ts';
import { decodeUtf8 } from '../../text/utf8.ts';
import { type NamedBytes } from '../codec.ts';
import { type Findings } from '../findings.ts';
import { excerpt } from '../shape-problems.ts';
import { unescapeText } from './escape.ts';
import { articleLine, leadLine } from './write.ts';

/** A layer as the header declares it, and the columns that are its own. */
export interface Layer {
  readonly kind: 'span' | 'relation';
  readonly name: string;
  /** In the order of their columns; `null` for a column that this reader has no use for. */
  readonly features: readonly (string | null)[];
  /** Of the first one, counted from the first column after the token. */
  readonly column: number;
}

/** A token, or a part of one, and what is said of it. */
export interface Row {
  readonly place: Place;
  readonly unit: string;
  readonly span: Span;
  readonly cells: readonly string[];
  /** False where the row's token is not what stands there: what rests on it cannot be trusted. */
  readonly isSound: boolean;
}

export interface Table {
  readonly layers: readonly Layer[];
  readonly text: string;
  readonly rows: readonly Row[];
  /** The id that we wrote into the file. */
  readonly article: string | null;
}

interface Line {
  readonly place: Place;
  readonly text: string;
}

/** Is this a file of the format's third version? */
export const looksWebannoTsv = ({ bytes }: NamedBytes): boolean => /^(?:\xef\xbb\xbf)?#FORMAT=WebAnno TSV 3\./.test(lettersOf(bytes.subarray(0, 40)));

/** Header, text and rows of one file; `null` with a Problem when it is of another format. */
export function readTable(file: NamedBytes, found: Findings): Table | null {
  const lines = linesOf(file, found);
  const [first, ...rest] = lines ?? [];
  if (!lines || !first) return null;
  const version = /^#FORMAT=WebAnno TSV (\S{1,20})\s*$/.exec(first.text)?.[1];
  if (version === undefined || !/^3\.\d+$/.test(version)) {
    const known = { found: version ?? excerpt(first.text), expected: 'WebAnno TSV 3' };
    found.add(problem(version === undefined ? 'line-format-unknown' : 'version-unknown', first.place, known));
    return null;
  }
  const end = rest.findIndex(({ text }) => text === '');
  const layers = layersOf(rest.slice(0, end < 0 ? rest.length : end), found);
  return { layers, ...contentOf(end < 0 ? [] : rest.slice(end), layers, found) };
}

function linesOf({ name, bytes }: NamedBytes, found: Findings): readonly Line[] | null {
  const decoded = decodeUtf8(bytes);
  if (!decoded.ok) {
    found.add(problem('file-not-utf8', { file: name }, { encoding: 'unknown', byte: decoded.byte + 1 }));
    return null;
  }
  if (decoded.text.trim() === '') {
    found.add(problem('file-empty', { file: name }));
    return null;
  }
  if (decoded.text.startsWith('\ufeff')) found.add(problem('byte-order-mark', { file: name, line: 1 }, {}, 'warning'));
  const lines = decoded.text.replace(/^\ufeff/, '').split('\n');
  if (lines[0]?.endsWith('\r')) found.add(problem('carriage-returns', { file: name, line: 1 }, {}, 'warning'));
  return lines.map((text, index) => ({ place: { file: name, line: index + 1 }, text: text.endsWith('\r') ? text.slice(0, -1) : text }));
}

function layersOf(lines: readonly Line[], found: Findings): readonly Layer[] {
  const layers: Layer[] = [];
  let column = 0;
  for (const { place, text } of lines) {
    const match = /^#T_(SP|RL|CH)=([^|]+)(?:\|(.*))?$/.exec(text);
    if (!match) {
      found.add(problem('line-not-read', place, { found: excerpt(text) }));
      continue;
    }
    const [, kind, name = '', declared = ''] = match;
    const columns = declared.split('|');
    const features = kind === 'CH' ? columns.map(() => null) : columns.map(featureOf);
    for (const [index, feature] of features.entries())
      if (feature === null) found.add(problem('line-not-kept', place, { found: excerpt(`${name} ${columns[index]}`) }, 'warning'));
    if (kind !== 'CH') layers.push({ kind: kind === 'SP' ? 'span' : 'relation', name, features, column });
    column += columns.length;
  }
  return layers;
}

/** Roles of slots and the types they lead to are left out: a type has a dot in its name, and no feature has. The base of a relation is read as `BT_`. */
function featureOf(declared: string): string | null {
  if (declared.startsWith('BT_')) return 'BT_';
  return declared.startsWith('ROLE_') || declared.includes('.') ? null : declared;
}

function contentOf(lines: readonly Line[], layers: readonly Layer[], found: Findings): Omit<Table, 'layers'> {
  const builder = textBuilder();
  const waiting: { readonly place: Place; readonly fields: readonly string[]; readonly span: Span }[] = [];
  let article: string | null = null;
  let isInRows = true;
  for (const { place, text } of lines) {
    if (text === '') isInRows = false;
    else if (!isInRows && text.startsWith('#')) {
      if (text.startsWith('#Text=')) builder.addLine(unescapeText(text.slice('#Text='.length)));
      else if (text.startsWith(leadLine)) builder.setLead(unescapeText(text.slice(leadLine.length)));
      else if (text.startsWith(articleLine)) article = unescapeText(text.slice(articleLine.length));
    } else {
      isInRows = true;
      const read = fieldsOf(text);
      if (!read) found.add(problem('line-not-read', place, { found: excerpt(text) }));
      else {
        if (!builder.beginAt(read.span.start)) found.add(problem('sentence-displaced', place, { start: read.span.start, length: builder.length() }));
        waiting.push({ place, ...read });
      }
    }
  }
  const text = builder.text();
  return { text, article, rows: waiting.map((one) => rowOf(one, text, layers, found)) };
}

/** The text as the format's own reader puts it together: each line with its LF, blanks up to a later start, no LF where the next sentence follows at once. */
function textBuilder() {
  let text = '';
  let lead = '';
  let pending: string[] = [];
  return {
    addLine: (line: string): void => void pending.push(line),
    setLead: (written: string): void => void (lead = written),
    length: (): number => text.length,
    /** False when the text before does not end where the sentence is said to begin. */
    beginAt(start: number): boolean {
      if (pending.length === 0) return true;
      if (text === '' && lead.length === start) text = lead;
      if (text.length === start + 1 && text.endsWith('\n')) text = text.slice(0, -1);
      const gap = start - text.length;
      // A file may claim any number: a gap is blanks between sentences, not more than the text itself could need.
      const isPlaced = gap >= 0 && gap <= 100_000;
      if (isPlaced) text += ' '.repeat(gap);
      text += pending.map((line) => `${line}\n`).join('');
      pending = [];
      return isPlaced;
    },
    /** The last LF is the format's. */
    text: (): string => (text + pending.map((line) => `${line}\n`).join('')).replace(/\n$/, ''),
  };
}

function fieldsOf(line: string): { readonly fields: readonly string[]; readonly span: Span } | null {
  const fields = line.split('\t');
  const offsets = /^(\d{1,9})-(\d{1,9})$/.exec(fields[1] ?? '');
  return offsets && /^\d{1,9}-\d{1,9}(?:\.\d{1,9})?$/.test(fields[0] ?? '') ? { fields, span: span(Number(offsets[1]), Number(offsets[2])) } : null;
}

interface Waiting {
  readonly place: Place;
  readonly fields: readonly string[];
  readonly span: Span;
}

function rowOf({ place, fields, span: { start, end } }: Waiting, text: string, layers: readonly Layer[], found: Findings): Row {
  const [unit = '', , token = '', ...cells] = fields;
  const columns = Math.max(0, ...layers.map(({ column, features }) => column + features.length));
  const isThere = end <= text.length && text.slice(start, end) === token;
  if (end > text.length || start > end) found.add(problem('span-outside-text', place, { start, end, length: text.length }));
  else if (!isThere)
    found.add(problem('span-text-differs', place, { start, end, found: excerpt(token), expected: excerpt(text.slice(start, end)) }));
  if (cells.length < columns) found.add(problem('line-not-read', place, { found: excerpt(fields.join('\t')) }));
  return { place, unit, span: span(start, end), cells, isSound: isThere && cells.length >= columns };
}
