import { type Article } from '../model/article.ts';
import { type AnnotationSet } from '../model/annotation-set.ts';
import { type ArticleId } from '../model/id.ts';
import { tallier } from './count-export.ts';
import { type Assignment } from './export-plan.ts';
import { type Attention, type TextsOf } from './export-source.ts';
import { grouper, type Groups } from './groups.ts';
import { findLeaks, type JoinedPair, joinedPairs, type Leak } from './leaks.ts';
import { linkedArticles, type LinkedArticles } from './linked-articles.ts';
import { type SplitGroup, type SplitMember } from './split-group.ts';
import { extendedLock } from './split-lock.ts';
import { type LockedSplit, splitNames, type SplitName, type SplitOptions } from './split-options.ts';
import { splitMembers } from './split-members.ts';
import { type SplitSize, type SplitSizes } from './split-sizes.ts';
import { divided, type Division } from './splits.ts';

export interface PlannedSplits {
  readonly sizes: SplitSizes;
  readonly leaks: readonly Leak[];
  readonly assignments: ReadonlyMap<ArticleId, Assignment>;
  readonly lock: readonly LockedSplit[];
  readonly division: Division;
  readonly linked: readonly LinkedArticles[];
  readonly alike: readonly JoinedPair[];
}

/** Takes Articles as the first pass meets them; of each it keeps a signature and how many Annotations of each Label it has. */
export interface SplitPlanner {
  readonly add: (article: Article, sets: readonly AnnotationSet[]) => void;
  /** `null` when it was told to stop. */
  readonly plan: (textsOf: TextsOf, released: readonly LockedSplit[], attention: Attention) => Promise<PlannedSplits | null>;
}

export function splitPlanner(options: SplitOptions): SplitPlanner {
  const grouping = grouper({ byPublisher: options.unit === 'publisher' });
  const known = splitMembers();
  const links = linkedArticles();
  return {
    add(article, sets) {
      grouping.add(article);
      links.add(article);
      known.add(article, sets);
    },
    async plan(textsOf, released, attention) {
      const groups = await grouping.groups(textsOf, attention);
      if (!groups) return null;
      const members = known.all();
      const division = divided(groupsOf(groups, members), options, released);
      const assignments = assigned(groups, division, released);
      const leaks = await findLeaks(groups, division.splitOf, textsOf);
      const alike = await joinedPairs(groups, textsOf);
      const now = Array.from(assignments, ([article, { split, group }]) => ({ article, split, group }));
      return { sizes: sizesOf(groups, members, assignments, division), leaks, assignments, lock: extendedLock(released, now), division, linked: links.all(), alike };
    },
  };
}

function groupsOf({ keyOf }: Groups, all: readonly SplitMember[]): readonly SplitGroup[] {
  const groups = new Map<string, SplitMember[]>();
  for (const [index, member] of all.entries()) {
    const there = groups.get(keyOf(index));
    if (there) there.push(member);
    else groups.set(keyOf(index), [member]);
  }
  return Array.from(groups, ([key, members]) => ({ key, members }));
}

/** A group that was released keeps its name, and those who join it take it on. In the order of ids. */
function assigned({ articles, keyOf }: Groups, { splitOf }: Division, released: readonly LockedSplit[]): ReadonlyMap<ArticleId, Assignment> {
  const locked = new Map<string, LockedSplit>(released.map((line) => [line.article, line]));
  const names = new Map<ArticleId, string>();
  for (const [index, id] of articles.entries()) {
    const line = locked.get(id);
    if (line && line.split !== 'none' && !names.has(keyOf(index))) names.set(keyOf(index), line.group);
  }
  const assignments = new Map<ArticleId, Assignment>();
  for (const [index, id] of articles.entries()) {
    const group = locked.get(id)?.group ?? names.get(keyOf(index)) ?? keyOf(index);
    assignments.set(id, { split: splitOf.get(id) as SplitName, group });
  }
  return assignments;
}

function sizesOf(
  { count, largest }: Groups, members: readonly SplitMember[], assignments: ReadonlyMap<ArticleId, Assignment>,
  { method, locked }: Division,
): SplitSizes {
  const counters = Object.fromEntries(splitNames.map((split) => [split, sizeCounter()])) as Record<SplitName, ReturnType<typeof sizeCounter>>;
  for (const member of members) {
    const assignment = assignments.get(member.id);
    if (assignment) counters[assignment.split].add(member, assignment.group);
  }
  const sizes = Object.fromEntries(splitNames.map((split) => [split, counters[split].size()])) as Record<SplitName, SplitSize>;
  return { method, groups: count, largestGroup: largest, locked, sizes };
}

function sizeCounter() {
  const labels = tallier();
  const groups = new Set<string>();
  let [articles, annotations] = [0, 0];
  return {
    add(member: SplitMember, group: string): void {
      articles++;
      groups.add(group);
      for (const [label, count] of Object.entries(member.labels)) {
        labels.add(label, count);
        annotations += count;
      }
    },
    size: (): SplitSize => ({ articles, groups: groups.size, annotations, labels: labels.tally() }),
  };
}
