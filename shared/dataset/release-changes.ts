import { type ReleaseContents } from './release-contents.ts';
import { type LockedSplit } from './split-options.ts';

/** The three numbers of a version, by what they speak of: labels, offsets and splits; what is added; what is corrected (formats.md 4.6). */
export const versionSteps = ['major', 'minor', 'patch'] as const;
export type VersionStep = (typeof versionSteps)[number];

/** A release that was kept with what was in it. */
export interface ReleaseBefore {
  readonly version: string;
  readonly contents: ReleaseContents;
  /** `null` where it was not split. */
  readonly lock: readonly LockedSplit[] | null;
}

/** What a release holds that the one before did not, and the other way round. Ids of Articles, sorted. */
export interface ReleaseChanges {
  readonly since: string;
  readonly added: readonly string[];
  readonly changed: readonly string[];
  readonly removed: readonly string[];
  /** The least step of the version that says so; `null` where nothing is different. */
  readonly step: VersionStep | null;
}

export function changesSince(before: ReleaseBefore, contents: ReleaseContents, lock: readonly LockedSplit[] | null): ReleaseChanges {
  const [then, now] = [before.contents.articles, contents.articles];
  const ids = (from: ReleaseContents['articles'], isIt: (id: string) => boolean): readonly string[] => Object.keys(from).filter(isIt).sort();
  const articles = {
    added: ids(now, (id) => !Object.hasOwn(then, id)),
    changed: ids(now, (id) => Object.hasOwn(then, id) && then[id] !== now[id]),
    removed: ids(then, (id) => !Object.hasOwn(now, id)),
  };
  const isOtherwise = contents.schema !== before.contents.schema || contents.unit !== before.contents.unit || areSplitOtherwise(before, contents, lock);
  const isRenamed = contents.labels.join() !== before.contents.labels.join() || lacks(contents.attributes, before.contents.attributes);
  const isMore = articles.added.length > 0 || lacks(before.contents.attributes, contents.attributes);
  const step = isOtherwise || isRenamed || articles.removed.length > 0 ? 'major' : isMore ? 'minor' : articles.changed.length > 0 ? 'patch' : null;
  return { since: before.version, ...articles, step };
}

const lacks = (there: readonly string[], wanted: readonly string[]): boolean => wanted.some((one) => !there.includes(one));

/** Does an Article that is in both stand in another split, or is one of the two not split at all? */
function areSplitOtherwise(before: ReleaseBefore, { articles }: ReleaseContents, lock: readonly LockedSplit[] | null): boolean {
  if ((before.lock === null) !== (lock === null)) return true;
  const now = new Map(lock?.map(({ article, split }) => [article, split]));
  const isIn = (article: string): boolean => Object.hasOwn(articles, article) && Object.hasOwn(before.contents.articles, article);
  return (before.lock ?? []).some(({ article, split }) => isIn(article) && now.get(article) !== split);
}

const numbersOf = (version: string): readonly number[] => version.split('.').map(Number);

/** Negative where the first version comes before the second one. */
export function compareVersions(a: string, b: string): number {
  const [one, other] = [numbersOf(a), numbersOf(b)];
  return one.map((part, place) => part - (other[place] ?? 0)).find((difference) => difference !== 0) ?? 0;
}

/** The next version that such a step leads to. */
export function nextVersion(version: string, step: VersionStep): string {
  const [major = 0, minor = 0, patch = 0] = numbersOf(version);
  if (step === 'major') return `${major + 1}.0.0`;
  return step === 'minor' ? `${major}.${minor + 1}.0` : `${major}.${minor}.${patch + 1}`;
}
