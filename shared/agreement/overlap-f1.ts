import { lengthOf, sharedLength } from '../compare/marked.ts';
import { type Continuum, joinedPieces, labelsOf, onlyLabel, twoVoices } from './continuum.ts';
import { diceTally } from './span-f1.ts';
import { type Tally } from './tally.ts';

/** Units of text that bear a Label for both, of those that bear it for each: a cell is a unit with a Label. `n` is the Annotations of both. */
export function overlapCounts(whole: Continuum, label: string | null): Tally {
  const text = onlyLabel(whole, label);
  const [a, b] = twoVoices(text);
  let [common, ofA, ofB] = [0, 0, 0];
  for (const one of labelsOf(text)) {
    const [mine, theirs] = [joinedPieces(a.marked, one), joinedPieces(b.marked, one)];
    common += sharedLength(mine, theirs);
    ofA += lengthOf({ spans: mine });
    ofB += lengthOf({ spans: theirs });
  }
  return diceTally(common, ofA, ofB, a.marked.length + b.marked.length);
}
