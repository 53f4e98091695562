import fc from 'fast-check';
import seed from '../../seeds/schema.json' with { type: 'json' };
import { type AttributeKind, attributeKinds, hasChoices } from '../../shared/model/attribute-kinds.ts';
import { type CodedRule, codedRules, type Weight, weights } from '../../shared/model/coded-rule.ts';
import { type LabelId, type RelationType } from '../../shared/model/id.ts';
import {
  type AttributeDef, type ChoiceDef, type LabelDef, lanePatterns, type RelationDef, type Schema, type Swatch,
} from '../../shared/model/schema.ts';
import { type StatedRule } from '../../shared/model/stated-rule.ts';
import { schemaMajor } from '../../shared/model/validate-schema.ts';
import { shortText } from './text.ts';

/** The label schema that ships. */
export const seedSchema = seed as unknown as Schema;

const bilingual = fc.record({ fa: shortText, en: shortText }, { noNullPrototype: true });
const name = fc.stringMatching(/^[A-Za-z][A-Za-z0-9_-]{0,7}$/);
const swatch: fc.Arbitrary<Swatch> = fc.record(
  { ink: fc.stringMatching(/^#[0-9A-F]{6}$/), tint: fc.stringMatching(/^#[0-9A-F]{6}$/) },
  { noNullPrototype: true },
);
const distinct = <T>(arbitrary: fc.Arbitrary<T>, key: (value: T) => string, minLength: number, maxLength: number): fc.Arbitrary<T[]> =>
  fc.uniqueArray(arbitrary, { selector: key, minLength, maxLength });

const choice: fc.Arbitrary<ChoiceDef> = fc.record({ id: name, name: bilingual }, { noNullPrototype: true });

const attributeDef: fc.Arbitrary<AttributeDef> = fc
  .constantFrom(...(Object.keys(attributeKinds) as AttributeKind[]))
  .chain((kind) =>
    fc.record(
      {
        id: name,
        name: bilingual,
        kind: fc.constant(kind),
        choices: hasChoices(kind) ? distinct(choice, (one) => one.id, 1, 4) : fc.constant([]),
      },
      { noNullPrototype: true },
    ),
  );

const labelDef = fc.record(
  {
    id: name as fc.Arbitrary<LabelId>,
    name: bilingual,
    definition: bilingual,
    key: fc.constant(null),
    badge: fc.constantFrom(...'نگشتمزطا'),
    pattern: fc.constantFrom(...lanePatterns),
    colour: fc.record({ light: swatch, dark: swatch }, { noNullPrototype: true }),
    discontinuous: fc.boolean(),
    entity: fc.boolean(),
    attributes: distinct(attributeDef, (def) => def.id, 0, 3),
  },
  { noNullPrototype: true, requiredKeys: ['id', 'name', 'key', 'badge', 'pattern', 'colour', 'discontinuous', 'entity', 'attributes'] },
) as fc.Arbitrary<LabelDef>;

const relationDef = (labels: readonly LabelId[]): fc.Arbitrary<RelationDef> => {
  const some = fc.subarray([...labels], { minLength: 1 });
  return fc
    .record(
      {
        type: name as fc.Arbitrary<RelationType>,
        name: bilingual,
        from: some,
        to: some,
        toEntity: fc.boolean(),
        sameLabel: fc.boolean(),
      },
      { noNullPrototype: true },
    )
    .map((def) => (def.sameLabel ? { ...def, to: def.from, toEntity: false } : def));
};

/** In the order of the rules, in which the program writes them. */
const weighed = (rules: readonly CodedRule[]): fc.Arbitrary<Readonly<Partial<Record<CodedRule, Weight>>>> =>
  fc.tuple(...rules.map((rule) => fc.constantFrom(...weights).map((weight) => [rule, weight] as const))).map((all) => Object.fromEntries(all));

/** A sound Schema that nobody wrote: other labels, attributes of every kind, other relations. */
export const anySchema: fc.Arbitrary<Schema> = fc
  .tuple(distinct(labelDef, (label) => label.id, 1, 5), name, fc.nat(9), bilingual)
  .chain(([labels, id, minor, title]) => {
    const ids = labels.map((label) => label.id);
    const numbered = labels.map((label, index) => ({ ...label, key: index + 1 }));
    const rule = fc.record({ label: fc.constantFrom(...ids), mayNotCross: fc.subarray(ids, { minLength: 1 }) }, { noNullPrototype: true });
    const stated: fc.Arbitrary<StatedRule> = fc
      .tuple(name, fc.constantFrom('error', 'warning'), fc.constantFrom(...ids), fc.constantFrom(...ids), fc.integer({ min: 1, max: 9 }), fc.nat(2))
      .map(([token, severity, label, within, most, kind]): StatedRule => {
        const common = { id: token, severity, label } as const;
        if (kind === 0) return { ...common, kind: 'words', most };
        return kind === 1 ? { ...common, kind: 'within', within } : { ...common, kind: 'linked', relation: null };
      });
    return fc.record(
      {
        id: fc.constant(id),
        version: fc.constant(`${schemaMajor}.${minor}`),
        name: fc.constant(title),
        labels: fc.constant(numbered),
        relations: distinct(relationDef(ids), (def) => def.type, 0, 4),
        crossing: distinct(rule, (one) => one.label, 0, 2),
        rules: distinct(stated, (one) => one.id, 0, 3),
        weights: fc.subarray([...codedRules], { minLength: 1, maxLength: 3 }).chain(weighed),
      },
      { noNullPrototype: true, requiredKeys: ['id', 'version', 'name', 'labels', 'relations', 'crossing'] },
    );
  });

/** Mostly the Schema that ships, sometimes another one. */
export const schema: fc.Arbitrary<Schema> = fc.oneof(
  { weight: 2, arbitrary: fc.constant(seedSchema) },
  { weight: 1, arbitrary: anySchema },
);
