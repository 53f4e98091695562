import { labelDef, relationDef, type Schema } from '../../model/schema.ts';
import { type SchemaEdit } from './schema-edit.ts';

/** An edit that takes nothing away and alters nothing that is there. */
export type Addition = Extract<SchemaEdit, { readonly kind: 'add-label' | 'add-attribute' | 'add-choice' | 'add-relation' }>;

/**
 * What another Schema of the same id has more, in an order in which it can be added: what Naql ships may have grown since a project began. A key
 * that is taken is left out; a Label whose letter is taken could not be told apart and stays away, with all that needs it.
 */
export function additionsFrom(shipped: Schema, schema: Schema): readonly Addition[] {
  if (shipped.id !== schema.id) return [];
  const [keys, badges] = [new Set(schema.labels.map(({ key }) => key)), new Set(schema.labels.map(({ badge }) => badge))];
  const newLabels = shipped.labels.filter(({ id, badge }) => !labelDef(schema, id) && !badges.has(badge));
  const known = new Set([...schema.labels, ...newLabels].map(({ id }) => id));
  return [
    ...newLabels.map((label): Addition => ({ kind: 'add-label', label: { ...label, key: keys.has(label.key) ? null : label.key } })),
    ...shipped.labels.flatMap((label) => newInLabel(label, schema)),
    ...shipped.relations
      .filter(({ type, from, to }) => !relationDef(schema, type) && [...from, ...to].every((label) => known.has(label)))
      .map((relation): Addition => ({ kind: 'add-relation', relation })),
  ];
}

function newInLabel({ id: label, attributes }: Schema['labels'][number], schema: Schema): readonly Addition[] {
  const own = labelDef(schema, label);
  if (!own) return [];
  return attributes.flatMap((attribute): readonly Addition[] => {
    const there = own.attributes.find(({ id }) => id === attribute.id);
    if (!there) return [{ kind: 'add-attribute', label, attribute }];
    if (there.kind !== attribute.kind) return [];
    const choices = attribute.choices.filter(({ id }) => !there.choices.some((choice) => choice.id === id));
    return choices.map((choice) => ({ kind: 'add-choice', label, attribute: attribute.id, choice }) as const);
  });
}
