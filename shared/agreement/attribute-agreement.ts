import { type Cluster, clusters } from '../compare/clusters.ts';
import { type Marked, valueOf } from '../compare/marked.ts';
import { type Continuum } from './continuum.ts';
import { type Pattern } from './patterns.ts';
import { spanAlignment } from './span-alignment.ts';

/** `LABEL.attribute`: one attribute of one Label; as the subject of a Score. */
export const attributeSubject = (label: string, attribute: string): string => `${label}.${attribute}`;

/** Attribute ids may hold a dot, Labels by custom do not; so the first one divides. */
export function attributeParts(subject: string): readonly [label: string, attribute: string] {
  const dot = subject.indexOf('.');
  if (dot < 0) throw new Error(`"${subject}" names no attribute of a label`);
  return [subject.slice(0, dot), subject.slice(dot + 1)];
}

/** What is said where somebody left the attribute open and the other did not. */
const none = '∅';

/** What two people said on things that both marked with the Label. Where both left it open, nothing was said. */
export function pairedValues(text: Continuum, subject: string): readonly Pattern[] {
  const [label, attribute] = attributeParts(subject);
  return spanAlignment(text, null).pairs.flatMap(({ a, b }) => {
    if (a.label !== label || b.label !== label) return [];
    const values = [valueOf(a, attribute), valueOf(b, attribute)];
    return values.every((value) => value === null) ? [] : [{ values: values.map((value) => value ?? none), count: 1 }];
  });
}

const known = new WeakMap<Continuum, readonly Cluster[]>();

/** Which marks of all people are the same thing: asked for each attribute of each Label, found once. */
function thingsIn(text: Continuum): readonly Cluster[] {
  const found = known.get(text) ?? clusters(new Map(text.voices.map(({ annotator, marked }) => [annotator, marked])));
  known.set(text, found);
  return found;
}

/** The same for any number of people, over Clusters; who left it open is silent there. */
export function clusteredValues(text: Continuum, subject: string): readonly Pattern[] {
  const [label, attribute] = attributeParts(subject);
  const hasLabel = (marked: Marked): boolean => marked.label === label;
  return thingsIn(text).map(({ members }) => ({
    values: [...members.values()].filter(hasLabel).flatMap((marked) => valueOf(marked, attribute) ?? []),
    count: 1,
  }));
}
