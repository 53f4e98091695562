import { type Annotation, hull, sameSpans } from '../model/annotation.ts';
import { type LabelId } from '../model/id.ts';
import { sampleOf } from './bulk.ts';
import { type Case } from './settlement.ts';

/** What of one colleague's work is looked at. */
export type SamplingPlan = { readonly kind: 'all' } | { readonly kind: 'random'; readonly part: number } | { readonly kind: 'risk'; readonly part: number };

/**
 * The cases that a plan takes, in reading order: the same ones for the same seed.
 * @param suggested what machines propose for the same text
 */
export function planned(cases: readonly Case[], plan: SamplingPlan, seed: string, suggested: readonly Annotation[] = []): readonly Case[] {
  switch (plan.kind) {
    case 'all':
      return cases;
    case 'random':
      return sampleOf(cases, plan.part, seed);
    case 'risk': {
      const risks = risksOf(cases, suggested);
      const chosen = new Set([...cases].sort((a, b) => (risks.get(b) ?? 0) - (risks.get(a) ?? 0)).slice(0, Math.ceil(cases.length * plan.part)));
      return cases.filter((one) => chosen.has(one));
    }
  }
}

/** A doubt of the annotator's own weighs as much as everything else. */
const doubt = 2;

/** Of what a machine does not propose; where it proposes something like it, half. */
const unlike = 1;

/**
 * Where errors are to be expected: a Label that is rare here, a long passage, one in several pieces, one that no machine proposed or that it
 * proposed with other borders, what the annotator flagged.
 */
export function risksOf(cases: readonly Case[], suggested: readonly Annotation[] = []): ReadonlyMap<Case, number> {
  const counts = new Map<LabelId, number>();
  for (const { members } of cases) for (const { annotation } of members) counts.set(annotation.label, (counts.get(annotation.label) ?? 0) + 1);
  const lengths = new Map(cases.map((one) => [one, one.hull.end - one.hull.start] as const));
  const longest = Math.max(1, ...lengths.values());
  return new Map(
    cases.map((one) => {
      const annotation = one.members[0]?.annotation;
      const rarity = annotation ? 1 / (counts.get(annotation.label) ?? 1) : 0;
      const pieces = annotation && annotation.spans.length > 1 ? 0.5 : 0;
      const surprise = annotation && suggested.length > 0 ? surpriseOf(annotation, suggested) : 0;
      return [one, rarity + (lengths.get(one) ?? 0) / longest + pieces + surprise + (annotation?.flagged ? doubt : 0)] as const;
    }),
  );
}

/** How far a reading is from all that was proposed: nothing, `unlike`, or half of it where the Label is the same and the borders are not. */
function surpriseOf(annotation: Annotation, suggested: readonly Annotation[]): number {
  const own = hull(annotation);
  const same = suggested.filter((one) => one.label === annotation.label && hull(one).start < own.end && own.start < hull(one).end);
  if (same.some(({ spans }) => sameSpans(spans, annotation.spans))) return 0;
  return same.length > 0 ? unlike / 2 : unlike;
}
