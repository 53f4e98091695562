import { type LabelId, type RelationType } from '../../model/id.ts';
import { type AttributeDef, type LabelDef, type RelationDef, type Schema } from '../../model/schema.ts';
import { type Problem } from '../../result.ts';
import { type NamePart, partKey } from './name-part.ts';

/** The names that a reading found in a file and not in its Schema, each once. */
export function unknownNames(problems: readonly Problem[]): readonly NamePart[] {
  const parts = new Map(problems.flatMap((one) => partIn(one)).map((part) => [partKey(part), part]));
  return [...parts.values()];
}

function partIn({ code, values }: Problem): readonly NamePart[] {
  const value = (name: string): string => String(values[name] ?? '');
  switch (code) {
    case 'label-unknown':
      return [{ kind: 'label', name: value('label') }];
    case 'type-left-out':
      // A layer that is named after its label, which the Schema does not have.
      return [{ kind: 'label', name: value('type').replace(/^.*\./s, '') }];
    case 'relation-unknown':
      return [{ kind: 'relation', name: value('type') }];
    case 'attribute-unknown':
      return [{ kind: 'attribute', label: value('label'), name: value('attribute') }];
    default:
      return [];
  }
}

/**
 * The Schema with these names in it, so that what bears them can be read and then be given another name (`translate.ts`). What is new allows
 * whatever a file may say: several pieces, an Entity, any text as an attribute. It keeps id and version: a file that names it means this one.
 */
export function openedSchema(schema: Schema, parts: readonly NamePart[]): Schema {
  const newLabels = parts.filter(({ kind, name }) => kind === 'label' && !schema.labels.some(({ id }) => id === name)).map(({ name }) => name as LabelId);
  const labels = [...schema.labels, ...newLabels.map(openLabel)].map((label) => withAttributes(label, parts));
  const all = labels.map(({ id }) => id);
  const relations = schema.relations.map((def) => ({ ...def, from: [...def.from, ...newLabels], to: [...def.to, ...newLabels] }));
  const newTypes = parts.filter(({ kind, name }) => kind === 'relation' && !schema.relations.some(({ type }) => type === name)).map(({ name }) => name);
  return { ...schema, labels, relations: [...relations, ...newTypes.map((type) => openRelation(type as RelationType, all))] };
}

const named = (name: string) => ({ fa: name, en: name });
/** Nobody sees a label that is only read by. */
const unseen = { ink: '#000000', tint: '#FFFFFF' };

const openLabel = (id: LabelId): LabelDef => ({
  id, name: named(id), key: null, badge: '؟', pattern: 'thin', colour: { light: unseen, dark: unseen }, discontinuous: true, entity: true, attributes: [],
});

const openRelation = (type: RelationType, labels: readonly LabelId[]): RelationDef =>
  ({ type, name: named(type), from: labels, to: labels, toEntity: true, sameLabel: false });

function withAttributes(label: LabelDef, parts: readonly NamePart[]): LabelDef {
  const isNew = (name: string): boolean => !label.attributes.some(({ id }) => id === name);
  const added = parts.filter((part) => part.kind === 'attribute' && part.label === label.id && isNew(part.name));
  return added.length === 0 ? label : { ...label, attributes: [...label.attributes, ...added.map(({ name }) => openAttribute(name))] };
}

const openAttribute = (id: string): AttributeDef => ({ id, name: named(id), kind: 'text', choices: [] });
