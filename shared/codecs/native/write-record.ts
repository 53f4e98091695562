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
import { type OffsetMap, offsetMap } from '../../text/offsets.ts';
import { tokens } from '../../text/segment.ts';
import { type SpanWriter, spanWriter } from '../written-span.ts';
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
  readonly fragment: SpanWriter;
}

export const viewOf = (article: Article): ArticleView => ({
  article, offsets: offsetMap(article.text), fragment: spanWriter(article.text, 'code-point'),
});

/** Words and marks of the text, in code points. */
export const tokensOf = ({ article, offsets }: ArticleView): readonly { readonly start: number; readonly end: number }[] =>
  tokens(article.text).map(({ start, end }) => ({ start: offsets.toCodePoint(start), end: offsets.toCodePoint(end) }));

const header = { format, version, offset_unit: 'code_point' } as const;
const reference = ({ id, version: release }: Schema) => ({ id, version: release });

/** One line without its tokens, which only some formats write: the fields in the order of the format page, then the foreign ones. */
export const documentRecord = (view: ArticleView, set: AnnotationSet | null, schema: Schema, company: Company): DocumentRecord => ({
  ...beforeTokens(view, set, schema),
  ...behindTokens(view, company),
});

/** The fields of a line that stand before its tokens. */
export function beforeTokens(view: ArticleView, set: AnnotationSet | null, schema: Schema): Omit<DocumentRecord, 'tokens' | keyof Behind> {
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
  };
}

type Behind = Pick<DocumentRecord, 'entities' | 'annotators'>;

/** Those that stand behind them. */
export const behindTokens = ({ article }: ArticleView, { entities, annotators }: Company): Behind => ({
  entities: entities.map(entityRecord),
  annotators: annotators.map(annotatorRecord),
  ...foreignFields(article.extra),
});

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
  fragments: annotation.spans.map(view.fragment),
  attributes: attributeList(annotation.attributes),
  links: annotation.entity === null ? [] : [annotation.entity],
  note: annotation.note,
  flagged: annotation.flagged,
  origin: annotation.origin,
  by: set.annotator,
  status: set.role,
});

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

const entityRecord = ({ id, name, kind, aliases, offices, note, party, wikidata, mergedInto }: Entity): EntityRecord => ({
  id,
  name,
  kind,
  aliases: [...aliases],
  offices: offices.map(({ title, from, to }) => ({ title, from, to })),
  note,
  ...(party !== undefined && { party }),
  ...(wikidata !== undefined && { wikidata }),
  ...(mergedInto !== undefined && { merged_into: mergedInto }),
});

const annotatorRecord = ({ id, kind, name, version: release }: Annotator): AnnotatorRecord => ({ id, kind, name, version: release });

/** Those that a set refers to, and those that they were merged into. */
export function companyOf(set: AnnotationSet, { entities, annotators }: Company): Company {
  const meant = withMergeTargets(entities, entitiesOf(set));
  return { entities: entities.filter(({ id }) => meant.has(id)), annotators: annotators.filter(({ id }) => id === set.annotator) };
}
