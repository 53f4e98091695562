import { type Annotation } from '../../../shared/model/annotation.ts';
import { type SetId } from '../../../shared/model/id.ts';
import { type Span } from '../../../shared/text/offsets.ts';
import { type Case } from '../../../shared/review/settlement.ts';
import { type ReviewArc, type ReviewMark, type ReviewSign, type ReviewStretch } from '../../editor/review-contract.ts';
import { disputed, goldAnnotation, isFused, linksOfCase, lookOf, type Reader, type ReviewScene, signOf } from './scene.ts';

/** What the text shows of all cases, whatever has the focus. */
export interface DrawnReview {
  readonly marks: readonly ReviewMark[];
  readonly signs: readonly ReviewSign[];
  readonly stretches: readonly ReviewStretch[];
}

export function drawnReview(scene: ReviewScene): DrawnReview {
  const { cases } = scene.settlement;
  const rows = new Map(scene.readers.map(({ set }, place) => [set.id, place] as const));
  return {
    marks: cases.flatMap((one) => [...readingMarks(one, (set) => rows.get(set) ?? 0), ...goldMarks(scene, one)]),
    signs: cases.map((one) => ({ case: one.key, at: one.hull as Span, sign: signOf(scene, one), kind: lookOf(scene, one) })),
    stretches: cases.flatMap((one) => disputed(one).map((span) => ({ case: one.key, span }))),
  };
}

/** What one reader alone says: a column of the side by side view. */
export function drawnReading(scene: ReviewScene, { set }: Reader): DrawnReview {
  const { cases } = scene.settlement;
  const own = cases.filter(({ members }) => members.some((one) => one.set.id === set.id));
  return {
    marks: own.flatMap((one) => readingMarks({ ...one, members: one.members.filter((member) => member.set.id === set.id) }, () => 0, false)),
    signs: own.map((one) => ({ case: one.key, at: one.hull as Span, sign: signOf(scene, one), kind: lookOf(scene, one) })),
    stretches: [],
  };
}

/** Own readings below the line, those of the gold set above it; differing stretches hatched. */
export function drawnAgainstGold(scene: ReviewScene, gold: SetId | undefined): DrawnReview {
  const { cases } = scene.settlement;
  return {
    marks: cases.flatMap((one) =>
      one.members.map(({ set, annotation: { label, spans } }): ReviewMark => ({ case: one.key, label, spans, row: set.id === gold ? 'gold' : 0 })),
    ),
    signs: cases.map((one) => ({ case: one.key, at: one.hull as Span, sign: signOf(scene, one), kind: lookOf(scene, one) })),
    stretches: cases.flatMap((one) => disputed(one).map((span) => ({ case: one.key, span }))),
  };
}

/** The gold set as it was at some step. */
export const drawnPast = (past: readonly Annotation[]): DrawnReview => ({
  marks: past.map(({ id, label, spans }) => ({ case: id, label, spans, row: 'gold' })), signs: [], stretches: [],
});

type RowOf = (set: Case['members'][number]['set']['id']) => number;

function readingMarks(about: Case, rowOf: RowOf, mayFuse = true): readonly ReviewMark[] {
  const [first] = about.members;
  if (mayFuse && first && isFused(about)) return [{ case: about.key, label: first.annotation.label, spans: first.annotation.spans, row: 'all' }];
  return about.members.map(({ set, annotation: { label, spans } }) => ({ case: about.key, label, spans, row: rowOf(set.id) }));
}

function goldMarks(scene: ReviewScene, about: Case): readonly ReviewMark[] {
  const gold = goldAnnotation(scene, about);
  return gold ? [{ case: about.key, label: gold.label, spans: gold.spans, row: 'gold' }] : [];
}

/** Links that start at a case, each to where its target lies. Those to an Entity lead nowhere in the text. */
export function arcsOf(scene: ReviewScene, about: Case | undefined): readonly ReviewArc[] {
  if (!about) return [];
  const from = goldAnnotation(scene, about)?.spans ?? about.members[0]?.annotation.spans ?? [];
  return linksOfCase(scene, about).flatMap(({ to, state }): readonly ReviewArc[] => {
    if (!to || state === 'refused') return [];
    const target = goldAnnotation(scene, to) ?? to.members[0]?.annotation;
    return target ? [{ from, to: target.spans, label: target.label, isOpen: state !== 'taken' }] : [];
  });
}
