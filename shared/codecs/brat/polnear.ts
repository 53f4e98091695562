import { nothing } from '../capabilities.ts';
import { type Codec } from '../codec.ts';
import { decodePolnear } from './polnear-decode.ts';
import { mergeOwnSets } from './polnear-people.ts';
import { polnearReductions } from './polnear-reductions.ts';
import { writePolnear } from './polnear-write.ts';

/** The profile of brat that the Political News Attribution Relations Corpus is released in: docs/formats/polnear.md. */
export const polnear: Codec = {
  id: 'polnear',
  title: 'PolNeAR attributions (brat)',
  extensions: ['zip', 'ann', 'txt'],
  offsetUnit: 'code-point',
  // Overlaps are told apart only after the labels that PolNeAR does not have are gone: its own reductions do it.
  // Of a set's head the annotator's digits stay, and the reductions say what of it goes.
  capabilities: { ...nothing, discontinuous: true, overlap: true, relations: true, severalSets: true, setHeads: true },
  // A text file with a NUL in it is none.
  withholds: ({ text }) => text.includes('\0'),
  selections: [mergeOwnSets],
  reductions: polnearReductions,
  bytes: 'own',
  decode: decodePolnear,
  write: writePolnear,
};
