import { type Span, span } from '../text/offsets.ts';
import { sentencesIn } from '../text/sentences.ts';
import { snap } from '../text/snap.ts';
import { tokensIn } from '../text/tokens.ts';
import { type Cue } from './cues.ts';
import { markedParts, type MarkedPart, openingMark } from './quotation-marks.ts';

/** One paragraph with what its rules look at. */
interface Reading {
  readonly text: string;
  readonly paragraph: Span;
  readonly cues: readonly Cue[];
  readonly colons: readonly Span[];
  readonly sentences: readonly Span[];
  readonly marked: readonly MarkedPart[];
}

const isBetween = (text: string, from: number, to: number, what: RegExp): boolean => from <= to && what.test(text.slice(from, to));
const sentenceAt = ({ sentences, paragraph }: Reading, offset: number): Span =>
  sentences.find(({ start, end }) => start <= offset && offset < end) ?? paragraph;

/** Does a colon follow the cue, so that its content stands behind it? */
export const hasColon = (text: string, cue: Span): boolean => /^\s*:/u.test(text.slice(cue.end));

/** «؛» before a few words and a colon: the next speaker of a heading, «الف: …؛ ب: …». */
const nextTurn = /؛(?=(?:\s+[^\s:؛.،]+){1,8}\s*:)/u;
const opening = new RegExp(`^\\s*${openingMark}?`, 'u');

/**
 * `cue:` without marks: to the paragraph's end, to the next turn of a heading, or to the end of the sentence before the next one that has a colon cue of
 * its own. With marks that is what stands in them, which `markedParts` gives; of marks that close in another paragraph, what this one has.
 */
function afterColons(here: Reading): readonly Span[] {
  const { text, paragraph, colons, cues, marked } = here;
  return colons.flatMap((colon) => {
    const start = colon.end + (opening.exec(text.slice(colon.end, paragraph.end))?.[0].length ?? 0);
    if (marked.some(({ inner }) => inner.start === start)) return [];
    const sentence = sentenceAt(here, colon.start);
    const next = cues.find((cue) => cue.span.start >= sentence.end && hasColon(text, cue.span));
    const end = next ? sentenceAt(here, next.span.start).start : paragraph.end;
    const turn = nextTurn.exec(text.slice(start, end));
    return [span(start, turn ? start + turn.index : end)];
  });
}

/** A dash that a paragraph begins with: a turn of a dialogue, all of it. A minus stands before a number. */
function afterDash({ text, paragraph }: Reading): readonly Span[] {
  const dash = /^\s*[–—-]+(?![-–—\p{N}])/u.exec(text.slice(paragraph.start, paragraph.end));
  return dash ? [span(paragraph.start + dash[0].length, paragraph.end)] : [];
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
 * Everything in a paragraph that its marks, colons and cues show to be quoted, ready to be labelled (task.md 4.3, conventions 1 to 10 and 12).
 * One part may lie in another.
 */
export function attributedParts(text: string, paragraph: Span, cues: readonly Cue[]): readonly Span[] {
  const tokens = tokensIn(text, paragraph);
  const colons = tokens.filter(({ start, end }) => text.slice(start, end) === ':');
  const here: Reading = { text, paragraph, cues, colons, sentences: sentencesIn(text, paragraph), marked: markedParts(text, paragraph) };
  const parts = [...here.marked.map(({ inner }) => inner), ...afterColons(here), ...afterCues(here), ...afterDash(here)];
  return parts.flatMap((part) => (part.start < part.end ? (snap(text, part, 'word') ?? []) : []));
}
