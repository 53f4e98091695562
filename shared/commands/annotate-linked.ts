import { type Change } from '../model/change.ts';
import { type AnnotationId, type LabelId, type RelationType } from '../model/id.ts';
import { type RelationTarget } from '../model/relation.ts';
import { type Result } from '../result.ts';
import { type Span } from '../text/offsets.ts';
import { annotate } from './annotate.ts';
import { type Command, type SetContext } from './command.ts';
import { inTurn } from './in-turn.ts';
import { linkSteps } from './link.ts';
import { type RelateInput } from './relate.ts';

/** A link that the new Annotation is one end of. */
export type NewLink =
  | { readonly type: RelationType; readonly from: AnnotationId }
  | { readonly type: RelationType; readonly to: RelationTarget };

export interface AnnotateLinkedInput {
  readonly label: LabelId;
  readonly spans: readonly Span[];
  readonly links: readonly NewLink[];
}

/** The Annotation that a Change adds. @throws if it adds none. */
export function addedAnnotation({ added }: Change): AnnotationId {
  const found = added.find(({ kind }) => kind === 'annotation');
  if (found?.kind !== 'annotation') throw new Error(`a change of ${added.length} added records adds no annotation`);
  return found.value.id;
}

const endsOf = (link: NewLink, made: AnnotationId): RelateInput =>
  'from' in link ? { type: link.type, from: link.from, to: { kind: 'annotation', id: made } } : { type: link.type, from: made, to: link.to };

/** Marks Spans with a Label and links the new Annotation, as one step. Problems: those of `annotate` and `relate`. */
export const annotateLinked: Command<SetContext, AnnotateLinkedInput> = (context, { label, spans, links }): Result<Change> => {
  const made = annotate(context, { label, spans });
  if (!made.ok) return made;
  const id = addedAnnotation(made.value);
  return inTurn(context, [() => made, ...links.flatMap((link) => linkSteps(endsOf(link, id)))]);
};
