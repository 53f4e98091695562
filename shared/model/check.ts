import { problem, type Problem } from '../result.ts';
import { type AnnotationSet } from './annotation-set.ts';
import { type Article } from './article.ts';
import { checkAnnotation } from './check-annotation.ts';
import { checkArticle } from './check-article.ts';
import { checkCrossing } from './check-crossing.ts';
import { checkRelations } from './check-relations.ts';
import { type Dataset } from './dataset.ts';
import { type EntityId, isId } from './id.ts';
import { checkMerges } from './merged-entities.ts';
import { checkEvent } from './review-event.ts';
import { type Schema } from './schema.ts';

/** What a set is checked against. */
export interface SetSurroundings {
  readonly schema: Schema;
  readonly article: Pick<Article, 'text'>;
  readonly entities: ReadonlySet<EntityId>;
}

/**
 * What is wrong with a set. Errors break integrity: no Change may lead there and no file with them is taken in whole.
 * Warnings break a rule of the annotation task (crossing Spans): they are shown, and the annotator decides.
 */
export function checkSet({ schema, article, entities }: SetSurroundings, set: AnnotationSet): readonly Problem[] {
  const annotations = new Map(set.annotations.map((one) => [one.id, one] as const));
  return [
    ...checkIds(set.annotations),
    ...checkIds(set.relations),
    ...set.annotations.flatMap((one) => checkAnnotation({ schema, text: article.text, entities }, one)),
    ...checkRelations({ schema, annotations, entities }, set.relations),
    ...checkCrossing(schema, set.annotations),
  ];
}

/** What is wrong with a Dataset, the Schema itself (`validateSchema`) apart. */
export function checkDataset(dataset: Dataset): readonly Problem[] {
  const articles = new Map(dataset.articles.map((one) => [one.id, one] as const));
  const annotators = new Set(dataset.annotators.map((one) => one.id));
  const events = dataset.events ?? [];
  const known = { articles: new Set(articles.keys()), annotators };
  const entities = new Set(dataset.entities.map((one) => one.id));
  return [
    ...[dataset.articles, dataset.annotators, dataset.entities, dataset.sets, events].flatMap(checkIds),
    ...checkMerges(dataset.entities),
    ...events.flatMap((one) => checkEvent(known, one)),
    ...dataset.articles.flatMap(checkArticle),
    ...dataset.sets.flatMap((set) => {
      const article = articles.get(set.article);
      const place = { record: set.id };
      return [
        ...(annotators.has(set.annotator)
          ? []
          : [problem('annotator-missing', { ...place, field: 'annotator' }, { annotator: set.annotator })]),
        ...(article
          ? checkSet({ schema: dataset.schema, article, entities }, set)
          : [problem('article-missing', { ...place, field: 'article' }, { article: set.article })]),
      ];
    }),
  ];
}

export const errorsOf = (problems: readonly Problem[]): readonly Problem[] => problems.filter(({ severity }) => severity === 'error');

/** `id-twice` and `id-illegal` in a list of records of one kind. */
function checkIds(records: readonly { readonly id: string }[]): readonly Problem[] {
  const seen = new Set<string>();
  return records.flatMap(({ id }) => {
    const place = { record: id, field: 'id' };
    const twice = seen.has(id) ? [problem('id-twice', place, { id })] : [];
    seen.add(id);
    return isId(id) ? twice : [...twice, problem('id-illegal', place, { id })];
  });
}
