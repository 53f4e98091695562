import { type Article } from '../../model/article.ts';
import { emptyDataset, normalised } from '../../model/dataset.ts';
import { type Place, problem } from '../../result.ts';
import { type DecodeContext, type Decoded } from '../codec.ts';
import { type Findings, findings } from '../findings.ts';

/** Takes Articles one after another; a text that comes twice is one Article, and its second place is said. */
export interface Gathering {
  readonly found: Findings;
  add(article: Article | null, place: Place): void;
  /** What has come since it was asked for last: which texts there were is kept, the Articles are not. */
  decoded(): Decoded;
}

export function gathering({ schemas }: DecodeContext): Gathering {
  const files = new Map<string, string>();
  let found = findings();
  let articles: Article[] = [];
  return {
    get found() {
      return found;
    },
    add(article, place) {
      if (!article) return;
      const first = files.get(article.id);
      if (first !== undefined) return found.add(problem('text-twice', place, { first }, 'warning'));
      files.set(article.id, article.source.file ?? article.id);
      articles.push(article);
    },
    decoded() {
      const decoded = { dataset: articles.length > 0 ? normalised({ ...emptyDataset(schemas[0]), articles }) : null, problems: found.all() };
      [found, articles] = [findings(), []];
      return decoded;
    },
  };
}
