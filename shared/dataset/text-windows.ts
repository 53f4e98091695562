import { type JsonObject } from '../canonical-json.ts';
import { type Annotation } from '../model/annotation.ts';
import { type Article } from '../model/article.ts';
import { type Dataset } from '../model/dataset.ts';
import { fingerprint } from '../text/fingerprint.ts';
import { type TextMode } from './export-options.ts';
import { graphemeFloor, graphemeHull } from '../text/graphemes.ts';
import { codePoint, type OffsetMap, offsetMap, span, type Span, utf16 } from '../text/offsets.ts';

/** Stands between two windows, on a line of its own. */
export const gap = '\n[…]\n';

/**
 * An Article of which only what stands near an Annotation is left, and the sets over it. Its text is another one, so it has the
 * fingerprint of what it is; the field `excerpt_of` says the fingerprint of the whole, where Articles are named, and where each window
 * stood in it, in code points, so that every offset leads back. Without an Annotation nothing is left: `null`.
 */
export function textWindows(slice: Dataset, { codePoints, named }: Omit<Extract<TextMode, { kind: 'windows' }>, 'kind'>): Dataset | null {
  const [article] = slice.articles;
  if (!article) return slice;
  const spans = slice.sets.flatMap((set) => set.annotations.flatMap((annotation) => annotation.spans));
  if (spans.length === 0) return null;
  const offsets = offsetMap(article.text);
  const wide = spans.map((one) => widened(one, codePoints, article.text, offsets));
  const windows = placed(merged(wide.sort((a, b) => a.start - b.start || a.end - b.end)));
  const text = windows.map(({ from }) => article.text.slice(from.start, from.end)).join(gap);
  const moved = (one: Span): Span => rebased(one, windows, article, text);
  return {
    ...slice,
    articles: [excerpt(article, text, windows, offsets, named)],
    sets: slice.sets.map((set) => ({
      ...set, annotations: set.annotations.map((one): Annotation => ({ ...one, spans: one.spans.map(moved) })),
    })),
  };
}

/** A Span with so many code points on either side, in whole grapheme clusters. */
function widened({ start, end }: Span, by: number, text: string, { toCodePoint, toUtf16, codePointLength }: OffsetMap): Span {
  const first = Math.max(0, toCodePoint(start) - by);
  const last = Math.min(codePointLength, toCodePoint(end) + by);
  return withoutMark(graphemeHull(text, { start: toUtf16(codePoint(first)), end: toUtf16(codePoint(last)) }), text);
}

/** No text may begin with a byte order mark; no Article's does, so there is something before it. */
function withoutMark({ start, end }: Span, text: string): Span {
  let first = start;
  while (first > 0 && text[first] === '\ufeff') first = graphemeFloor(text, utf16(first - 1));
  return { start: first, end };
}

/** Sorted ones, joined where they meet. */
function merged(sorted: readonly Span[]): readonly Span[] {
  const found: Span[] = [];
  for (const one of sorted) {
    const last = found.at(-1);
    if (last && one.start <= last.end) found[found.length - 1] = { start: last.start, end: last.end > one.end ? last.end : one.end };
    else found.push(one);
  }
  return found;
}

interface Window {
  /** In the whole text, in UTF-16 code units. */
  readonly from: Span;
  /** Where it begins in the excerpt. */
  readonly at: number;
}

function placed(spans: readonly Span[]): readonly Window[] {
  let at = 0;
  return spans.map((from) => {
    const here = at;
    at += from.end - from.start + gap.length;
    return { from, at: here };
  });
}

/** @throws when the words under it are not the same: then the arithmetic is wrong. */
function rebased({ start, end }: Span, windows: readonly Window[], { id, text }: Article, excerpted: string): Span {
  const home = windows.find(({ from }) => from.start <= start && end <= from.end);
  if (!home) throw new Error(`span ${start}–${end} of article ${id} lies in none of its windows`);
  const shift = home.at - home.from.start;
  const moved = span(start + shift, end + shift);
  const there = excerpted.slice(moved.start, moved.end);
  if (there !== text.slice(start, end))
    throw new Error(`span ${start}–${end} of article ${id} became "${there}" at ${moved.start}–${moved.end}`);
  return moved;
}

function excerpt(article: Article, text: string, windows: readonly Window[], whole: OffsetMap, named: boolean): Article {
  const inside = offsetMap(text);
  const places = windows.map(({ from, at }): JsonObject => ({
    start: whole.toCodePoint(from.start),
    end: whole.toCodePoint(from.end),
    at: inside.toCodePoint(span(at, at).start),
  }));
  return {
    ...article,
    text,
    fingerprint: fingerprint(text),
    extra: {
      ...article.extra,
      excerpt_of: { ...(named && { text_sha256: article.fingerprint }), code_points: whole.codePointLength, windows: places },
    },
  };
}
