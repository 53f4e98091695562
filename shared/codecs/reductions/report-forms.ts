import { inEachSet, type Reduction } from './reduction.ts';

/**
 * Pieces that share an id or that a relation ties together, in formats whose programs take each for a label of its own: they come back whole,
 * but much looks different.
 */
export const reportPieces: Reduction = inEachSet((set, ledger) => {
  for (const { id, spans } of set.annotations) if (spans.length > 1) ledger.change('DISCONTINUOUS_SPLIT', set.article, id);
  return set;
});

/** Attributes that stand beside the labels, where the programs of the format do not look. */
export const reportAttributesAside: Reduction = inEachSet((set, ledger) => {
  for (const { id, attributes } of set.annotations) if (Object.keys(attributes).length > 0) ledger.change('MOVED_ASIDE', set.article, id);
  return set;
});

/** The same of Relations. */
export const reportRelationsAside: Reduction = inEachSet((set, ledger) => {
  for (const { id } of set.relations) ledger.change('MOVED_ASIDE', set.article, id);
  return set;
});

/** The same of Relations that point at nothing in the text. */
export const reportEntityRelationsAside: Reduction = inEachSet((set, ledger) => {
  for (const { id, to } of set.relations) if (to.kind === 'entity') ledger.change('MOVED_ASIDE', set.article, id);
  return set;
});

/** The same of the Entities that Annotations mention. */
export const reportEntitiesAside: Reduction = inEachSet((set, ledger) => {
  for (const { id, entity } of set.annotations) if (entity !== null) ledger.change('MOVED_ASIDE', set.article, id);
  return set;
});
