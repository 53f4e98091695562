/**
 * What a format can hold. A claim, proven by the codec laws: whatever is true here must survive
 * write and decode on random Datasets, whatever is false is dropped by `fit` with a line in the LossReport.
 */
export interface Capabilities {
  /** Annotations with more than one Span. */
  readonly discontinuous: boolean;
  /** Two Annotations over the same characters. */
  readonly overlap: boolean;
  readonly relations: boolean;
  /** Relations that point at an Entity, where the text has no mention. */
  readonly entityRelations: boolean;
  readonly relationAttributes: boolean;
  readonly attributes: boolean;
  /** Entities by id and name, and the links to them. */
  readonly entities: boolean;
  /** Kind, aliases, offices, note, party and Wikidata id of Entities. */
  readonly entityDetails: boolean;
  /** Entities that turned out to be another one, beside that one. */
  readonly mergedEntities: boolean;
  /** Entities and Annotators that nothing points at. */
  readonly unreferenced: boolean;
  /** Articles without a set. */
  readonly bareArticles: boolean;
  /** Several AnnotationSets of one Article. */
  readonly severalSets: boolean;
  /** Who annotated, and the set's id, role, status and reason why it is done against the checks. */
  readonly setHeads: boolean;
  /** Notes, flags and origin of Annotations. */
  readonly notes: boolean;
  /** Title, language, time, source, group and foreign fields of an Article. Where false, title, language and time are derived anew. */
  readonly articleMetadata: boolean;
  /** Ids of Annotations, Relations and Entities come back as they were. */
  readonly ids: boolean;
}

export const everything: Capabilities = {
  discontinuous: true,
  overlap: true,
  relations: true,
  entityRelations: true,
  relationAttributes: true,
  attributes: true,
  entities: true,
  entityDetails: true,
  mergedEntities: true,
  unreferenced: true,
  bareArticles: true,
  severalSets: true,
  setHeads: true,
  notes: true,
  articleMetadata: true,
  ids: true,
};

/** A text and nothing beside it. */
export const nothing: Capabilities = {
  discontinuous: false,
  overlap: false,
  relations: false,
  entityRelations: false,
  relationAttributes: false,
  attributes: false,
  entities: false,
  entityDetails: false,
  mergedEntities: false,
  unreferenced: false,
  bareArticles: true,
  severalSets: false,
  setHeads: false,
  notes: false,
  articleMetadata: false,
  ids: false,
};
