import { type Annotator } from '../../model/annotator.ts';
import { type AnnotatorId, makeId } from '../../model/id.ts';
import { type AnnotationSet, headOf } from '../../model/annotation-set.ts';
import { canonicalJson } from '../../canonical-json.ts';
import { fingerprint } from '../../text/fingerprint.ts';
import { type Reduction } from './reduction.ts';

/** Whose work it is where a file does not say, and nobody was named when it was read. */
export const unnamedAnnotator: Annotator = { id: makeId('annotator', 'unnamed'), kind: 'person', name: '?', version: null };

/** The head of a set of which nothing is known but its Article; the same wherever the file is read. */
export const unnamedHead = (article: AnnotationSet['article'], annotator: AnnotatorId) =>
  ({ id: makeId('set', fingerprint(`${article} ${annotator} work`).slice(0, 16)), article, annotator, role: 'work', status: 'done' }) as const;

/** Sets without author, role and status: one an Article, so sets must have been merged before. */
export const dropSetHeads: Reduction = (dataset, ledger) => {
  if (dataset.sets.length === 0 && dataset.annotators.length === 0) return dataset;
  for (const { id } of dataset.annotators) if (id !== unnamedAnnotator.id) ledger.loseRecord('METADATA_DROPPED', id);
  return {
    ...dataset,
    annotators: dataset.sets.length === 0 ? [] : [unnamedAnnotator],
    sets: dataset.sets.map((set) => {
      const head = unnamedHead(set.article, unnamedAnnotator.id);
      if (canonicalJson(head) !== canonicalJson(headOf(set))) ledger.lose('METADATA_DROPPED', set.article, set.id);
      return { ...head, annotations: set.annotations, relations: set.relations };
    }),
  };
};
