import { type Annotation } from '../../model/annotation.ts';
import { type Article, unknownSource } from '../../model/article.ts';
import { canonicalJson } from '../../canonical-json.ts';
import { inEachSet, type Reduction } from './reduction.ts';

const isEmpty = (fields: object): boolean => Object.keys(fields).length === 0;

export const dropAttributes: Reduction = inEachSet((set, ledger) => ({
  ...set,
  annotations: set.annotations.map((annotation) => {
    if (isEmpty(annotation.attributes)) return annotation;
    ledger.lose('ATTRIBUTE_DROPPED', set.article, annotation.id);
    return { ...annotation, attributes: {} };
  }),
}));

export const dropRelationAttributes: Reduction = inEachSet((set, ledger) => ({
  ...set,
  relations: set.relations.map((relation) => {
    if (isEmpty(relation.attributes)) return relation;
    ledger.lose('ATTRIBUTE_DROPPED', set.article, relation.id);
    return { ...relation, attributes: {} };
  }),
}));

export const dropRelations: Reduction = inEachSet((set, ledger) => {
  for (const { id } of set.relations) ledger.lose('RELATION_DROPPED', set.article, id);
  return { ...set, relations: [] };
});

export const dropEntityRelations: Reduction = inEachSet((set, ledger) => ({
  ...set,
  relations: set.relations.filter(({ id, to }) => {
    if (to.kind === 'entity') ledger.lose('RELATION_DROPPED', set.article, id);
    return to.kind !== 'entity';
  }),
}));

const isPlain = ({ note, flagged, origin }: Annotation): boolean => note === '' && !flagged && origin === 'manual';

export const dropNotes: Reduction = inEachSet((set, ledger) => ({
  ...set,
  annotations: set.annotations.map((annotation) => {
    if (isPlain(annotation)) return annotation;
    ledger.lose('NOTE_DROPPED', set.article, annotation.id);
    return { ...annotation, note: '', flagged: false, origin: 'manual' };
  }),
}));

const hasNoMetadata = ({ source, group, extra }: Article): boolean =>
  group === null && isEmpty(extra) && canonicalJson(source) === canonicalJson(unknownSource);

export const dropArticleMetadata: Reduction = (dataset, ledger) => ({
  ...dataset,
  articles: dataset.articles.map((article) => {
    if (hasNoMetadata(article)) return article;
    ledger.lose('METADATA_DROPPED', article.id);
    return { ...article, source: unknownSource, group: null, extra: {} };
  }),
});

/** Articles without a set. */
export const dropBareArticles: Reduction = (dataset, ledger) => {
  const annotated = new Set(dataset.sets.map((set) => set.article));
  return {
    ...dataset,
    articles: dataset.articles.filter(({ id }) => {
      if (!annotated.has(id)) ledger.lose('EMPTY_SKIPPED', id);
      return annotated.has(id);
    }),
  };
};
