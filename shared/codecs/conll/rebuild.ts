import { hasForeignLineEnd } from '../../text/source-text.ts';
import { span, type Span } from '../../text/offsets.ts';
import { type Joiner } from './column-reading.ts';
import { type ColumnFile } from './read-columns.ts';

/** An article and where its tokens stand, in UTF-16. */
export interface TokenText {
  readonly text: string;
  readonly sentences: readonly TokenSentence[];
}
export interface TokenSentence {
  readonly tokens: readonly Span[];
  /** As the column files write them. */
  readonly words: readonly string[];
}

/** Texts from words alone: a blank between words, or nothing where it was said so, and a line for a sentence. What stood between them is not known. */
export function rebuiltTexts({ sentences }: ColumnFile, joiner: Joiner): readonly TokenText[] {
  const articles = new Map<number, { text: string; sentences: TokenSentence[] }>();
  for (const { words, article } of sentences) {
    const into = articles.get(article) ?? { text: '', sentences: [] };
    articles.set(article, into);
    const tokens: Span[] = [];
    for (const [index, word] of words.entries()) {
      const between = into.text === '' ? '' : index === 0 ? '\n' : joiner === 'none' ? '' : ' ';
      const start = into.text.length + between.length;
      into.text += `${between}${visible(word)}`;
      tokens.push(span(start, into.text.length));
    }
    into.sentences.push({ tokens, words });
  }
  return [...articles.values()];
}

/** A word that can stand in an Article; what could not becomes the sign for what cannot be shown. */
export const visible = (word: string): string =>
  hasForeignLineEnd(word) || /[\ufeff\0]/.test(word) ? Array.from(word, (one) => (isUnfit(one) ? '\ufffd' : one)).join('') : word;
const isUnfit = (one: string): boolean => hasForeignLineEnd(one) || one === '\ufeff' || one === '\0';
