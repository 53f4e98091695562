import { type Continuum } from './continuum.ts';

const known = new WeakMap<Continuum, readonly Continuum[]>();

/** The same text as every two of its people marked it, in the order of their names. Asked twice, it gives the same objects; of two people, the text itself. */
export function pairsOf(text: Continuum): readonly Continuum[] {
  const { article, length, voices } = text;
  if (voices.length === 2) return [text];
  const pairs = known.get(text) ?? voices.flatMap((a, place) => voices.slice(place + 1).map((b): Continuum => ({ article, length, voices: [a, b] })));
  known.set(text, pairs);
  return pairs;
}

export const pairName = ({ voices }: Continuum): string => voices.map(({ annotator }) => annotator).join('\t');
