import { utf8ToBytes } from '@noble/hashes/utils.js';
import { type AnnotationSet } from '../../model/annotation-set.ts';
import { type Dataset } from '../../model/dataset.ts';
import { type Schema } from '../../model/schema.ts';
import { type NamedBytes, type Writer } from '../codec.ts';
import { joined } from '../encode.ts';
import { tagsetText } from './tagset.ts';
import { type ArticleView, beforeTokens, behindTokens, type Company, companyOf, tokensOf, viewOf } from './write-record.ts';

/** What the lines call themselves: native records are `naql.annotations`, and these are none before they have their texts again. */
export const offsetsFormat = 'naql.offsets';

/** `<stem>.offsets.jsonl`: native records without a word of text or title, and without the foreign fields, which may hold either. */
export function writeOffsets(schema: Schema, stem: string): Writer {
  const name = `${stem}.offsets.jsonl`;
  return {
    add: (slice) => [{ name, bytes: joined(linesOf(slice)) }],
    end: (): readonly NamedBytes[] => [
      { name, bytes: new Uint8Array() },
      { name: `${stem}.tagset.json`, bytes: utf8ToBytes(tagsetText(schema)) },
    ],
  };
}

/** Whom nothing refers to says nothing about a text: the slice without an Article gives no line. */
function linesOf({ schema, articles: [article], annotators, entities, sets }: Dataset): readonly Uint8Array[] {
  if (!article) return [];
  const view = viewOf({ ...article, extra: {} });
  const written: readonly (AnnotationSet | null)[] = sets.length === 0 ? [null] : sets;
  return written.map((set) => {
    const company = set ? companyOf(set, { annotators, entities }) : { entities: [], annotators: [] };
    return utf8ToBytes(`${JSON.stringify(withoutText(view, set, schema, company))}\n`);
  });
}

function withoutText(view: ArticleView, set: AnnotationSet | null, schema: Schema, company: Company): object {
  const record = beforeTokens(view, set, schema);
  return {
    ...record,
    format: offsetsFormat,
    title: '',
    text: null,
    spans: record.spans.map((span) => ({ ...span, fragments: span.fragments.map(({ start, end }) => ({ start, end })) })),
    tokens: tokensOf(view),
    ...behindTokens(view, company),
  };
}
