/**
 * What a format can hold. A claim, proven by the codec laws: whatever is true here must survive
 * encode and decode on random Datasets, whatever is false is dropped by `fit` with a line in the LossReport.
 */
export interface Capabilities {
  /** Annotations with more than one Span. */
  readonly discontinuous: boolean;
  /** Two Annotations over the same characters. */
  readonly overlap: boolean;
  readonly relations: boolean;
  readonly relationAttributes: boolean;
  readonly attributes: boolean;
  readonly entities: boolean;
  /** Entities that turned out to be another one, beside that one. */
  readonly mergedEntities: boolean;
  /** Entities, Annotators and Articles that nothing points at. */
  readonly unreferenced: boolean;
  /** Several AnnotationSets of one Article. */
  readonly severalSets: boolean;
  /** Notes, flags and origin of Annotations, and the reason why a set is done against the checks. */
  readonly notes: boolean;
  /** Source metadata, group and foreign fields of an Article. */
  readonly articleMetadata: boolean;
  /** Ids come back as they were. */
  readonly ids: boolean;
}

export const everything: Capabilities = {
  discontinuous: true,
  overlap: true,
  relations: true,
  relationAttributes: true,
  attributes: true,
  entities: true,
  mergedEntities: true,
  unreferenced: true,
  severalSets: true,
  notes: true,
  articleMetadata: true,
  ids: true,
};

/** A text and nothing beside it. */
export const nothing: Capabilities = {
  discontinuous: false,
  overlap: false,
  relations: false,
  relationAttributes: false,
  attributes: false,
  entities: false,
  mergedEntities: false,
  unreferenced: false,
  severalSets: false,
  notes: false,
  articleMetadata: false,
  ids: false,
};
