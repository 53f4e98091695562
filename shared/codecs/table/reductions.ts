import { canonicalJson } from '../../canonical-json.ts';
import { isFormula } from '../../csv.ts';
import { type AnnotationSet } from '../../model/annotation-set.ts';
import { type ArticleSource } from '../../model/article.ts';
import { type Dataset } from '../../model/dataset.ts';
import { isLegalOffset, span, type Span } from '../../text/offsets.ts';
import { type LossLedger } from '../loss-ledger.ts';
import { type Reduction } from '../reductions/reduction.ts';
import { tableIds } from './column.ts';
import { type Audience, tableWriter } from './rows.ts';

/** Says in which rows a cell is written with an apostrophe before it, so that no program takes it for a formula. */
export const tellGuards = (audienceOf: (schema: Dataset['schema']) => Audience): Reduction => (dataset, ledger) => {
  const { rows } = tableWriter(dataset.schema, audienceOf(dataset.schema));
  const tables = rows(dataset);
  for (const table of tableIds)
    for (const { where, cells } of tables[table]) if (cells.some(isFormula)) ledger.change('FORMULA_GUARDED', ...where);
  return dataset;
};

/** UTF-16 code units that a cell of Excel holds. */
export const cellLimit = 32_767;

/**
 * Nothing longer than a cell: labels and texts are cut, of lists the last ones go, of fields that are one JSON text all go. A cut label
 * ends where its words in the table end.
 */
export const cutToCells: Reduction = (dataset, ledger) => cutSets(cutEntities(cutAnnotators(cutArticles(dataset, ledger), ledger), ledger), ledger);

function cut(text: string): string;
function cut(text: string | null): string | null;
function cut(text: string | null): string | null {
  if (text === null || text.length <= cellLimit) return text;
  return text.slice(0, isLegalOffset(text, cellLimit) ? cellLimit : cellLimit - 1);
}

const tooLong = (fields: object): boolean => Object.keys(fields).length > 0 && canonicalJson(fields).length > cellLimit;

/** As many of the items as one cell holds; room is left for what stands between them and around their dates. */
function cutList<T>(items: readonly T[], lengthOf: (item: T) => number): readonly T[] {
  let length = 0;
  const end = items.findIndex((one) => (length += lengthOf(one) + 30) > cellLimit);
  return end < 0 ? items : items.slice(0, end);
}

/** The record with its long fields cut, and a line in the ledger where there were any. Unconcerned ones stay the same. */
function cutRecord<T extends object>(record: T, short: Partial<T>, ledger: LossLedger, ...where: readonly string[]): T {
  if ((Object.keys(short) as (keyof T)[]).every((field) => short[field] === record[field])) return record;
  ledger.lose('CELL_TRUNCATED', ...where);
  return { ...record, ...short };
}

const cutArticles: Reduction = (dataset, ledger) => ({
  ...dataset,
  articles: dataset.articles.map((article) => {
    const { title, language, group, added, extra } = article;
    const short = { title: cut(title), language: cut(language), group: cut(group), added: cut(added), extra: tooLong(extra) ? {} : extra };
    return cutRecord(article, { ...short, source: cutSource(article.source) }, ledger, article.id);
  }),
});

function cutSource(source: ArticleSource): ArticleSource {
  const { publisher, url, published, licence, file } = source;
  const isShort = [publisher, url, published, licence, file].every((one) => one === cut(one));
  if (isShort) return source;
  return { publisher: cut(publisher), url: cut(url), published: cut(published), licence: cut(licence), file: cut(file) };
}

const cutAnnotators: Reduction = (dataset, ledger) => ({
  ...dataset,
  annotators: dataset.annotators.map((one) => cutRecord(one, { name: cut(one.name), version: cut(one.version) }, ledger, one.id)),
});

const cutEntities: Reduction = (dataset, ledger) => ({
  ...dataset,
  entities: dataset.entities.map((one) => {
    const aliases = cutList(one.aliases, (alias) => alias.length);
    const offices = cutList(one.offices, ({ title, from, to }) => title.length + (from ?? '').length + (to ?? '').length);
    return cutRecord(one, { name: cut(one.name), note: cut(one.note), aliases, offices }, ledger, one.id);
  }),
});

const cutSets: Reduction = (dataset, ledger) => {
  const textOf = new Map(dataset.articles.map(({ id, text }) => [id, text]));
  return { ...dataset, sets: dataset.sets.map((set) => cutSet(set, textOf.get(set.article) ?? '', ledger)) };
};

function cutSet(set: AnnotationSet, text: string, ledger: LossLedger): AnnotationSet {
  const whole = {
    ...set,
    annotations: set.annotations.map((one) => cutRecord(one, { note: cut(one.note), spans: cutSpans(one.spans, text) }, ledger, set.article, one.id)),
    relations: set.relations.map((one) => (tooLong(one.attributes) ? cutRecord(one, { attributes: {} }, ledger, set.article, one.id) : one)),
  };
  const { override } = set;
  if (!override || override.reason.length <= cellLimit) return whole;
  return cutRecord(whole, { override: { ...override, reason: cut(override.reason) } }, ledger, set.article, set.id);
}

function cutSpans(spans: readonly Span[], text: string): readonly Span[] {
  if (spans.every(({ start, end }) => end - start <= cellLimit)) return spans;
  return spans.map(({ start, end }) => span(start, start + cut(text.slice(start, end)).length));
}
