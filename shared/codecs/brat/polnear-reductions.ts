import { sameSpans } from '../../model/annotation.ts';
import { type AnnotationSet, ordered } from '../../model/annotation-set.ts';
import { type Schema } from '../../model/schema.ts';
import { type LossLedger } from '../loss-ledger.ts';
import { dropOverlaps } from '../reductions/drop-overlaps.ts';
import { type Reduction, withoutAnnotations } from '../reductions/reduction.ts';
import { cutAtLines, joinedOverLines } from './line-pieces.ts';
import { keepDigits } from './polnear-people.ts';
import { partOf, type Roles, rolesOf } from './polnear-roles.ts';

/** Labels that play no part in an attribution go, nested commitments among them. */
const dropOtherLabels: Reduction = (dataset, ledger) => {
  const roles = rolesOf(dataset.schema);
  return {
    ...dataset,
    sets: dataset.sets.map((set) => {
      const others = set.annotations.filter(({ label }) => partOf(roles, label) === undefined);
      for (const { id } of others) ledger.lose('LABEL_DROPPED', set.article, id);
      return withoutAnnotations(set, new Set(others.map(({ id }) => id)), ledger);
    }),
  };
};

/** Line feeds at the edges of a piece go, and pieces with nothing but line feeds between them become one. */
const settlePieces: Reduction = (dataset, ledger) => {
  const texts = new Map(dataset.articles.map(({ id, text }) => [id, text]));
  return { ...dataset, sets: dataset.sets.map((set) => settledSet(set, texts.get(set.article) ?? '', ledger)) };
};

function settledSet(set: AnnotationSet, text: string, ledger: LossLedger): AnnotationSet {
  const gone = new Set(set.annotations.filter(({ spans }) => cutAtLines(text, spans).length === 0).map(({ id }) => id));
  for (const id of gone) ledger.lose('EMPTY_SKIPPED', set.article, id);
  const left = withoutAnnotations(set, gone, ledger);
  const annotations = left.annotations.map((one) => {
    const cut = cutAtLines(text, one.spans);
    const spans = joinedOverLines(text, cut);
    if (sameSpans(spans, one.spans)) {
      if (cut.length !== spans.length) ledger.change('NEWLINE_SPLIT', set.article, one.id);
      return one;
    }
    ledger.lose('SPAN_SNAPPED', set.article, one.id);
    return { ...one, spans };
  });
  return ordered({ ...left, annotations });
}

/** Only what leads from content to source or cue is an attribution. */
const dropOtherRelations: Reduction = (dataset, ledger) => ({
  ...dataset,
  sets: dataset.sets.map((set) => withOwnRelations(set, dataset.schema, ledger)),
});

function withOwnRelations(set: AnnotationSet, schema: Schema, ledger: LossLedger): AnnotationSet {
  const roles = rolesOf(schema);
  const labelOf = new Map(set.annotations.map(({ id, label }) => [id, label]));
  const relations = set.relations.filter(({ id, type, from, to }) => {
    const target = to.kind === 'annotation' ? labelOf.get(to.id) : undefined;
    const source = labelOf.get(from);
    const isOwn = source !== undefined && target !== undefined && isAttribution(roles, type, source, target);
    if (!isOwn) ledger.lose('RELATION_DROPPED', set.article, id);
    return isOwn;
  });
  return { ...set, relations };
}

const isAttribution = ({ labels, relations }: Roles, type: string, from: string, to: string): boolean =>
  from === labels.Content && ((type === relations.Source && to === labels.Source) || (type === relations.Cue && to === labels.Cue));

const reportNames: Reduction = (dataset, ledger) => {
  for (const { article, annotations } of dataset.sets) for (const { id } of annotations) ledger.change('LABEL_RENAMED', article, id);
  return dataset;
};

/** PolNeAR's spans are univocal: no character plays two parts. */
export const polnearReductions: readonly Reduction[] = [dropOtherLabels, settlePieces, dropOverlaps, dropOtherRelations, keepDigits, reportNames];
