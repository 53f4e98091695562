import { candidates } from './candidates.ts';
import { endOf, type Marked, type Piece, startOf } from './marked.ts';
import { type Verdict, verdictOn } from './verdict.ts';

/** One thing, as all who marked it did. */
export interface Cluster {
  /** By person, those alone who marked it, in the order of the names. */
  readonly members: ReadonlyMap<string, Marked>;
  /** `solo` where one person alone marked it. */
  readonly verdict: Verdict | 'solo';
  /** Who did not mark it. */
  readonly missing: readonly string[];
  /** From the first unit that anyone marked to the last. */
  readonly hull: Piece;
}

/**
 * Gathers what any number of people marked into things, in reading order: best candidates first, each person once in a Cluster. Of two
 * people it makes the pairs that `align` makes.
 */
export function clusters(people: ReadonlyMap<string, readonly Marked[]>): readonly Cluster[] {
  const names = [...people.keys()].sort();
  const lists = names.map((name) => people.get(name) ?? []);
  /** Members by list. */
  const groupOf = new Map<Marked, Map<number, Marked>>();
  lists.forEach((list, index) => {
    for (const marked of list) groupOf.set(marked, new Map([[index, marked]]));
  });
  for (const { one, two } of candidates(lists)) {
    const [group, other] = [groupOf.get(one), groupOf.get(two)];
    if (!group || !other || [...other.keys()].some((list) => group.has(list))) continue;
    for (const [list, marked] of other) {
      group.set(list, marked);
      groupOf.set(marked, group);
    }
  }
  return [...new Set(groupOf.values())].map((group) => clusterOf(group, names)).sort(inReadingOrder);
}

function clusterOf(group: ReadonlyMap<number, Marked>, names: readonly string[]): Cluster {
  const members = names.flatMap((name, list) => {
    const marked = group.get(list);
    return marked ? [[name, marked] as const] : [];
  });
  const all = members.map(([, marked]) => marked);
  return {
    members: new Map(members),
    verdict: all.length === 1 ? 'solo' : verdictOn(all),
    missing: names.filter((_, list) => !group.has(list)),
    hull: { start: Math.min(...all.map(startOf)), end: Math.max(...all.map(endOf)) },
  };
}

const idsOf = ({ members }: Cluster): string => [...members].map(([name, { id }]) => `${name}\t${id}`).join('\n');

const inReadingOrder = (a: Cluster, b: Cluster): number =>
  a.hull.start - b.hull.start || a.hull.end - b.hull.end || (idsOf(a) < idsOf(b) ? -1 : 1);
