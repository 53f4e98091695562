import { type PlanContext } from './export-plan.ts';
import { isVersion, type Release } from './release.ts';
import { compareVersions, type ReleaseBefore } from './release-changes.ts';
import { type ReleaseContents } from './release-contents.ts';
import { type LockedSplit } from './split-options.ts';

/** What is kept of a release: `lock` is `null` when it was not split. */
interface Kept {
  readonly version: string;
  readonly lock: readonly LockedSplit[] | null;
  readonly contents?: ReleaseContents | undefined;
}

/**
 * Whose splits an export keeps: the latest of the same major version that was split. A new major version begins anew; what is no
 * release is divided as the latest one.
 * @param kept oldest first
 */
export function earlierRelease(kept: readonly Kept[], release: Release | null): NonNullable<PlanContext['released']> | null {
  const isBefore = (version: string): boolean => release === null || majorOf(version) === majorOf(release.version);
  const found = kept.flatMap(({ version, lock }) => (lock && isBefore(version) ? [{ version, lock }] : []));
  return found.at(-1) ?? null;
}

/** The release that this one comes after, whose contents were kept; older versions of the app kept none. `null` for a first one. */
export function releaseBefore(kept: readonly Kept[], release: Release | null): ReleaseBefore | null {
  if (!release || !isVersion(release.version)) return null;
  const last = kept.filter(({ version }) => compareVersions(version, release.version) < 0).sort((a, b) => compareVersions(a.version, b.version)).at(-1);
  return last?.contents ? { version: last.version, contents: last.contents, lock: last.lock } : null;
}

/** What others hold must not be made anew. */
export const isReleased = (kept: readonly Pick<Kept, 'version'>[], release: Release | null): boolean =>
  release !== null && kept.some(({ version }) => version === release.version);

const majorOf = (version: string): string | undefined => version.split('.')[0];
