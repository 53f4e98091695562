import { canonicalJson, type JsonObject } from '../../canonical-json.ts';
import { type AnnotationSet } from '../../model/annotation-set.ts';
import { type Article } from '../../model/article.ts';
import { type Schema } from '../../model/schema.ts';
import { type AnnotatorRecord, type DocumentRecord, type SpanRecord } from '../native/record.ts';
import { hasSeen } from './settled-set.ts';

/** A row as both forms of the folder write it: the columns of its Config, in their order. */
export type Row = JsonObject;

/** The row of `documents`; `settled` is `null` when nobody has annotated the Article. */
export function documentRow(article: Article, bare: DocumentRecord, settled: DocumentRecord | null): Row {
  const { meta } = bare;
  return {
    doc_id: bare.doc_id,
    group_id: bare.group_id,
    lang: bare.lang,
    title: bare.title,
    publisher: meta.publisher,
    url: meta.url,
    published: meta.published,
    published_jalali: meta.published_jalali ?? null,
    license: meta.license,
    file: meta.file,
    added: meta.added,
    text: bare.text,
    text_sha256: bare.text_sha256,
    ...release(bare.schema),
    ...headColumns(settled),
    ...contentColumns(settled),
    extra: extraText(article),
  };
}

/** The row of `judgements`: what one annotator made of the Article, or that nothing was found in it. */
export const judgementRow = (set: AnnotationSet, record: DocumentRecord): Row => ({
  doc_id: record.doc_id,
  text: record.text,
  ...release(record.schema),
  seen: hasSeen(set),
  ...headColumns(record),
  ...contentColumns(record),
});

/** Foreign fields have other types in each file: one column holds them all, as JSON. */
const extraText = ({ extra }: Article): string | null => (Object.keys(extra).length === 0 ? null : canonicalJson(extra));

const release = ({ id, version }: Pick<Schema, 'id' | 'version'>): Row => ({ schema_id: id, schema_version: version });

function headColumns(record: DocumentRecord | null): Row {
  const set = record?.set;
  const annotator: AnnotatorRecord | undefined = record?.annotators[0];
  return {
    set_id: set?.id ?? null,
    set_role: set?.role ?? null,
    set_status: set?.status ?? null,
    override_reason: set?.override?.reason ?? null,
    override_codes: set?.override?.codes ?? [],
    annotator: annotator?.id ?? null,
    annotator_kind: annotator?.kind ?? null,
    annotator_name: annotator?.name ?? null,
    annotator_version: annotator?.version ?? null,
  };
}

const contentColumns = (record: DocumentRecord | null): Row => ({
  spans: (record?.spans ?? []).map(spanOf),
  relations: record?.relations ?? [],
  entities: (record?.entities ?? []).map(({ party, wikidata, merged_into, ...rest }) => ({
    ...rest, party: party ?? null, wikidata: wikidata ?? null, merged_into: merged_into ?? null,
  })),
});

/** Annotator and role are columns of their own here. */
const spanOf = ({ id, label, fragments, attributes, links, note, flagged, origin }: SpanRecord): Row => ({
  id, label, fragments, attributes, entity: links[0] ?? null, note, flagged, origin,
});
