import { type AnnotationId, type EntityId, type RelationId, type RelationType } from './id.ts';

/** Where a Relation points: an Annotation of the same set, or an Entity when the text has no mention. */
export type RelationTarget =
  | { readonly kind: 'annotation'; readonly id: AnnotationId }
  | { readonly kind: 'entity'; readonly id: EntityId };

/** A typed, directed link: quote SAID_BY speaker, quote CUED_BY cue, commitment PROMISED_BY speaker. */
export interface Relation {
  readonly id: RelationId;
  readonly type: RelationType;
  readonly from: AnnotationId;
  readonly to: RelationTarget;
  readonly attributes: Readonly<Record<string, string>>;
}

export const compareRelations = (a: Relation, b: Relation): number => (a.id < b.id ? -1 : a.id > b.id ? 1 : 0);

export const sameTarget = (a: RelationTarget, b: RelationTarget): boolean => a.kind === b.kind && a.id === b.id;
