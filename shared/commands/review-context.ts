import { type AnnotationSet } from '../model/annotation-set.ts';
import { type Annotator } from '../model/annotator.ts';
import { type Article } from '../model/article.ts';
import { type Entity } from '../model/entity.ts';
import { type AnnotatorId } from '../model/id.ts';
import { type ReviewEvent } from '../model/review-event.ts';
import { type Schema } from '../model/schema.ts';
import { type NewId } from './command.ts';

/**
 * What a command of reviewing sees of one Article: everybody's sets, and all that was said of it. It alters none of them but the sets of
 * `by`, and adds events.
 */
export interface ReviewContext {
  readonly schema: Schema;
  readonly article: Article;
  readonly sets: readonly AnnotationSet[];
  /** Of this Article, by id. */
  readonly events: readonly ReviewEvent[];
  readonly annotators: readonly Annotator[];
  readonly entities: readonly Entity[];
  /** Who works here. */
  readonly by: AnnotatorId;
  /** ISO 8601, UTC. */
  readonly now: string;
  readonly newId: NewId;
}
