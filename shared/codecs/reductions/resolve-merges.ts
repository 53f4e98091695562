import { type AnnotationSet } from '../../model/annotation-set.ts';
import { type EntityId } from '../../model/id.ts';
import { sameLink } from '../../model/check-relations.ts';
import { entityFinder, isStanding } from '../../model/merged-entities.ts';
import { type Relation } from '../../model/relation.ts';
import { type LossLedger } from '../loss-ledger.ts';
import { type Reduction } from './reduction.ts';

/** Every link names the Entity that is meant; those that were merged go. Of two links that become one the first is kept. */
export const resolveMerges: Reduction = (dataset, ledger) => {
  const find = entityFinder(dataset.entities);
  const meant = (id: EntityId): EntityId => find(id)?.id ?? id;
  for (const { id } of dataset.entities.filter((one) => !isStanding(one))) ledger.loseRecord('MERGE_RESOLVED', id);
  return {
    ...dataset,
    entities: dataset.entities.filter(isStanding),
    sets: dataset.sets.map((set) => resolvedSet(set, meant, ledger)),
  };
};

function resolvedSet(set: AnnotationSet, meant: (id: EntityId) => EntityId, ledger: LossLedger): AnnotationSet {
  const kept: Relation[] = [];
  for (const relation of set.relations) {
    const resolved: Relation = relation.to.kind === 'entity' ? { ...relation, to: { kind: 'entity', id: meant(relation.to.id) } } : relation;
    if (relation.to.kind === 'entity' && kept.some((one) => sameLink(one, resolved))) ledger.lose('RELATION_DROPPED', set.article, relation.id);
    else kept.push(resolved);
  }
  const annotations = set.annotations.map((one) => (one.entity === null ? one : { ...one, entity: meant(one.entity) }));
  return { ...set, annotations, relations: kept };
}
