import { type Annotation } from '../model/annotation.ts';
import { type AnnotationSet } from '../model/annotation-set.ts';
import { type AnnotationId } from '../model/id.ts';
import { type Relation } from '../model/relation.ts';

/**
 * What an Annotation says, as 16 hexadecimal digits: its Spans, Label, attributes, Entity and the links that start at it. A decision rests on
 * these; notes, flags and where it came from may change without opening it again. It tells states of one Annotation apart and guards
 * against nobody (seals do), so it is quick: an Article has hundreds.
 */
export function revisionOf({ label, spans, attributes, entity }: Annotation, links: readonly Relation[]): string {
  const ends = links.map(({ type, to, attributes: of }) => JSON.stringify([type, to.kind, to.id, inOrder(of)])).sort();
  const text = JSON.stringify([label, spans.map(({ start, end }) => [start, end]), inOrder(attributes), entity, ends]);
  return hexadecimal(fnv(text, 0x811c9dc5)) + hexadecimal(fnv(text, 0x5bd1e995));
}

const inOrder = (values: Readonly<Record<string, string>>) => Object.entries(values).sort(([a], [b]) => (a < b ? -1 : 1));
const hexadecimal = (value: number): string => value.toString(16).padStart(8, '0');

/** FNV-1a over UTF-16 code units, from this beginning (Fowler, Noll and Vo). */
function fnv(text: string, beginning: number): number {
  let hash = beginning;
  for (let at = 0; at < text.length; at++) hash = Math.imul(hash ^ text.charCodeAt(at), 0x01000193);
  return hash >>> 0;
}

/** Links by the Annotation that they start at. */
export function linksFrom({ relations }: Pick<AnnotationSet, 'relations'>): ReadonlyMap<AnnotationId, readonly Relation[]> {
  const found = new Map<AnnotationId, Relation[]>();
  for (const relation of relations) {
    const known = found.get(relation.from);
    if (known) known.push(relation);
    else found.set(relation.from, [relation]);
  }
  return found;
}

/** Of all Annotations of a set. */
export function revisionsOf(set: AnnotationSet): ReadonlyMap<AnnotationId, string> {
  const links = linksFrom(set);
  return new Map(set.annotations.map((one) => [one.id, revisionOf(one, links.get(one.id) ?? [])]));
}
