import { type Cluster, clusters } from '../compare/clusters.ts';
import { type LinkCluster, linkClusters } from '../compare/link-clusters.ts';
import { type Link, workOf } from '../compare/marked.ts';
import { type Annotation, hull } from '../model/annotation.ts';
import { type AnnotationSet } from '../model/annotation-set.ts';
import { type Decided, type Settled, type Source } from '../model/decided.ts';
import { type Entity } from '../model/entity.ts';
import { type AnnotationId, type AnnotatorId, type RelationId, type SetId } from '../model/id.ts';
import { type ReviewEvent } from '../model/review-event.ts';
import { saysTheSame } from '../says-the-same.ts';
import { revisionsOf } from './revision.ts';

/** What a settlement is read from; a `ReviewContext` is one. */
export interface ReviewGround {
  readonly sets: readonly AnnotationSet[];
  readonly events: readonly ReviewEvent[];
  readonly entities: readonly Entity[];
  /** Whose gold set it is. */
  readonly by: AnnotatorId;
}

export interface Member {
  readonly set: AnnotationSet;
  readonly annotation: Annotation;
  readonly source: Source;
}

/** A decision and the part of it that is about one thing. */
export interface Standing {
  readonly event: ReviewEvent & Decided;
  readonly item: Settled;
}

/** One thing to be settled, with all readings of it. */
export interface Case {
  /** Names its members; the same for as long as they are together. */
  readonly key: string;
  /** In the order of `Settlement.among`; none where everybody missed it and whoever settles did not. */
  readonly members: readonly Member[];
  readonly verdict: Cluster['verdict'];
  readonly missing: readonly SetId[];
  readonly hull: { readonly start: number; readonly end: number };
  /** What holds. */
  readonly decision: Standing | null;
  /** What was decided before one of its readings changed, came or went. */
  readonly outdated: Standing | null;
  /** What stands in the gold set with a Label and Spans of one of its readings, made of others: of an open case that nothing was decided about. */
  readonly twin: AnnotationId | null;
  readonly state: 'open' | 'deferred' | 'decided';
}

/** `waiting`: taken, but one of its ends is not decided yet; `orphan`: taken, and one of its ends is not in the gold set. */
export type LinkState = 'open' | 'taken' | 'refused' | 'waiting' | 'orphan';

export interface LinkCase {
  readonly cluster: LinkCluster;
  readonly from: Case;
  /** `null` for an Entity. */
  readonly to: Case | null;
  /** By set. */
  readonly members: ReadonlyMap<SetId, Link>;
  readonly state: LinkState;
  /** What stands for it in the gold set, or will. */
  readonly gold: RelationId | null;
}

/** Where the settling of an Article stands: derived from the sets and from what was decided, never stored. */
export interface Settlement {
  /** What is compared; by id. */
  readonly among: readonly AnnotationSet[];
  readonly gold: AnnotationSet | null;
  /** In reading order. */
  readonly cases: readonly Case[];
  readonly links: readonly LinkCase[];
  /** The next `turn`. */
  readonly turn: number;
}

export const goldSetOf = ({ sets, by }: Pick<ReviewGround, 'sets' | 'by'>): AnnotationSet | null =>
  sets.find(({ annotator, role }) => annotator === by && role === 'adjudicated') ?? null;

export const isDecided = (event: ReviewEvent): event is ReviewEvent & Decided => event.kind === 'decided';

