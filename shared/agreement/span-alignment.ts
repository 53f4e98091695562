import { align, type Alignment } from '../compare/align.ts';
import { type Continuum, onlyLabel, twoVoices } from './continuum.ts';

const known = new WeakMap<Continuum, Alignment>();

/** The Alignment of two people on a Label, or on everything: the one that screens show. Asked twice, it gives the same object. */
export function spanAlignment(whole: Continuum, label: string | null): Alignment {
  const text = onlyLabel(whole, label);
  const found = known.get(text) ?? aligned(text);
  known.set(text, found);
  return found;
}

function aligned(text: Continuum): Alignment {
  const [a, b] = twoVoices(text);
  return align(a.marked, b.marked);
}
