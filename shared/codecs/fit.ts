import { type Dataset, normalised } from '../model/dataset.ts';
import { type Capabilities } from './capabilities.ts';
import { lossLedger } from './loss-ledger.ts';
import { type LossReport } from './loss-report.ts';
import { dropEntities, dropUnreferenced } from './reductions/drop-entities.ts';
import { dropArticleMetadata, dropAttributes, dropNotes, dropRelationAttributes, dropRelations } from './reductions/drop-fields.ts';
import { dropOverlaps } from './reductions/drop-overlaps.ts';
import { mergeSets } from './reductions/merge-sets.ts';
import { type Reduction } from './reductions/reduction.ts';
import { resolveMerges } from './reductions/resolve-merges.ts';
import { splitPieces } from './reductions/split-pieces.ts';

export interface Fitted {
  /** What the format can hold of the Dataset, in its one order. */
  readonly dataset: Dataset;
  readonly report: LossReport;
}

type Step = readonly [capability: keyof Capabilities, reduction: Reduction];

/** These leave Annotations out, and look at them whole: so they come before a quote is cut into its pieces. */
const selecting: readonly Step[] = [
  ['severalSets', mergeSets],
  ['overlap', dropOverlaps],
];

/** These keep every Annotation. What nothing refers to is known only when all the others are done. */
const reshaping: readonly Step[] = [
  ['discontinuous', splitPieces],
  ['relations', dropRelations],
  ['attributes', dropAttributes],
  ['relationAttributes', dropRelationAttributes],
  ['mergedEntities', resolveMerges],
  ['entities', dropEntities],
  ['notes', dropNotes],
  ['articleMetadata', dropArticleMetadata],
  ['unreferenced', dropUnreferenced],
];

/**
 * Brings a Dataset down to what a format can hold, and reports every case of it. Nothing to report means nothing
 * changed. The pieces of a split Annotation count as one in `annotationsOut`. `ids` asks nothing of the Dataset:
 * a format without ids makes new ones when it is read.
 */
export function fit(dataset: Dataset, capabilities: Capabilities, format: string): Fitted {
  const ledger = lossLedger();
  const reduce = (from: Dataset, steps: readonly Step[]): Dataset =>
    steps.reduce((reduced, [capability, reduction]) => (capabilities[capability] ? reduced : reduction(reduced, ledger)), from);
  const selected = reduce(dataset, selecting);
  const fitted = normalised(reduce(selected, reshaping));
  return {
    dataset: fitted,
    report: {
      format,
      articles: fitted.articles.length,
      annotationsIn: countAnnotations(dataset),
      annotationsOut: countAnnotations(selected),
      relationsIn: countRelations(dataset),
      relationsOut: countRelations(fitted),
      losses: ledger.losses(),
    },
  };
}

const countAnnotations = ({ sets }: Dataset): number => sets.reduce((sum, set) => sum + set.annotations.length, 0);
const countRelations = ({ sets }: Dataset): number => sets.reduce((sum, set) => sum + set.relations.length, 0);
