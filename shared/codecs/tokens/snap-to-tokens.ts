import { type Annotation } from '../../model/annotation.ts';
import { type AnnotationSet } from '../../model/annotation-set.ts';
import { type AnnotationId, type ArticleId } from '../../model/id.ts';
import { type Span } from '../../text/offsets.ts';
import { tokens } from '../../text/segment.ts';
import { type LossLedger } from '../loss-ledger.ts';
import { type Reduction, withoutAnnotations } from '../reductions/reduction.ts';
import { edgesOf } from './cut-at-edges.ts';
import { forcedTokens, tokenAround, tokensWithin } from './forced-tokens.ts';

/** A Reduction that looks at one set over its text. */
const overText =
  (reduce: (set: AnnotationSet, text: string, ledger: LossLedger) => AnnotationSet): Reduction =>
  (dataset, ledger) => {
    const texts = new Map<ArticleId, string>(dataset.articles.map(({ id, text }) => [id, text]));
    return { ...dataset, sets: dataset.sets.map((set) => reduce(set, texts.get(set.article) ?? missing(set), ledger)) };
  };

function missing({ id, article }: AnnotationSet): never {
  throw new Error(`set ${id} is about article ${article}, which is not in its slice`);
}

/** Spans lose the blanks at their ends: a format that labels tokens has no other place for a border. What holds no token goes. */
export const snapToTokens: Reduction = overText((set, text, ledger) => {
  const found = forcedTokens(text, edgesOf(set.annotations));
  const gone = new Set<AnnotationId>();
  const annotations = set.annotations.map((annotation) => {
    const spans = annotation.spans.flatMap((one) => snapped(one, found));
    if (spans.length === 0) {
      gone.add(annotation.id);
      ledger.lose('EMPTY_SKIPPED', set.article, annotation.id);
    }
    const isSame = spans.length === annotation.spans.length && spans.every((one, index) => same(one, annotation.spans[index]));
    if (isSame || spans.length === 0) return annotation;
    ledger.lose('SPAN_SNAPPED', set.article, annotation.id);
    return { ...annotation, spans };
  });
  return withoutAnnotations({ ...set, annotations }, gone, ledger);
});

const same = (a: Span, b: Span | undefined): boolean => a.start === b?.start && a.end === b.end;

function snapped(one: Span, found: readonly Span[]): readonly Span[] {
  const within = tokensWithin(found, one);
  if (!within) return [];
  const [first, last] = within.map((index) => found[index] as Span) as [Span, Span];
  return [{ start: first.start, end: last.end }];
}

/** Counts the tokens that had to be broken, once for each break. */
export const reportForcedTokens: Reduction = overText((set, text, ledger) => {
  const found = tokens(text);
  const seen = new Set<number>();
  const report = ({ id, spans }: Annotation): void => {
    for (const edge of spans.flatMap(({ start, end }) => [start, end])) {
      if (!seen.has(edge) && tokenAround(found, edge)) ledger.change('TOKEN_FORCED', set.article, id);
      seen.add(edge);
    }
  };
  for (const annotation of set.annotations) report(annotation);
  return set;
});
