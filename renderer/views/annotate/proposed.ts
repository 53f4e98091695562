import { type FramePart } from '../../../shared/commands/complete-frame.ts';
import { type AnnotationId, type LabelId, type RelationType } from '../../../shared/model/id.ts';
import { type RelationTarget } from '../../../shared/model/relation.ts';
import { type Span } from '../../../shared/text/offsets.ts';

/** What is proposed: one Label wherever a text stands again, or the parts of one Annotation. */
export type Purpose =
  | { readonly kind: 'same'; readonly label: LabelId; readonly like: AnnotationId | null }
  | { readonly kind: 'frame'; readonly of: AnnotationId };

/** One thing that Enter makes unless its tick is taken away. */
export interface Proposed {
  /** `null` for an Entity. */
  readonly label: LabelId | null;
  /** Where it stands; `null` for an Entity, which stands nowhere. */
  readonly span: Span | null;
  /** How the Annotation of a frame points at it. */
  readonly relation: RelationType | null;
  /** What is there already and only gets linked. */
  readonly target: RelationTarget | null;
  readonly attributes: Readonly<Record<string, string>>;
  readonly isTaken: boolean;
}

export const proposed = (parts: Pick<Proposed, 'label' | 'span'> & Partial<Proposed>): Proposed => ({
  relation: null, target: null, attributes: {}, isTaken: true, ...parts,
});

/** As the command wants it. @throws for one of no frame. */
export function framePart({ label, span, relation, target, attributes }: Proposed): FramePart {
  if (relation !== null && target) return { relation, target };
  if (relation === null || label === null || !span) throw new Error(`no part of a frame: ${label} ${relation} ${span?.start}`);
  return { relation, label, span, attributes };
}
