import { fold } from '../text/persian.ts';

/** Length of the pieces that texts are compared by, in UTF-16 code units of the folded text. */
export const pieceLength = 5;

/** A text without what two spellings of one story differ in: letters, digits and marks folded, every run of blanks and line ends one. */
export const comparable = (text: string): string => fold(text).text.replace(/\s+/gu, ' ').trim();

/** Every piece of five characters, each once; of a shorter text the whole. */
export function pieces(folded: string): ReadonlySet<string> {
  const found = new Set<string>();
  if (folded !== '' && folded.length < pieceLength) found.add(folded);
  for (let at = 0; at + pieceLength <= folded.length; at++) found.add(folded.slice(at, at + pieceLength));
  return found;
}

/** How much two texts have in common, 0 to 1. */
export interface Likeness {
  readonly jaccard: number;
  /** The share of the smaller one that stands in the larger one. */
  readonly containment: number;
}

export function likeness(a: ReadonlySet<string>, b: ReadonlySet<string>): Likeness {
  const [small, large] = a.size <= b.size ? [a, b] : [b, a];
  if (small.size === 0) return { jaccard: 0, containment: 0 };
  let common = 0;
  for (const piece of small) if (large.has(piece)) common++;
  return { jaccard: common / (a.size + b.size - common), containment: common / small.size };
}

/** formats.md 4.1: one story, or an agency's story inside a longer page. */
export const leastJaccard = 0.5;
export const leastContainment = 0.8;
export const isAlike = ({ jaccard, containment }: Likeness): boolean => jaccard >= leastJaccard || containment >= leastContainment;
