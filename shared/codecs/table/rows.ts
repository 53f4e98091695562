import { canonicalJson } from '../../canonical-json.ts';
import { type Annotation } from '../../model/annotation.ts';
import { type AnnotationSet } from '../../model/annotation-set.ts';
import { type Dataset } from '../../model/dataset.ts';
import { type Entity } from '../../model/entity.ts';
import { type EntityId } from '../../model/id.ts';
import { type Relation } from '../../model/relation.ts';
import { type Schema } from '../../model/schema.ts';
import { jalaliDate } from '../../text/jalali.ts';
import { utf16 } from '../../text/offsets.ts';
import { annotationColumns, type FragmentSubject, shortened, speakersIn, textOf } from './annotation-columns.ts';
import { type ArticleView, viewOf } from './article-view.ts';
import { type Column, type Row, type TableId } from './column.ts';
import { type Wording } from './wording.ts';

/** For whom a table is written. */
export interface Audience {
  readonly wording: Wording;
  /** People read dates of their own calendar. */
  readonly isForPeople: boolean;
  /** Does the table of articles hold their texts? A cell of a table program holds no long article. */
  readonly hasTexts: boolean;
}

export type Tables = Readonly<Record<TableId, readonly Row[]>>;

/** What all tables of a Schema say, slice by slice. */
export interface TableWriter {
  readonly headers: Readonly<Record<TableId, readonly string[]>>;
  /** Which columns hold long words. */
  readonly isLong: Readonly<Record<TableId, readonly boolean[]>>;
  /** Entities that an earlier slice had stand in its table once. */
  readonly rows: (slice: Dataset) => Tables;
}

export function tableWriter(schema: Schema, { wording, hasTexts, isForPeople }: Audience): TableWriter {
  const annotations = annotationColumns(schema, wording);
  const columns = {
    annotations,
    relations: relationColumns(wording),
    articles: articleColumns(hasTexts),
    sets: setColumns(wording),
    entities: entityColumns(wording),
  } as const satisfies Record<TableId, unknown>;
  const of = <T>(tell: (column: Column<never>) => T): Readonly<Record<TableId, readonly T[]>> => ({
    annotations: columns.annotations.map(tell), relations: columns.relations.map(tell), articles: columns.articles.map(tell),
    sets: columns.sets.map(tell), entities: columns.entities.map(tell),
  });
  const met = new Set<EntityId>();
  return {
    headers: of(wording.header),
    isLong: of(({ isLong }) => isLong ?? false),
    rows(slice) {
      const [article] = slice.articles;
      const entities = slice.entities.filter(({ id }) => !met.has(id)).map((one) => rowOf(columns.entities, one, [one.id]));
      for (const { id } of slice.entities) met.add(id);
      if (!article) return { annotations: [], relations: [], articles: [], sets: [], entities };
      const view = viewOf(article, slice, isForPeople);
      const inSets = <Subject>(list: readonly Column<Subject>[], subjects: (set: AnnotationSet) => readonly (readonly [string, Subject])[]) =>
        slice.sets.flatMap((set) => subjects(set).map(([id, subject]) => rowOf(list, subject, [article.id, id])));
      return {
        annotations: inSets(columns.annotations, (set) => fragmentsOf(set, view, schema).map((one) => [one.annotation.id, one] as const)),
        relations: inSets(columns.relations, (set) => linksOf(set, view).map((one) => [one.relation.id, one] as const)),
        articles: [rowOf(columns.articles, view, [article.id])],
        sets: inSets(columns.sets, (set) => [[set.id, { view, set }] as const]),
        entities,
      };
    },
  };
}

const rowOf = <Subject>(columns: readonly Column<Subject>[], subject: Subject, where: readonly string[]): Row => ({
  where, cells: columns.map(({ cell }) => cell(subject)),
});

function fragmentsOf(set: AnnotationSet, view: ArticleView, schema: Schema): readonly FragmentSubject[] {
  const speakers = speakersIn(set, schema, view);
  return set.annotations.flatMap((annotation) =>
    annotation.spans.map((_, index) => ({ view, set, annotation, index, speakers: speakers.get(annotation.id) ?? [] })),
  );
}

interface LinkSubject {
  readonly view: ArticleView;
  readonly set: AnnotationSet;
  readonly relation: Relation;
  readonly from: Annotation;
  /** An Annotation, or somebody whom the text does not mention. */
  readonly to: Annotation | Entity;
}

function linksOf(set: AnnotationSet, view: ArticleView): readonly LinkSubject[] {
  const byId = new Map(set.annotations.map((one) => [one.id, one]));
  return set.relations.map((relation) => {
    const from = byId.get(relation.from);
    const to = relation.to.kind === 'entity' ? view.entity(relation.to.id) : byId.get(relation.to.id);
    if (!from || !to) throw new Error(`an end of relation ${relation.id} is not there`);
    return { view, set, relation, from, to };
  });
}

