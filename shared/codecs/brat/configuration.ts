import { type AttributeDef, type Bilingual, type RelationDef, type Schema } from '../../model/schema.ts';
import { isName, writtenType } from './dialect.ts';
import { oneLine } from './one-line.ts';

/** Labels may lie on, in and across each other: without this line brat's verifier calls a cue in a quote's gap an error. */
export const overlapLine = '<OVERLAP>\tArg1:<ENTITY>, Arg2:<ENTITY>, <OVL-TYPE>:<ANY>';

/** `annotation.conf`: what may be annotated, made from the Schema. */
export function annotationConf(schema: Schema): string {
  const labels = schema.labels.map(({ id }) => named(id));
  const relations = schema.relations.flatMap(relationLines);
  return sections([
    ['entities', labels],
    ['relations', [overlapLine, ...relations]],
    ['events', []],
    ['attributes', attributeLines(schema)],
  ]);
}

/** `visual.conf`: Persian names and the Schema's colours. */
export function visualConf(schema: Schema): string {
  return sections([
    ['labels', labelLines(schema)],
    ['drawing', [
      'SPAN_DEFAULT\tfgColor:black, bgColor:#E3E6EA, borderColor:darken',
      'ARC_DEFAULT\tcolor:black, arrowHead:triangle-5',
      ...schema.labels.map(({ id, colour: { light } }) => `${id}\tfgColor:black, bgColor:${light.tint}, borderColor:${light.ink}`),
    ]],
  ]);
}

const sections = (all: readonly (readonly [name: string, lines: readonly string[]])[]): string =>
  all.map(([name, lines]) => [`[${name}]`, ...lines, ''].join('\n')).join('\n');

/** @throws for a name that brat would rewrite: no Schema that keeps its rules has one. */
function named(name: string): string {
  if (!isName(name)) throw new Error(`"${name}" is no name in brat`);
  return name;
}

/** One line for each pair of labels that must be equal, one line for all others. Relations to the world alone stand in no configuration. */
function relationLines({ type, from, to, sameLabel }: RelationDef): readonly string[] {
  const line = (sources: readonly string[], targets: readonly string[]): string =>
    `${named(type)}\tArg1:${sources.join('|')}, Arg2:${targets.join('|')}`;
  if (sameLabel) return from.filter((label) => to.includes(label)).map((label) => line([label], [label]));
  return to.length === 0 ? [] : [line(from, to)];
}

/** brat knows an attribute by its name alone: labels that share one share its line, and all their choices. */
function attributeLines({ labels }: Schema): readonly string[] {
  const uses = new Map<string, { readonly on: string[]; readonly choices: Set<string> }>();
  for (const label of labels)
    for (const { id, choices } of label.attributes) {
      const use = uses.get(id) ?? { on: [], choices: new Set() };
      use.on.push(label.id);
      for (const choice of choices) use.choices.add(choice.id);
      uses.set(id, use);
    }
  return Array.from(uses, ([id, { on, choices }]) => {
    const values = choices.size === 0 ? '' : `, Value:${[...choices].join('|')}`;
    return `${named(id)}\tArg:${on.join('|')}${values}`;
  });
}

/** brat has one list of names for everything: of a label, a relation and an attribute with one id the first gives the name. */
function labelLines({ labels, relations }: Schema): readonly string[] {
  const attributes: readonly AttributeDef[] = labels.flatMap((label) => label.attributes);
  const names = new Map<string, Bilingual>();
  for (const { id, name } of [...labels, ...relations.map((one) => ({ id: writtenType(one.type), name: one.name })), ...attributes])
    if (!names.has(id)) names.set(id, name);
  return Array.from(names, ([id, { fa }]) => `${id} | ${displayName(fa) || id}`);
}

const displayName = (name: string): string => oneLine(name.replaceAll('|', '/').replaceAll('<', '‹').replaceAll('>', '›'));
