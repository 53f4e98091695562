import { type Cluster } from './clusters.ts';
import { type Link, type Work } from './marked.ts';

/** Where a link leads: to a thing, or to somebody in the world. */
export type LinkGoal = { readonly kind: 'cluster'; readonly cluster: Cluster } | { readonly kind: 'entity'; readonly id: string };

/** One link between two things, as all who made it did. */
export interface LinkCluster {
  readonly type: string;
  readonly from: Cluster;
  readonly to: LinkGoal;
  /** By person, those alone who made it, in the order of the names. */
  readonly members: ReadonlyMap<string, Link>;
  /** Who saw both ends and did not link them. */
  readonly missing: readonly string[];
}

/**
 * Gathers the Relations of any number of people: links of one type between the same Clusters are one. Of two people these are the pairs
 * that `alignLinks` makes with ends that are `paired`. What one person has twice counts twice.
 */
export function linkClusters(people: ReadonlyMap<string, Work>, things: readonly Cluster[]): readonly LinkCluster[] {
  const clusterOf = new Map(things.flatMap((cluster) => [...cluster.members].map(([name, { id }]) => [`${name} ${id}`, cluster] as const)));
  const placeOf = new Map(things.map((cluster, place) => [cluster, place]));
  const find = (name: string, id: string): Cluster => {
    const found = clusterOf.get(`${name} ${id}`);
    if (!found) throw new Error(`${id} of ${name} lies in no cluster`);
    return found;
  };
  const groups = new Map<string, { readonly type: string; readonly from: Cluster; readonly to: LinkGoal; readonly members: Map<string, Link> }>();
  for (const name of [...people.keys()].sort()) {
    const seen = new Map<string, number>();
    for (const link of [...(people.get(name)?.links ?? [])].sort(byId)) {
      const from = find(name, link.from);
      const to: LinkGoal = link.to.kind === 'entity' ? { kind: 'entity', id: link.to.id } : { kind: 'cluster', cluster: find(name, link.to.id) };
      const same = JSON.stringify([placeOf.get(from), link.type, to.kind, to.kind === 'entity' ? to.id : placeOf.get(to.cluster)]);
      const turn = seen.get(same) ?? 0;
      seen.set(same, turn + 1);
      const key = `${same} ${turn}`;
      const group = groups.get(key) ?? { type: link.type, from, to, members: new Map<string, Link>() };
      group.members.set(name, link);
      groups.set(key, group);
    }
  }
  const sees = (name: string, { from, to }: { readonly from: Cluster; readonly to: LinkGoal }): boolean =>
    from.members.has(name) && (to.kind === 'entity' || to.cluster.members.has(name));
  return [...groups.values()]
    .map((group) => ({ ...group, missing: [...people.keys()].sort().filter((name) => !group.members.has(name) && sees(name, group)) }))
    .sort((a, b) => (placeOf.get(a.from) ?? 0) - (placeOf.get(b.from) ?? 0) || goalOrder(a, placeOf) - goalOrder(b, placeOf) || order(a.type, b.type) || order(goalName(a), goalName(b)));
}

const order = (a: string, b: string): number => (a < b ? -1 : a > b ? 1 : 0);
const byId = (a: Link, b: Link): number => order(a.id, b.id);
const goalOrder = ({ to }: LinkCluster, placeOf: ReadonlyMap<Cluster, number>): number => (to.kind === 'entity' ? -1 : (placeOf.get(to.cluster) ?? 0));
const goalName = ({ to }: LinkCluster): string => (to.kind === 'entity' ? to.id : '');
