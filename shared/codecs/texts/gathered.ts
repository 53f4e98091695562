import { type Article } from '../../model/article.ts';
import { emptyDataset, normalised } from '../../model/dataset.ts';
import { type Place, problem } from '../../result.ts';
import { type DecodeContext, type Decoded } from '../codec.ts';
import { type Findings, findings } from '../findings.ts';

/** Takes Articles one after another; a text that comes twice is one Article, and its second place is said. */
export interface Gathering {
  readonly found: Findings;
  add(article: Article | null, place: Place): void;
  decoded(): Decoded;
}

export function gathering({ schemas }: DecodeContext): Gathering {
  const found = findings();
  const articles = new Map<string, Article>();
  return {
    found,
    add(article, place) {
      const first = article && articles.get(article.id);
      if (first) found.add(problem('text-twice', place, { first: first.source.file ?? first.id }, 'warning'));
      else if (article) articles.set(article.id, article);
    },
    decoded: () => ({
      dataset: articles.size > 0 ? normalised({ ...emptyDataset(schemas[0]), articles: [...articles.values()] }) : null,
      problems: found.all(),
    }),
  };
}
