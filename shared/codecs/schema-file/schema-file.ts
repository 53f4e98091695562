import { type Schema } from '../../model/schema.ts';
import { validateSchema } from '../../model/validate-schema.ts';
import { at, fail, problem, type Problem, type Result } from '../../result.ts';
import { parseJson } from '../json.ts';
import { lineOfField } from './line-of-field.ts';

/**
 * A Schema as `schema.json`, made to be kept under version control: one value a line, fields in alphabetical order. Lists keep
 * their order where it means something (labels, attributes, choices, relations) and are sorted where it does not.
 */
export const schemaText = (schema: Schema): string => `${JSON.stringify(alphabetical(inOneOrder(schema)), null, 1)}\n`;

const sorted = <Name extends string>(names: readonly Name[]): readonly Name[] => [...names].sort();

const inOneOrder = (schema: Schema): Schema => ({
  ...schema,
  relations: schema.relations.map((def) => ({ ...def, from: sorted(def.from), to: sorted(def.to) })),
  crossing: schema.crossing
    .map((rule) => ({ ...rule, mayNotCross: sorted(rule.mayNotCross) }))
    .sort((a, b) => (a.label < b.label ? -1 : a.label > b.label ? 1 : 0)),
  ...(schema.rules && { rules: schema.rules.toSorted((a, b) => (a.id < b.id ? -1 : 1)) }),
});

function alphabetical(value: unknown): unknown {
  if (Array.isArray(value)) return value.map(alphabetical);
  if (value === null || typeof value !== 'object') return value;
  return Object.fromEntries(Object.entries(value).sort(([a], [b]) => (a < b ? -1 : a > b ? 1 : 0)).map(([key, field]) => [key, alphabetical(field)]));
}

/** A Schema from the text of a file. Problems, each with its line where that can be told: `file-not-json`, those of `validateSchema`. */
export function readSchemaText(text: string): Result<Schema> {
  const value = parseJson(text);
  if (value === undefined) return fail(problem('file-not-json'));
  const schema = validateSchema(value);
  return schema.ok ? schema : fail(...withLines(text, schema.problems));
}

/** Problems of fields of a Schema, each with the line of its text where the field stands, if that can be told. */
export const withLines = (text: string, problems: readonly Problem[]): readonly Problem[] =>
  problems.flatMap((one) => at(placeIn(text, one.place.field), [one]));

function placeIn(text: string, field: string | undefined): { readonly line?: number } {
  const line = field === undefined ? null : lineOfField(text, field);
  return line === null ? {} : { line };
}
