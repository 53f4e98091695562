import { type JsonObject } from '../canonical-json.ts';
import { type AnnotationSet, type SetHead } from '../model/annotation-set.ts';
import { type Annotator } from '../model/annotator.ts';
import { type Article } from '../model/article.ts';
import { type Entity } from '../model/entity.ts';
import { type AnnotatorId, type ArticleId, type EntityId, type SetId } from '../model/id.ts';
import { type Schema } from '../model/schema.ts';
import { z } from '../model/shape.ts';
import { type Fingerprint, fingerprint } from '../text/fingerprint.ts';
import { annotatorShape, documentShape, entityShape } from './native/record.ts';

/**
 * What travels along in a format that leaves room for it: all that Naql knows of an Article, a set's head, its annotator and the
 * Entities it names, in the records of the native format. Programs of that format pass over it.
 */
const { doc_id: documentId, title, lang, group_id: group, meta, text_sha256: print, schema, set } = documentShape.shape;

export const articleShape = z.object({
  schema, doc_id: documentId, title, lang, group_id: group, meta: meta.omit({ published_jalali: true }), text_sha256: print,
  extra: z.record(z.string(), z.unknown()),
});
export type ArticleRecord = z.infer<typeof articleShape>;

export const headShape = z.object({ set: set.unwrap(), annotator: annotatorShape });
export type HeadRecord = z.infer<typeof headShape>;

export function articleRecord(article: Article, { id, version }: Schema): ArticleRecord {
  const { source } = article;
  return {
    schema: { id, version },
    doc_id: article.id,
    title: article.title,
    lang: article.language,
    group_id: article.group,
    meta: {
      publisher: source.publisher,
      url: source.url,
      published: source.published,
      license: source.licence,
      file: source.file,
      added: article.added,
    },
    text_sha256: article.fingerprint,
    extra: article.extra,
  };
}

export const articleFrom = (record: ArticleRecord, text: string): Article => ({
  id: record.doc_id as ArticleId,
  title: record.title,
  text,
  fingerprint: fingerprint(text),
  language: record.lang,
  group: record.group_id,
  source: {
    publisher: record.meta.publisher,
    url: record.meta.url,
    published: record.meta.published,
    licence: record.meta.license,
    file: record.meta.file,
  },
  added: record.meta.added,
  extra: record.extra as JsonObject,
});

/** True when the text is still the one that the record was written for. */
export const isTextOf = (record: ArticleRecord, text: string): boolean => (record.text_sha256 as Fingerprint) === fingerprint(text);

/** @throws when the set's Annotator is not among these. */
export function headRecord({ id, role, status, override, annotator }: AnnotationSet, annotators: readonly Annotator[]): HeadRecord {
  const by = annotators.find((one) => one.id === annotator);
  if (!by) throw new Error(`annotator ${annotator} of set ${id} is not there`);
  const against = override && { override: { reason: override.reason, codes: [...override.codes] } };
  return { set: { id, role, status, ...against }, annotator: annotatorRecord(by) };
}

export const annotatorRecord = ({ id, kind, name, version }: Annotator): z.infer<typeof annotatorShape> => ({ id, kind, name, version });

export const annotatorFrom = (record: z.infer<typeof annotatorShape>): Annotator => ({ ...record, id: record.id as AnnotatorId });

export const headFrom = ({ set: head, annotator }: HeadRecord, article: ArticleId): SetHead => ({
  id: head.id as SetId,
  article,
  annotator: annotator.id as AnnotatorId,
  role: head.role,
  status: head.status,
  ...(head.override && { override: head.override }),
});

export const entityRecord = ({ id, name, kind, aliases, offices, note, party, wikidata, mergedInto }: Entity): z.infer<typeof entityShape> => ({
  id, name, kind, aliases: [...aliases], offices: offices.map(({ title: office, from, to }) => ({ title: office, from, to })), note,
  ...(party !== undefined && { party }),
  ...(wikidata !== undefined && { wikidata }),
  ...(mergedInto !== undefined && { merged_into: mergedInto }),
});

export const entityFrom = ({ id, merged_into: mergedInto, ...rest }: z.infer<typeof entityShape>): Entity => ({
  ...rest,
  id: id as EntityId,
  ...(mergedInto !== undefined && { mergedInto: mergedInto as EntityId }),
});

export { annotatorShape, entityShape };
