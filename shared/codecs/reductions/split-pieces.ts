import { type Annotation } from '../../model/annotation.ts';
import { ordered } from '../../model/annotation-set.ts';
import { freeId } from '../../model/derived-id.ts';
import { inEachSet, type Reduction } from './reduction.ts';

/** Each piece of a discontinuous Annotation becomes one of its own. The first keeps the id, so Relations stay with it. */
export const splitPieces: Reduction = inEachSet((set, ledger) => {
  if (set.annotations.every(({ spans }) => spans.length === 1)) return set;
  const ids = new Set(set.annotations.map(({ id }) => id));
  const pieces = (annotation: Annotation): readonly Annotation[] => {
    if (annotation.spans.length === 1) return [annotation];
    ledger.lose('DISCONTINUOUS_SPLIT', set.article, annotation.id);
    return annotation.spans.map((span, index) => {
      const id = index === 0 ? annotation.id : freeId(annotation.id, (candidate) => ids.has(candidate));
      ids.add(id);
      return { ...annotation, id, spans: [span] };
    });
  };
  return ordered({ ...set, annotations: set.annotations.flatMap(pieces) });
});
