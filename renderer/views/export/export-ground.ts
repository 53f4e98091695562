import { hexToBytes } from '@noble/hashes/utils.js';
import english from '../../../seeds/guideline/en.md?raw';
import persian from '../../../seeds/guideline/fa.md?raw';
import { type Bridge, type KeptRelease } from '../../../shared/bridge.ts';
import { type GuidelineFacts } from '../../../shared/dataset/card-ground.ts';
import { guidelineIn } from '../../../shared/dataset/definitions.ts';
import { type PlanContext } from '../../../shared/dataset/export-plan.ts';
import { earlierRelease, releaseBefore } from '../../../shared/dataset/earlier-release.ts';
import { type ExportOptions } from '../../../shared/dataset/export-options.ts';
import { type AnnotatorId, type ProjectId } from '../../../shared/model/id.ts';
import { problem, type Result } from '../../../shared/result.ts';

/** What stands beside a project's records and every export of it needs. */
export interface ExportGround {
  readonly annotator: AnnotatorId;
  readonly secret: Uint8Array;
  /** Oldest first. */
  readonly releases: readonly KeptRelease[];
}

let read: GuidelineFacts | null = null;

/** What the guideline view shows: a project does not have a guideline of its own yet. Read when it is first asked for, not when the window opens. */
export const guideline = (): GuidelineFacts => (read ??= guidelineIn(persian, english));

/** A secret or a release that cannot be read is no reason to make another one: then there is no export. */
export async function readGround(
  bridge: Pick<Bridge, 'projectSecret' | 'listReleases'>, project: ProjectId, annotator: AnnotatorId,
): Promise<Result<ExportGround>> {
  const [secret, releases] = await Promise.all([bridge.projectSecret(project), bridge.listReleases(project)]);
  if (!secret.ok) return { ok: false, problems: [problem(secret.failure)] };
  if (!releases.ok) return { ok: false, problems: [problem(releases.failure)] };
  return { ok: true, value: { annotator, secret: hexToBytes(secret.value), releases: releases.value } };
}

export const planContext = (
  { annotator, secret, releases }: ExportGround, { release }: ExportOptions, measures: boolean,
): Omit<PlanContext, 'progress' | 'signal'> => ({ annotator, secret, released: earlierRelease(releases, release), before: releaseBefore(releases, release), guideline: guideline(), measures, rules: measures });