/** @param among the sets to compare, in any order */
export function settlementOf(ground: ReviewGround, among: readonly SetId[]): Settlement {
  const compared = ground.sets.filter(({ id }) => among.includes(id)).sort((a, b) => (a.id < b.id ? -1 : 1));
  const gold = goldSetOf(ground);
  const decided = ground.events.filter(isDecided).filter(({ set }) => set === gold?.id);
  const { things, members, links } = comparisonOf(compared, ground.entities);
  const standings = standingsOf(decided);
  const caseOf = new Map(things.map((cluster) => [cluster, caseFrom(cluster, members, standings)]));
  for (const [cluster, found] of withTwins(gold, standings, caseOf)) caseOf.set(cluster, found);
  const marked = [...caseOf.values()];
  const cases = [...marked, ...alone(gold, standings, marked)].sort(inReadingOrder);
  const find = (cluster: Cluster): Case => {
    const found = caseOf.get(cluster);
    if (!found) throw new Error('a link between clusters that are not compared');
    return found;
  };
  const inGold = new Set(gold?.relations.map(({ id }) => id));
  return {
    among: compared,
    gold,
    cases,
    links: links.map((cluster) => linkCase(cluster, find(cluster.from), cluster.to.kind === 'entity' ? null : find(cluster.to.cluster), inGold)),
    turn: 1 + Math.max(0, ...decided.map(({ turn }) => turn)),
  };
}

const inReadingOrder = (a: Case, b: Case): number => a.hull.start - b.hull.start || a.hull.end - b.hull.end || (a.key < b.key ? -1 : 1);

/** What lies together, whatever was decided. */
interface Comparison {
  readonly things: readonly Cluster[];
  readonly links: readonly LinkCluster[];
  readonly members: Members;
}

/** What was compared last: work that is being settled does not change, and each decision asks for it twice. */
let latest: { readonly of: readonly [compared: readonly AnnotationSet[], entities: readonly Entity[]]; readonly comparison: Comparison } | null = null;

function comparisonOf(compared: readonly AnnotationSet[], entities: readonly Entity[]): Comparison {
  const of = [compared, entities] as const;
  if (latest && saysTheSame(latest.of, of)) return latest.comparison;
  const works = new Map(compared.map((set) => [set.id, workOf(set, entities)] as const));
  const things = clusters(new Map([...works].map(([id, { marked }]) => [id, marked] as const)));
  const comparison = { things, links: linkClusters(works, things), members: memberFinder(compared) };
  latest = { of, comparison };
  return comparison;
}

type Members = (set: string, annotation: string) => Member;

function memberFinder(sets: readonly AnnotationSet[]): Members {
  const byPlace = new Map<string, Member>();
  for (const set of sets) {
    const revisions = revisionsOf(set);
    for (const annotation of set.annotations)
      byPlace.set(placeName(set.id, annotation.id), { set, annotation, source: { set: set.id, annotation: annotation.id, revision: revisions.get(annotation.id) ?? '' } });
  }
  return (set, annotation) => {
    const found = byPlace.get(placeName(set, annotation));
    if (!found) throw new Error(`${annotation} is not in ${set}`);
    return found;
  };
}

const placeName = (set: string, annotation: string): string => `${set} ${annotation}`;

/** The latest decision about each reading, by its place. */
interface Standings {
  about(source: Pick<Source, 'set' | 'annotation'>): Standing | undefined;
  /** About things that nobody had marked, and what made each gold Annotation; by that Annotation. */
  readonly added: ReadonlyMap<AnnotationId, Standing>;
  readonly making: ReadonlyMap<AnnotationId, Standing>;
}

function standingsOf(events: readonly (ReviewEvent & Decided)[]): Standings {
  const about = new Map<string, Standing>();
  const added = new Map<AnnotationId, Standing>();
  const making = new Map<AnnotationId, Standing>();
  for (const event of [...events].sort((a, b) => a.turn - b.turn || (a.id < b.id ? -1 : 1))) {
    for (const item of event.items) {
      for (const { set, annotation } of item.from) about.set(placeName(set, annotation), { event, item });
      if (item.gold === null) continue;
      making.set(item.gold, { event, item });
      if (item.from.length === 0) added.set(item.gold, { event, item });
    }
  }
  return { about: ({ set, annotation }) => about.get(placeName(set, annotation)), added, making };
}

