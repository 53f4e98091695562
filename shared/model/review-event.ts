import { problem, type Problem } from '../result.ts';
import { hasLoneSurrogate } from '../text/offsets.ts';
import { type Decided, type GoldNamed, type GoldSealed, type ReasonAdded } from './decided.ts';
import { type Asked, type Commented, type Resolved, type Ruled } from './discussed.ts';
import { type HandedOver, type TakenUp } from './handed-over.ts';
import { type AnnotatorId, type ArticleId, type EventId, type SetId } from './id.ts';
import { type EnvelopeKeySaid, type LeadKnown, type Rostered } from './roster.ts';

/** What every event of reviewing has. */
interface EventFrame {
  readonly id: EventId;
  /** `null` for the project as a whole. */
  readonly article: ArticleId | null;
  /** Who says it. */
  readonly by: AnnotatorId;
  /** ISO 8601, UTC; for people, never for order: that is the Log's. */
  readonly at: string;
}

/**
 * Counts what was said of one person's work on an Article, as far as whoever says it had heard: of two statements the one of the later turn
 * holds. Only of verdicts on the same state are there two of one turn, and then the one with the later id holds.
 */
interface InTurn {
  readonly turn: number;
}

/** The work on an Article was given to somebody. */
export interface Assigned {
  readonly kind: 'assigned';
  /** Somebody who has not been heard of yet has no record, and is known by `name` until they take it up (`TakenUp`). */
  readonly annotator: AnnotatorId;
  readonly name: string;
  readonly round: string;
  /** Nobody's work on it is shown to them before they have handed in their own. */
  readonly blind: boolean;
  /** With `blind`: others' work, what was decided and the gold set stay hidden after it was handed in, too, until the round is closed (`RoundClosed`). */
  readonly hold?: boolean;
  /** With `blind`: until the round is closed, what is handed in goes in an envelope that only devices of leads and adjudicators can open; and it is held, as with `hold`. */
  readonly strict?: boolean;
}

/** Whoever gave a round out closes it: what was held until then may be seen. Of the project as a whole. */
export interface RoundClosed {
  readonly kind: 'round-closed';
  readonly round: string;
}

/** A set was handed in as it then was: a later alteration shows, since `seal` is the hash of its contents (64 hexadecimal digits). */
export interface Submitted extends InTurn {
  readonly kind: 'submitted';
  readonly set: SetId;
  readonly seal: string;
  /** The latest entry of the guideline that whoever hands in had, by number; 0: none yet. Older files do not say it. */
  readonly guideline?: number;
  /** Milliseconds that whoever hands in was at work on the Article, as far as their Log shows (`activeTime`). Older files do not say it. */
  readonly active?: number;
}

/** A reviewer gives a set back, or takes it; `seal` names the state that was judged, so that the verdict on an older one shows as stale. */
export interface Judged extends InTurn {
  readonly kind: 'returned' | 'accepted';
  readonly set: SetId;
  readonly seal: string;
  /** In words; never blank where a set is given back. */
  readonly reason: string;
}

/** What was handed in is worked on again. */
export interface Reopened extends InTurn {
  readonly kind: 'reopened';
  readonly set: SetId;
  readonly reason: string;
}

/** An annotator does not do this Article, or the lead no longer waits for it. */
export interface Withdrawn extends InTurn {
  readonly kind: 'declined' | 'skipped' | 'abandoned';
  readonly annotator: AnnotatorId;
  readonly reason: string;
}

/** What is said of one person's work on one Article. */
export type WorkAct = Assigned | Submitted | Judged | Reopened | Withdrawn;
export type ReviewAct = WorkAct | RoundClosed | TakenUp | HandedOver | Decided | GoldSealed | GoldNamed | ReasonAdded | Commented | Resolved | Asked | Ruled | Rostered | LeadKnown | EnvelopeKeySaid;
export type ReviewActKind = ReviewAct['kind'];

/**
 * One thing that somebody said about work: it was given out, handed in, judged. Events are added and never altered; where work stands is
 * derived from them, so that no two people write one field. A kind that this version does not know is kept as it is.
 */
export type ReviewEvent = EventFrame & ReviewAct;

/** What an event is checked against. */
export interface EventSurroundings {
  readonly articles: ReadonlySet<ArticleId>;
  readonly annotators: ReadonlySet<AnnotatorId>;
}

/** Integrity of an event: who says it and what it is about are there. What it says of sets may be about some that have not come yet. */
export function checkEvent({ articles, annotators }: EventSurroundings, event: ReviewEvent): readonly Problem[] {
  const place = { record: event.id };
  return [
    ...(annotators.has(event.by) ? [] : [problem('annotator-missing', { ...place, field: 'by' }, { annotator: event.by })]),
    ...(event.article === null || articles.has(event.article)
      ? []
      : [problem('article-missing', { ...place, field: 'article' }, { article: event.article })]),
    ...wordsOf(event).flatMap(([field, words]) => (hasLoneSurrogate(words) ? [problem('text-not-unicode', { ...place, field })] : [])),
  ];
}

/** What somebody wrote in it, by field. */
function wordsOf(event: ReviewEvent): readonly (readonly [field: string, words: string])[] {
  switch (event.kind) {
    case 'decided':
      return [['note', event.note]];
    case 'commented':
      return [['words', event.words]];
    case 'asked':
      return [['question', event.question]];
    case 'ruled':
      return [['rule', event.rule], ...event.examples.map((one, place) => [`examples.${place}`, one] as const)];
    default:
      return 'reason' in event ? [['reason', event.reason]] : [];
  }
}
