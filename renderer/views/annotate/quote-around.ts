import { attributedParts } from '../../../shared/suggest/attributed-text.ts';
import { type CueFinder } from '../../../shared/suggest/cues.ts';
import { markedParts } from '../../../shared/suggest/quotation-marks.ts';
import { type Span } from '../../../shared/text/offsets.ts';
import { paragraphAt } from '../../../shared/text/paragraphs.ts';

const length = ({ start, end }: Span): number => end - start;
const contains = (outer: Span, inner: Span): boolean => outer.start <= inner.start && inner.end <= outer.end;
const gap = (a: Span, b: Span): number => Math.max(0, b.start - a.end, a.start - b.end);

const shortest = (spans: readonly Span[]): Span => spans.reduce((a, b) => (length(b) < length(a) ? b : a));

/**
 * The quote around the selection, or around the caret as an empty Span: what marks enclose, what follows «cue:», «که» or a bare cue; asked
 * again with that selected, the same with its marks, then the next one outwards. Outside of all quotes the nearest in marks, else the nearest.
 * `null` when the paragraph holds none.
 */
export function quoteAround(text: string, here: Span, findCues: CueFinder): Span | null {
  const paragraph = paragraphAt(text, here.start);
  const marked = markedParts(text, paragraph).filter(({ inner }) => length(inner) > 0);
  const inner = marked.map((one) => one.inner);
  const wholes = length(here) === 0 ? [] : marked.map((one) => one.whole);
  const quoted = [...inner, ...wholes, ...attributedParts(text, paragraph, findCues(text, paragraph))];
  const around = quoted.filter((one) => contains(one, here) && length(one) > length(here));
  if (around.length > 0) return shortest(around);
  const others = (inner.length > 0 ? [...inner, ...wholes] : quoted).filter((one) => !contains(here, one));
  return [...others].sort((a, b) => gap(a, here) - gap(b, here) || length(a) - length(b))[0] ?? null;
}
