import { unitAt } from '../../../shared/text/motion.ts';
import { type Span } from '../../../shared/text/offsets.ts';

/** UTF-16 code units of a sentence shown on either side. */
const reach = 60;

/** The sentence around a Span, cut at blanks where it is long. */
export function surroundings(text: string, { start, end }: Span): { readonly before: string; readonly after: string } {
  const sentence = unitAt(text, start, 'sentence') ?? { start, end };
  const from = Math.min(sentence.start, start);
  const to = Math.max(sentence.end, end);
  const before = text.slice(from, start);
  const after = text.slice(end, to);
  const first = before.length > reach ? before.indexOf(' ', before.length - reach) : -1;
  const last = after.length > reach ? after.lastIndexOf(' ', reach) : -1;
  return {
    before: first < 0 ? before : `…${before.slice(first)}`,
    after: last < 0 ? after : `${after.slice(0, last)} …`,
  };
}
