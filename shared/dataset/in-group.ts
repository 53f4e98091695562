import { type Dataset } from '../model/dataset.ts';

/** The slice with its Article in this group: what a reader needs who wants to divide the dataset anew. */
export const inGroup = (slice: Dataset, group: string): Dataset => ({
  ...slice, articles: slice.articles.map((article) => ({ ...article, group })),
});
