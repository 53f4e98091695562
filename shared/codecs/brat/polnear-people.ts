import { canonicalJson } from '../../canonical-json.ts';
import { headOf } from '../../model/annotation-set.ts';
import { type Annotator } from '../../model/annotator.ts';
import { type AnnotatorId, makeId } from '../../model/id.ts';
import { unnamedHead } from '../reductions/drop-set-heads.ts';
import { mergedBy } from '../reductions/merge-sets.ts';
import { type Reduction } from '../reductions/reduction.ts';
import { digitsOf } from './polnear-layout.ts';

/** Of an annotator PolNeAR knows some digits and nothing else. */
export const annotatorOfDigits = (digits: string): Annotator => ({ id: makeId('annotator', digits), kind: 'person', name: digits, version: null });

/** A person's work and what the same person settled are one file; so is all work where everybody bears one pseudonym. */
export const mergeOwnSets: Reduction = mergedBy(({ article, annotator }) => `${article} ${digitsOf(annotator)}`);

/** Names, kinds, roles and status go: what stays of a person are the digits. */
export const keepDigits: Reduction = (dataset, ledger) => {
  const asWritten = (id: AnnotatorId): Annotator => annotatorOfDigits(digitsOf(id));
  const annotators = dataset.annotators.map((one) => {
    const left = asWritten(one.id);
    if (canonicalJson(left) !== canonicalJson(one)) ledger.loseRecord('METADATA_DROPPED', one.id);
    return left;
  });
  const sets = dataset.sets.map((set) => {
    const head = unnamedHead(set.article, asWritten(set.annotator).id);
    if (canonicalJson(head) !== canonicalJson(headOf(set))) ledger.lose('METADATA_DROPPED', set.article, set.id);
    return { ...head, annotations: set.annotations, relations: set.relations };
  });
  return { ...dataset, annotators: [...new Map(annotators.map((one) => [one.id, one])).values()], sets };
};
