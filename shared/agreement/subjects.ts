import { hasChoices } from '../model/attribute-kinds.ts';
import { type Schema } from '../model/schema.ts';
import { attributeSubject } from './attribute-agreement.ts';
import { type Continuum } from './continuum.ts';

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
  attributes: labels.flatMap((label) => label.attributes.flatMap(({ id, kind }) => (hasChoices(kind) ? [attributeSubject(label.id, id)] : []))),
});

/** Those of them that anybody used: of the others there is nothing to say. */
export function usedIn(texts: readonly Continuum[], { labels, relations, attributes }: Subjects): Subjects {
  const [usedLabels, usedTypes, usedAttributes] = [new Set<string>(), new Set<string>(), new Set<string>()];
  for (const { marked, links } of texts.flatMap(({ voices }) => voices)) {
    for (const { type } of links) usedTypes.add(type);
    for (const { label, attributes: values } of marked) {
      usedLabels.add(label);
      for (const id of Object.keys(values)) usedAttributes.add(attributeSubject(label, id));
    }
  }
  return {
    labels: labels.filter((one) => usedLabels.has(one)),
    relations: relations.filter((one) => usedTypes.has(one)),
    attributes: attributes.filter((one) => usedAttributes.has(one)),
  };
}
