import { type AnnotationId } from '../model/id.ts';
import { fail, problem } from '../result.ts';
import { type Command, type SetContext } from './command.ts';
import { findAnnotation } from './edit-annotation.ts';
import { setSpans } from './set-spans.ts';

export interface RemovePieceInput {
  readonly annotation: AnnotationId;
  /** Which of its Spans, counted from 0. */
  readonly piece: number;
}

/** Takes a piece from an interrupted Annotation. Problems: `piece-missing`, `piece-last`, those of `setSpans`. */
export const removePiece: Command<SetContext, RemovePieceInput> = (context, { annotation, piece }) => {
  const before = findAnnotation(context, annotation);
  if (!before.ok) return before;
  const { spans } = before.value;
  if (spans[piece] === undefined) return fail(problem('piece-missing', { record: annotation }, { piece }));
  if (spans.length === 1) return fail(problem('piece-last', { record: annotation }));
  return setSpans(context, { annotation, spans: spans.filter((_, index) => index !== piece) });
};
