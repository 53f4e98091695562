import { type Annotation, hull } from '../model/annotation.ts';
import { type AnnotationSet } from '../model/annotation-set.ts';
import { type AnnotatorId, type LabelId } from '../model/id.ts';
import { type Span } from '../text/offsets.ts';
import { tokens } from '../text/segment.ts';

/** What several Annotators say of one place, as shares of those who saw the Article (formats.md 4.5). Hundredths, rounded. */
export interface SoftLabel {
  /** Those of the member that overlaps the others most; UTF-16 code units. */
  readonly spans: readonly Span[];
  /** Annotators who saw the Article, with or without an Annotation here. */
  readonly seen: number;
  /** Who marked it, sorted. */
  readonly by: readonly AnnotatorId[];
  /** By Label, sorted. */
  readonly labels: Readonly<Record<string, number>>;
  /** By attribute and value, sorted. Who left an attribute empty counts for no value. */
  readonly attributes: Readonly<Record<string, Readonly<Record<string, number>>>>;
}

/** Labels of one layer compete for the same words. Without more knowledge each Label is a layer of its own. */
export type LayerOf = (label: LabelId) => string;

/**
 * Annotations of one Article by several Annotators, one set each, clustered: the same layer, half of all tokens in common, one of each
 * Annotator, closest pairs first. Meaningful beside the judgements only. In text order.
 */
export function softLabels(text: string, sets: readonly AnnotationSet[], layerOf: LayerOf = (label) => label): readonly SoftLabel[] {
  const starts = tokens(text).map(({ start }) => start);
  const marks = sets.flatMap((set) => set.annotations.map((annotation) => markOf(annotation, set.annotator, layerOf, starts)));
  const clusters = clustered(marks.sort(byPlace));
  return clusters.map((cluster) => softLabel(cluster, sets.length)).sort(bySpans);
}

interface Mark {
  readonly annotation: Annotation;
  readonly by: AnnotatorId;
  readonly layer: string;
  /** Numbers of the tokens it touches, rising. */
  readonly tokens: readonly number[];
}

function markOf(annotation: Annotation, by: AnnotatorId, layerOf: LayerOf, starts: readonly number[]): Mark {
  const touched = new Set(annotation.spans.flatMap((span) => tokensAt(span, starts)));
  return { annotation, by, layer: layerOf(annotation.label), tokens: [...touched] };
}

/** Numbers of the tokens from the one that the Span begins in to the one that it ends in. */
function tokensAt({ start, end }: Span, starts: readonly number[]): readonly number[] {
  const first = Math.max(0, countBefore(starts, start + 1) - 1);
  const past = Math.max(first + 1, countBefore(starts, end));
  return Array.from({ length: past - first }, (_, index) => first + index);
}

/** How many of the rising numbers are smaller. */
function countBefore(numbers: readonly number[], limit: number): number {
  let [from, to] = [0, numbers.length];
  while (from < to) {
    const middle = (from + to) >> 1;
    if ((numbers[middle] as number) < limit) from = middle + 1;
    else to = middle;
  }
  return from;
}

const compare = (a: string, b: string): number => (a < b ? -1 : a > b ? 1 : 0);
/** Nothing here may depend on the order in which sets come. */
const byPlace = (a: Mark, b: Mark): number =>
  hull(a.annotation).start - hull(b.annotation).start ||
  hull(b.annotation).end - hull(a.annotation).end ||
  compare(a.annotation.id, b.annotation.id) ||
  compare(a.by, b.by);

const bySpans = (a: SoftLabel, b: SoftLabel): number => {
  const [one, two] = [a.spans[0], b.spans[0]];
  if (!one || !two) throw new Error('a soft label without a span');
  return one.start - two.start || (b.spans.at(-1)?.end ?? 0) - (a.spans.at(-1)?.end ?? 0) || compare(JSON.stringify(a), JSON.stringify(b));
};

/** Token-Jaccard, 0 to 1. */
function jaccard(a: readonly number[], b: readonly number[]): number {
  const other = new Set(b);
  const common = a.filter((token) => other.has(token)).length;
  return common / (a.length + b.length - common);
}

const threshold = 0.5;

interface Pair {
  readonly one: number;
  readonly two: number;
  readonly overlap: number;
}

/** Pairs that may be the same thing, closest first; of equally close ones those that come first. */
function pairsOf(marks: readonly Mark[]): readonly Pair[] {
  const pairs: Pair[] = [];
  for (const [one, a] of marks.entries()) {
    for (let two = one + 1; two < marks.length; two++) {
      const b = marks[two] as Mark;
      if (hull(b.annotation).start >= hull(a.annotation).end) break;
      if (a.layer !== b.layer || a.by === b.by) continue;
      const overlap = jaccard(a.tokens, b.tokens);
      if (overlap >= threshold) pairs.push({ one, two, overlap });
    }
  }
  return pairs.sort((a, b) => b.overlap - a.overlap || a.one - b.one || a.two - b.two);
}

/** Grown along the pairs; two clusters with work of the same Annotator stay apart. */
function clustered(marks: readonly Mark[]): readonly (readonly Mark[])[] {
  const clusterOf = marks.map((mark) => [mark]);
  for (const { one, two } of pairsOf(marks)) {
    const [into, from] = [clusterOf[one] as Mark[], clusterOf[two] as Mark[]];
    if (into === from || from.some(({ by }) => into.some((mark) => mark.by === by))) continue;
    into.push(...from);
    for (const mark of from) clusterOf[marks.indexOf(mark)] = into;
  }
  return [...new Set(clusterOf)].map((cluster) => cluster.sort(byPlace));
}

function softLabel(cluster: readonly Mark[], seen: number): SoftLabel {
  const attributes: Record<string, Record<string, number>> = {};
  const names = new Set(cluster.flatMap(({ annotation }) => Object.keys(annotation.attributes)));
  for (const name of [...names].sort()) {
    attributes[name] = shares(cluster.flatMap(({ annotation }) => annotation.attributes[name] ?? []), seen);
  }
  return {
    spans: middleOf(cluster).annotation.spans,
    seen,
    by: cluster.map(({ by }) => by).sort(),
    labels: shares(cluster.map(({ annotation }) => annotation.label), seen),
    attributes,
  };
}

function shares(values: readonly string[], seen: number): Record<string, number> {
  const counts = new Map<string, number>();
  for (const value of values) counts.set(value, (counts.get(value) ?? 0) + 1);
  const sorted = [...counts].sort(([a], [b]) => compare(a, b));
  return Object.fromEntries(sorted.map(([value, count]) => [value, Math.round((count * 100) / seen) / 100]));
}

/** The member with the largest overlap with all others; of equal ones the first. */
function middleOf(cluster: readonly Mark[]): Mark {
  const closeness = (mark: Mark): number => cluster.reduce((sum, other) => sum + jaccard(mark.tokens, other.tokens), 0);
  const scored = cluster.map((mark) => ({ mark, score: closeness(mark) }));
  return scored.reduce((best, next) => (next.score > best.score ? next : best)).mark;
}
