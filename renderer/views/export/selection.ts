import { type Dataset } from '../../../shared/model/dataset.ts';
import { type AnnotatorId } from '../../../shared/model/id.ts';

export type Selection = 'all' | 'mine';

/** The Dataset with one Annotator's sets alone; every Article stays, annotated or not. */
const onlyOf = (dataset: Dataset, annotator: AnnotatorId): Dataset => ({
  ...dataset,
  annotators: dataset.annotators.filter(({ id }) => id === annotator),
  sets: dataset.sets.filter((set) => set.annotator === annotator),
});

export const selected = (dataset: Dataset, selection: Selection, me: AnnotatorId): Dataset =>
  selection === 'all' ? dataset : onlyOf(dataset, me);

export interface ExportCounts {
  readonly articles: number;
  readonly sets: number;
  readonly annotations: number;
  readonly relations: number;
}

export const exportCounts = ({ articles, sets }: Dataset): ExportCounts => ({
  articles: articles.length,
  sets: sets.length,
  annotations: sets.reduce((sum, set) => sum + set.annotations.length, 0),
  relations: sets.reduce((sum, set) => sum + set.relations.length, 0),
});
