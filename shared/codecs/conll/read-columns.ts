import { problem } from '../../result.ts';
import { decodeUtf8 } from '../../text/utf8.ts';
import { type NamedBytes } from '../codec.ts';
import { type Findings } from '../findings.ts';
import { excerpt } from '../shape-problems.ts';
import { isTag } from './tags.ts';

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
 * The word in the first column and the tag in the last one, whatever stands between. Columns are parted by TABs where a row has one, by
 * blanks otherwise. A row without a tag, or with something else in its place, counts as O and is a Problem.
 */
export function readColumns({ name, bytes }: NamedBytes, found: Findings): ColumnFile | null {
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
    const [word = ''] = cells;
    if (word === '' || word === '-DOCSTART-') {
      close();
      if (word !== '') article++;
      continue;
    }
    if (cells.length === 1 && word.startsWith('#')) continue;
    columns = Math.max(columns, cells.length);
    isTabbed ||= line.includes('\t');
    const value = cells.length > 1 ? (cells.at(-1) ?? '') : '';
    if (!isTag(value)) found.add(problem('conll-tag-wrong', place, { found: excerpt(value) }));
    open ??= { line: index + 1, words: [], tags: [] };
    open.words.push(word);
    open.tags.push(isTag(value) ? value : 'O');
  }
  close();
  return { name, sentences, columns, isTabbed };
}

/** None for a blank line. A comment is one cell. */
function cellsOf(line: string): readonly string[] {
  if (line.includes('\t')) return line.split('\t');
  if (/^#[^\t]* = /.test(line)) return [line];
  return line.split(' ').filter((cell) => cell !== '');
}
