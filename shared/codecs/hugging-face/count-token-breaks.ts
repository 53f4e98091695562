import { tokens } from '../../text/segment.ts';
import { type Reduction } from '../reductions/reduction.ts';
import { edgesOf } from '../tokens/cut-at-edges.ts';
import { tokenAround } from '../tokens/forced-tokens.ts';
import { hasSeen, settledSet } from './settled-set.ts';

/** Takes nothing away: says for which Annotations the table of tokens has a token cut in two. */
export const countTokenBreaks: Reduction = (dataset, ledger) => {
  for (const { id, text } of dataset.articles) {
    const set = settledSet(dataset.sets.filter(({ article }) => article === id));
    if (!set || !hasSeen(set) || set.annotations.length === 0) continue;
    const found = tokens(text);
    for (const annotation of set.annotations)
      if (edgesOf([annotation]).some((edge) => tokenAround(found, edge))) ledger.change('TOKEN_FORCED', id, annotation.id);
  }
  return dataset;
};
