import { problem } from '../../result.ts';
import { lettersOf } from '../../text/letters.ts';
import { decodeUtf8 } from '../../text/utf8.ts';
import { type NamedBytes } from '../codec.ts';
import { type Findings } from '../findings.ts';
import { excerpt } from '../shape-problems.ts';
import { type ColumnReading, type ReadScheme, usualReading } from './column-reading.ts';
import { isTag, misfitOf } from './tags.ts';

/** Rows between two blank lines. */
export interface ColumnSentence {
  /** Of its first row, counted from 1. */
  readonly line: number;
  readonly words: readonly string[];
  readonly tags: readonly string[];
  /** Counts the articles of the file: each -DOCSTART- begins one. */
  readonly article: number;
}

export interface ColumnFile {
  readonly name: string;
  readonly sentences: readonly ColumnSentence[];
  /** Most that a row has. */
  readonly columns: number;
  readonly isTabbed: boolean;
}

/**
 * The word in the first column and the tag in the last one, or where it was said that they stand. Columns are parted by TABs where a row has one,
 * by blanks otherwise. A row without a tag, or with something else in its place, counts as O and is a Problem; one without a word is left out.
 */
export function readColumns({ name, bytes }: NamedBytes, found: Findings, reading: ColumnReading = usualReading): ColumnFile | null {
  const decoded = decodeUtf8(bytes);
  if (!decoded.ok) {
    found.add(problem('file-not-utf8', { file: name }, { encoding: 'unknown', byte: decoded.byte + 1 }));
    return null;
  }
  const hasMark = decoded.text.startsWith('\ufeff');
  if (hasMark) found.add(problem('byte-order-mark', { file: name, line: 1 }, {}, 'warning'));
  const sentences: ColumnSentence[] = [];
  let open: { line: number; words: string[]; tags: string[] } | null = null;
  let [article, columns] = [0, 0];
  let isTabbed = false;
  const close = (): void => {
    if (open) sentences.push({ ...open, article });
    open = null;
  };
  for (const [index, raw] of decoded.text.slice(hasMark ? 1 : 0).split('\n').entries()) {
    const place = { file: name, line: index + 1 };
    if (raw.endsWith('\r')) found.addOnce(problem('carriage-returns', { file: name }, {}, 'warning'));
    const line = raw.endsWith('\r') ? raw.slice(0, -1) : raw;
    const cells = cellsOf(line);
    const [start = ''] = cells;
    if (start === '' || start === '-DOCSTART-') {
      close();
      if (start !== '') article++;
      continue;
    }
    if (cells.length === 1 && start.startsWith('#')) continue;
    const word = cells[reading.word - 1] ?? '';
    if (word === '') {
      found.add(problem('conll-word-missing', place, { column: reading.word }));
      continue;
    }
    columns = Math.max(columns, cells.length);
    isTabbed ||= line.includes('\t');
    const value = reading.tag === null ? (cells.length > 1 ? (cells.at(-1) ?? '') : '') : (cells[reading.tag - 1] ?? '');
    if (!isTag(value)) found.add(problem('conll-tag-wrong', place, { found: excerpt(value) }));
    open ??= { line: index + 1, words: [], tags: [] };
    open.words.push(word);
    open.tags.push(isTag(value) ? value : 'O');
  }
  close();
  if (reading.scheme) tellMisfits(name, sentences, reading.scheme, found);
  return { name, sentences, columns, isTabbed };
}

/** Tags that the scheme does not have, or not there: they are read all the same, and the first of them is named. */
function tellMisfits(file: string, sentences: readonly ColumnSentence[], scheme: ReadScheme, found: Findings): void {
  const misfits = sentences.flatMap(({ line, tags }) => tags.flatMap((tag, at) => (misfitOf(tags, at, scheme) ? [{ line: line + at, tag }] : [])));
  const [first] = misfits;
  if (first) found.add(problem('conll-scheme-differs', { file, line: first.line }, { scheme: scheme.toUpperCase(), count: misfits.length, found: excerpt(first.tag) }, 'warning'));
}

/** None for a blank line. A comment is one cell. */
export function cellsOf(line: string): readonly string[] {
  if (line.includes('\t')) return line.split('\t');
  if (/^#[^\t]* = /.test(line)) return [line];
  return line.split(' ').filter((cell) => cell !== '');
}

const rowsShown = 8;
const startLength = 65_536;
/** Rows of which each ends in a tag by chance: fewer prove nothing. */
const fewestRows = 3;
/** Bytes in which the first line of a text says that it cannot be columns. */
const glance = 256;

/** Columns that are called a text, as many corpora are published: every row that is looked at has a word and, in as many columns, a tag. */
export function looksTagged(file: NamedBytes): boolean {
  const [first = ''] = lettersOf(file.bytes.subarray(0, glance)).trimStart().split('\n', 1);
  const line = first.trimEnd();
  // Nearly all texts are told by the last cell alone: thousands of files are asked.
  const mayBeTag = isTag(line.slice(line.lastIndexOf(line.includes('\t') ? '\t' : ' ') + 1));
  if (!first.startsWith('-DOCSTART-') && !(mayBeTag && isTag(cellsOf(line).at(-1) ?? ''))) return false;
  const rows = firstRows(file);
  return rows.length >= fewestRows && rows.every((cells) => cells.length === rows[0]?.length && isTag(cells.at(-1) ?? ''));
}

/** The first rows of a file, by their cells; none when it is no UTF-8. */
export function firstRows({ bytes }: NamedBytes): readonly (readonly string[])[] {
  const feed = bytes.lastIndexOf(0x0a, startLength);
  const decoded = decodeUtf8(bytes.length <= startLength || feed === -1 ? bytes : bytes.subarray(0, feed));
  if (!decoded.ok) return [];
  const rows = decoded.text.replace(/^\ufeff/, '').split('\n').map((line) => cellsOf(line.replace(/\r$/, '')));
  return rows.filter((cells) => cells.length > 1 && cells[0] !== '-DOCSTART-').slice(0, rowsShown);
}
