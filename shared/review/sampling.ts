import { type LabelId } from '../model/id.ts';
import { sampleOf } from './bulk.ts';
import { type Case } from './settlement.ts';

/** What of one colleague's work is looked at. */
export type SamplingPlan = { readonly kind: 'all' } | { readonly kind: 'random'; readonly part: number } | { readonly kind: 'risk'; readonly part: number };

/** The cases that a plan takes, in reading order: the same ones for the same seed. */
export function planned(cases: readonly Case[], plan: SamplingPlan, seed: string): readonly Case[] {
  switch (plan.kind) {
    case 'all':
      return cases;
    case 'random':
      return sampleOf(cases, plan.part, seed);
    case 'risk': {
      const risks = risksOf(cases);
      const chosen = new Set([...cases].sort((a, b) => (risks.get(b) ?? 0) - (risks.get(a) ?? 0)).slice(0, Math.ceil(cases.length * plan.part)));
      return cases.filter((one) => chosen.has(one));
    }
  }
}

/** A doubt of the annotator's own weighs as much as everything else. */
const doubt = 2;

/** Where errors are to be expected: a Label that is rare here, a long passage, one in several pieces, what the annotator flagged. */
export function risksOf(cases: readonly Case[]): ReadonlyMap<Case, number> {
  const counts = new Map<LabelId, number>();
  for (const { members } of cases) for (const { annotation } of members) counts.set(annotation.label, (counts.get(annotation.label) ?? 0) + 1);
  const lengths = new Map(cases.map((one) => [one, one.hull.end - one.hull.start] as const));
  const longest = Math.max(1, ...lengths.values());
  return new Map(
    cases.map((one) => {
      const annotation = one.members[0]?.annotation;
      const rarity = annotation ? 1 / (counts.get(annotation.label) ?? 1) : 0;
      const pieces = annotation && annotation.spans.length > 1 ? 0.5 : 0;
      return [one, rarity + (lengths.get(one) ?? 0) / longest + pieces + (annotation?.flagged ? doubt : 0)] as const;
    }),
  );
}
