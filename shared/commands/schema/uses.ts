import { type Dataset } from '../../model/dataset.ts';
import { type SchemaPart } from './schema-edit.ts';

/** How many Annotations, values or links have a part. */
export type Uses = (part: SchemaPart) => number;

function keyOf(part: SchemaPart): string {
  switch (part.kind) {
    case 'label':
      return `label ${part.label}`;
    case 'attribute':
      return `attribute ${part.label} ${part.attribute}`;
    case 'choice':
      return `choice ${part.label} ${part.attribute} ${part.choice}`;
    case 'relation':
      return `relation ${part.relation}`;
  }
}

/** Goes through the Dataset once, to answer for every part of its Schema. */
export function countUses({ sets }: Dataset): Uses {
  const counts = new Map<string, number>();
  const count = (part: SchemaPart): void => void counts.set(keyOf(part), (counts.get(keyOf(part)) ?? 0) + 1);
  for (const { annotations, relations } of sets) {
    for (const { label, attributes } of annotations) {
      count({ kind: 'label', label });
      for (const [attribute, value] of Object.entries(attributes)) {
        count({ kind: 'attribute', label, attribute });
        count({ kind: 'choice', label, attribute, choice: value });
      }
    }
    for (const { type } of relations) count({ kind: 'relation', relation: type });
  }
  return (part) => counts.get(keyOf(part)) ?? 0;
}
