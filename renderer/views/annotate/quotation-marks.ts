import { type Span, span, type Utf16Offset } from '../../../shared/text/offsets.ts';

/** Opening mark to closing mark, in logical order. Straight quotes have no direction and cannot be paired safely. */
const closing: ReadonlyMap<string, string> = new Map([['«', '»'], ['‹', '›'], ['“', '”'], ['‘', '’']]);

/** Every pair of marks in the paragraph around an offset, marks included. A mark without its partner is left out. */
function pairs(text: string, at: Utf16Offset): readonly Span[] {
  const start = text.lastIndexOf('\n', at - 1) + 1;
  const end = text.indexOf('\n', at);
  const found: Span[] = [];
  const open: { readonly mark: string; readonly at: number }[] = [];
  for (let i = start; i < (end < 0 ? text.length : end); i++) {
    const mark = text.charAt(i);
    if (closing.has(mark)) open.push({ mark, at: i });
    const last = open.at(-1);
    if (last && closing.get(last.mark) === mark) {
      found.push(span(last.at, i + 1));
      open.pop();
    }
  }
  return found;
}

const length = ({ start, end }: Span): number => end - start;
const contains = (outer: Span, inner: Span): boolean => outer.start <= inner.start && inner.end <= outer.end;
const gap = (a: Span, b: Span): number => Math.max(0, b.start - a.end, a.start - b.end);

/**
 * What lies inside the nearest marks; asked again with that selected, the same with its marks, then the next pair outwards.
 * `null` when the paragraph holds no pair. `here` is the selection, or the caret as an empty Span.
 */
export function insideMarks(text: string, here: Span): Span | null {
  const found = pairs(text, here.start);
  const inside = found.map(({ start, end }) => span(start + 1, end - 1)).filter((one) => length(one) > 0);
  const options = length(here) === 0 ? inside : [...inside, ...found];
  const around = options.filter((option) => contains(option, here) && length(option) > length(here));
  if (around.length > 0) return around.reduce((a, b) => (length(b) < length(a) ? b : a));
  const nearest = [...options].sort((a, b) => gap(a, here) - gap(b, here) || length(a) - length(b))[0];
  return nearest && !contains(here, nearest) ? nearest : null;
}
