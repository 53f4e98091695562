import { type Schema } from '../../model/schema.ts';
import { type NamedBytes, type Writer } from '../codec.ts';
import { zipped } from '../zip.ts';
import { buildCas } from './build-cas.ts';
import { type WrittenCas } from './cas.ts';
import { casName } from './cas-name.ts';

/** How one CAS is written. */
export interface CasPrint {
  readonly extension: string;
  readonly printer: (schema: Schema) => (cas: WrittenCas) => Uint8Array;
  /** Files that all CASes of a Schema share. */
  readonly beside: (schema: Schema) => readonly NamedBytes[];
}

/** An archive with one file for each set, and one for each Article without a set: a CAS is the work of one annotator. */
export function writeCases({ extension, printer, beside }: CasPrint, schema: Schema, stem: string): Writer {
  const print = printer(schema);
  const writer: Writer = {
    add: ({ articles: [article], sets, annotators, entities }) =>
      article
        ? [...(sets.length === 0 ? [null] : sets)].map((set) => ({
            name: `${casName(article.id, set && set.id)}.${extension}`,
            bytes: print(buildCas(article, set, { schema, annotators, entities })),
          }))
        : [],
    end: () => beside(schema),
  };
  return zipped(writer, `${stem}.zip`);
}
