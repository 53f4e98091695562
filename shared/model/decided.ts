import { hasLoneSurrogate, type Span } from '../text/offsets.ts';
import { type AnnotationId, type EntityId, type LabelId, type RelationId, type SetId } from './id.ts';

/** An Annotation of a set as it then was: `revision` tells whether it still is (`shared/review/revision.ts`). */
export interface Source {
  readonly set: SetId;
  readonly annotation: AnnotationId;
  readonly revision: string;
}

/**
 * What was done about one thing. `accept` takes one reading, `merge` makes one of several, `edit` gives it a form of its own, `reject`
 * leaves it out, `defer` leaves it open, `undecidable` keeps all readings with weights, `link` settles nothing but its Relations.
 */
export const decisionActs = ['accept', 'merge', 'edit', 'reject', 'defer', 'undecidable', 'link'] as const;
export type DecisionAct = (typeof decisionActs)[number];

/** Why, in the order in which they are offered. What none of them says goes into the note. */
export const decisionReasons = [
  'too-wide', 'too-narrow', 'punctuation', 'nested', 'wrong-label', 'wrong-attribute', 'wrong-speaker', 'coreference', 'missed', 'spurious',
  'duplicate', 'guideline-gap', 'ambiguous', 'text-error', 'slip',
] as const;
export type CommonReason = (typeof decisionReasons)[number];

/** A reason of the project's own, in its words: `own ` and what it says, never blank. It needs no list to be read by, wherever the decision goes. */
export type OwnReason = `own ${string}`;
export type DecisionReason = CommonReason | OwnReason;

const ownMark = 'own ';
/** Characters of what a reason says. */
export const longestReason = 80;

/** `null` for words that say nothing, that are too long for a list, or that are no text. */
export function ownReason(written: string): OwnReason | null {
  const words = written.trim();
  return words === '' || words.length > longestReason || hasLoneSurrogate(words) ? null : `own ${words}`;
}

export const isOwnReason = (reason: string): reason is OwnReason => reason.startsWith(ownMark) && ownReason(reason.slice(ownMark.length)) === reason;

/** @param common how the reasons that every project has are called */
export const reasonWords = (reason: DecisionReason, common: (code: `reason.${CommonReason}`) => string): string =>
  isOwnReason(reason) ? reason.slice(ownMark.length) : common(`reason.${reason}`);

/** A reason was added to those that are offered in the project. */
export interface ReasonAdded {
  readonly kind: 'reason-added';
  readonly reason: OwnReason;
}

/** `rest`: what a sample of one person's work left out. */
export const decisionRules = ['unanimous', 'all-of-one', 'same-text', 'rest'] as const;
/** By which rule several things were decided at once; `null` for one that somebody looked at. */
export type DecisionRule = (typeof decisionRules)[number];

/** One reading of what cannot be decided. Weights of all readings add up to 1. */
export interface Reading {
  readonly label: LabelId;
  readonly spans: readonly Span[];
  readonly attributes: Readonly<Record<string, string>>;
  readonly entity: EntityId | null;
  readonly weight: number;
}

/** Somebody's Relation and what became of it: the one that stands for it in the gold set as soon as both ends do, or `null`, refused. */
export interface SettledLink {
  readonly set: SetId;
  readonly relation: RelationId;
  readonly gold: RelationId | null;
}

/** What was decided about one thing. */
export interface Settled {
  /** All readings that lay before whoever decided; none where everybody had missed it. */
  readonly from: readonly Source[];
  /** The set whose reading was taken as it is; otherwise `null`. */
  readonly taken: SetId | null;
  /** What stands for it in the gold set, or `null`. */
  readonly gold: AnnotationId | null;
  readonly links: readonly SettledLink[];
  /** Of what is undecidable; otherwise none. */
  readonly readings: readonly Reading[];
  /** Did all who were compared agree on it? */
  readonly unanimous: boolean;
  /** How many of those who were compared had marked it just as it then stood in the gold set; absent where nothing stood there, and in older decisions. */
  readonly agreeing?: number;
}

/** Things were settled: what stands in the gold set, from whose readings, and why. Several at once where a rule decided them. */
export interface Decided {
  readonly kind: 'decided';
  readonly act: DecisionAct;
  readonly rule: DecisionRule | null;
  /** The gold set: of whoever decided. */
  readonly set: SetId;
  /** The sets that were compared. */
  readonly among: readonly SetId[];
  readonly items: readonly Settled[];
  /** Never `null` where a thing is rejected or undecidable. */
  readonly reason: DecisionReason | null;
  readonly note: string;
  /** Counts the decisions of one gold set: of two about the same thing the later one holds. */
  readonly turn: number;
}

/** The gold set was closed: version `version`, whose contents have this hash (64 hexadecimal digits). */
export interface GoldSealed {
  readonly kind: 'gold-sealed';
  readonly set: SetId;
  readonly among: readonly SetId[];
  readonly version: number;
  readonly hash: string;
}

/** Of several people's gold sets on an Article this one counts: it is exported, and annotators learn from it. */
export interface GoldNamed {
  readonly kind: 'gold-named';
  readonly set: SetId;
  /** Counts what was said of it on the Article: the later one holds. */
  readonly turn: number;
}
