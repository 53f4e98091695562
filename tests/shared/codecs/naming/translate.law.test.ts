import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { foreignNames } from '../../../../shared/codecs/naming/foreign-names.ts';
import { type NameChoice, type NameChoices, partKey } from '../../../../shared/codecs/naming/name-part.ts';
import { openedSchema } from '../../../../shared/codecs/naming/open-schema.ts';
import { type Fate, translated } from '../../../../shared/codecs/naming/translate.ts';
import { checkDataset, errorsOf } from '../../../../shared/model/check.ts';
import { type Dataset, sameDataset } from '../../../../shared/model/dataset.ts';
import { type LabelId, type RelationType } from '../../../../shared/model/id.ts';
import { type Schema } from '../../../../shared/model/schema.ts';
import { dataset } from '../../../arbitraries/dataset.ts';
import { forAll } from '../../../arbitraries/for-all.ts';

/** A name that no Schema has and that no spelling leads to. */
const strange = (name: string): string => `ناشناس-${[...name].map((letter) => letter.codePointAt(0)).join('x')}`;

/** The Dataset as another program would have named it, read under a Schema that was opened for these names. */
function estranged(source: Dataset): Dataset {
  const label = (id: string) => strange(id) as LabelId;
  const labels = source.schema.labels.map(({ id }) => ({ kind: 'label', name: label(id) }) as const);
  const attributes = source.schema.labels.flatMap(({ id, attributes: own }) =>
    own.map((one) => ({ kind: 'attribute', label: label(id), name: strange(one.id) }) as const));
  const relations = source.schema.relations.map(({ type }) => ({ kind: 'relation', name: strange(type) }) as const);
  return {
    ...source,
    schema: openedSchema(source.schema, [...labels, ...attributes, ...relations]),
    sets: source.sets.map((set) => ({
      ...set,
      annotations: set.annotations.map((one) => ({
        ...one,
        label: label(one.label),
        attributes: Object.fromEntries(Object.entries(one.attributes).map(([name, value]) => [strange(name), value])),
      })),
      relations: set.relations.map((one) => ({ ...one, type: strange(one.type) as RelationType })),
    })),
  };
}

/** What leads all the way back. */
const back = ({ labels, relations }: Schema): NameChoices => [
  ...labels.map(({ id }): NameChoice => ({ part: { kind: 'label', name: strange(id) }, to: id })),
  ...labels.flatMap(({ id, attributes }) =>
    attributes.map((one): NameChoice => ({ part: { kind: 'attribute', label: strange(id), name: strange(one.id) }, to: one.id }))),
  ...relations.map(({ type }): NameChoice => ({ part: { kind: 'relation', name: strange(type) }, to: type })),
];

/** Any answer to every question: another part of the Schema, a part that it does not have, or none. */
const anyChoices = (schema: Schema): fc.Arbitrary<NameChoices> =>
  fc.tuple(...back(schema).map(({ part }) => {
    const ids = part.kind === 'relation' ? schema.relations.map(({ type }) => type) : part.kind === 'label' ? schema.labels.map(({ id }) => id)
      : schema.labels.flatMap(({ attributes }) => attributes.map(({ id }) => id));
    return fc.constantFrom<(string | null)[]>(null, 'nowhere', ...ids).map((to): NameChoice => ({ part, to }));
  }));

const withChoices = dataset.chain((source) => fc.record({ source: fc.constant(source), choices: anyChoices(source.schema) }));

const total = ({ kept, leftOut, refused }: Fate): number => kept + leftOut + refused;
const counted = ({ sets }: Dataset) => {
  const annotations = sets.flatMap((set) => set.annotations);
  return {
    annotations: annotations.length,
    relations: sets.flatMap((set) => set.relations).length,
    attributes: annotations.flatMap((one) => Object.keys(one.attributes)).length,
  };
};

describe('translating names', () => {
  it('leaves a Dataset of the same Schema as it is', () =>
    forAll(dataset, (source) => {
      const { dataset: read, problems } = translated(source, source.schema, []);
      expect(sameDataset(read, source)).toBe(true);
      expect(problems).toEqual([]);
    }));

  it('leads back what was renamed, whatever the names', () =>
    forAll(dataset, (source) => {
      const there = estranged(source);
      expect(errorsOf(checkDataset(there))).toEqual([]);
      expect(sameDataset(translated(there, source.schema, back(source.schema)).dataset, source)).toBe(true);
    }));

  it('drops nothing without a word: what comes in is kept, left out or refused, and the report accounts for it', () =>
    forAll(withChoices, ({ source, choices }) => {
      const came = counted(source);
      const { dataset: read, annotations, relations, attributes, problems } = translated(estranged(source), source.schema, choices);
      expect({ annotations: total(annotations), relations: total(relations), attributes: total(attributes) }).toEqual(came);
      expect({ annotations: annotations.kept, relations: relations.kept, attributes: attributes.kept }).toEqual(counted(read));
      const said = (kind: string): number =>
        problems.filter(({ code, values }) => code === 'name-left-out' && values['kind'] === kind).reduce((sum, { values }) => sum + Number(values['count']), 0);
      expect(said('label')).toBe(annotations.leftOut);
      expect(annotations.refused + relations.refused > 0).toBe(problems.some(({ code, severity }) => severity === 'error' && code !== 'name-left-out'));
    }));

  it('gives a Dataset that keeps every integrity rule, whatever was chosen', () =>
    forAll(withChoices, ({ source, choices }) =>
      expect(errorsOf(checkDataset(translated(estranged(source), source.schema, choices).dataset))).toEqual([])));

  it('meets every name once, with its count', () =>
    forAll(dataset, (source) => {
      const names = foreignNames([estranged(source)], source.schema);
      expect(new Set(names.map(({ part }) => partKey(part))).size).toBe(names.length);
      const sum = (kind: string) => names.filter(({ part }) => part.kind === kind).reduce((all, { count }) => all + count, 0);
      const { annotations, relations, attributes } = counted(source);
      expect([sum('label'), sum('relation'), sum('attribute')]).toEqual([annotations, relations, attributes]);
      expect(foreignNames([source], source.schema)).toEqual([]);
    }));
});
