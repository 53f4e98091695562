import { type AnnotationSet } from '../../model/annotation-set.ts';
import { type Dataset } from '../../model/dataset.ts';
import { type Schema } from '../../model/schema.ts';
import { encodeUtf8 } from '../../text/utf8.ts';
import { type NamedBytes, type Writer } from '../codec.ts';
import { joined } from '../encode.ts';
import { type ArticleView, type Company, companyOf, documentRecord, viewOf } from '../native/write-record.ts';
import { coveringTokens } from '../tokens/covering-tokens.ts';
import { header } from '../tokens/header.ts';
import { asideOf } from '../tokens/pieces.ts';
import { toDocbin } from './to-docbin.ts';

/** The key under which spaCy's span categorizer looks for its spans. */
export const spansKey = 'sc';

/** `<stem>.jsonl`, one set a line, and the script that makes a DocBin of it. */
export function writeSpacy(_: Schema, stem: string): Writer {
  const name = `${stem}.jsonl`;
  return {
    add: (slice) => [{ name, bytes: joined(linesOf(slice)) }],
    end: (): readonly NamedBytes[] => [
      { name, bytes: new Uint8Array() },
      { name: `${stem}.to_docbin.py`, bytes: encodeUtf8(toDocbin) },
    ],
  };
}

const inLine = (record: object): Uint8Array => encodeUtf8(`${JSON.stringify(record)}\n`);

function linesOf({ schema, articles: [article], annotators, entities, sets }: Dataset): readonly Uint8Array[] {
  if (!article) return [];
  const view = viewOf(article);
  const nobody: Company = { entities: [], annotators: [] };
  if (sets.length === 0) return [inLine(lineOf(view, null, schema, nobody))];
  return sets.map((set) => inLine(lineOf(view, set, schema, companyOf(set, { annotators, entities }))));
}

function lineOf(view: ArticleView, set: AnnotationSet | null, schema: Schema, company: Company): object {
  const { article, offsets } = view;
  const record = documentRecord(view, set, schema, company);
  const pieces = record.spans.flatMap((one) => one.fragments.map(({ start, end }) => ({ start, end, of: one })));
  return {
    text: article.text,
    tokens: coveringTokens(article.text, set?.annotations ?? []).map(({ start, end, ws }) => ({
      start: offsets.toCodePoint(start), end: offsets.toCodePoint(end), ws,
    })),
    spans: { [spansKey]: pieces.map(({ start, end, of }) => [start, end, of.label, of.links[0] ?? '']) },
    meta: header(record, article),
    user_data: {
      span_ids: pieces.map(({ of }) => of.id),
      annotations: record.spans.map(asideOf),
      relations: record.relations,
      entities: record.entities,
      annotators: record.annotators,
    },
  };
}
