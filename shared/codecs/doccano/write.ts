import { utf8ToBytes } from '@noble/hashes/utils.js';
import { type AnnotationSet } from '../../model/annotation-set.ts';
import { type Dataset } from '../../model/dataset.ts';
import { type Schema } from '../../model/schema.ts';
import { type NamedBytes, type Writer } from '../codec.ts';
import { continuationType } from '../continuation.ts';
import { articleRecord, headRecord } from '../luggage.ts';
import { type SpanWriter, spanWriter } from '../written-span.ts';

/** Projects of sequence labelling know spans; relation projects know relations between them as well. */
export type ProjectKind = 'sequence' | 'relations';
export interface Dialect {
  readonly kind: ProjectKind;
  readonly unit: 'utf-16' | 'code-point';
}

/** `<stem>.jsonl`, one Article a line. */
export const writeDoccano = ({ kind, unit }: Dialect) => (schema: Schema, stem: string): Writer => {
  const name = `${stem}.jsonl`;
  let count = 0;
  const line = (article: Dataset['articles'][number], { annotators, sets: [set] }: Dataset): NamedBytes => {
    const at = spanWriter(article.text, unit);
    const marks = kind === 'sequence' ? { label: labels(set, at) } : graph(set, at, continuationType(schema));
    const luggage = { offset_unit: unit, ...articleRecord(article, schema), ...(set && { head: headRecord(set, annotators) }) };
    const record = { id: ++count, text: article.text, ...marks, doc_id: article.id, title: article.title, naql: luggage };
    return { name, bytes: utf8ToBytes(`${JSON.stringify(record)}\n`) };
  };
  return {
    add: (slice) => slice.articles.map((article) => line(article, slice)),
    end: () => (count === 0 ? [{ name, bytes: new Uint8Array() }] : []),
  };
};

type Contents = Pick<AnnotationSet, 'annotations' | 'relations'>;
/** Of an Article that nobody has marked. */
const noContents: Contents = { annotations: [], relations: [] };

const labels = ({ annotations } = noContents, at: SpanWriter): readonly unknown[] =>
  annotations.flatMap(({ spans, label }) =>
    spans.map((span) => {
      const { start, end } = at(span);
      return [start, end, label];
    }));

/** Every piece is an entity of its own; a relation leads from each to the next one of the same Annotation. */
function graph({ annotations, relations } = noContents, at: SpanWriter, continuation: string): object {
  const entities: object[] = [];
  const links: object[] = [];
  const firstOf = new Map<string, number>();
  const link = (from: number, to: number, type: string): void => void links.push({ id: links.length, from_id: from, to_id: to, type });
  for (const { id, label, spans } of annotations) {
    firstOf.set(id, entities.length);
    for (const [index, span] of spans.entries()) {
      const { start, end } = at(span);
      if (index > 0) link(entities.length - 1, entities.length, continuation);
      entities.push({ id: entities.length, label, start_offset: start, end_offset: end });
    }
  }
  for (const { type, from, to } of relations) link(firstOf.get(from) as number, firstOf.get(to.id) as number, type);
  return { entities, relations: links };
}
