import { type Annotation } from '../../model/annotation.ts';
import { type AnnotationSet } from '../../model/annotation-set.ts';
import { type Annotator } from '../../model/annotator.ts';
import { type Article } from '../../model/article.ts';
import { type Entity } from '../../model/entity.ts';
import { withMergeTargets } from '../../model/merged-entities.ts';
import { entitiesOf } from '../../model/references.ts';
import { type Relation } from '../../model/relation.ts';
import { type Schema } from '../../model/schema.ts';
import { jalaliDate } from '../../text/jalali.ts';
import { type OffsetMap, offsetMap, type Span } from '../../text/offsets.ts';
import { tokens } from '../../text/segment.ts';
import { type Fragment } from '../fragment.ts';
import { foreignFields } from './foreign-fields.ts';
import {
  type AnnotatorRecord, type DocumentRecord, type EmptyRecord, type EntityRecord, format, type RelationRecord, type SpanRecord, version,
} from './record.ts';

/** Who and what a line brings with it, by id. */
export interface Company {
  readonly entities: readonly Entity[];
  readonly annotators: readonly Annotator[];
}

/** One Article with what all its lines need, made once. */
export interface ArticleView {
  readonly article: Article;
  readonly offsets: OffsetMap;
  readonly points: readonly string[];
  readonly tokens: readonly { readonly start: number; readonly end: number }[];
}

export function viewOf(article: Article): ArticleView {
  const offsets = offsetMap(article.text);
  const inPoints = ({ start, end }: Span) => ({ start: offsets.toCodePoint(start), end: offsets.toCodePoint(end) });
  return { article, offsets, points: [...article.text], tokens: tokens(article.text).map(inPoints) };
}

const header = { format, version, offset_unit: 'code_point' } as const;
const reference = ({ id, version: release }: Schema) => ({ id, version: release });

/** One line: the fields in the order of the format page, then the foreign ones. */
export function documentRecord(view: ArticleView, set: AnnotationSet | null, schema: Schema, company: Company): DocumentRecord {
  const { article } = view;
  const { source } = article;
  return {
    ...header,
    doc_id: article.id,
    group_id: article.group,
    lang: article.language,
    title: article.title,
    meta: {
      publisher: source.publisher,
      url: source.url,
      published: source.published,
      published_jalali: source.published === null ? null : jalaliDate(source.published),
      license: source.licence,
      file: source.file,
      added: article.added,
    },
    text: article.text,
    text_sha256: article.fingerprint,
    schema: reference(schema),
    set: set && setRecord(set),
    annotator: set && set.annotator,
    spans: set ? set.annotations.map((annotation) => spanRecord(annotation, set, view)) : [],
    relations: set ? set.relations.map(relationRecord) : [],
    tokens: [...view.tokens],
    entities: company.entities.map(entityRecord),
    annotators: company.annotators.map(annotatorRecord),
    ...foreignFields(article.extra),
  };
}

export const emptyRecord = (schema: Schema, company: Company): EmptyRecord => ({
  ...header,
  doc_id: null,
  group_id: null,
  lang: null,
  title: null,
  meta: null,
  text: null,
  text_sha256: null,
  schema: reference(schema),
  set: null,
  annotator: null,
  spans: [],
  relations: [],
  tokens: [],
  entities: company.entities.map(entityRecord),
  annotators: company.annotators.map(annotatorRecord),
});

const setRecord = ({ id, role, status, override }: AnnotationSet): NonNullable<DocumentRecord['set']> => ({
  id, role, status, ...(override && { override: { reason: override.reason, codes: [...override.codes] } }),
});

const spanRecord = (annotation: Annotation, set: AnnotationSet, view: ArticleView): SpanRecord => ({
  id: annotation.id,
  label: annotation.label,
  fragments: annotation.spans.map((span) => fragmentRecord(span, annotation, view)),
  attributes: attributeList(annotation.attributes),
  links: annotation.entity === null ? [] : [annotation.entity],
  note: annotation.note,
  flagged: annotation.flagged,
  origin: annotation.origin,
  by: set.annotator,
  status: set.role,
});

/** @throws when the code points from start to end are not the text of the Span: then the conversion is wrong. */
function fragmentRecord({ start, end }: Span, { id }: Annotation, { article, offsets, points }: ArticleView): Fragment {
  const [from, to] = [offsets.toCodePoint(start), offsets.toCodePoint(end)];
  const text = article.text.slice(start, end);
  const slice = points.slice(from, to).join('');
  if (slice !== text) {
    const where = `annotation ${id} of article ${article.id}`;
    throw new Error(`${where}: code points ${from}–${to} are "${slice}", its span ${start}–${end} is "${text}"`);
  }
  return { start: from, end: to, text };
}

const relationRecord = ({ id, type, from, to, attributes }: Relation): RelationRecord => ({
  id,
  label: type,
  head: from,
  tail: to.id,
  tail_kind: to.kind === 'annotation' ? 'span' : 'entity',
  attributes: attributeList(attributes),
});

/** A list, never a map: readers with fixed columns need one type for all attributes. */
const attributeList = (attributes: Readonly<Record<string, string>>): { name: string; value: string }[] =>
  Object.entries(attributes)
    .sort(([a], [b]) => (a < b ? -1 : 1))
    .map(([name, value]) => ({ name, value }));

const entityRecord = ({ id, name, kind, aliases, offices, note, mergedInto }: Entity): EntityRecord => ({
  id,
  name,
  kind,
  aliases: [...aliases],
  offices: offices.map(({ title, from, to }) => ({ title, from, to })),
  note,
  ...(mergedInto !== undefined && { merged_into: mergedInto }),
});

const annotatorRecord = ({ id, kind, name, version: release }: Annotator): AnnotatorRecord => ({ id, kind, name, version: release });

/** Those that a set refers to, and those that they were merged into. */
export function companyOf(set: AnnotationSet, { entities, annotators }: Company): Company {
  const meant = withMergeTargets(entities, entitiesOf(set));
  return { entities: entities.filter(({ id }) => meant.has(id)), annotators: annotators.filter(({ id }) => id === set.annotator) };
}
