import { type Result } from '../result.ts';
import { type AnnotationSet } from '../model/annotation-set.ts';
import { type Article } from '../model/article.ts';
import { type Change } from '../model/change.ts';
import { type Dataset } from '../model/dataset.ts';
import { type Entity } from '../model/entity.ts';
import { type Id, type IdKind } from '../model/id.ts';
import { type Schema } from '../model/schema.ts';

/** New ids come from outside: `shared` has no randomness. */
export type NewId = <Kind extends IdKind>(kind: Kind) => Id<Kind>;

/** What a command on one Article's set sees. `set` is the annotator's own; it is the only one a command may alter. */
export interface SetContext {
  readonly schema: Schema;
  readonly article: Article;
  readonly set: AnnotationSet;
  /** The project's people and bodies: targets of `relate`, values of `setEntity`. */
  readonly entities: readonly Entity[];
  readonly newId: NewId;
}

/** What a command on the project as a whole sees: it may alter the Schema and the annotator's sets on all Articles. */
export interface ProjectContext {
  readonly dataset: Dataset;
  readonly newId: NewId;
}

/** A function from what is there and what is wanted to a Change, or to the reason why not. */
export type Command<Context, Input> = (context: Context, input: Input) => Result<Change>;
