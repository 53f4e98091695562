import { differingAttributes, differsInEntity, endOf, lengthOf, type Marked, sameBounds, sharedLength, startOf } from './marked.ts';

/** Two of different people that overlap, by list and place in it. `one` stands in the earlier list. */
export interface Candidate {
  readonly one: Marked;
  readonly two: Marked;
  readonly lists: readonly [number, number];
  /** Shared units by units in either, 0 to 1. */
  readonly likeness: number;
  /** 0 same bounds and Label, 1 same bounds, 2 overlap and same Label, 3 overlap. */
  readonly rank: number;
}

/**
 * All that could be paired, the best first: by rank, then the more alike, the smaller sum of starts, the smaller sum of ends; among those,
 * what is said of them decides, and at last their ids. So neither the order of a list nor who is called A has a say.
 * @param lists what each person marked
 */
export function candidates(lists: readonly (readonly Marked[])[]): readonly Candidate[] {
  const inOrder = lists.flatMap((list, index) => list.map((marked) => placed(marked, index)));
  inOrder.sort((a, b) => a.start - b.start || a.list - b.list);
  const found: Candidate[] = [];
  let open: typeof inOrder = [];
  for (const here of inOrder) {
    open = open.filter(({ end }) => end > here.start);
    for (const other of open) {
      if (other.list === here.list) continue;
      const shared = sharedLength(other.marked.spans, here.marked.spans);
      if (shared === 0) continue;
      const [one, two] = other.list < here.list ? [other, here] : [here, other];
      const sameLabel = one.marked.label === two.marked.label;
      const rank = sameBounds(one.marked, two.marked) ? (sameLabel ? 0 : 1) : sameLabel ? 2 : 3;
      found.push({ one: one.marked, two: two.marked, lists: [one.list, two.list], likeness: shared / (one.length + two.length - shared), rank });
    }
    open.push(here);
  }
  return found.sort(bestFirst);
}

const placed = (marked: Marked, list: number) => ({ marked, list, start: startOf(marked), end: endOf(marked), length: lengthOf(marked) });

const sum = (of: (marked: Marked) => number, { one, two }: Candidate): number => of(one) + of(two);

const bestFirst = (a: Candidate, b: Candidate): number =>
  a.rank - b.rank || b.likeness - a.likeness || sum(startOf, a) - sum(startOf, b) || sum(endOf, a) - sum(endOf, b) || byContent(a, b);

function byContent(a: Candidate, b: Candidate): number {
  return differences(a) - differences(b) || order(contentsOf(a), contentsOf(b)) || order(idsOf(a), idsOf(b)) || order(a.lists.join(), b.lists.join());
}

const differences = ({ one, two }: Candidate): number => differingAttributes(one, two).length + Number(differsInEntity(one, two));

const order = (a: string, b: string): number => (a < b ? -1 : a > b ? 1 : 0);

/** The same whichever of the two is `one`. */
const contentsOf = ({ one, two }: Candidate): string => [contentOf(one), contentOf(two)].sort().join('\n');

const known = new WeakMap<Marked, string>();

/** What is said of it, in one text. Asked twice, it is not written twice: where several people marked the same, each is compared with many. */
function contentOf(marked: Marked): string {
  const found = known.get(marked) ?? written(marked);
  known.set(marked, found);
  return found;
}

function written({ label, spans, attributes, entity }: Marked): string {
  const values = Object.entries(attributes).sort(([a], [b]) => order(a, b));
  return JSON.stringify([spans.flatMap(({ start, end }) => [start, end]), label, values, entity ?? null]);
}

const idsOf = ({ one, two }: Candidate): string => [one.id, two.id].sort().join('\n');
