import { type Span, span, type Utf16Offset } from '../text/offsets.ts';
import { paragraphAt } from '../text/paragraphs.ts';
import { fold } from '../text/persian.ts';
import { snap } from '../text/snap.ts';
import { type Token, tokensIn } from '../text/tokens.ts';
import { markedParts } from './quotation-marks.ts';

/** Marks that end a clause. A comma does not: it also parts the members of a list and sets off an adverbial. */
const ends = /^[.؛:؟?!…«»“”]$/u;

const past = ['کرد', 'شد', 'بود', 'داد', 'داشت', 'گفت', 'آمد', 'رفت', 'رسید', 'گرفت', 'یافت', 'ساخت', 'گذاشت', 'توانست', 'خواست'];
const present = ['کن', 'شو', 'ده', 'دار', 'باش', 'گیر', 'رس', 'رو', 'آی', 'خواه', 'توان', 'ساز'];
/** Written in full, with the persons of the past and of the present. */
const finite = new RegExp(
  `^(?:${fold(past.join('|')).text})(?:م|یم|ید|ند)?$|^(?:${fold(present.join('|')).text})(?:م|ی|د|یم|ید|ند)$|` +
    '^(?:است|نیست|هست|هستم|هستیم|هستید|هستند|نیستم|نیستیم|نیستند)$|(?:ماست|هاست|اوست)$|' +
    '^ن?می.{2,}(?:م|د|یم|ید|ند)$|^ب.{3,}(?:یم|ند)$',
  'u',
);
/** Nouns that look like verbs with می. */
const nouns: ReadonlySet<string> = new Set(['میلیارد', 'میلاد', 'میعاد']);

function isFinite(text: string, { start, end }: Token): boolean {
  const word = fold(text.slice(start, end)).text;
  return !nouns.has(word) && finite.test(word);
}

/** Is this «و» the one that begins a new clause: does a finite verb stand before it? */
const opensClause = (text: string, token: Token, before: Token | undefined): boolean =>
  before !== undefined && text.slice(token.start, token.end) === 'و' && isFinite(text, before);

/**
 * The clause around an offset, ready to be labelled: from mark to mark, or from a «و» that follows a finite verb. `null` where the
 * paragraph has no words. One of a list of verbs under one auxiliary («امضا و اجرا خواهیم کرد») is not split off.
 */
export function clauseAt(text: string, offset: Utf16Offset): Span | null {
  const paragraph = paragraphAt(text, offset);
  const tokens = tokensIn(text, paragraph);
  const bounds: { readonly end: number; readonly next: number }[] = [];
  for (const [index, token] of tokens.entries()) {
    if (ends.test(text.slice(token.start, token.end)) || opensClause(text, token, tokens[index - 1]))
      bounds.push({ end: token.start, next: token.end });
  }
  // Marks that only their place tells apart: straight ones, and those the wrong way round.
  for (const { whole, inner } of markedParts(text, paragraph)) bounds.push({ end: whole.start, next: inner.start }, { end: inner.end, next: whole.end });
  bounds.sort((a, b) => a.end - b.end);
  const before = bounds.findLast(({ next }) => next <= offset);
  const after = bounds.find(({ end, next }) => end >= offset || (end < offset && offset < next));
  return snap(text, span(before?.next ?? paragraph.start, after?.end ?? paragraph.end), 'word');
}
