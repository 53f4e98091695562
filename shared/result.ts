/**
 * Expected failures are values. A Problem says what went wrong (`code`, looked up in the message
 * catalogues), how bad it is, where it is, and with which numbers; it is never a sentence.
 */
export type Severity = 'error' | 'warning';

/** Where a Problem is. Every part is optional: give what the reader of the report can look up. */
export interface Place {
  /** A file name as the person knows it, without its folder. */
  readonly file?: string;
  /** Line number in that file, counted from 1. */
  readonly line?: number;
  /** Id of the record (article, annotation, relation …) that is meant. */
  readonly record?: string;
  /** Path of a field inside the record, for example `spans.0.fragments.1.end`. */
  readonly field?: string;
}

export interface Problem {
  /** Lower-case words joined by hyphens; `problem.<code>` in the message catalogues. */
  readonly code: string;
  readonly severity: Severity;
  readonly place: Place;
  /** Values for the message, already plain: no sentences, no markup. */
  readonly values: Readonly<Record<string, string | number>>;
}

export type Result<T> =
  | { readonly ok: true; readonly value: T }
  | { readonly ok: false; readonly problems: readonly Problem[] };

export const ok = <T>(value: T): Result<T> => ({ ok: true, value });

export const fail = (...problems: readonly Problem[]): Result<never> => ({ ok: false, problems });

export function problem(
  code: string,
  place: Place = {},
  values: Readonly<Record<string, string | number>> = {},
  severity: Severity = 'error',
): Problem {
  return { code, severity, place, values };
}

/** The same Problems, with what the caller knows about the place added (the callee's parts win). */
export function at(place: Place, problems: readonly Problem[]): readonly Problem[] {
  return problems.map((one) => ({ ...one, place: { ...place, ...one.place } }));
}