const nonEmpty = (fields: object): string | null => (Object.keys(fields).length === 0 ? null : canonicalJson(fields));

const relationColumns = (wording: Wording): readonly Column<LinkSubject>[] => [
  { id: 'doc_id', cell: ({ view }) => view.article.id },
  { id: 'title', cell: ({ view }) => view.article.title, isLong: true },
  { id: 'relation_id', cell: ({ relation }) => relation.id },
  { id: 'type', cell: ({ relation }) => wording.relation(relation.type) },
  { id: 'from_label', cell: ({ from }) => wording.label(from.label) },
  { id: 'from_text', cell: ({ view, from }) => shortened([textOf(from, view)]), isLong: true },
  { id: 'to_kind', cell: ({ relation }) => wording.targetKind(relation.to.kind) },
  { id: 'to_label', cell: ({ to }) => ('spans' in to ? wording.label(to.label) : null) },
  { id: 'to_text', cell: ({ view, to }) => ('spans' in to ? shortened([textOf(to, view)]) : to.name), isLong: true },
  { id: 'attributes', cell: ({ relation }) => nonEmpty(relation.attributes) },
  { id: 'annotator', cell: ({ view, set }) => view.annotator(set).name },
  { id: 'type_id', cell: ({ relation }) => relation.type },
  { id: 'from_id', cell: ({ relation }) => relation.from },
  { id: 'to_id', cell: ({ relation }) => relation.to.id },
  { id: 'set_id', cell: ({ set }) => set.id },
];

const articleColumns = (hasTexts: boolean): readonly Column<ArticleView>[] => [
  { id: 'doc_id', cell: ({ article }) => article.id },
  { id: 'title', cell: ({ article }) => article.title, isLong: true },
  { id: 'publisher', cell: ({ article }) => article.source.publisher },
  { id: 'published', cell: ({ article }) => article.source.published },
  { id: 'published_jalali', cell: ({ article: { source } }) => source.published && jalaliDate(source.published) },
  { id: 'url', cell: ({ article }) => article.source.url },
  { id: 'license', cell: ({ article }) => article.source.licence },
  { id: 'lang', cell: ({ article }) => article.language },
  { id: 'group_id', cell: ({ article }) => article.group },
  { id: 'file', cell: ({ article }) => article.source.file },
  { id: 'added', cell: ({ article }) => article.added },
  { id: 'characters', cell: ({ article, point }) => point(utf16(article.text.length)) },
  { id: 'extra', cell: ({ article }) => nonEmpty(article.extra) },
  ...(hasTexts ? [{ id: 'text', cell: ({ article }: ArticleView) => article.text } as const] : []),
];

interface SetSubject {
  readonly view: ArticleView;
  readonly set: AnnotationSet;
}

const setColumns = (wording: Wording): readonly Column<SetSubject>[] => [
  { id: 'doc_id', cell: ({ view }) => view.article.id },
  { id: 'title', cell: ({ view }) => view.article.title, isLong: true },
  { id: 'annotator', cell: ({ view, set }) => view.annotator(set).name },
  { id: 'role', cell: ({ set }) => wording.role(set.role) },
  { id: 'status', cell: ({ set }) => wording.status(set.status) },
  { id: 'annotations', cell: ({ set }) => set.annotations.length },
  { id: 'relations', cell: ({ set }) => set.relations.length },
  { id: 'override_reason', cell: ({ set }) => set.override?.reason ?? null, isLong: true },
  { id: 'override_codes', cell: ({ set }) => wording.list(set.override?.codes ?? []) },
  { id: 'annotator_kind', cell: ({ view, set }) => wording.annotatorKind(view.annotator(set).kind) },
  { id: 'annotator_version', cell: ({ view, set }) => view.annotator(set).version },
  { id: 'annotator_id', cell: ({ set }) => set.annotator },
  { id: 'set_id', cell: ({ set }) => set.id },
];

const entityColumns = (wording: Wording): readonly Column<Entity>[] => [
  { id: 'entity_id', cell: ({ id }) => id },
  { id: 'name', cell: ({ name }) => name },
  { id: 'kind', cell: ({ kind }) => wording.entityKind(kind) },
  { id: 'aliases', cell: ({ aliases }) => wording.list(aliases), isLong: true },
  { id: 'offices', cell: ({ offices }) => wording.offices(offices), isLong: true },
  { id: 'note', cell: ({ note }) => note, isLong: true },
  { id: 'party', cell: ({ party }) => party ?? null },
  { id: 'wikidata', cell: ({ wikidata }) => wikidata ?? null },
  { id: 'merged_into', cell: ({ mergedInto }) => mergedInto ?? null },
];
