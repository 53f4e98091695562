import { type AnnotationSet } from '../../model/annotation-set.ts';
import { type Dataset } from '../../model/dataset.ts';
import { type AnnotationId } from '../../model/id.ts';
import { type LossLedger } from '../loss-ledger.ts';

/** A Dataset without what a format cannot hold; every case of it stands in the ledger. Unconcerned records stay the same objects. */
export type Reduction = (dataset: Dataset, ledger: LossLedger) => Dataset;

/** A Reduction that looks at one AnnotationSet at a time. */
export const inEachSet =
  (reduce: (set: AnnotationSet, ledger: LossLedger) => AnnotationSet): Reduction =>
  (dataset, ledger) => ({ ...dataset, sets: dataset.sets.map((set) => reduce(set, ledger)) });

/** The set without these Annotations, and without the Relations that hang on them. */
export function withoutAnnotations(set: AnnotationSet, gone: ReadonlySet<AnnotationId>, ledger: LossLedger): AnnotationSet {
  if (gone.size === 0) return set;
  const relations = set.relations.filter(({ id, from, to }) => {
    const loose = gone.has(from) || (to.kind === 'annotation' && gone.has(to.id));
    if (loose) ledger.lose('RELATION_DROPPED', set.article, id);
    return !loose;
  });
  return { ...set, annotations: set.annotations.filter(({ id }) => !gone.has(id)), relations };
}
