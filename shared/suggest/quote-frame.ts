import { type Span, span } from '../text/offsets.ts';
import { paragraphAt } from '../text/paragraphs.ts';
import { sentencesIn } from '../text/sentences.ts';
import { tokensIn } from '../text/tokens.ts';
import { type Cue, type CueFinder } from './cues.ts';
import { markedParts, openingMark } from './quotation-marks.ts';
import { sourcePhrase, subjectPhrase } from './speaker-phrase.ts';

/** What belongs to a quote, as its paragraph shows it; `null` for what it does not show. */
export interface QuoteFrame {
  readonly cue: { readonly span: Span; readonly attributes: Readonly<Record<string, string>> } | null;
  readonly speaker: { readonly span: Span; readonly attributes: Readonly<Record<string, string>> } | null;
}

const none: QuoteFrame = { cue: null, speaker: null };
const pronouns = /^(?:وی|او|ایشان)$/u;
/** What may stand between a cue and its quote: a colon, «که», opening marks. */
const joins = new RegExp(`^\\s*(?:که\\s+)?(?::\\s*)?(?:${openingMark}\\s*)?$`, 'u');
/** A token of an opening mark, which may be half of one. */
const opens = new RegExp(`^(?:${openingMark}|<)$`, 'u');
/** Of a speaker before a bare colon: «پوتین: …». */
const longestTurn = 8;

interface Reading {
  readonly text: string;
  readonly paragraph: Span;
  readonly quote: Span;
  /** Outside the quote. */
  readonly cues: readonly Cue[];
}

const sentenceAt = ({ text, paragraph }: Reading, offset: number): Span =>
  sentencesIn(text, paragraph).find(({ start, end }) => start <= offset && offset < end) ?? paragraph;

/**
 * The cue of the quote: the one that leads straight into it; else the first after it in its sentence («…»، X گفت); else the last before it in
 * its sentence; else a source announced there («به گفتهٔ X، …»).
 */
function cueOf(here: Reading): Cue | undefined {
  const { text, quote, cues } = here;
  const leading = cues.find((cue) => cue.span.end <= quote.start && cue.source === 'before' && joins.test(text.slice(cue.span.end, quote.start)));
  if (leading) return leading;
  const sentence = sentenceAt(here, quote.start);
  const last = sentenceAt(here, Math.max(quote.start, quote.end - 1));
  const after = cues.find((cue) => cue.span.start >= quote.end && cue.span.end <= last.end && isTail(text.slice(quote.end, cue.span.start)));
  return after ?? cues.findLast((cue) => cue.span.end <= quote.start && cue.span.start >= sentence.start);
}

/** Between a quote and the cue behind it lie closing marks, a comma, the speaker; no colon and no other quote. */
const isTail = (between: string): boolean => !/[:؛]|<<|(?<!^\s*)«/u.test(between);

/** Where the sentence's own subject may begin: behind a quote that opens it. */
function sentenceHead(here: Reading, cue: Span): number {
  const { text } = here;
  const sentence = sentenceAt(here, cue.start);
  const first = markedParts(text, sentence).find(({ whole }) => whole.start === sentence.start && whole.end <= cue.start);
  const from = first?.whole.end ?? sentence.start;
  return here.quote.end <= cue.start && here.quote.end > from ? here.quote.end : from;
}

function speakerOf(here: Reading, cue: Cue): Span | null {
  const { text } = here;
  if (cue.source === 'before') return subjectPhrase(text, span(sentenceHead(here, cue.span), cue.span.start));
  const end = cue.span.end <= here.quote.start ? here.quote.start : sentenceAt(here, cue.span.start).end;
  return sourcePhrase(text, span(cue.span.end, end));
}

const partOf = (text: string, speaker: Span | null): QuoteFrame['speaker'] =>
  speaker && { span: speaker, attributes: pronouns.test(text.slice(speaker.start, speaker.end)) ? { mention: 'pronoun' } : {} };

/** «پوتین: …», after «؛» too: what stands before a bare colon is the speaker, the colon is the cue. */
function turnOf(here: Reading): QuoteFrame {
  const { text, paragraph, quote } = here;
  const before = tokensIn(text, span(paragraph.start, quote.start));
  const says = (token: Span, what: RegExp): boolean => what.test(text.slice(token.start, token.end));
  const at = before.findLastIndex((token) => !says(token, opens));
  const colon = before[at];
  const first = before.findLastIndex((token) => says(token, /^؛$/u)) + 1;
  const words = before.slice(first, at).filter(({ kind }) => kind === 'word').length;
  if (!colon || !says(colon, /^:$/u) || words > longestTurn) return none;
  return {
    cue: { span: span(colon.start, colon.end), attributes: { form: 'punctuation', class: 'say' } },
    speaker: partOf(text, subjectPhrase(text, span(before[first]?.start ?? paragraph.start, colon.start))),
  };
}

/** The cue and the speaker that a quote's own paragraph names, found by fixed rules (task.md section 5): the same text, the same answer. */
export function quoteFrame(text: string, quote: Span, findCues: CueFinder): QuoteFrame {
  const paragraph = paragraphAt(text, quote.start);
  const cues = findCues(text, paragraph).filter((cue) => cue.span.end <= quote.start || cue.span.start >= quote.end);
  const here: Reading = { text, paragraph, quote, cues };
  const cue = cueOf(here);
  if (!cue) return turnOf(here);
  return { cue: { span: cue.span, attributes: { form: cue.form, class: cue.class } }, speaker: partOf(text, speakerOf(here, cue)) };
}
