import { slices } from '../../../shared/codecs/slices.ts';
import { type Dataset } from '../../../shared/model/dataset.ts';

/** What one Change may hold: so much that storing is quick, so little that a Change is no book, the window is not held up, and a stop is soon. */
export interface PartLimits {
  readonly articles: number;
  /** UTF-16 code units of their texts. */
  readonly text: number;
  readonly annotations: number;
}

const usual: PartLimits = { articles: 400, text: 2_000_000, annotations: 10_000 };

/**
 * A Dataset in parts that can be stored one after another, with what comes to the same as storing all of it at once: whole Articles, each with all
 * work on it and whom that names. One that is small enough is one part, whatever it holds.
 */
export function* datasetParts(dataset: Dataset, limits: PartLimits = usual): Generator<Dataset> {
  const isBare = dataset.sets.length === 0 && dataset.entities.length === 0 && dataset.annotators.length === 0;
  if (!isBare && isSmall(sizeOf(dataset), limits)) return yield dataset;
  let part = emptyPart();
  for (const slice of isBare ? bareSlices(dataset) : slices(dataset)) {
    add(part, slice);
    if (isSmall(part.size, limits)) continue;
    yield { ...dataset, ...recordsOf(part) };
    part = emptyPart();
  }
  if (part.articles.length + part.annotators.size + part.entities.size > 0) yield { ...dataset, ...recordsOf(part) };
}

function* bareSlices(dataset: Dataset): Generator<Dataset> {
  for (const article of dataset.articles) yield { ...dataset, articles: [article] };
}

type Size = PartLimits;

const isSmall = ({ articles, text, annotations }: Size, limits: PartLimits): boolean =>
  articles < limits.articles && text < limits.text && annotations < limits.annotations;

const sizeOf = ({ articles, sets }: Dataset): Size => ({
  articles: articles.length,
  text: articles.reduce((sum, article) => sum + article.text.length, 0),
  annotations: sets.reduce((sum, set) => sum + set.annotations.length, 0),
});

interface Part {
  readonly articles: Dataset['articles'][number][];
  readonly sets: Dataset['sets'][number][];
  readonly annotators: Map<string, Dataset['annotators'][number]>;
  readonly entities: Map<string, Dataset['entities'][number]>;
  size: Size;
}

const emptyPart = (): Part => ({ articles: [], sets: [], annotators: new Map(), entities: new Map(), size: { articles: 0, text: 0, annotations: 0 } });

function add(part: Part, slice: Dataset): void {
  part.articles.push(...slice.articles);
  part.sets.push(...slice.sets);
  for (const one of slice.annotators) part.annotators.set(one.id, one);
  for (const one of slice.entities) part.entities.set(one.id, one);
  const { articles, text, annotations } = sizeOf(slice);
  part.size = { articles: part.size.articles + articles, text: part.size.text + text, annotations: part.size.annotations + annotations };
}

const recordsOf = ({ articles, sets, annotators, entities }: Part): Pick<Dataset, 'articles' | 'sets' | 'annotators' | 'entities'> => ({
  articles, sets, annotators: [...annotators.values()], entities: [...entities.values()],
});
