import { type Annotation, hull } from '../../model/annotation.ts';
import { finding } from '../finding.ts';
import { type SetRule } from '../rule.ts';

/** Those that lie in none of the holders; both in reading order, so one walk over the text is enough. */
function outside(inner: readonly Annotation[], holders: readonly Annotation[]): readonly Annotation[] {
  const spans = holders.map(hull);
  let next = 0;
  let furthest = 0;
  return inner.filter((annotation) => {
    const { start, end } = hull(annotation);
    for (let holder = spans[next]; holder && holder.start <= start; holder = spans[++next]) furthest = Math.max(furthest, holder.end);
    return furthest < end;
  });
}

/**
 * E4, second half: a commitment lies in a quote. An interrupted quote counts with its gaps: a commitment has one piece, so one that the
 * reporter interrupts cannot but cover the interruption.
 */
export const commitmentInQuote: SetRule = {
  needs: { labels: ['COMMITMENT', 'QUOTE'] },
  find: ({ labelled }) => outside(labelled('COMMITMENT'), labelled('QUOTE')).map(({ id }) => finding('E4.outside', [id])),
};
