import { type Span } from '../text/offsets.ts';
import { type AnnotationId, type EventId, type RelationId, type SetId } from './id.ts';

/** What is talked about; `quote` is the text as it then was, shown where the place itself is gone. */
export type Anchor =
  | { readonly kind: 'annotation'; readonly set: SetId; readonly annotation: AnnotationId; readonly quote: string }
  | { readonly kind: 'relation'; readonly set: SetId; readonly relation: RelationId; readonly quote: string }
  | { readonly kind: 'range'; readonly span: Span; readonly quote: string }
  | { readonly kind: 'article' };

/** Something was said, at a place or in answer. */
export interface Commented {
  readonly kind: 'commented';
  /** The first comment of the thread that this one answers; `null` where it begins one. */
  readonly thread: EventId | null;
  readonly anchor: Anchor;
  /** Never blank. */
  readonly words: string;
  /** Does it keep the gold set from being closed until the thread is resolved? Of the first comment of a thread. */
  readonly blocking: boolean;
}

/** A thread is settled, or open again. */
export interface Resolved {
  readonly kind: 'resolved';
  readonly thread: EventId;
  readonly isResolved: boolean;
  /** Counts what was said of this thread: the later one holds. */
  readonly turn: number;
}

/** A question to whoever keeps the guideline. */
export interface Asked {
  readonly kind: 'asked';
  readonly anchor: Anchor;
  readonly question: string;
}

/** An entry of the guideline: the answer to a question, or something that needed saying. It is of the project as a whole, not of an Article. */
export interface Ruled {
  readonly kind: 'ruled';
  /** 1, 2, 3 …; two that were written apart from each other may bear one number, and both hold. */
  readonly number: number;
  readonly question: EventId | null;
  readonly rule: string;
  /** Passages that show it. */
  readonly examples: readonly string[];
}
