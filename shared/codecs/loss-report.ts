/** One kind of loss. Codes are those of the dataset literature and of other exporters, upper case. */
export const lossCodes = [
  'DISCONTINUOUS_SPLIT', 'OVERLAP_DROPPED', 'LABEL_DROPPED', 'ATTRIBUTE_DROPPED', 'RELATION_DROPPED', 'LINK_DROPPED', 'TOKEN_FORCED',
  'SPAN_SNAPPED', 'NEWLINE_SPLIT', 'CHAR_REPLACED', 'CELL_TRUNCATED', 'FORMULA_GUARDED', 'LABEL_RENAMED', 'UNIT_DIFFERS',
  'ANNOTATORS_MERGED', 'DUPLICATE_MERGED', 'EMPTY_SKIPPED', 'DOC_WITHHELD', 'TEXT_WITHHELD', 'NOTE_DROPPED', 'METADATA_DROPPED',
  'UNREFERENCED_DROPPED', 'MERGE_RESOLVED', 'MOVED_ASIDE',
] as const;
export type LossCode = (typeof lossCodes)[number];

/**
 * Why, where a code alone does not say it: an Article stays behind for its `licence` or because the `format` cannot hold its text; of
 * Annotations over the same characters the `longest` stays.
 */
export const lossReasons = ['licence', 'format', 'longest'] as const;
export type LossReason = (typeof lossReasons)[number];

export interface Loss {
  readonly code: LossCode;
  readonly reason?: LossReason;
  readonly count: number;
  /** `lossy`: information is gone. `changed`: it is there in another form. */
  readonly severity: 'lossy' | 'changed';
  /** The first few cases: article id and, where there is one, annotation or relation id. */
  readonly examples: readonly (readonly string[])[];
}

/** What `fit` had to drop, widen, merge or rename for a format. Counts are of Annotations and Relations. */
export interface LossReport {
  readonly format: string;
  readonly articles: number;
  readonly annotationsIn: number;
  readonly annotationsOut: number;
  readonly relationsIn: number;
  readonly relationsOut: number;
  readonly losses: readonly Loss[];
}

/** Nothing is gone; what is only in another form may still be listed. */
export const isLossless = (report: LossReport): boolean => report.losses.every(({ severity }) => severity === 'changed');
