import { type Dataset, normalised } from '../model/dataset.ts';
import { type Capabilities } from './capabilities.ts';
import { type Codec } from './codec.ts';
import { type LossLedger, lossLedger } from './loss-ledger.ts';
import { type LossReport } from './loss-report.ts';
import { dropEntities, dropEntityDetails, dropUnreferenced } from './reductions/drop-entities.ts';
import {
  dropArticleMetadata, dropAttributes, dropBareArticles, dropEntityRelations, dropNotes, dropRelationAttributes, dropRelations,
} from './reductions/drop-fields.ts';
import { dropOverlaps } from './reductions/drop-overlaps.ts';
import { dropSetHeads } from './reductions/drop-set-heads.ts';
import { mergeSets } from './reductions/merge-sets.ts';
import { type Reduction } from './reductions/reduction.ts';
import { resolveMerges } from './reductions/resolve-merges.ts';
import { splitPieces } from './reductions/split-pieces.ts';
import { joinedSlices, slices } from './slices.ts';

/** What `fit` must know of a Codec. */
export type Format = Pick<Codec, 'id' | 'capabilities' | 'withholds' | 'selections' | 'reductions'>;

export interface Fitted {
  /** What the format can hold of the Dataset, in its one order. */
  readonly dataset: Dataset;
  readonly report: LossReport;
}

/** Makes slice after slice fit for one format and keeps the account of all. */
export interface Fitter {
  readonly fit: (slice: Dataset) => Dataset;
  /** Of all slices so far. */
  readonly report: () => LossReport;
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
  ['entityRelations', dropEntityRelations],
  ['attributes', dropAttributes],
  ['relationAttributes', dropRelationAttributes],
  ['mergedEntities', resolveMerges],
  ['entities', dropEntities],
  ['entityDetails', dropEntityDetails],
  ['notes', dropNotes],
  ['articleMetadata', dropArticleMetadata],
  ['bareArticles', dropBareArticles],
  ['setHeads', dropSetHeads],
  ['unreferenced', dropUnreferenced],
];

/** `ids` asks nothing of a Dataset: a format without ids makes new ones when it is read. */
export function fitter({ id, capabilities: claimed, withholds, selections = [], reductions = [] }: Format): Fitter {
  // Sets that nobody's name keeps apart would be one and the same.
  const capabilities = { ...claimed, severalSets: claimed.severalSets && claimed.setHeads };
  const ledger = lossLedger();
  const sums = { articles: 0, annotationsIn: 0, annotationsOut: 0, relationsIn: 0, relationsOut: 0 };
  const reduce = (from: Dataset, steps: readonly Step[]): Dataset =>
    steps.reduce((reduced, [capability, reduction]) => (capabilities[capability] ? reduced : reduction(reduced, ledger)), from);
  const all = (from: Dataset, ownSteps: readonly Reduction[]): Dataset => ownSteps.reduce((reduced, step) => step(reduced, ledger), from);
  return {
    fit(whole) {
      const slice = withholds ? withheld(whole, withholds, ledger) : whole;
      const selected = all(reduce(slice, selecting), selections);
      const fitted = normalised(all(reduce(selected, reshaping), reductions));
      sums.articles += fitted.articles.length;
      sums.annotationsIn += countAnnotations(slice);
      sums.annotationsOut += countAnnotations(selected);
      sums.relationsIn += countRelations(slice);
      sums.relationsOut += countRelations(fitted);
      keepRecords(fitted, ledger);
      return fitted;
    },
    report: () => ({ format: id, ...sums, losses: ledger.losses() }),
  };
}

/**
 * Brings a Dataset down to what a format can hold, and reports every case of it. Nothing to report means nothing
 * changed. The pieces of a split Annotation count as one in `annotationsOut`.
 */
export function fit(dataset: Dataset, format: Format): Fitted {
  const { fit: fitSlice, report } = fitter(format);
  const parts = [...slices(dataset)].map(fitSlice);
  return { dataset: joinedSlices(dataset.schema, parts), report: report() };
}

/** Annotations of what is withheld are in no account: the Article is. */
function withheld(whole: Dataset, withholds: NonNullable<Format['withholds']>, ledger: LossLedger): Dataset {
  const gone = new Set(whole.articles.filter(withholds).map(({ id }) => id));
  if (gone.size === 0) return whole;
  for (const id of gone) ledger.lose({ code: 'DOC_WITHHELD', reason: 'format' }, id);
  return { ...whole, articles: whole.articles.filter(({ id }) => !gone.has(id)), sets: whole.sets.filter(({ article }) => !gone.has(article)) };
}

const countAnnotations = ({ sets }: Dataset): number => sets.reduce((sum, set) => sum + set.annotations.length, 0);
const countRelations = ({ sets }: Dataset): number => sets.reduce((sum, set) => sum + set.relations.length, 0);

function keepRecords({ entities, annotators }: Dataset, ledger: LossLedger): void {
  for (const { id } of entities) ledger.keepRecord(id);
  for (const { id } of annotators) ledger.keepRecord(id);
}
