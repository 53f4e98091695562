import { type AnnotationId } from '../model/id.ts';
import { type Span } from '../text/offsets.ts';
import { type Command, type SetContext } from './command.ts';
import { findAnnotation } from './edit-annotation.ts';
import { setSpans } from './set-spans.ts';

export interface AddPieceInput {
  readonly annotation: AnnotationId;
  readonly span: Span;
}

/** Adds a piece to an interrupted Annotation; one that touches a piece widens it. Problems: those of `setSpans`. */
export const addPiece: Command<SetContext, AddPieceInput> = (context, { annotation, span }) => {
  const before = findAnnotation(context, annotation);
  return before.ok ? setSpans(context, { annotation, spans: [...before.value.spans, span] }) : before;
};
