import { type Schema } from '../../model/schema.ts';

/** The layers that we write: one for what is marked, one for what leads from mark to mark. They must be made in a project before it reads a file. */
export const markLayer = 'webanno.custom.Mark';
export const linkLayer = 'webanno.custom.Link';
export const labelFeature = 'label';

/** Names that every annotation in UIMA has, and ours. */
const taken = [labelFeature, 'begin', 'end', 'sofa'];

/**
 * The feature that holds each attribute of the Schema. UIMA's names are of letters, digits and `_`; the Schema may have `-` as well, and
 * two attributes may then want one name: the later one gets `_2`, `_3` …
 */
export function featureNames({ labels }: Schema): ReadonlyMap<string, string> {
  const names = new Map<string, string>();
  const used = new Set(taken);
  for (const { id } of labels.flatMap(({ attributes }) => attributes)) {
    if (names.has(id)) continue;
    const plain = id.replace(/[^A-Za-z0-9_]/g, '_');
    let name = plain;
    for (let count = 2; used.has(name); count++) name = `${plain}_${count}`;
    used.add(name);
    names.set(id, name);
  }
  return names;
}

/** What a link between two pieces of one Annotation is called; no relation of the Schema is. */
export function continuation({ relations }: Schema): string {
  const types = new Set<string>(relations.map(({ type }) => type));
  let name = 'continuation';
  while (types.has(name)) name += '_';
  return name;
}
