import { utf8ToBytes } from '@noble/hashes/utils.js';
import { type Dataset } from '../../model/dataset.ts';
import { type Schema } from '../../model/schema.ts';
import { type NamedBytes, type Writer } from '../codec.ts';
import { joined } from '../encode.ts';
import { jsonSchemaText } from './record.ts';
import { tagsetText } from './tagset.ts';
import { companyOf, documentRecord, emptyRecord, viewOf } from './write-record.ts';

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
      ...(isEmpty ? written([inLine(emptyRecord(schema, { entities: [], annotators: [] }))]) : []),
      { name: `${stem}.schema.json`, bytes: utf8ToBytes(jsonSchemaText()) },
      { name: `${stem}.tagset.json`, bytes: utf8ToBytes(tagsetText(schema)) },
    ],
  };
}

const inLine = (record: object): Uint8Array => utf8ToBytes(`${JSON.stringify(record)}\n`);

/** Each line brings those that its set refers to, so it can be read alone; a line without an Article brings those that no line refers to. */
function linesOf({ schema, articles: [article], annotators, entities, sets }: Dataset): readonly Uint8Array[] {
  if (!article) return [inLine(emptyRecord(schema, { entities, annotators }))];
  const view = viewOf(article);
  if (sets.length === 0) return [inLine(documentRecord(view, null, schema, { entities: [], annotators: [] }))];
  return sets.map((set) => inLine(documentRecord(view, set, schema, companyOf(set, { annotators, entities }))));
}
