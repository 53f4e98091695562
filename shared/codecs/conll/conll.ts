import { nothing } from '../capabilities.ts';
import { type Codec } from '../codec.ts';
import { reportForcedTokens, snapToTokens } from '../tokens/snap-to-tokens.ts';
import { dropOverlapsInLayers } from './layers.ts';
import { decodeLayers } from './read.ts';
import { type Scheme } from './tags.ts';
import { dialects, writeLayers } from './write.ts';

/** Column files of one dialect and scheme, one for each layer of labels: docs/formats/conll.md. */
const layered = (id: string, title: string, dialect: keyof typeof dialects, scheme: Scheme): Codec => ({
  id,
  title,
  extensions: ['tokens.jsonl', 'conll', 'iob', 'iob2', 'bio', 'bioes'],
  offsetUnit: 'code-point',
  capabilities: { ...nothing, overlap: true, articleMetadata: true },
  selections: [snapToTokens, dropOverlapsInLayers],
  reductions: [reportForcedTokens],
  bytes: 'utf-8',
  decode: decodeLayers,
  write: writeLayers(dialects[dialect], scheme),
});

export const conll2003Iob1 = layered('conll2003-iob1', 'CoNLL-2003 columns, IOB1', 'conll2003', 'iob1');
export const conll2003Iob2 = layered('conll2003-iob2', 'CoNLL-2003 columns, IOB2', 'conll2003', 'iob2');
export const conll2003Bioes = layered('conll2003-bioes', 'CoNLL-2003 columns, BIOES', 'conll2003', 'bioes');
export const conllTabIob2 = layered('conll-tab-iob2', 'Two columns with a TAB, IOB2', 'tab', 'iob2');
export const conllTabBioes = layered('conll-tab-bioes', 'Two columns with a TAB, BIOES', 'tab', 'bioes');

export const conllCodecs: readonly Codec[] = [conll2003Iob1, conll2003Iob2, conll2003Bioes, conllTabIob2, conllTabBioes];
