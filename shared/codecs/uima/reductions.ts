import { type Annotation } from '../../model/annotation.ts';
import { type Dataset } from '../../model/dataset.ts';
import { fingerprint } from '../../text/fingerprint.ts';
import { inEachSet, type Reduction } from '../reductions/reduction.ts';
import { xmlLegal } from '../xml-text.ts';
import { featureOfAttribute } from './feature-name.ts';

/** Says whose attributes stand under other names, because UIMA does not allow theirs. */
export const tellRenamedAttributes: Reduction = inEachSet((set, ledger) => {
  for (const { id, attributes } of set.annotations)
    if (Object.keys(attributes).some((name) => featureOfAttribute(name) !== name)) ledger.change('LABEL_RENAMED', set.article, id);
  return set;
});

/** Blanks in place of characters that XML cannot hold, in texts, notes and attributes; no offset moves. */
export const replaceIllegal: Reduction = (dataset, ledger) => replaceInSets(replaceInTexts(dataset, ledger), ledger);

const replaceInTexts: Reduction = (dataset, ledger): Dataset => ({
  ...dataset,
  articles: dataset.articles.map((article) => {
    const text = xmlLegal(article.text);
    if (text === article.text) return article;
    ledger.lose('CHAR_REPLACED', article.id);
    return { ...article, text, fingerprint: fingerprint(text) };
  }),
});

const replaceInSets = inEachSet((set, ledger) => ({
  ...set,
  annotations: set.annotations.map((annotation): Annotation => {
    const note = xmlLegal(annotation.note);
    const attributes = Object.entries(annotation.attributes).map(([name, value]) => [name, xmlLegal(value)] as const);
    if (note === annotation.note && attributes.every(([name, value]) => annotation.attributes[name] === value)) return annotation;
    ledger.lose('CHAR_REPLACED', set.article, annotation.id);
    return { ...annotation, note, attributes: Object.fromEntries(attributes) };
  }),
}));
