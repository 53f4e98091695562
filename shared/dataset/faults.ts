import { checkTask } from '../checks/check-task.ts';
import { openErrors } from '../checks/finding.ts';
import { type AnnotationSet } from '../model/annotation-set.ts';
import { type Article } from '../model/article.ts';
import { type Dataset } from '../model/dataset.ts';
import { type AnnotatorId } from '../model/id.ts';
import { type Selection, selector } from './selection.ts';

/** An Article whose work breaks rules of the task that a finished set keeps (E). */
export interface FaultyArticle extends Pick<Article, 'id' | 'title'> {
  readonly errors: number;
}

export interface Faults {
  readonly articles: number;
  readonly errors: number;
  /** The first of them, in the order of ids. */
  readonly first: readonly FaultyArticle[];
}

/** So many Articles are told by name: a person looks through them. */
const mostTold = 50;

export interface FaultFinder {
  readonly add: (slice: Dataset) => void;
  readonly all: () => Faults;
}

/**
 * Finds them in the sets that were chosen, as they are in the project: what of them leaves is the choice of who exports, and no fault. Errors that
 * somebody has answered for when the set was called done are not counted.
 */
export function faultFinder(selection: Selection, annotator: AnnotatorId): FaultFinder {
  const select = selector({ ...selection, labels: null }, annotator);
  const first: FaultyArticle[] = [];
  let [articles, sum] = [0, 0];
  return {
    add(slice) {
      const [article] = slice.articles;
      const { slice: chosen } = select(slice);
      if (!article || !chosen) return;
      const errors = chosen.sets.reduce((count, set) => count + errorsIn(article, set, slice), 0);
      if (errors === 0) return;
      articles++;
      sum += errors;
      if (first.length < mostTold) first.push({ id: article.id, title: article.title, errors });
    },
    all: () => ({ articles, errors: sum, first }),
  };
}

const errorsIn = (article: Article, set: AnnotationSet, { entities, schema }: Dataset): number =>
  openErrors(checkTask(article, set, entities, schema), set.override?.codes ?? []).length;
