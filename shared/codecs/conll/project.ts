import { problem } from '../../result.ts';
import { type Span, span } from '../../text/offsets.ts';
import { type Findings } from '../findings.ts';
import { excerpt } from '../shape-problems.ts';
import { type ColumnFile } from './read-columns.ts';
import { type TokenSentence, type TokenText } from './rebuild.ts';
import { chunksOf } from './tags.ts';

/** A label over a Span of the article with this index. */
export interface Projected {
  readonly article: number;
  readonly label: string;
  readonly span: Span;
}

/** How far ahead a sentence is looked for when the one that should come does not. */
const reach = 200;

/**
 * The labels of a column file over the texts whose tokens it repeats, sentence by sentence. A sentence that is not among them, and ones
 * that the file leaves out, are Problems, and those after them are found again.
 */
export function project(file: ColumnFile, texts: readonly TokenText[], found: Findings): readonly Projected[] {
  const expected = texts.flatMap(({ sentences }, article) => sentences.map((sentence) => ({ article, sentence })));
  const projected: Projected[] = [];
  let next = 0;
  const report = (count: number, line?: number): void => {
    if (count > 0) found.add(problem('conll-sentences-missing', { file: file.name, ...(line !== undefined && { line }) }, { count }));
  };
  for (const { words, tags, line } of file.sentences) {
    const ahead = expected.slice(next, next + reach).findIndex(({ sentence }) => isSame(sentence, words));
    const match = ahead === -1 ? undefined : expected[next + ahead];
    if (!match) {
      found.add(problem('conll-sentence-differs', { file: file.name, line }, { found: excerpt(words.join(' ')) }));
      continue;
    }
    report(ahead, line);
    next += ahead + 1;
    for (const { first, last, label } of chunksOf(tags)) {
      const { tokens } = match.sentence;
      projected.push({ article: match.article, label, span: span(tokens[first]?.start ?? 0, tokens[last]?.end ?? 0) });
    }
  }
  report(expected.length - next);
  return projected;
}

const isSame = ({ words }: TokenSentence, others: readonly string[]): boolean =>
  words.length === others.length && words.every((word, index) => word === others[index]);
