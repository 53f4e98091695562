import { type AnnotationId, type LabelId, type RelationType } from '../model/id.ts';
import { type RelationTarget } from '../model/relation.ts';
import { type Span } from '../text/offsets.ts';
import { addedAnnotation } from './annotate-linked.ts';
import { annotate } from './annotate.ts';
import { type Command, type SetContext } from './command.ts';
import { findAnnotation } from './edit-annotation.ts';
import { inTurn, type Step } from './in-turn.ts';
import { linkSteps } from './link.ts';
import { setAttribute } from './set-attribute.ts';

/** Something that belongs to an Annotation: there already, or to be marked. */
export type FramePart =
  | { readonly relation: RelationType; readonly target: RelationTarget }
  | {
      readonly relation: RelationType;
      readonly label: LabelId;
      readonly span: Span;
      /** Values known beside those that a new Annotation starts with. */
      readonly attributes: Readonly<Record<string, string>>;
    };

export interface CompleteFrameInput {
  readonly of: AnnotationId;
  readonly parts: readonly FramePart[];
}

/**
 * Marks what belongs to an Annotation (the cue and the speaker of a quote, the deadline of a commitment) and links it, as one step. Problems:
 * `annotation-missing`, those of `annotate`, `setAttribute` and `relate`.
 */
export const completeFrame: Command<SetContext, CompleteFrameInput> = (context, { of, parts }) => {
  const found = findAnnotation(context, of);
  return found.ok ? inTurn(context, parts.map((part): Step => (here) => addPart(here, of, part))) : found;
};

function addPart(context: SetContext, of: AnnotationId, part: FramePart): ReturnType<Step> {
  const link = (to: RelationTarget) => linkSteps({ type: part.relation, from: of, to });
  if ('target' in part) return inTurn(context, link(part.target));
  const made = annotate(context, { label: part.label, spans: [part.span] });
  if (!made.ok) return made;
  const id = addedAnnotation(made.value);
  const known = Object.entries(part.attributes).map(([attribute, value]): Step => (here) => setAttribute(here, { annotation: id, attribute, value }));
  return inTurn(context, [() => made, ...known, ...link({ kind: 'annotation', id })]);
}
