import { type Schema } from '../model/schema.ts';
import { attributeSubject } from './attribute-agreement.ts';

/** What can have a Score of its own. */
export interface Subjects {
  readonly labels: readonly string[];
  /** Types. */
  readonly relations: readonly string[];
  /** `LABEL.attribute`; only those with a fixed list of values. */
  readonly attributes: readonly string[];
}

/** Everything that the Schema has, in its order. */
export const subjectsIn = ({ labels, relations }: Schema): Subjects => ({
  labels: labels.map(({ id }) => id),
  relations: relations.map(({ type }) => type),
  attributes: labels.flatMap((label) => label.attributes.flatMap(({ id, kind }) => (kind === 'choice' ? [attributeSubject(label.id, id)] : []))),
});
