import { type Codec } from '../codecs/codec.ts';
import { codecs } from '../codecs/registry.ts';
import { problem, type Problem } from '../result.ts';
import { type DatasheetFacts } from './datasheet-facts.ts';
import { type ExportCounts } from './export-counts.ts';
import { type ExportOptions } from './export-options.ts';
import { type PlanContext } from './export-plan.ts';
import { type PlannedSplits } from './plan-splits.ts';
import { missingForRelease, undefinedLabels } from './missing-for-release.ts';
import { isVersion, type Release } from './release.ts';
import { compareVersions, nextVersion, type ReleaseChanges } from './release-changes.ts';
import { missingTests } from './split-lock.ts';
import { type SplitMethod } from './split-options.ts';
import { canWrite } from './text-mode.ts';

/** What can be said against a choice before anything is read. */
export function optionProblems(options: ExportOptions, codec: Codec | undefined): readonly Problem[] {
  const { format, text, split, pseudonyms, selection } = options;
  return [
    ...(codec?.write ? [] : [problem('export-format-unknown', {}, { format })]),
    ...(codec?.write && !canWrite(codec, text) ? [problem('export-format-needs-text', {}, { format, formats: formatsWithoutTexts })] : []),
    ...(text.kind === 'windows' && !isCount(text.codePoints) ? [problem('export-window-wrong', {}, { value: text.codePoints })] : []),
    ...(pseudonyms?.merged && selection.sets.kind === 'judgements' ? [problem('export-merged-judgements')] : []),
    ...(split ? methodProblems(split.method) : []),
  ];
}

/** Their ids, which a command takes; screens give them names. */
const formatsWithoutTexts = codecs.filter(({ writeOffsets }) => writeOffsets !== undefined).map(({ id }) => id).join('; ');

const isCount = (value: number): boolean => Number.isInteger(value) && value >= 0;
const isDay = (value: string): boolean => /^\d{4}-(?:0[1-9]|1[0-2])-(?:0[1-9]|[12]\d|3[01])$/.test(value);
/** More parts than this would not be exact any more. */
const maximumShare = 100_000;

function methodProblems(method: SplitMethod): readonly Problem[] {
  if (method.kind === 'time') {
    const { validationFrom, testFrom } = method;
    const isRight = isDay(validationFrom) && isDay(testFrom) && validationFrom <= testFrom;
    return isRight ? [] : [problem('export-dates-wrong', {}, { from: validationFrom, to: testFrom })];
  }
  const { train, validation, test } = method.shares;
  const isRight = [train, validation, test].every((share) => isCount(share) && share <= maximumShare) && train + validation + test > 0;
  return isRight ? [] : [problem('export-shares-wrong', {}, { shares: [train, validation, test].join('/') })];
}

/** What was written as version or date and is none. One that was not written at all is a gap of the card. */
export function releaseProblems(release: Release | null): readonly Problem[] {
  if (!release) return [];
  const { version, date } = release;
  return [
    ...(version === '' || isVersion(version) ? [] : [problem('export-version-wrong', {}, { version })]),
    ...(date === '' || isDay(date) ? [] : [problem('export-release-date-wrong', {}, { date })]),
  ];
}

/** A version says what is different (formats.md 4.6): one that takes a smaller step than what has changed would mislead whoever has the one before. */
export function versionProblems(release: Release | null, changes: ReleaseChanges | null): readonly Problem[] {
  if (!release || !changes?.step || !isVersion(release.version)) return [];
  const { step, since, added, changed, removed } = changes;
  const least = nextVersion(since, step);
  const values = { version: release.version, since, least, step, added: added.length, changed: changed.length, removed: removed.length };
  return compareVersions(release.version, least) < 0 ? [problem('export-version-too-small', { field: 'version' }, values)] : [];
}

/** A release has no gap (formats.md 4.3): one Problem for each fact that is still to be told. */
export const gapProblems = (facts: DatasheetFacts): readonly Problem[] =>
  missingForRelease(facts).map((word) => {
    const labels = word === 'definitions' ? undefinedLabels(facts) : [];
    return problem('export-card-gap', { field: word }, { word, labels: labels.length === 0 ? 'none' : labels.join(', ') });
  });

/** News text is somebody's: a release that holds texts of no known licence is refused unless a person has chosen just that (formats.md 4.6). */
export function rightsProblems({ release, text, licences }: ExportOptions, counts: ExportCounts): readonly Problem[] {
  const count = counts.licences[''] ?? 0;
  if (release === null || text.kind === 'offsets' || licences.kind !== 'any' || count === 0) return [];
  const chosen = licences.chosen ? 'yes' : 'no';
  return [problem('export-unlicensed', {}, { count, chosen }, licences.chosen ? 'warning' : 'error')];
}

/** What the splits came to that a person should know. */
export function splitProblems(
  { division, sizes, assignments }: PlannedSplits, options: ExportOptions, { released }: PlanContext,
): readonly Problem[] {
  const missing = released ? missingTests(released.lock, (id) => (assignments as ReadonlyMap<string, unknown>).has(id)) : [];
  const isSameMajor = options.release === null || options.release.version.split('.')[0] === released?.version.split('.')[0];
  const isEmpty = (split: 'train' | 'validation' | 'test'): boolean => {
    const { method } = options.split ?? {};
    return sizes.sizes[split].articles === 0 && (method?.kind === 'time' || (method?.shares[split] ?? 0) > 0);
  };
  const list = (ids: readonly string[]) => ({ count: ids.length, articles: ids.slice(0, 5).join(' ') });
  return [
    ...(missing.length > 0 && isSameMajor ? [problem('export-test-shrinks', {}, list(missing), options.release ? 'error' : 'warning')] : []),
    ...(division.linking.length > 0 ? [problem('export-groups-linked', {}, list(division.linking), 'warning')] : []),
    ...(division.undated.length > 0 ? [problem('export-undated', {}, list(division.undated), 'warning')] : []),
    ...(['train', 'validation', 'test'] as const).filter(isEmpty).map((split) => problem('export-split-empty', {}, { split }, 'warning')),
  ];
}
