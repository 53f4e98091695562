import { type LabelId, type RelationType } from '../../model/id.ts';
import { attributeMeant, labelMeant, relationMeant } from '../../model/named-parts.ts';
import { labelDef, type LabelDef, relationDef, type Schema } from '../../model/schema.ts';
import { type NameChoices, partKey } from './name-part.ts';

/** What a name stands for. `untold`: it is no name of the Schema, and nobody has said what it means. */
export type Meaning<Id extends string> = { readonly kind: 'id'; readonly id: Id } | { readonly kind: 'left-out' } | { readonly kind: 'untold' };

/** What the names of a file mean in a Schema: an own name itself, then what somebody chose, then what is known of other spellings. */
export interface Meanings {
  readonly label: (name: string) => Meaning<LabelId>;
  readonly relation: (name: string) => Meaning<RelationType>;
  /** Of something that has `label` in the file and becomes `def`. */
  readonly attribute: (label: string, name: string, def: LabelDef) => Meaning<string>;
}

export function meanings(schema: Schema, choices: NameChoices): Meanings {
  const chosen = new Map(choices.map(({ part, to }) => [partKey(part), to]));
  const meaning = <Id extends string>(isOwn: boolean, name: Id, key: string, isId: (id: string) => boolean, known: () => Id | null): Meaning<Id> => {
    if (isOwn) return { kind: 'id', id: name };
    const to = chosen.get(key);
    if (to === null) return { kind: 'left-out' };
    if (to !== undefined && isId(to)) return { kind: 'id', id: to as Id };
    const id = known();
    return id === null ? { kind: 'untold' } : { kind: 'id', id };
  };
  const isLabel = (id: string): boolean => labelDef(schema, id as LabelId) !== undefined;
  const isRelation = (type: string): boolean => relationDef(schema, type as RelationType) !== undefined;
  return {
    label: (name) => meaning(isLabel(name), name as LabelId, partKey({ kind: 'label', name }), isLabel, () => labelMeant(schema, name)),
    relation: (name) =>
      meaning(isRelation(name), name as RelationType, partKey({ kind: 'relation', name }), isRelation, () => relationMeant(schema, name)),
    attribute: (label, name, def) => {
      const isAttribute = (id: string): boolean => def.attributes.some((one) => one.id === id);
      return meaning(isAttribute(name), name, partKey({ kind: 'attribute', label, name }), isAttribute, () => attributeMeant(def, name));
    },
  };
}

/** Names that somebody has to be asked about, given what has been chosen so far. */
export function isUntold(schema: Schema, choices: NameChoices): (part: NameChoices[number]['part']) => boolean {
  const means = meanings(schema, choices.filter(({ part }) => part.kind === 'label'));
  return (part) => {
    if (part.kind !== 'attribute') return means[part.kind](part.name).kind === 'untold';
    const label = means.label(part.label);
    const def = label.kind === 'id' ? labelDef(schema, label.id) : undefined;
    return def !== undefined && means.attribute(part.label, part.name, def).kind === 'untold';
  };
}
