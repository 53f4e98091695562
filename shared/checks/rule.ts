import { type Annotation } from '../model/annotation.ts';
import { type LabelId, type RelationType } from '../model/id.ts';
import { labelDef, relationDef, type Schema } from '../model/schema.ts';
import { type Finding } from './finding.ts';
import { type Task } from './task.ts';

/** What a Schema must have for a rule to mean anything. */
export interface Needs {
  readonly labels?: readonly string[];
  readonly relations?: readonly string[];
  /** Values of a choice that the rule tells apart. */
  readonly values?: readonly { readonly label: string; readonly attribute: string; readonly values: readonly string[] }[];
}

/** A rule over the set as a whole. */
export interface SetRule {
  readonly needs: Needs;
  readonly find: (task: Task) => readonly Finding[];
}

/** A rule over each Annotation and the text, whatever else is in the set: what it finds holds until that Annotation is another value. */
export interface OwnRule {
  readonly needs: Needs;
  readonly findIn: (text: string, annotation: Annotation) => readonly Finding[];
}

/** One rule of the task. */
export type Rule = SetRule | OwnRule;

const hasValues = (schema: Schema, label: string, attribute: string, values: readonly string[]): boolean => {
  const def = labelDef(schema, label as LabelId)?.attributes.find(({ id }) => id === attribute);
  return def !== undefined && values.every((value) => def.choices.some(({ id }) => id === value));
};

/** Does the Schema have everything that the rule speaks of? A Schema of another task must not be judged by the rules of this one. */
export const isApplicable = (schema: Schema, { labels = [], relations = [], values = [] }: Needs): boolean =>
  labels.every((label) => labelDef(schema, label as LabelId) !== undefined) &&
  relations.every((type) => relationDef(schema, type as RelationType) !== undefined) &&
  values.every((one) => hasValues(schema, one.label, one.attribute, one.values));
