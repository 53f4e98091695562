import { type Annotation } from '../../model/annotation.ts';
import { tokens } from '../../text/segment.ts';
import { type Reduction } from '../reductions/reduction.ts';
import { hasSeen, settledSet } from './settled-set.ts';

/** Takes nothing away: says for which Annotations the table of tokens has a token cut in two. */
export const countTokenBreaks: Reduction = (dataset, ledger) => {
  for (const { id, text } of dataset.articles) {
    const set = settledSet(dataset.sets.filter(({ article }) => article === id));
    if (!set || !hasSeen(set) || set.annotations.length === 0) continue;
    const inside = insidesOf(text);
    const cutting = set.annotations.filter((annotation) => edgesOf(annotation).some((edge) => inside.has(edge)));
    for (const annotation of cutting) ledger.change('TOKEN_FORCED', id, annotation.id);
  }
  return dataset;
};

const edgesOf = ({ spans }: Annotation): readonly number[] => spans.flatMap(({ start, end }) => [start, end]);

/** Offsets that lie within a token, in UTF-16 code units. */
function insidesOf(text: string): ReadonlySet<number> {
  const inside = new Set<number>();
  for (const { start, end } of tokens(text)) for (let at = start + 1; at < end; at++) inside.add(at);
  return inside;
}
