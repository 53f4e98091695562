import { type Dataset } from '../../model/dataset.ts';
import { type Entity } from '../../model/entity.ts';
import { type EntityId } from '../../model/id.ts';
import { withMergeTargets } from '../../model/merged-entities.ts';
import { entitiesOf } from '../../model/references.ts';
import { type LossLedger } from '../loss-ledger.ts';
import { dropEntityRelations } from './drop-fields.ts';
import { inEachSet, type Reduction } from './reduction.ts';

const referredEntities = ({ sets, entities }: Dataset): ReadonlySet<EntityId> =>
  withMergeTargets(entities, new Set(sets.flatMap((set) => [...entitiesOf(set)])));

export const dropEntities: Reduction = (dataset, ledger) => {
  const unlinked = dropLinks(dropEntityRelations(dropUnreferredEntities(dataset, ledger), ledger), ledger);
  return { ...unlinked, entities: [] };
};

const dropLinks = inEachSet((set, ledger) => ({
  ...set,
  annotations: set.annotations.map((annotation) => {
    if (annotation.entity === null) return annotation;
    ledger.lose('LINK_DROPPED', set.article, annotation.id);
    return { ...annotation, entity: null };
  }),
}));

function dropUnreferredEntities(dataset: Dataset, ledger: LossLedger): Dataset {
  const referred = referredEntities(dataset);
  const keep = ({ id }: { readonly id: EntityId }): boolean => keepOrLose(referred.has(id), id, ledger);
  return { ...dataset, entities: dataset.entities.filter(keep) };
}

/** Entities and Annotators that no set leads to. */
export const dropUnreferenced: Reduction = (dataset, ledger) => {
  const annotators = new Set(dataset.sets.map((set) => set.annotator));
  return {
    ...dropUnreferredEntities(dataset, ledger),
    annotators: dataset.annotators.filter(({ id }) => keepOrLose(annotators.has(id), id, ledger)),
  };
};

const isPlain = ({ kind, aliases, offices, note, party, wikidata }: Entity): boolean =>
  kind === 'unknown' && aliases.length + offices.length === 0 && note === '' && party === undefined && wikidata === undefined;

/** What is left of an Entity is its id, its name, and whom it was merged into. */
export const dropEntityDetails: Reduction = (dataset, ledger) => ({
  ...dataset,
  entities: dataset.entities.map((entity) => {
    if (isPlain(entity)) return entity;
    const { party: _party, wikidata: _wikidata, ...rest } = entity;
    ledger.losePart('METADATA_DROPPED', entity.id);
    return { ...rest, kind: 'unknown' as const, aliases: [], offices: [], note: '' };
  }),
});

function keepOrLose(keep: boolean, id: string, ledger: LossLedger): boolean {
  if (!keep) ledger.loseRecord('UNREFERENCED_DROPPED', id);
  return keep;
}
