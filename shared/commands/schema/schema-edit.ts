import { type CodedRule, type Weight } from '../../model/coded-rule.ts';
import { type LabelId, type RelationType } from '../../model/id.ts';
import { type StatedRule } from '../../model/stated-rule.ts';
import { type AttributeDef, type Bilingual, type ChoiceDef, type LabelDef, type RelationDef, type Schema } from '../../model/schema.ts';
import { type Addition } from './additions.ts';

/** Something in a Schema that has an id and a name. */
export type SchemaPart =
  | { readonly kind: 'label'; readonly label: LabelId }
  | { readonly kind: 'attribute'; readonly label: LabelId; readonly attribute: string }
  | { readonly kind: 'choice'; readonly label: LabelId; readonly attribute: string; readonly choice: string }
  | { readonly kind: 'relation'; readonly relation: RelationType };

export type LabelTraits = Pick<LabelDef, 'definition' | 'key' | 'badge' | 'pattern' | 'colour' | 'discontinuous' | 'entity'>;
export type RelationTraits = Pick<RelationDef, 'from' | 'to' | 'toEntity' | 'sameLabel'>;

/** One thing that a person can do to the Schema of a project. */
export type SchemaEdit =
  | { readonly kind: 'name'; readonly part: SchemaPart; readonly name: Bilingual }
  /** Gives the part another id, in the data too. */
  | { readonly kind: 'change-id'; readonly part: SchemaPart; readonly id: string }
  /** Takes the part away. What has it in the data goes too, or gets the part of the same kind whose id is `into`. */
  | { readonly kind: 'retire'; readonly part: SchemaPart; readonly into: string | null }
  /** To a place in its list, counted from 0. */
  | { readonly kind: 'move'; readonly part: SchemaPart; readonly to: number }
  | { readonly kind: 'add-label'; readonly label: LabelDef }
  | { readonly kind: 'add-attribute'; readonly label: LabelId; readonly attribute: AttributeDef }
  | { readonly kind: 'add-choice'; readonly label: LabelId; readonly attribute: string; readonly choice: ChoiceDef }
  | { readonly kind: 'add-relation'; readonly relation: RelationDef }
  | { readonly kind: 'alter-label'; readonly label: LabelId; readonly traits: Partial<LabelTraits> }
  | { readonly kind: 'alter-relation'; readonly relation: RelationType; readonly traits: Partial<RelationTraits> }
  /** May Spans of the two Labels (or of one, named twice) cross? */
  | { readonly kind: 'set-crossing'; readonly pair: readonly [LabelId, LabelId]; readonly mayCross: boolean }
  /** Several things that are new, in one step; each may rest on those before it. */
  | { readonly kind: 'add-several'; readonly additions: readonly Addition[] }
  /** All rules that the Schema states, in the place of those that it states now. */
  | { readonly kind: 'set-rules'; readonly rules: readonly StatedRule[] }
  /** How grave it is not to keep a rule that is code. */
  | { readonly kind: 'set-weight'; readonly rule: CodedRule; readonly weight: Weight }
  /** Another Schema in its place, with its own id and version. */
  | { readonly kind: 'replace'; readonly schema: Schema };

/** The id that the part has now. */
export function idOfPart(part: SchemaPart): string {
  switch (part.kind) {
    case 'label':
      return part.label;
    case 'attribute':
      return part.attribute;
    case 'choice':
      return part.choice;
    case 'relation':
      return part.relation;
  }
}

/** The part of the same kind and place that has this id. */
export function partWithId(part: SchemaPart, id: string): SchemaPart {
  switch (part.kind) {
    case 'label':
      return { ...part, label: id as LabelId };
    case 'attribute':
      return { ...part, attribute: id };
    case 'choice':
      return { ...part, choice: id };
    case 'relation':
      return { ...part, relation: id as RelationType };
  }
}

/** The name of the step for undo: `command.<name>` in the catalogues. */
export const commandNameOf = (edit: SchemaEdit): `schema-${string}` =>
  edit.kind === 'retire' && edit.into !== null ? 'schema-merge' : `schema-${edit.kind}`;
