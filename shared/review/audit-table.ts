import { csvLine, type CsvCell, type CsvStyle, guarded } from '../csv.ts';
import { catalogue, type MessageCode } from '../messages/catalogue.ts';
import { type Annotation, hull } from '../model/annotation.ts';
import { type Article } from '../model/article.ts';
import { type Dataset } from '../model/dataset.ts';
import { reasonWords } from '../model/decided.ts';
import { type AnnotatorId } from '../model/id.ts';
import { labelDef } from '../model/schema.ts';
import { offsetMap } from '../text/offsets.ts';
import { type AuditLine, auditedSource, auditLines } from './audit.ts';
import { type Traces } from './trace.ts';

export type AuditLanguage = 'fa' | 'en';

const style: CsvStyle = { mark: '\ufeff', lineEnd: '\r\n', cell: guarded };

const columns = [
  'article', 'title', 'gold', 'turn', 'label', 'words', 'start', 'end', 'source', 'act', 'rule', 'reason', 'note', 'by', 'at', 'taken', 'readers', 'people', 'confidence',
  'adjudicators', 'holds', 'annotation', 'version', 'hash', 'before', 'after', 'device', 'lamport', 'sequence', 'app',
] as const;
type Column = (typeof columns)[number];

/** The head of the table, with the mark by which Excel knows UTF-8. */
export const auditHead = (language: AuditLanguage): string => `${style.mark}${csvLine(columns.map((column) => catalogue[`audit.column.${column}`][language]), style)}`;

/**
 * How the gold sets of these Articles came about as lines of a CSV that Excel opens, in the language: who decided what of each thing, when and why.
 * On which device, when by its count and by which version is said as far as the Log tells. Offsets are in code points; of an interrupted one they are its first and
 * last. What is not known is empty. What looks like a formula is guarded.
 */
export function auditRows(part: Pick<Dataset, 'schema' | 'articles' | 'annotators' | 'sets' | 'events'>, language: AuditLanguage, traces?: Traces): string {
  const places = new Map(part.articles.map((article) => [article.id, article] as const));
  return auditLines(part, traces).map((line) => {
    const article = places.get(line.article);
    if (!article) throw new Error(`an audit of ${line.article}, which is not there`);
    const cells = cellsOf(line, article, part, language);
    return csvLine(columns.map((column) => cells[column]), style);
  }).join('');
}

function cellsOf(line: AuditLine, article: Article, { schema, annotators }: Pick<Dataset, 'schema' | 'annotators'>, language: AuditLanguage): Readonly<Record<Column, CsvCell>> {
  const word = (code: MessageCode): string => catalogue[code][language];
  const nameOf = (id: AnnotatorId): string => annotators.find((one) => one.id === id)?.name ?? id;
  const { thing, item, act, rule, reason } = line;
  const { toCodePoint } = offsetMap(article.text);
  const place = thing && hull(thing);
  const source = auditedSource(line);
  const formOf = (one: Annotation | null): string | null => {
    if (!one) return null;
    const spans = one.spans.map(({ start, end }) => `[${toCodePoint(start)}, ${toCodePoint(end)})`).join(' ');
    const values = Object.entries(one.attributes).sort(([a], [b]) => (a < b ? -1 : 1)).map(([id, value]) => `${id}=${value}`);
    return [one.label, spans, ...values, ...(one.entity === null ? [] : [one.entity])].join(' ');
  };
  return {
    article: article.id, title: article.title, gold: nameOf(line.of), turn: line.turn,
    label: thing && (labelDef(schema, thing.label)?.name[language] ?? thing.label),
    words: thing && thing.spans.map(({ start, end }) => article.text.slice(start, end)).join(' … '),
    start: place && toCodePoint(place.start), end: place && toCodePoint(place.end),
    source: source && word(`audit.source.${source}`), act: word(`audit.act.${act}`), rule: rule && word(`audit.rule.${rule}`), reason: reason && reasonWords(reason, word), note: line.note,
    by: nameOf(line.by), at: line.at, taken: line.taken && nameOf(line.taken), readers: line.readers.map(nameOf).join(word('annotate.separator')),
    people: item?.people, confidence: shareOf(item?.confidence ?? null), adjudicators: item?.adjudicators,
    holds: word(line.holds ? 'audit.holds' : 'audit.replaced'), annotation: line.annotation, version: line.version, hash: line.hash,
    before: formOf(line.before), after: formOf(line.after), device: line.trace?.device, lamport: line.trace?.lamport, sequence: line.trace?.sequence, app: line.trace?.app,
  };
}

const shareOf = (part: number | null): number | null => (part === null ? null : Number(part.toFixed(4)));
