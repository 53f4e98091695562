import { type Span, span } from '../text/offsets.ts';
import { sentencesIn } from '../text/sentences.ts';
import { snap } from '../text/snap.ts';
import { tokensIn } from '../text/tokens.ts';
import { type Cue } from './cues.ts';
import { markedParts } from './quotation-marks.ts';

/** One paragraph with what its rules look at. */
interface Reading {
  readonly text: string;
  readonly paragraph: Span;
  readonly cues: readonly Cue[];
  readonly colons: readonly Span[];
  readonly sentences: readonly Span[];
}

const isBetween = (text: string, from: number, to: number, what: RegExp): boolean => from <= to && what.test(text.slice(from, to));
const sentenceAt = ({ sentences, paragraph }: Reading, offset: number): Span =>
  sentences.find(({ start, end }) => start <= offset && offset < end) ?? paragraph;

/** Does a colon follow the cue, so that its content stands behind it? */
export const hasColon = (text: string, cue: Span): boolean => /^\s*:/u.test(text.slice(cue.end));

/**
 * `cue:` without marks: to the paragraph's end, or to the end of the sentence before the next one that has a colon cue of its own. With
 * marks that is what stands in them, which `markedParts` gives.
 */
function afterColons(here: Reading): readonly Span[] {
  const { text, paragraph, colons, cues } = here;
  return colons.flatMap((colon) => {
    if (/^\s*[«“"‹‘]/u.test(text.slice(colon.end))) return [];
    const sentence = sentenceAt(here, colon.start);
    const next = cues.find((cue) => cue.span.start >= sentence.end && hasColon(text, cue.span));
    return [span(colon.end, next ? sentenceAt(here, next.span.start).start : paragraph.end)];
  });
}

/** Where the content of «با بیان اینکه A، گفت: B» ends: at the comma that the next cue follows, at most two words later. */
function clauseEnd(here: Reading, from: number): number {
  const sentence = sentenceAt(here, from);
  const next = here.cues.find((cue) => {
    const comma = here.text.lastIndexOf('،', cue.span.start - 1);
    return cue.span.start > from && cue.span.start < sentence.end && comma > from && isBetween(here.text, comma + 1, cue.span.start, /^(?:\s*\S+){0,2}\s*$/u);
  });
  return next ? here.text.lastIndexOf('،', next.span.start - 1) : sentence.end;
}

/** «که» behind a cue, or «اینکه» as its last word: to the clause's end. Without it, a bare clause behind a verb. */
function afterCues(here: Reading): readonly Span[] {
  const { text } = here;
  return here.cues.flatMap(({ span: cue, form, source }) => {
    if (source === 'after') return afterSource(here, cue);
    const ke = /^\s+که(?=\s)/u.exec(text.slice(cue.end));
    const from = cue.end + (ke?.[0].length ?? 0);
    const isOpen = ke !== null || form === 'prepositional' || !/^\s*(?:[:.،؛»«]|و\s|$)/u.test(text.slice(cue.end));
    return isOpen && !hasColon(text, cue) ? [span(from, clauseEnd(here, from))] : [];
  });
}

/** «به گفتهٔ X، A»: from the comma to the sentence's end. */
function afterSource(here: Reading, cue: Span): readonly Span[] {
  const sentence = sentenceAt(here, cue.start);
  const comma = here.text.indexOf('،', cue.end);
  return comma < 0 || comma >= sentence.end ? [] : [span(comma + 1, sentence.end)];
}

/**
 * Everything in a paragraph that its marks, colons and cues show to be quoted, ready to be labelled (task.md 4.3, conventions 1 to 6).
 * One part may lie in another.
 */
export function attributedParts(text: string, paragraph: Span, cues: readonly Cue[]): readonly Span[] {
  const tokens = tokensIn(text, paragraph);
  const colons = tokens.filter(({ start, end }) => text.slice(start, end) === ':');
  const here: Reading = { text, paragraph, cues, colons, sentences: sentencesIn(text, paragraph) };
  const parts = [...markedParts(text, paragraph).map(({ inner }) => inner), ...afterColons(here), ...afterCues(here)];
  return parts.flatMap((part) => (part.start < part.end ? (snap(text, part, 'word') ?? []) : []));
}
