import { type AnnotatorId, type LabelId } from '../model/id.ts';

/** From one number to another, both included; `null` where it is open. */
export interface NumberRange {
  readonly least: number | null;
  readonly most: number | null;
}

/** What else may be asked of an Article: what was said of it and how much was marked on it. Whatever is named must hold. */
export interface Further {
  /** It bears one of them. */
  readonly tags?: readonly string[];
  /** One of them has a set on it. */
  readonly annotators?: readonly AnnotatorId[];
  /** Something on it waits for a discussion, or nothing does. */
  readonly flagged?: boolean;
  /** A thread about it, or about something on it, is open, or none is. */
  readonly discussed?: boolean;
  /** So many Annotations of a Label, or (`null`) of all. */
  readonly count?: NumberRange & { readonly label: LabelId | null };
  /** So far do people agree, 0 to 1; where there is nothing to compare it does not hold. */
  readonly agreement?: NumberRange;
}

/** What is known of an Article; counts are of the chosen sets. */
export interface FurtherFacts {
  readonly tags: readonly string[];
  readonly annotators: readonly AnnotatorId[];
  readonly flagged: number;
  /** Is a thread open? */
  readonly discussed: boolean;
  readonly annotations: number;
  readonly labels: Readonly<Record<LabelId, number>>;
  /** Asked only where it counts, since it has to be measured; `null` where there is nothing to compare. */
  readonly agreement: () => number | null;
}

export function meetsFurther({ tags, annotators, flagged, discussed, count, agreement }: Further, facts: FurtherFacts): boolean {
  return (
    (tags === undefined || tags.some((tag) => facts.tags.includes(tag))) &&
    (annotators === undefined || annotators.some((one) => facts.annotators.includes(one))) &&
    (flagged === undefined || flagged === facts.flagged > 0) &&
    (discussed === undefined || discussed === facts.discussed) &&
    (count === undefined || isWithin(count.label === null ? facts.annotations : (facts.labels[count.label] ?? 0), count)) &&
    (agreement === undefined || isWithin(facts.agreement(), agreement))
  );
}

const isWithin = (value: number | null, { least, most }: NumberRange): boolean =>
  value !== null && (least === null || value >= least) && (most === null || value <= most);
