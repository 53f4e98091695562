import { type PlanContext } from './export-plan.ts';
import { type Release } from './release.ts';
import { type LockedSplit } from './split-options.ts';

/** What is kept of a release: `lock` is `null` when it was not split. */
interface Kept {
  readonly version: string;
  readonly lock: readonly LockedSplit[] | null;
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

/** What others hold must not be made anew. */
export const isReleased = (kept: readonly Pick<Kept, 'version'>[], release: Release | null): boolean =>
  release !== null && kept.some(({ version }) => version === release.version);

const majorOf = (version: string): string | undefined => version.split('.')[0];
