import { type Annotation } from '../../model/annotation.ts';
import { type Dataset } from '../../model/dataset.ts';
import { type LossLedger } from '../loss-ledger.ts';
import { type Reduction, withoutAnnotations } from '../reductions/reduction.ts';
import { cutAtLines } from './line-pieces.ts';
import { writtenType } from './dialect.ts';
import { withoutBlanks } from './one-line.ts';

const textsOf = ({ articles }: Dataset): ReadonlyMap<string, string> => new Map(articles.map(({ id, text }) => [id, text]));

/** Annotations of nothing but line feeds cannot be written: brat's reference text has no line to stand on. */
export const dropLineFeeds: Reduction = (dataset, ledger) => {
  const texts = textsOf(dataset);
  return {
    ...dataset,
    sets: dataset.sets.map((set) => {
      const text = texts.get(set.article) ?? '';
      const gone = new Set(set.annotations.filter(({ spans }) => cutAtLines(text, spans).length === 0).map(({ id }) => id));
      for (const id of gone) ledger.lose('EMPTY_SKIPPED', set.article, id);
      return withoutAnnotations(set, gone, ledger);
    }),
  };
};

/** What is there in another form, and comes back: nothing is altered here. */
export const reportForms: Reduction = (dataset, ledger) => {
  const texts = textsOf(dataset);
  for (const { article, annotations, relations } of dataset.sets) {
    for (const annotation of annotations) reportAnnotation(annotation, texts.get(article) ?? '', article, ledger);
    for (const { id, type, to, attributes } of relations) {
      if (Object.keys(attributes).length > 0) ledger.change('MOVED_ASIDE', article, id);
      if (to.kind === 'entity' && writtenType(type) !== type) ledger.change('LABEL_RENAMED', article, id);
    }
  }
  return dataset;
};

function reportAnnotation({ id, spans, attributes }: Annotation, text: string, article: string, ledger: LossLedger): void {
  if (cutAtLines(text, spans).length !== spans.length) ledger.change('NEWLINE_SPLIT', article, id);
  if (Object.values(attributes).some((value) => withoutBlanks(value) !== value)) ledger.change('CHAR_REPLACED', article, id);
}
