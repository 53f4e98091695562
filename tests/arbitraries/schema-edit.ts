import fc from 'fast-check';
import { coloursOf } from '../../shared/commands/schema/contrast.ts';
import { idOfPart, type LabelTraits, type SchemaEdit, type SchemaPart } from '../../shared/commands/schema/schema-edit.ts';
import { idsBeside } from '../../shared/commands/schema/rows.ts';
import { swatches } from '../../shared/commands/schema/swatches.ts';
import { type LabelId, type RelationType } from '../../shared/model/id.ts';
import { type LabelDef, lanePatterns, type RelationDef, type Schema } from '../../shared/model/schema.ts';
import { anySchema, seedSchema } from './schema.ts';
import { shortText } from './text.ts';

const bilingual = fc.record({ fa: shortText, en: shortText });

const partsOf = ({ labels, relations }: Schema): readonly SchemaPart[] => [
  ...labels.flatMap(({ id: label, attributes }): SchemaPart[] => [
    { kind: 'label', label },
    ...attributes.flatMap(({ id: attribute, choices }): SchemaPart[] => [
      { kind: 'attribute', label, attribute },
      ...choices.map(({ id: choice }) => ({ kind: 'choice', label, attribute, choice }) as const),
    ]),
  ]),
  ...relations.map(({ type: relation }) => ({ kind: 'relation', relation }) as const),
];

/** Parts of every kind equally often, and one that is not there. */
const partOf = (schema: Schema): fc.Arbitrary<SchemaPart> => {
  const parts = partsOf(schema);
  const kinds = [...new Set(parts.map(({ kind }) => kind))];
  return fc.oneof(
    { weight: 9, arbitrary: fc.constantFrom(...kinds).chain((kind) => fc.constantFrom(...parts.filter((one) => one.kind === kind))) },
    { weight: 1, arbitrary: fc.constant<SchemaPart>({ kind: 'label', label: 'STRANGER' as LabelId }) },
  );
};

const traits: fc.Arbitrary<Partial<LabelTraits>> = fc.record(
  {
    definition: bilingual,
    key: fc.option(fc.integer({ min: 1, max: 9 })),
    badge: fc.constantFrom(...'پچحخ', ''),
    pattern: fc.constantFrom(...lanePatterns),
    colour: fc.constantFrom(...swatches, coloursOf('#ffff00', '#000000')),
    discontinuous: fc.boolean(),
    entity: fc.boolean(),
  },
  { requiredKeys: [] },
);

const newLabel = (id: string): fc.Arbitrary<LabelDef> =>
  bilingual.map((name) => ({
    id: id as LabelId, name, key: null, badge: 'ژ', pattern: 'thin', colour: swatches[0] as LabelDef['colour'], discontinuous: false, entity: false,
    attributes: [],
  }));

/** Any edit of a Schema: mostly one that makes sense, sometimes one that must be refused. */
export function schemaEdit(schema: Schema): fc.Arbitrary<SchemaEdit> {
  const part = partOf(schema);
  const labels = schema.labels.map(({ id }) => id);
  const label = fc.constantFrom(...labels);
  const someLabels = fc.subarray(labels);
  const newId = fc.constantFrom('NEW', 'Other-1', 'bad id', '1st', ...labels.slice(0, 1));
  const relationTraits = fc.record({ from: fc.subarray(labels, { minLength: 1 }), to: someLabels, toEntity: fc.boolean(), sameLabel: fc.boolean() });
  const relation: fc.Arbitrary<RelationDef> = fc
    .tuple(newId, bilingual, relationTraits)
    .map(([type, name, rest]) => ({ type: type as RelationType, name, ...rest }));
  const relationType = fc.constantFrom(...schema.relations.map(({ type }) => type), 'STRANGER' as RelationType);
  const fate = (one: SchemaPart): fc.Arbitrary<string | null> => {
    const others = (idsBeside(schema, one) ?? []).filter((id) => id !== idOfPart(one));
    return fc.constantFrom(null, ...others, idOfPart(one));
  };
  return fc.oneof(
    { weight: 1, arbitrary: fc.tuple(part, bilingual).map(([one, name]) => ({ kind: 'name', part: one, name }) as const) },
    { weight: 2, arbitrary: fc.tuple(part, newId).map(([one, id]) => ({ kind: 'change-id', part: one, id }) as const) },
    { weight: 5, arbitrary: part.chain((one) => fate(one).map((into) => ({ kind: 'retire', part: one, into }) as const)) },
    { weight: 1, arbitrary: fc.tuple(part, fc.nat(5)).map(([one, to]) => ({ kind: 'move', part: one, to }) as const) },
    { weight: 1, arbitrary: newId.chain(newLabel).map((one) => ({ kind: 'add-label', label: one }) as const) },
    {
      weight: 1,
      arbitrary: fc
        .tuple(label, newId, bilingual)
        .map(([id, attribute, name]) => ({ kind: 'add-attribute', label: id, attribute: { id: attribute, name, kind: 'text', choices: [] } }) as const),
    },
    {
      weight: 1,
      arbitrary: fc.tuple(part, newId, bilingual).map(([one, id, name]): SchemaEdit => {
        const attribute = one.kind === 'choice' ? one.attribute : 'stranger';
        return { kind: 'add-choice', label: one.kind === 'relation' ? ('STRANGER' as LabelId) : one.label, attribute, choice: { id, name } };
      }),
    },
    { weight: 1, arbitrary: relation.map((one) => ({ kind: 'add-relation', relation: one }) as const) },
    { weight: 3, arbitrary: fc.tuple(label, traits).map(([id, some]) => ({ kind: 'alter-label', label: id, traits: some }) as const) },
    {
      weight: 3,
      arbitrary: fc.tuple(relationType, relationTraits).map(([type, some]) => ({ kind: 'alter-relation', relation: type, traits: some }) as const),
    },
    { weight: 1, arbitrary: fc.tuple(fc.tuple(label, label), fc.boolean()).map(([pair, mayCross]) => ({ kind: 'set-crossing', pair, mayCross }) as const) },
    { weight: 1, arbitrary: fc.oneof(fc.constant(seedSchema), anySchema).map((other) => ({ kind: 'replace', schema: other }) as const) },
  );
}
