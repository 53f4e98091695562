import { align } from '../compare/align.ts';
import { type Continuum, onlyLabel, twoVoices } from './continuum.ts';
import { diceTally } from './span-f1.ts';
import { type Tally } from './tally.ts';

/** Pairs of one Label whose likeness (intersection over union) reaches the threshold, one to one. */
export function iouCounts(whole: Continuum, label: string | null, threshold: number): Tally {
  const [a, b] = twoVoices(onlyLabel(whole, label));
  const { pairs } = align(a.marked, b.marked, ({ one, two, likeness }) => one.label === two.label && likeness >= threshold);
  return diceTally(pairs.length, a.marked.length, b.marked.length);
}
