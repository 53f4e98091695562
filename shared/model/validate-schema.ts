import { fail, ok, problem, type Problem, type Result } from '../result.ts';
import { type AttributeKind, attributeKinds, hasChoices } from './attribute-kinds.ts';
import { codedRules, weights } from './coded-rule.ts';
import { type LabelId, type RelationType } from './id.ts';
import { type AttributeDef, type LabelDef, lanePatterns, type RelationDef, type Schema } from './schema.ts';
import { z } from './shape.ts';
import { isStatable } from './stated-rule.ts';

/** The major version of Schemas that this version of Naql understands. */
export const schemaMajor = 1;

const name = z.string().regex(/^[A-Za-z][A-Za-z0-9_-]{0,63}$/);
const label = name as unknown as z.ZodType<LabelId>;
const bilingual = z.object({ fa: z.string().min(1), en: z.string().min(1) });
const colour = z.string().regex(/^#[0-9A-Fa-f]{6}$/);
const swatch = z.object({ ink: colour, tint: colour });

const choiceId = z.string().regex(/^[A-Za-z0-9][A-Za-z0-9_-]{0,63}$/);
const relation = name as unknown as z.ZodType<RelationType>;
const ruled = { id: name, severity: z.enum(['error', 'warning']), label };

const attribute = z.object({
  id: name,
  name: bilingual,
  kind: z.enum(Object.keys(attributeKinds) as [AttributeKind, ...AttributeKind[]]),
  choices: z.array(z.object({ id: choiceId, name: bilingual })),
});

const shape = z.object({
  id: z.string().regex(/^[A-Za-z][A-Za-z0-9_.-]{0,63}$/),
  version: z.string().regex(/^\d{1,4}\.\d{1,4}$/),
  name: bilingual,
  labels: z.array(
    z.object({
      id: label,
      name: bilingual,
      definition: z.object({ fa: z.string().max(4000), en: z.string().max(4000) }).exactOptional(),
      key: z.int().min(1).max(9).nullable(),
      badge: z.string().min(1).max(4),
      pattern: z.enum(lanePatterns),
      colour: z.object({ light: swatch, dark: swatch }),
      discontinuous: z.boolean(),
      entity: z.boolean(),
      attributes: z.array(attribute),
    }),
  ).min(1),
  relations: z.array(
    z.object({
      type: relation,
      name: bilingual,
      from: z.array(label).min(1),
      to: z.array(label),
      toEntity: z.boolean(),
      sameLabel: z.boolean(),
    }),
  ),
  crossing: z.array(z.object({ label, mayNotCross: z.array(label) })),
  rules: z
    .array(
      z.discriminatedUnion('kind', [
        z.object({
          ...ruled, kind: z.literal('links'), relation, least: z.int().min(0).max(99), most: z.int().min(0).max(99).nullable(),
          when: z.object({ attribute: name, value: choiceId }).nullable(),
        }),
        z.object({ ...ruled, kind: z.literal('linked'), relation: relation.nullable() }),
        z.object({ ...ruled, kind: z.literal('entity') }),
        z.object({ ...ruled, kind: z.literal('within'), within: label }),
        z.object({ ...ruled, kind: z.literal('attribute'), attribute: name }),
        z.object({ ...ruled, kind: z.literal('words'), most: z.int().min(1).max(100_000) }),
      ]),
    )
    .exactOptional(),
  weights: z.object(Object.fromEntries(codedRules.map((rule) => [rule, z.enum(weights).exactOptional()]))).exactOptional(),
});

/** JSON Schema 2020-12 of a `schema.json`: what `validateSchema` asks, but for names that must be there once or must be there at all. */
export const schemaJsonSchema = (): object => ({
  ...z.toJSONSchema(shape, { io: 'input', target: 'draft-2020-12' }),
  title: 'A label schema of Naql',
});

/**
 * A Schema from unknown JSON, as a file or a database gives it. Fields that a Schema does not have are dropped.
 * Problems, each with the path of the field: `schema-version-unknown`, `schema-field-wrong`, `schema-name-twice`,
 * `schema-label-unknown`, `schema-choices-wrong`, `schema-rule-wrong`.
 */
export function validateSchema(value: unknown): Result<Schema> {
  const version = z.object({ version: z.string().regex(/^\d{1,4}\./) }).safeParse(value);
  if (version.success && Number.parseInt(version.data.version, 10) !== schemaMajor)
    return fail(
      problem('schema-version-unknown', { field: 'version' }, { version: version.data.version.slice(0, 20), known: schemaMajor }),
    );
  const parsed = shape.safeParse(value);
  if (!parsed.success) {
    const fields = new Set(parsed.error.issues.map((issue) => issue.path.join('.')));
    return fail(...Array.from(fields, (field) => problem('schema-field-wrong', { field }, { field })));
  }
  const problems = checkNames(parsed.data);
  return problems.length === 0 ? ok(parsed.data) : fail(...problems);
}

/** What the shape alone cannot say: names are there once, and the names that rules speak of are there. */
function checkNames(schema: Schema): readonly Problem[] {
  const known = new Set(schema.labels.map(({ id }) => id));
  const unknown = (labels: readonly LabelId[], field: string): readonly Problem[] =>
    labels.flatMap((id, index) => (known.has(id) ? [] : [problem('schema-label-unknown', { field: `${field}.${index}` }, { label: id })]));
  return [
    ...twice(schema.labels.map(({ id }) => id), 'labels'),
    ...twice(schema.labels.flatMap(({ key }) => (key === null ? [] : [String(key)])), 'labels'),
    ...schema.labels.flatMap(checkLabel),
    ...twice(schema.relations.map(({ type }) => type), 'relations'),
    ...schema.relations.flatMap((def: RelationDef, index) => [
      ...unknown(def.from, `relations.${index}.from`),
      ...unknown(def.to, `relations.${index}.to`),
    ]),
    ...twice((schema.rules ?? []).map(({ id }) => id), 'rules'),
    ...(schema.rules ?? []).flatMap((rule, index) =>
      isStatable(schema, rule) ? [] : [problem('schema-rule-wrong', { field: `rules.${index}` }, { rule: rule.id })],
    ),
    ...schema.crossing.flatMap((rule, index) => unknown([rule.label, ...rule.mayNotCross], `crossing.${index}`)),
  ];
}

const checkLabel = (def: LabelDef, index: number): readonly Problem[] => [
  ...twice(def.attributes.map(({ id }) => id), `labels.${index}.attributes`),
  ...def.attributes.flatMap((one, place) => checkChoices(one, `labels.${index}.attributes.${place}.choices`)),
];

/** A choice needs values to choose from, and nothing else has any. */
function checkChoices({ id, kind, choices }: AttributeDef, field: string): readonly Problem[] {
  if (hasChoices(kind) !== (choices.length > 0)) return [problem('schema-choices-wrong', { field }, { attribute: id })];
  return twice(choices.map((choice) => choice.id), field);
}

function twice(names: readonly string[], field: string): readonly Problem[] {
  const repeated = new Set(names.filter((one, index) => names.indexOf(one) !== index));
  return [...repeated].map((one) => problem('schema-name-twice', { field }, { name: one }));
}
