import { type Article } from '../../model/article.ts';
import { checkArticle } from '../../model/check-article.ts';
import { checkSpans } from '../../model/check-spans.ts';
import { finding } from '../finding.ts';
import { type Rule } from '../rule.ts';

/** An Article never changes, and hashing a long text at every key would be felt. */
const known = new WeakMap<Article, boolean>();

function isIntact(article: Article): boolean {
  const answer = known.get(article) ?? checkArticle(article).length === 0;
  known.set(article, answer);
  return answer;
}

/** E1: the text is the one that was taken in, and every Span lies in it. The text of a Span is not stored: it is what stands there. */
export const storedText: Rule = {
  needs: {},
  find: ({ article, text, annotations }) => [
    ...(isIntact(article) ? [] : [finding('E1.text', [])]),
    ...annotations.filter(({ spans }) => checkSpans(text, spans).length > 0).map(({ id }) => finding('E1.span', [id])),
  ],
};
