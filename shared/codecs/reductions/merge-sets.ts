import { canonicalJson } from '../../canonical-json.ts';
import { type Annotation } from '../../model/annotation.ts';
import { type AnnotationSet, ordered, type SetRole } from '../../model/annotation-set.ts';
import { closesCircle, sameLink } from '../../model/check-relations.ts';
import { freeId } from '../../model/derived-id.ts';
import { type AnnotationId } from '../../model/id.ts';
import { type Relation } from '../../model/relation.ts';
import { type Schema } from '../../model/schema.ts';
import { type LossLedger } from '../loss-ledger.ts';
import { type Reduction } from './reduction.ts';

/** One set for each key: the most settled one takes in what the others have and it has not. Sets of two Articles never share a key. */
export const mergedBy = (keyOf: (set: AnnotationSet) => string): Reduction => (dataset, ledger) => {
  const alike = new Map<string, AnnotationSet[]>();
  for (const set of dataset.sets) alike.set(keyOf(set), [...(alike.get(keyOf(set)) ?? []), set]);
  return { ...dataset, sets: [...alike.values()].map((sets) => mergedSet(sets, dataset.schema, ledger)) };
};

/** One set for each Article. */
export const mergeSets: Reduction = mergedBy(({ article }) => article);

/** Adjudicated before work before suggestion; sets of one role in the order given. */
const authority: readonly SetRole[] = ['adjudicated', 'work', 'suggestion'];

function mergedSet(sets: readonly AnnotationSet[], schema: Schema, ledger: LossLedger): AnnotationSet {
  const [first, ...others] = [...sets].sort((a, b) => authority.indexOf(a.role) - authority.indexOf(b.role));
  if (!first) throw new Error('no set to merge into');
  if (others.length === 0) return first;
  return ordered(others.reduce((merged, other) => absorb(merged, other, schema, ledger), first));
}

function absorb(into: AnnotationSet, other: AnnotationSet, schema: Schema, ledger: LossLedger): AnnotationSet {
  ledger.lose('ANNOTATORS_MERGED', other.article, other.id);
  const annotations = new Map(into.annotations.map((one) => [one.id, one]));
  const idOfMeaning = new Map(into.annotations.map((one) => [meaning(one), one.id]));
  const newIds = new Map<AnnotationId, AnnotationId>();
  for (const annotation of other.annotations) {
    const there = idOfMeaning.get(meaning(annotation));
    const id = there ?? freeId(annotation.id, (candidate) => annotations.has(candidate));
    newIds.set(annotation.id, id);
    if (there === undefined) annotations.set(id, { ...annotation, id });
    else ledger.lose('DUPLICATE_MERGED', other.article, annotation.id);
  }
  const relations = [...into.relations];
  for (const relation of other.relations) {
    const moved = reattached(relation, newIds);
    const isLoop = moved.to.kind === 'annotation' && moved.to.id === moved.from;
    const isImpossible = isLoop || closesCircle(schema, relations, moved);
    if (isImpossible) ledger.lose('RELATION_DROPPED', other.article, relation.id);
    else if (relations.some((one) => sameLink(one, moved))) ledger.lose('DUPLICATE_MERGED', other.article, relation.id);
    else relations.push({ ...moved, id: freeId(relation.id, (candidate) => relations.some(({ id }) => id === candidate)) });
  }
  return { ...into, annotations: [...annotations.values()], relations };
}

/** Everything that two Annotations must share to say the same. */
const meaning = ({ label, spans, attributes, entity, note, flagged }: Annotation): string =>
  canonicalJson({ label, spans, attributes, entity, note, flagged });

function reattached(relation: Relation, newIds: ReadonlyMap<AnnotationId, AnnotationId>): Relation {
  const moved = (id: AnnotationId): AnnotationId => newIds.get(id) ?? id;
  const { to } = relation;
  return { ...relation, from: moved(relation.from), to: to.kind === 'annotation' ? { kind: 'annotation', id: moved(to.id) } : to };
}
