import { type Article } from '../../model/article.ts';
import { checkArticle } from '../../model/check-article.ts';
import { checkSpans } from '../../model/check-spans.ts';
import { finding } from '../finding.ts';
import { type OwnRule, type SetRule } from '../rule.ts';

/** An Article never changes, and hashing a long text at every key would be felt. */
const known = new WeakMap<Article, boolean>();

function isIntact(article: Article): boolean {
  const answer = known.get(article) ?? checkArticle(article).length === 0;
  known.set(article, answer);
  return answer;
}

/** E1, first half: the text is the one that was taken in. */
export const storedText: SetRule = {
  needs: {},
  find: ({ article }) => (isIntact(article) ? [] : [finding('E1.text', [])]),
};

/** E1, second half: every Span lies in it. The text of a Span is not stored: it is what stands there. */
export const spansInText: OwnRule = {
  needs: {},
  findIn: (text, { id, spans }) => (checkSpans(text, spans).length > 0 ? [finding('E1.span', [id])] : []),
};
