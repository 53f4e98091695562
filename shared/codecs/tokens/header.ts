import { type JsonObject } from '../../canonical-json.ts';
import { type Article } from '../../model/article.ts';
import { z } from '../../model/shape.ts';
import { isJsonObject } from '../json.ts';
import { type DocumentRecord, documentShape } from '../native/record.ts';

/** What an article's own fields are in files whose shape others made: one JSON object, as on a native line (docs/formats/native.md). */
export const articleHeaderShape = documentShape
  .pick({ doc_id: true, group_id: true, lang: true, title: true, text_sha256: true, schema: true })
  .extend({
    source: documentShape.shape.meta,
    extra: z.custom<JsonObject>(isJsonObject, { params: { expected: 'object' } }),
  });

/** The same with whose work it is. */
export const headerShape = articleHeaderShape.extend(documentShape.pick({ set: true, annotator: true }).shape);

export type ArticleHeader = z.infer<typeof articleHeaderShape>;
export type Header = z.infer<typeof headerShape>;

/** Foreign headers have other fields, or none; ours names the text it was made for. */
export const isOurs = (value: unknown): boolean => isJsonObject(value) && 'text_sha256' in value;

type RecordHead = Omit<DocumentRecord, 'text' | 'tokens' | 'spans' | 'relations' | 'entities' | 'annotators'>;

export const articleHeader = (record: RecordHead, { extra }: Article) => ({
  doc_id: record.doc_id,
  group_id: record.group_id,
  lang: record.lang,
  title: record.title,
  source: record.meta,
  text_sha256: record.text_sha256,
  offset_unit: record.offset_unit,
  schema: record.schema,
  extra,
});

export const header = (record: RecordHead, article: Article) => ({
  ...articleHeader(record, article),
  set: record.set,
  annotator: record.annotator,
});
