import { everything } from '../capabilities.ts';
import { type Codec } from '../codec.ts';
import { reportForcedTokens, snapToTokens } from '../tokens/snap-to-tokens.ts';
import { decodeConlluPlus } from './read.ts';
import { writeConlluPlus } from './write.ts';

/** CoNLL-U Plus with all of an annotation in two columns of its own: docs/formats/conllu-plus.md. */
export const conlluPlus: Codec = {
  id: 'conllu-plus',
  title: 'CoNLL-U Plus',
  extensions: ['conllup', 'conllu'],
  offsetUnit: 'code-point',
  capabilities: { ...everything, unreferenced: false },
  selections: [snapToTokens],
  reductions: [reportForcedTokens],
  bytes: 'utf-8',
  decode: decodeConlluPlus,
  write: writeConlluPlus,
};
