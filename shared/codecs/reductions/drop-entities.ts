import { type Dataset } from '../../model/dataset.ts';
import { type EntityId } from '../../model/id.ts';
import { withMergeTargets } from '../../model/merged-entities.ts';
import { entitiesOf } from '../../model/references.ts';
import { type LossLedger } from '../loss-ledger.ts';
import { inEachSet, type Reduction } from './reduction.ts';

const referredEntities = ({ sets, entities }: Dataset): ReadonlySet<EntityId> =>
  withMergeTargets(entities, new Set(sets.flatMap((set) => [...entitiesOf(set)])));

export const dropEntities: Reduction = (dataset, ledger) => {
  const unlinked = dropLinks(dropUnreferredEntities(dataset, ledger), ledger);
  return { ...unlinked, entities: [] };
};

const dropLinks = inEachSet((set, ledger) => ({
  ...set,
  annotations: set.annotations.map((annotation) => {
    if (annotation.entity === null) return annotation;
    ledger.lose('LINK_DROPPED', set.article, annotation.id);
    return { ...annotation, entity: null };
  }),
  relations: set.relations.filter(({ id, to }) => {
    if (to.kind === 'entity') ledger.lose('RELATION_DROPPED', set.article, id);
    return to.kind !== 'entity';
  }),
}));

function dropUnreferredEntities(dataset: Dataset, ledger: LossLedger): Dataset {
  const referred = referredEntities(dataset);
  const keep = ({ id }: { readonly id: EntityId }): boolean => keepOrLose(referred.has(id), id, ledger);
  return { ...dataset, entities: dataset.entities.filter(keep) };
}

/** Entities, Annotators and Articles that no set leads to. */
export const dropUnreferenced: Reduction = (dataset, ledger) => {
  const annotators = new Set(dataset.sets.map((set) => set.annotator));
  const articles = new Set(dataset.sets.map((set) => set.article));
  return {
    ...dropUnreferredEntities(dataset, ledger),
    annotators: dataset.annotators.filter(({ id }) => keepOrLose(annotators.has(id), id, ledger)),
    articles: dataset.articles.filter(({ id }) => keepOrLose(articles.has(id), id, ledger)),
  };
};

function keepOrLose(keep: boolean, id: string, ledger: LossLedger): boolean {
  if (!keep) ledger.lose('UNREFERENCED_DROPPED', id);
  return keep;
}
