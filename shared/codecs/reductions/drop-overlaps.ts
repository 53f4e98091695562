import { type Annotation, compareAnnotations } from '../../model/annotation.ts';
import { type AnnotationSet } from '../../model/annotation-set.ts';
import { type AnnotationId } from '../../model/id.ts';
import { type LossLedger } from '../loss-ledger.ts';
import { inEachSet, type Reduction, withoutAnnotations } from './reduction.ts';

/** Of Annotations over the same characters the longest stays; of equally long ones the first in reading order. */
export const dropOverlaps: Reduction = inEachSet((set, ledger) => withoutOverlaps(set, overlapped(set.annotations), ledger));

/** The set without these, each of them reported as overlapped. */
export function withoutOverlaps(set: AnnotationSet, gone: ReadonlySet<AnnotationId>, ledger: LossLedger): AnnotationSet {
  for (const { id } of set.annotations) if (gone.has(id)) ledger.lose({ code: 'OVERLAP_DROPPED', reason: 'longest' }, set.article, id);
  return withoutAnnotations(set, gone, ledger);
}

/** Those that must go, so that no two of the others lie over the same characters. */
export function overlapped(annotations: readonly Annotation[]): ReadonlySet<AnnotationId> {
  const kept: Annotation[] = [];
  const gone = new Set<AnnotationId>();
  for (const annotation of [...annotations].sort(longestFirst)) {
    if (kept.some((one) => overlap(one, annotation))) gone.add(annotation.id);
    else kept.push(annotation);
  }
  return gone;
}

const length = ({ spans }: Annotation): number => spans.reduce((sum, { start, end }) => sum + end - start, 0);
const longestFirst = (a: Annotation, b: Annotation): number => length(b) - length(a) || compareAnnotations(a, b);

/** True when some character belongs to both; what lies in a gap belongs to neither. */
export const overlap = (a: Annotation, b: Annotation): boolean =>
  a.spans.some((one) => b.spans.some((other) => one.start < other.end && other.start < one.end));
