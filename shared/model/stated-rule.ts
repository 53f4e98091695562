import { type Severity } from '../result.ts';
import { type LabelId, type RelationType } from './id.ts';
import { labelDef, relationDef, type Schema } from './schema.ts';

/** What a rule asks of each Annotation of a Label. */
export type Demand =
  /** So many Relations of this type start at it (`most`: `null` for any number); with `when`, only at one that has this value. */
  | {
      readonly kind: 'links';
      readonly relation: RelationType;
      readonly least: number;
      readonly most: number | null;
      readonly when: { readonly attribute: string; readonly value: string } | null;
    }
  /** A Relation of this type (`null`: of any) leads to it. */
  | { readonly kind: 'linked'; readonly relation: RelationType | null }
  /** It stands for an Entity. */
  | { readonly kind: 'entity' }
  /** It lies in an Annotation of this Label, gaps between pieces included. */
  | { readonly kind: 'within'; readonly within: LabelId }
  /** It has a value of this attribute. */
  | { readonly kind: 'attribute'; readonly attribute: string }
  /** It has so many words at most. */
  | { readonly kind: 'words'; readonly most: number };

export const demandKinds = ['links', 'linked', 'entity', 'within', 'attribute', 'words'] as const satisfies readonly Demand['kind'][];

/** A rule of the task as data: part of the Schema, so that a project may have other ones. */
export type StatedRule = Demand & {
  /** Once in a Schema. */
  readonly id: string;
  /** An error stands between a set and "done", a warning does not. */
  readonly severity: Severity;
  readonly label: LabelId;
};

/** Does the Schema have every part that the rule speaks of? */
export function isStatable(schema: Pick<Schema, 'labels' | 'relations'>, rule: StatedRule): boolean {
  const whole = schema as Schema;
  const label = labelDef(whole, rule.label);
  const hasRelation = (type: RelationType): boolean => relationDef(whole, type) !== undefined;
  if (!label) return false;
  switch (rule.kind) {
    case 'links': {
      const { when } = rule;
      const attribute = when && label.attributes.find(({ id }) => id === when.attribute);
      return (relationDef(whole, rule.relation)?.from.includes(rule.label) ?? false) && (!when || (attribute?.choices.some(({ id }) => id === when.value) ?? false));
    }
    case 'linked':
      return rule.relation === null || hasRelation(rule.relation);
    case 'entity':
      return label.entity;
    case 'within':
      return labelDef(whole, rule.within) !== undefined;
    case 'attribute':
      return label.attributes.some(({ id }) => id === rule.attribute);
    case 'words':
      return true;
  }
}
