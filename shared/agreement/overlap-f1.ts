import { sharedLength } from '../compare/marked.ts';
import { type Continuum, joinedPieces, labelsOf, onlyLabel, twoVoices } from './continuum.ts';
import { diceTally } from './span-f1.ts';
import { countOf, pooled, type Tally } from './tally.ts';

/** Units of text that bear a Label for both, of those that bear it for each: a cell is a unit with a Label. `n` is the Annotations of both. */
export function overlapCounts(whole: Continuum, label: string | null): Tally {
  const text = onlyLabel(whole, label);
  const [a, b] = twoVoices(text);
  const cells = pooled(labelsOf(text).map((one) => {
    const [mine, theirs] = [joinedPieces(a.marked, one), joinedPieces(b.marked, one)];
    return diceTally(sharedLength(mine, theirs), sharedLength(mine, mine), sharedLength(theirs, theirs));
  }));
  return diceTally(countOf(cells, 'common'), countOf(cells, 'a'), countOf(cells, 'b'), a.marked.length + b.marked.length);
}
