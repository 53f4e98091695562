import { type AnnotationSet } from '../../model/annotation-set.ts';
import { type Article } from '../../model/article.ts';
import { type AnnotatorId } from '../../model/id.ts';
import { type ReviewEvent } from '../../model/review-event.ts';
import { type NewId } from '../command.ts';

/** What a command on several Articles sees: the Articles, everybody's sets on them, and what was said of the work. */
export interface WorksContext {
  readonly articles: readonly Article[];
  readonly sets: readonly AnnotationSet[];
  readonly events: readonly ReviewEvent[];
  /** Whose work may be altered. */
  readonly by: AnnotatorId;
  readonly newId: NewId;
}
