import { z } from '../../model/shape.ts';
import { annotatorShape, articleShape, headShape } from '../luggage.ts';

export const context = 'http://www.w3.org/ns/anno.jsonld';

const header = { format: z.literal('naql.articles'), version: z.string().regex(/^1\.\d+$/) };
const list = z.array(z.unknown());

/** An Article with its text: what the annotations point into. */
export const articleLineShape = articleShape.extend({ ...header, text: z.string(), heads: z.array(headShape), entities: list });
export type ArticleLine = z.infer<typeof articleLineShape>;

/** Those that no Article leads to. */
export const restLineShape = z.object({
  ...header, doc_id: z.null(), schema: articleShape.shape.schema, annotators: z.array(annotatorShape), entities: list,
});

export const articlesHeader = { format: 'naql.articles', version: '1.0' } as const;

/** A name and its value in one text: only `%` and `=` of the name are encoded. */
export const pairText = (name: string, value: string): string => `${name.replaceAll('%', '%25').replaceAll('=', '%3D')}=${value}`;

export function pairOf(text: string): readonly [name: string, value: string] | null {
  const at = text.indexOf('=');
  return at < 0 ? null : [text.slice(0, at).replaceAll('%3D', '=').replaceAll('%25', '%'), text.slice(at + 1)];
}
