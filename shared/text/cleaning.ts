import { type Span, span } from './offsets.ts';

/**
 * Ways to clean a text once, when it is taken in, because a person wants it: Arabic ye and kaf, Arabic digits, half spaces. Never done by
 * itself, and never afterwards: what was said is what was written.
 */
export const cleanings = ['letters', 'digits', 'joints'] as const;
export type Cleaning = (typeof cleanings)[number];

/** One place that would read otherwise. */
export interface CleaningEdit {
  readonly kind: Cleaning;
  readonly span: Span;
  readonly becomes: string;
}

const zwnj = '\u200c';
const persianOf: Readonly<Record<string, string>> = { ي: 'ی', ى: 'ی', ك: 'ک' };

/** What stands between two letters for a half space: older programs' marks, and several half spaces in a row. */
const strayJoint = /(?<=\p{L})(?:[\u200b\u2060\ufeff\u00ac]|\u200c{2,})(?=\p{L})/gu;
/** A half space beside a blank or a line's end joins nothing. */
const idleJoint = /(?<=^|\s)\u200c+|(?<!\u200c)\u200c+(?=$|\s)/gmu;
/** «می رود» and «کتاب ها» with a blank of any width where the half space belongs; never before a word that is a blank alone. */
const verbalBlank = /(?<=(?<!\p{L}|\u200c)ن?م[یي])[ \u00a0\u2009\u202f](?=\p{L}{2})/gu;
const pluralBlank = /(?<=\p{L})[ \u00a0\u2009\u202f](?=(?:ها|های|هایی|ه[اآ]ی[یي]|ها[یي])(?![\p{L}\u200c]))/gu;

const patterns: readonly (readonly [kind: Cleaning, pattern: RegExp, becomes: (found: string) => string])[] = [
  ['letters', /[يىك]/gu, (found) => persianOf[found] as string],
  ['digits', /[\u0660-\u0669]/gu, (found) => String.fromCharCode(found.charCodeAt(0) + 0x90)],
  ['joints', strayJoint, () => zwnj],
  ['joints', idleJoint, () => ''],
  ['joints', verbalBlank, () => zwnj],
  ['joints', pluralBlank, () => zwnj],
];

/** Every place that the chosen cleanings would alter, in order; none overlaps another. */
export function cleaningEdits(text: string, chosen: readonly Cleaning[]): readonly CleaningEdit[] {
  const edits = patterns
    .filter(([kind]) => chosen.includes(kind))
    .flatMap(([kind, pattern, becomes]) =>
      Array.from(text.matchAll(pattern), ({ 0: found, index }) => ({ kind, span: span(index, index + found.length), becomes: becomes(found) })),
    )
    .sort((a, b) => a.span.start - b.span.start || a.span.end - b.span.end);
  let end = 0;
  return edits.filter((edit) => {
    const isFree = edit.span.start >= end;
    if (isFree) end = edit.span.end;
    return isFree;
  });
}

export interface Cleaned {
  readonly text: string;
  /** Places of each kind; kinds without one are left out. */
  readonly counts: Readonly<Partial<Record<Cleaning, number>>>;
}

export function cleaned(text: string, chosen: readonly Cleaning[]): Cleaned {
  const edits = cleaningEdits(text, chosen);
  const parts: string[] = [];
  const counts: Partial<Record<Cleaning, number>> = {};
  let at = 0;
  for (const { kind, span: place, becomes } of edits) {
    parts.push(text.slice(at, place.start), becomes);
    at = place.end;
    counts[kind] = (counts[kind] ?? 0) + 1;
  }
  return { text: edits.length === 0 ? text : parts.join('') + text.slice(at), counts };
}
