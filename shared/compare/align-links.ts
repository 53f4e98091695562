import { type Alignment } from './align.ts';
import { type Link, type Marked, type Work } from './marked.ts';

export interface LinkPair {
  readonly a: Link;
  readonly b: Link;
}

/** Which of two people's Relations are the same link. Each stands in one of the three lists, in the order of its set. */
export interface LinkAlignment {
  readonly pairs: readonly LinkPair[];
  readonly onlyA: readonly Link[];
  readonly onlyB: readonly Link[];
}

/**
 * When two ends are the same: `exact` where bounds and Label are, `paired` where the Alignment made them one thing. An Entity is the
 * same as itself and never as a mention. The Annotations that a Relation of B joins are named as those of A that they are paired with.
 */
export type SameEnds = 'exact' | 'paired';

/** Relations of one type whose ends are the same, one to one. */
export function alignLinks(a: Work, b: Work, alignment: Alignment, ends: SameEnds): LinkAlignment {
  const [nameA, nameB] = ends === 'exact' ? [exactNames(a), exactNames(b)] : pairedNames(alignment);
  const waiting = new Map<string, Link[]>();
  for (const link of [...b.links].sort(byId)) {
    const key = keyOf(link, nameB, 'b');
    const same = waiting.get(key);
    if (same) same.push(link);
    else waiting.set(key, [link]);
  }
  const pairOf = new Map<Link, Link>();
  for (const link of [...a.links].sort(byId)) {
    const partner = waiting.get(keyOf(link, nameA, 'a'))?.shift();
    if (partner) pairOf.set(link, partner);
  }
  const partners = new Set(pairOf.values());
  return {
    pairs: [...pairOf].map(([one, two]) => ({ a: one, b: two })),
    onlyA: a.links.filter((link) => !pairOf.has(link)),
    onlyB: b.links.filter((link) => !partners.has(link)),
  };
}

/** Relations both of whose ends both people saw: what is left to differ is where the link leads. */
export function linksOnSharedEnds({ links }: Work, { pairs }: Alignment, side: 'a' | 'b'): readonly Link[] {
  const paired = new Set(pairs.map((pair) => pair[side].id));
  return links.filter(({ from, to }) => paired.has(from) && (to.kind === 'entity' || paired.has(to.id)));
}

type Names = ReadonlyMap<string, string>;

const exactName = ({ label, spans }: Marked): string => `${label} ${spans.map(({ start, end }) => `${start}-${end}`).join(' ')}`;
const exactNames = ({ marked }: Work): Names => new Map(marked.map((one) => [one.id, exactName(one)]));

const pairedNames = ({ pairs }: Alignment): readonly [Names, Names] => [
  new Map(pairs.map(({ a }, place) => [a.id, String(place)])),
  new Map(pairs.map(({ b }, place) => [b.id, String(place)])),
];

/** An end that nobody else saw is named for its side, so that it equals nothing of the other. */
function keyOf({ type, from, to }: Link, names: Names, side: 'a' | 'b'): string {
  const nameOf = (id: string): string => names.get(id) ?? `${side} ${id}`;
  return JSON.stringify([type, nameOf(from), to.kind, to.kind === 'entity' ? to.id : nameOf(to.id)]);
}

const byId = (a: Link, b: Link): number => (a.id < b.id ? -1 : a.id > b.id ? 1 : 0);
