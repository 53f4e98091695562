import { everything } from '../capabilities.ts';
import { type Codec } from '../codec.ts';
import { type Reduction } from '../reductions/reduction.ts';
import { reportForcedTokens, snapToTokens } from '../tokens/snap-to-tokens.ts';
import { decodeConlluPlus } from './read.ts';
import { hasRows, writeConlluPlus } from './write.ts';

/** Articles without a token have no row to stand in. */
const dropWordless: Reduction = (dataset, ledger) => {
  const kept = dataset.articles.filter(hasRows);
  if (kept.length === dataset.articles.length) return dataset;
  const ids = new Set(kept.map(({ id }) => id));
  for (const { id } of dataset.articles) if (!ids.has(id)) ledger.lose('EMPTY_SKIPPED', id);
  return { ...dataset, articles: kept, sets: dataset.sets.filter(({ article }) => ids.has(article)) };
};

/** CoNLL-U Plus with all of an annotation in two columns of its own: docs/formats/conllu-plus.md. */
export const conlluPlus: Codec = {
  id: 'conllu-plus',
  title: 'CoNLL-U Plus',
  extensions: ['conllup', 'conllu'],
  offsetUnit: 'code-point',
  capabilities: { ...everything, unreferenced: false },
  selections: [snapToTokens, dropWordless],
  reductions: [reportForcedTokens],
  bytes: 'utf-8',
  decode: decodeConlluPlus,
  write: writeConlluPlus,
};
