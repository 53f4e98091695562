import { type SpanRecord } from '../native/record.ts';
import { type Layer } from './layers.ts';
import { type Piece, tokensIn } from './token-tags.ts';

/** What one annotator marked in an Article that they read to its end. */
export interface Judgement {
  readonly annotator: string;
  readonly spans: readonly SpanRecord[];
}

export interface Member {
  readonly annotator: string;
  readonly span: SpanRecord;
}

/** Spans that are held to be one thing, each by another annotator; in the order of the annotators. */
export type Cluster = readonly Member[];

interface Node extends Member {
  /** Places of the tokens that the span touches. */
  readonly tokens: ReadonlySet<number>;
}

interface Pair {
  readonly a: Node;
  readonly b: Node;
  readonly shared: number;
  readonly union: number;
}

/**
 * Puts the spans of several annotators together: those of one Layer that share at least half of their tokens (Jaccard), at most one of
 * each annotator, and each with each. The pair that shares most comes first; of equal pairs the first by annotator and span id.
 */
export function clusters(tokens: readonly Piece[], judgements: readonly Judgement[], layers: readonly Layer[]): readonly Cluster[] {
  const nodes = judgements.flatMap(({ annotator, spans }) => spans.map((span) => nodeOf(annotator, span, tokens)));
  const clusterOf = new Map<Node, Node[]>(nodes.map((node) => [node, [node]]));
  for (const { a, b } of pairsOf(nodes, layers)) {
    const [one, other] = [clusterOf.get(a) ?? [], clusterOf.get(b) ?? []];
    if (one === other || !fit(one, other)) continue;
    const joined = [...one, ...other].toSorted(byAnnotator);
    for (const node of joined) clusterOf.set(node, joined);
  }
  return [...new Set(clusterOf.values())].toSorted(inReadingOrder);
}

const nodeOf = (annotator: string, span: SpanRecord, tokens: readonly Piece[]): Node => ({
  annotator,
  span,
  tokens: new Set(span.fragments.flatMap((fragment) => placesOf(tokensIn(tokens, fragment)))),
});
const placesOf = ({ start, end }: Piece): readonly number[] => Array.from({ length: end - start }, (_, index) => start + index);

/** Every pair of one Layer and two annotators that is close enough, the closest first. */
function pairsOf(nodes: readonly Node[], layers: readonly Layer[]): readonly Pair[] {
  const layerOf = new Map<string, Layer>(layers.flatMap((one) => one.labels.map((label) => [label, one] as const)));
  const sorted = nodes.toSorted(byAnnotator);
  const at = new Map<number, Node[]>();
  const pairs: Pair[] = [];
  for (const b of sorted) {
    const touching = new Set([...b.tokens].flatMap((token) => at.get(token) ?? []));
    for (const a of touching) {
      if (a.annotator === b.annotator || layerOf.get(a.span.label) !== layerOf.get(b.span.label)) continue;
      const pair = pairOf(a, b);
      if (isClose(pair)) pairs.push(pair);
    }
    for (const token of b.tokens) at.set(token, [...(at.get(token) ?? []), b]);
  }
  const place = new Map(sorted.map((node, index) => [node, index]));
  const order = ({ a, b }: Pair): number => (place.get(a) ?? 0) * sorted.length + (place.get(b) ?? 0);
  return pairs.sort((one, other) => other.shared * one.union - one.shared * other.union || order(one) - order(other));
}

function pairOf(a: Node, b: Node): Pair {
  const shared = [...a.tokens].filter((token) => b.tokens.has(token)).length;
  return { a, b, shared, union: a.tokens.size + b.tokens.size - shared };
}

const isClose = ({ shared, union }: Pair): boolean => shared > 0 && 2 * shared >= union;

const fit = (one: readonly Node[], other: readonly Node[]): boolean =>
  one.every((a) => other.every((b) => a.annotator !== b.annotator && isClose(pairOf(a, b))));

const compare = (a: string, b: string): number => (a < b ? -1 : a > b ? 1 : 0);
const byAnnotator = (a: Member, b: Member): number => compare(a.annotator, b.annotator) || compare(a.span.id, b.span.id);

const firstStart = (cluster: Cluster): number => Math.min(...cluster.map(({ span }) => span.fragments[0]?.start ?? 0));
function inReadingOrder(one: Cluster, other: Cluster): number {
  const [a, b] = [one[0], other[0]];
  return firstStart(one) - firstStart(other) || (a && b ? byAnnotator(a, b) : 0);
}
