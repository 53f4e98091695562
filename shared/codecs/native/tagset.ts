import { type Schema } from '../../model/schema.ts';
import { validateSchema } from '../../model/validate-schema.ts';
import { fail, problem, type Result } from '../../result.ts';
import { parseJson } from '../json.ts';

/** A Schema as it stands in the sidecar `<stem>.tagset.json`: every label with its ASCII id, Persian and English names. */
export const tagsetText = (schema: Schema): string => `${JSON.stringify(schema, null, 1)}\n`;

export function readTagset(text: string): Result<Schema> {
  const value = parseJson(text);
  return value === undefined ? fail(problem('file-not-json')) : validateSchema(value);
}
