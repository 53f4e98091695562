import { utf8ToBytes } from '@noble/hashes/utils.js';
import { type AnnotationSet } from '../../model/annotation-set.ts';
import { type Dataset } from '../../model/dataset.ts';
import { type Schema } from '../../model/schema.ts';
import { type NamedBytes, type Writer } from '../codec.ts';
import { joined } from '../encode.ts';
import { placed, withInside } from './fields-inside.ts';
import { jsonSchemaText } from './record.ts';
import { tagsetText } from './tagset.ts';
import { tokenBytes } from './token-bytes.ts';
import { beforeTokens, behindTokens, type Company, companyOf, emptyRecord, viewOf } from './write-record.ts';

/** `<stem>.jsonl`, with the JSON Schema of its lines and the tag set beside it. */
export function writeNative(schema: Schema, stem: string): Writer {
  const name = `${stem}.jsonl`;
  let isEmpty = true;
  const written = (lines: readonly Uint8Array[]): readonly NamedBytes[] => {
    isEmpty &&= lines.length === 0;
    return [{ name, bytes: joined(lines) }];
  };
  return {
    add: (slice) => written(linesOf(slice)),
    end: () => [
      ...(isEmpty ? written([inLine(emptyRecord(schema, nobody))]) : []),
      { name: `${stem}.schema.json`, bytes: utf8ToBytes(jsonSchemaText()) },
      { name: `${stem}.tagset.json`, bytes: utf8ToBytes(tagsetText(schema)) },
    ],
  };
}

const inLine = (record: object): Uint8Array => utf8ToBytes(`${JSON.stringify(record)}\n`);

const nobody: Company = { entities: [], annotators: [] };


/** Each line brings those that its set refers to, so it can be read alone; a line without an Article brings those that no line refers to. */
function linesOf({ schema, articles: [article], annotators, entities, sets }: Dataset): readonly Uint8Array[] {
  if (!article) return [inLine(emptyRecord(schema, { entities, annotators }))];
  const { inside, beside } = placed(article.extra, sets);
  const view = viewOf({ ...article, extra: beside });
  const tokens = tokenBytes(view);
  const line = (set: AnnotationSet | null, company: Company): Uint8Array => {
    const before = JSON.stringify(withInside(beforeTokens(view, set, schema), inside)).slice(0, -'}'.length);
    const behind = JSON.stringify(behindTokens(view, company)).slice('{'.length);
    return joined([utf8ToBytes(`${before},"tokens":`), tokens, utf8ToBytes(`,${behind}\n`)]);
  };
  return sets.length === 0 ? [line(null, nobody)] : sets.map((set) => line(set, companyOf(set, { annotators, entities })));
}
