import { type Dataset } from '../../../shared/model/dataset.ts';

/** Articles of one Change: so many that storing is quick, so few that a Change is no book and a stop is soon. */
const mostArticles = 400;
/** UTF-16 code units of their texts. */
const mostText = 2_000_000;

/** A Dataset without work on its Articles in parts that can be stored one after another; one with work stays whole. */
export function* datasetParts(dataset: Dataset): Generator<Dataset> {
  if (dataset.sets.length > 0 || dataset.entities.length > 0 || dataset.annotators.length > 0) return yield dataset;
  let articles: Dataset['articles'][number][] = [];
  let length = 0;
  for (const article of dataset.articles) {
    articles.push(article);
    length += article.text.length;
    if (articles.length < mostArticles && length < mostText) continue;
    yield { ...dataset, articles };
    [articles, length] = [[], 0];
  }
  if (articles.length > 0) yield { ...dataset, articles };
}
