import { type Annotation, sameSpans } from '../../model/annotation.ts';
import { type AnnotationSet, ordered } from '../../model/annotation-set.ts';
import { lowerBound } from '../../text/lower-bound.ts';
import { type Span, span } from '../../text/offsets.ts';
import { type LossLedger } from '../loss-ledger.ts';
import { inEachSet, type Reduction, withoutAnnotations } from '../reductions/reduction.ts';
import { edgesOf } from '../tokens/cut-at-edges.ts';
import { tokenAround } from '../tokens/forced-tokens.ts';
import { featureNames } from './layers.ts';
import { naturalTokens, tokensCut } from './units.ts';

/** Borders in blanks move to the next word inside; what holds no word at all goes. */
const snapToTokens: Reduction = (dataset, ledger) => {
  const texts = new Map(dataset.articles.map(({ id, text }) => [id, text]));
  return { ...dataset, sets: dataset.sets.map((set) => snapped(set, texts.get(set.article) ?? '', ledger)) };
};

function snapped(set: AnnotationSet, text: string, ledger: LossLedger): AnnotationSet {
  const tokens = tokensCut(text, edgesOf(set.annotations));
  const natural = naturalTokens(text);
  const pieces = new Map(set.annotations.map(({ id, spans }) => [id, spans.flatMap((one) => snappedSpan(one, tokens))]));
  const gone = new Set(set.annotations.filter(({ id }) => pieces.get(id)?.length === 0).map(({ id }) => id));
  for (const id of gone) ledger.lose('EMPTY_SKIPPED', set.article, id);
  const left = withoutAnnotations(set, gone, ledger);
  const annotations = left.annotations.map((one): Annotation => {
    const spans = pieces.get(one.id) ?? [];
    if (spans.some(({ start, end }) => tokenAround(natural, start) ?? tokenAround(natural, end))) ledger.change('TOKEN_FORCED', set.article, one.id);
    if (sameSpans(spans, one.spans)) return one;
    ledger.lose('SPAN_SNAPPED', set.article, one.id);
    return { ...one, spans };
  });
  return ordered({ ...left, annotations });
}

function snappedSpan({ start, end }: Span, tokens: readonly Span[]): readonly Span[] {
  const first = indexFrom(tokens, start);
  let last = indexFrom(tokens, end) - 1;
  while (last >= first && (tokens[last]?.end ?? 0) > end) last--;
  const [from, to] = [tokens[first], tokens[last]];
  return from && to && last >= first ? [span(from.start, to.end)] : [];
}

/** The first token that begins at the offset or after it. */
const indexFrom = (tokens: readonly Span[], offset: number): number => lowerBound(tokens, ({ start }) => start >= offset);

/** A carriage return would end a row. */
const settleValues: Reduction = inEachSet((set, ledger) => ({
  ...set,
  annotations: set.annotations.map((one) => {
    if (Object.values(one.attributes).every((value) => !value.includes('\r'))) return one;
    ledger.lose('CHAR_REPLACED', set.article, one.id);
    return { ...one, attributes: Object.fromEntries(Object.entries(one.attributes).map(([name, value]) => [name, value.replace(/\r\n?/g, '\n')])) };
  }),
}));

/** What is there in another form, and comes back. */
const reportForms: Reduction = (dataset, ledger) => {
  const features = featureNames(dataset.schema);
  for (const { id, text } of dataset.articles) if (!/^ *[^\s\p{Cc}]/u.test(text)) ledger.change('CHAR_REPLACED', id);
  for (const { article, annotations } of dataset.sets)
    for (const { id, spans, attributes } of annotations) {
      if (spans.length > 1) ledger.change('DISCONTINUOUS_SPLIT', article, id);
      if (Object.keys(attributes).some((name) => features.get(name) !== name)) ledger.change('LABEL_RENAMED', article, id);
    }
  return dataset;
};

export const webannoReductions: readonly Reduction[] = [snapToTokens, settleValues, reportForms];
