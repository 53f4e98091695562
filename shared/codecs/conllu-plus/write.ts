import { type Annotation } from '../../model/annotation.ts';
import { type AnnotationSet } from '../../model/annotation-set.ts';
import { type Dataset } from '../../model/dataset.ts';
import { type AnnotationId } from '../../model/id.ts';
import { type Relation } from '../../model/relation.ts';
import { type Schema } from '../../model/schema.ts';
import { type Span } from '../../text/offsets.ts';
import { encodeUtf8 } from '../../text/utf8.ts';
import { type Writer } from '../codec.ts';
import { type ArticleView, type Company, companyOf, documentRecord, viewOf } from '../native/write-record.ts';
import { edgesOf } from '../tokens/cut-at-edges.ts';
import { forcedTokens, tokensWithin } from '../tokens/forced-tokens.ts';
import { header } from '../tokens/header.ts';
import { tokensBySentence } from '../tokens/sentence-tokens.ts';
import { columns, emptyCell, escaped, fieldsCell, gapFields, unannotatedCell } from './cells.ts';

/** `<stem>.conllup`, one set a document. */
export function writeConlluPlus(_: Schema, stem: string): Writer {
  let head = `# global.columns = ${columns.join(' ')}\n`;
  const written = (text: string) => {
    const file = { name: `${stem}.conllup`, bytes: encodeUtf8(`${head}${text}`) };
    head = '';
    return [file];
  };
  return {
    add: (slice) => (slice.articles.length === 0 ? [] : written(documentsOf(slice))),
    end: () => written(''),
  };
}

function documentsOf({ schema, articles: [article], annotators, entities, sets }: Dataset): string {
  if (!article) throw new Error('no article to write');
  const view = viewOf(article);
  if (sets.length === 0) return documentOf(view, null, 0, schema, { entities: [], annotators: [] });
  return sets.map((set, index) => documentOf(view, set, index, schema, companyOf(set, { annotators, entities }))).join('');
}

function documentOf(view: ArticleView, set: AnnotationSet | null, index: number, schema: Schema, company: Company): string {
  const { article } = view;
  const annotations = set?.annotations ?? [];
  const found = forcedTokens(article.text, edgesOf(annotations));
  const cells = set ? labelCells(set, found) : null;
  const name = index === 0 ? article.id : `${article.id}~${index + 1}`;
  let at = 0;
  const sentences = tokensBySentence(article.text, found).map((tokens, place) => {
    const [start, end] = [tokens[0].start, (tokens.at(-1) as Span).end];
    const rows = tokens.map((_, id) => rowOf(view, found, at++, id + 1, cells));
    return [`# sent_id = ${name}-s${place + 1}`, `# text = ${article.text.slice(start, end)}`, ...rows, ''].join('\n');
  });
  const opening = `# newdoc id = ${article.id}\n# naql = ${headerLine(view, set, schema, company, found.length === 0)}\n`;
  return `${opening}${sentences.length === 0 ? '\n' : sentences.map((one) => `${one}\n`).join('')}`;
}

/** One line whatever a reader takes for a line end. A text in which nothing can be seen has no row and stands here. */
function headerLine(view: ArticleView, set: AnnotationSet | null, schema: Schema, company: Company, isWordless: boolean): string {
  const record = documentRecord(view, set, schema, company);
  const text = isWordless ? { text: view.article.text } : {};
  const fields = { ...header(record, view.article), ...text, entities: record.entities, annotators: record.annotators };
  return JSON.stringify(fields).replace(/[\u0085\u2028\u2029]/g, (one) => `\\u${one.charCodeAt(0).toString(16).padStart(4, '0')}`);
}

/** By token: what begins there or goes on there, and the Relations of what begins there. */
interface LabelCells {
  readonly spans: ReadonlyMap<number, readonly string[]>;
  readonly relations: ReadonlyMap<number, readonly string[]>;
}

function rowOf({ article, offsets }: ArticleView, found: readonly Span[], at: number, id: number, cells: LabelCells | null): string {
  const { start, end } = found[at] as Span;
  const misc = [
    `start=${offsets.toCodePoint(start)}`,
    `end=${offsets.toCodePoint(end)}`,
    ...(at === 0 ? gapFields(article.text.slice(0, start), 'SpacesBefore') : []),
    ...gapFields(article.text.slice(end, found[at + 1]?.start ?? article.text.length), 'SpacesAfter'),
  ];
  const cell = (items: ReadonlyMap<number, readonly string[]> | undefined): string =>
    items ? (items.get(at)?.join(';') ?? emptyCell) : unannotatedCell;
  return [id, article.text.slice(start, end), misc.join('|'), cell(cells?.spans), cell(cells?.relations)].join('\t');
}

/** Annotations are numbered in reading order, from 1 and once in the document. */
function labelCells({ annotations, relations }: AnnotationSet, found: readonly Span[]): LabelCells {
  const spans = new Map<number, string[]>();
  const links = new Map<number, string[]>();
  const put = (into: Map<number, string[]>, at: number, item: string): void => void into.set(at, [...(into.get(at) ?? []), item]);
  const numberOf = new Map<AnnotationId, number>(annotations.map(({ id }, index) => [id, index + 1]));
  const firstOf = new Map<AnnotationId, number>();
  for (const annotation of annotations) {
    const number = String(numberOf.get(annotation.id));
    let previous = -1;
    for (const one of annotation.spans) {
      const [first, last] = placesOf(one, annotation, found);
      // Pieces that touch would read as one: the second says that it begins anew.
      const begin = previous === -1 ? `${number}:${escaped(annotation.label)}${annotationFields(annotation)}` : number;
      put(spans, first, previous === first - 1 && previous !== -1 ? `${begin}+` : begin);
      for (let at = first + 1; at <= last; at++) put(spans, at, number);
      if (previous === -1) firstOf.set(annotation.id, first);
      previous = last;
    }
  }
  for (const relation of relations) put(links, firstOf.get(relation.from) ?? 0, relationItem(relation, numberOf));
  return { spans, relations: links };
}

/** @throws when an Annotation does not begin and end with a token: then it was not made fit. */
function placesOf(one: Span, { id }: Annotation, found: readonly Span[]): readonly [first: number, last: number] {
  const [first, last] = tokensWithin(found, one) ?? [0, -1];
  if (found[first]?.start !== one.start || found[last]?.end !== one.end)
    throw new Error(`annotation ${id}: its span ${one.start}–${one.end} does not begin and end with a token`);
  return [first, last];
}

const annotationFields = ({ id, entity, note, flagged, origin, attributes }: Annotation): string =>
  fieldsCell(
    [
      ['id', id],
      ...(entity === null ? [] : [['entity', entity] as const]),
      ...(note === '' ? [] : [['note', note] as const]),
      ...(flagged ? [['flagged', 'yes'] as const] : []),
      ...(origin === 'manual' ? [] : [['origin', origin] as const]),
    ],
    attributes,
  );

function relationItem({ id, type, from, to, attributes }: Relation, numberOf: ReadonlyMap<AnnotationId, number>): string {
  const target = to.kind === 'entity' ? `@${escaped(to.id)}` : String(numberOf.get(to.id));
  return `${numberOf.get(from)}:${escaped(type)}>${target}${fieldsCell([['id', id]], attributes)}`;
}
