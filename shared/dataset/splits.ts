import { sha256 } from '@noble/hashes/sha2.js';
import { utf8ToBytes } from '@noble/hashes/utils.js';
import { type ArticleId } from '../model/id.ts';
import { type SplitGroup } from './split-group.ts';
import { stratified } from './stratified.ts';
import { type LockedSplit, type Shares, type SplitMethod, type SplitName, type SplitOptions } from './split-options.ts';

/** From so many groups on, chance spreads labels well enough (formats.md 4.2). */
export const groupsForHash = 300;

export interface Division {
  readonly method: 'hash' | 'stratified' | 'time';
  readonly splitOf: ReadonlyMap<ArticleId, SplitName>;
  /** Newcomers that link released groups of different splits, and stand in `none`. */
  readonly linking: readonly ArticleId[];
  /** Articles of groups without a date, which `time` puts into `none`. */
  readonly undated: readonly ArticleId[];
  readonly locked: number;
}

/**
 * Divides groups. What stood in a split of a released version stays there, its group follows it, and where a newcomer links two such
 * groups, it stands in `none`. Otherwise a group is never divided; the order of groups and members does not matter.
 */
export function divided(groups: readonly SplitGroup[], options: SplitOptions, lock: readonly LockedSplit[] = []): Division {
  const released = new Map<string, SplitName>(lock.map(({ article, split }) => [article, split]));
  const splitOf = new Map<ArticleId, SplitName>();
  const linking: ArticleId[] = [];
  const settled: [SplitGroup, SplitName][] = [];
  const open: SplitGroup[] = [];
  for (const group of [...groups].sort((a, b) => compare(a.key, b.key))) {
    const followed = releasedSplits(group, released);
    if (followed.length === 0) open.push(group);
    for (const { id } of group.members) {
      const own = released.get(id);
      if (own !== undefined) splitOf.set(id, own);
      else if (followed.length > 1) linking.push(id);
      else if (followed[0]) splitOf.set(id, followed[0]);
    }
    if (followed.length === 1 && followed[0]) settled.push([group, followed[0]]);
  }
  for (const id of linking) splitOf.set(id, 'none');
  const method = methodOf(options.method, groups.length);
  const unseen = new Set(options.unseenPublishers);
  const isUnseen = ({ members }: SplitGroup): boolean => members.some(({ publisher }) => publisher !== null && unseen.has(publisher));
  const seen = open.filter((group) => !isUnseen(group));
  const assign = assigner(options.method, method, seen, settled);
  for (const group of open) {
    const split = isUnseen(group) ? 'unseen-publisher' : assign(group);
    for (const { id } of group.members) if (!splitOf.has(id)) splitOf.set(id, split);
  }
  const undatedGroups = method === 'time' ? seen.filter((group) => firstDay(group) === null) : [];
  const undated = undatedGroups.flatMap(({ members }) => members.map(({ id }) => id));
  const locked = groups.reduce((sum, { members }) => sum + members.filter(({ id }) => released.has(id)).length, 0);
  return { method, splitOf, linking: linking.sort(), undated: undated.sort(), locked };
}

const compare = (a: string, b: string): number => (a < b ? -1 : a > b ? 1 : 0);

const methodOf = ({ kind }: SplitMethod, groups: number): Division['method'] =>
  kind === 'auto' ? (groups >= groupsForHash ? 'hash' : 'stratified') : kind;

/** The splits that released members stand in, each once. Whoever stands in `none` draws nobody after it. */
const releasedSplits = ({ members }: SplitGroup, released: ReadonlyMap<string, SplitName>): readonly SplitName[] =>
  [...new Set(members.flatMap(({ id }) => released.get(id) ?? []))].filter((split) => split !== 'none');

function assigner(
  options: SplitMethod, method: Division['method'], open: readonly SplitGroup[], settled: readonly (readonly [SplitGroup, SplitName])[],
): (group: SplitGroup) => SplitName {
  if (options.kind === 'time') return (group) => splitByTime(group, options.validationFrom, options.testFrom);
  if (method === 'hash') return ({ key }) => splitByHash(key, options.seed, options.shares);
  const splits = stratified(open, options.shares, settled, (key) => sortKey(options.seed, key));
  return ({ key }) => splits.get(key) as SplitName;
}

/** SHA-256(seed ‖ key): its first 32 bits as a number. */
export function bucket(seed: string, key: string): number {
  const [a = 0, b = 0, c = 0, d = 0] = sha256(utf8ToBytes(seed + key));
  return a * 2 ** 24 + b * 2 ** 16 + c * 2 ** 8 + d;
}

const sortKey = (seed: string, key: string): string => String(bucket(seed, key)).padStart(10, '0') + key;

/** Depends on nothing but seed, key and shares: what is added later moves nothing. */
export function splitByHash(key: string, seed: string, { train, validation, test }: Shares): SplitName {
  const place = bucket(seed, key) * (train + validation + test);
  if (place < train * 2 ** 32) return 'train';
  return place < (train + validation) * 2 ** 32 ? 'validation' : 'test';
}

/** The day on which the story came first; `null` when no member has a date. */
const firstDay = ({ members }: SplitGroup): string | null =>
  members.flatMap(({ published }) => published?.slice(0, 10) ?? []).sort()[0] ?? null;

/** A group belongs where its story came first: a later copy of an old story is no test of a new time. */
function splitByTime(group: SplitGroup, validationFrom: string, testFrom: string): SplitName {
  const day = firstDay(group);
  if (day === null) return 'none';
  if (day >= testFrom) return 'test';
  return day >= validationFrom ? 'validation' : 'train';
}