function caseFrom(cluster: Cluster, members: Members, standings: Standings): Case {
  const all = [...cluster.members].map(([set, { id }]) => members(set, id));
  const found = all.flatMap(({ source }) => standings.about(source) ?? []);
  const standing = found.reduce<Standing | null>((before, one) => (before === null || one.event.turn > before.event.turn ? one : before), null);
  const holds = standing !== null && sameSources(standing.item.from, all.map(({ source }) => source));
  const decision = holds ? standing : null;
  return {
    key: all.map(({ source }) => placeName(source.set, source.annotation)).join(' + '),
    members: all,
    verdict: cluster.verdict,
    missing: cluster.missing as readonly SetId[],
    hull: cluster.hull,
    decision,
    outdated: holds ? null : standing,
    twin: null,
    state: decision === null ? 'open' : decision.event.act === 'defer' ? 'deferred' : 'decided',
  };
}

const placeOf = ({ label, spans }: Pick<Annotation, 'label' | 'spans'>): string => `${label} ${spans.map(({ start, end }) => `${start}-${end}`).join()}`;

/** Cases with something that stands in the gold set already, of other readings: another adjudicator settled it as this one did. What was added is a case of its own. */
function withTwins(gold: AnnotationSet | null, { added }: Standings, cases: ReadonlyMap<Cluster, Case>): ReadonlyMap<Cluster, Case> {
  const known = [...cases.values()];
  const claimed = claimedBy(known);
  const free = new Map((gold?.annotations ?? []).filter(({ id }) => !claimed.has(id) && !added.has(id)).map((one) => [placeOf(one), one.id] as const));
  if (free.size === 0) return new Map();
  const found = new Map<Cluster, Case>();
  for (const [cluster, one] of cases) {
    if (one.decision ?? one.outdated) continue;
    const place = one.members.map(({ annotation }) => placeOf(annotation)).find((name) => free.has(name));
    if (place === undefined) continue;
    found.set(cluster, { ...one, twin: free.get(place) ?? null });
    free.delete(place);
  }
  return found;
}

const claimedBy = (cases: readonly Case[]) => new Set(cases.flatMap(({ decision, outdated, twin }) => [decision?.item.gold, outdated?.item.gold, twin]));

/** What stands in the gold set and in no reading: added by whoever settles, or left over where those who marked it took it back. */
function alone(gold: AnnotationSet | null, standings: Standings, known: readonly Case[]): readonly Case[] {
  const claimed = claimedBy(known);
  return (gold?.annotations ?? []).filter(({ id }) => !claimed.has(id)).map((annotation): Case => {
    const decision = standings.added.get(annotation.id) ?? null;
    const outdated = decision ? null : (standings.making.get(annotation.id) ?? null);
    return { key: `gold ${annotation.id}`, members: [], verdict: 'solo', missing: [], hull: hull(annotation), decision, outdated, twin: null, state: decision ? 'decided' : 'open' };
  });
}

const sourceName = ({ set, annotation, revision }: Source): string => `${set} ${annotation} ${revision}`;

/** The same readings at the same revisions, in any order. */
export const sameSources = (a: readonly Source[], b: readonly Source[]): boolean => {
  const names = new Set(a.map(sourceName));
  return a.length === b.length && b.every((one) => names.has(sourceName(one)));
};

/** The gold Annotation of a case that holds, or `null`. */
export const goldOf = ({ decision }: Case): AnnotationId | null => decision?.item.gold ?? null;

function linkCase(cluster: LinkCluster, from: Case, to: Case | null, inGold: ReadonlySet<RelationId>): LinkCase {
  const members = cluster.members as ReadonlyMap<SetId, Link>;
  const settled = from.decision?.item.links.filter(({ set, relation }) => members.get(set)?.id === relation) ?? [];
  const gold = settled.find((one) => one.gold !== null)?.gold ?? null;
  return { cluster, from, to, members, gold, state: linkState(from, to, settled.length > 0, gold, inGold) };
}

function linkState(from: Case, to: Case | null, isSettled: boolean, gold: RelationId | null, inGold: ReadonlySet<RelationId>): LinkState {
  // With the end that it starts at, a link goes: nothing is left to be decided about it.
  if (from.state === 'decided' && goldOf(from) === null) return 'refused';
  if (!isSettled) return 'open';
  if (gold === null) return 'refused';
  if (inGold.has(gold)) return 'taken';
  return to !== null && to.state !== 'decided' ? 'waiting' : 'orphan';
}
