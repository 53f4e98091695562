import { type JsonObject } from '../../canonical-json.ts';
import { type AnnotationSet } from '../../model/annotation-set.ts';
import { type Article } from '../../model/article.ts';
import { type Dataset } from '../../model/dataset.ts';
import { type Schema } from '../../model/schema.ts';
import { fail, ok, problem, type Result } from '../../result.ts';
import { offsetMap } from '../../text/offsets.ts';
import { decodeUtf8 } from '../../text/utf8.ts';
import { type NamedBytes } from '../codec.ts';
import { isJsonObject, nestedDeeperThan, parseJson } from '../json.ts';
import { type DocumentLine, type EmptyLine, recordOf } from '../native/read-record.ts';
import { extraOf } from '../native/foreign-fields.ts';
import { type ArticleView, type Company, documentRecord, emptyRecord } from '../native/write-record.ts';
import { spanWriter } from '../written-span.ts';

/** Name of the sidecar that stands beside no text: whom nothing refers to. */
export const restName = 'unreferenced';

const maximumDepth = 100;
/** What the `.txt` and the `.ann` say. */
const elsewhere = new Set(['text', 'spans', 'relations', 'tokens']);

const written = (record: object): string =>
  `${JSON.stringify(Object.fromEntries(Object.entries(record).filter(([name]) => !elsewhere.has(name))), null, 1)}\n`;

/** A view for records without spans: nothing in them asks for offsets. */
export const bareView = (article: Article): ArticleView => ({ article, offsets: offsetMap(''), fragment: spanWriter('', 'code-point') });

/** What brat has no line for: a line of the native format without its text, spans and relations. */
export function sidecarOf(article: Article, set: AnnotationSet | null, schema: Schema, company: Company): string {
  return written(documentRecord(bareView(article), set && { ...set, annotations: [], relations: [] }, schema, company));
}

export const sidecarOfRest = ({ schema, entities, annotators }: Dataset): string => written(emptyRecord(schema, { entities, annotators }));

export interface Sidecar {
  /** With the text given and without spans. */
  readonly record: DocumentLine | EmptyLine;
  readonly extra: JsonObject;
}

/** `file-not-json`, or what is wrong with the fields. `text` is what the sidecar stands beside, `null` for the one that stands alone. */
export function readSidecar({ name, bytes }: NamedBytes, text: string | null): Result<Sidecar> {
  const decoded = decodeUtf8(bytes);
  const value = decoded.ok ? parseJson(decoded.text.replace(/^\ufeff/, '')) : undefined;
  if (!isJsonObject(value) || nestedDeeperThan(maximumDepth, value)) return fail(problem('file-not-json', { file: name }));
  const own = Object.fromEntries(Object.entries(value).filter(([field]) => !elsewhere.has(field)));
  const record = recordOf({ ...own, text, spans: [], relations: [] });
  return record.ok ? ok({ record: record.value, extra: extraOf(own) }) : record;
}
