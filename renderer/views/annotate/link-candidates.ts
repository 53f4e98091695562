import { type Annotation, hull } from '../../../shared/model/annotation.ts';
import { type Entity } from '../../../shared/model/entity.ts';
import { type AnnotationId, type EntityId } from '../../../shared/model/id.ts';
import { type RelationTarget, sameTarget } from '../../../shared/model/relation.ts';
import { type RelationDef } from '../../../shared/model/schema.ts';
import { type Span } from '../../../shared/text/offsets.ts';
import { type Scene } from './scene.ts';

export type CandidateKind = RelationTarget['kind'];

/** What lies between two Spans, in either order; empty when they touch or overlap. */
function between(a: Span, b: Span): Span {
  const [first, second] = a.start <= b.start ? [a, b] : [b, a];
  return first.end < second.start ? { start: first.end, end: second.start } : { start: second.start, end: second.start };
}

/**
 * Paragraphs first, then UTF-16 code units: the speaker at the head of a paragraph belongs to its quote, however close the
 * next paragraph's speaker stands to the quote's end.
 */
export function distance(text: string, a: Span, b: Span): readonly [paragraphs: number, units: number] {
  const { start, end } = between(a, b);
  return [text.slice(start, end).split('\n').length - 1, end - start];
}

/** Nearest first; of two as near the one that is read first, as a source mostly stands before what it says. */
function byDistance(text: string, from: Annotation): (a: Annotation, b: Annotation) => number {
  const here = hull(from);
  return (a, b) => {
    const [one, two] = [distance(text, here, hull(a)), distance(text, here, hull(b))];
    return one[0] - two[0] || one[1] - two[1] || hull(a).start - hull(b).start;
  };
}

const isLinked = ({ relations }: Scene, def: RelationDef, from: Annotation, to: RelationTarget): boolean =>
  relations.some((one) => one.type === def.type && one.from === from.id && sameTarget(one.to, to));

function annotationCandidates(scene: Scene, def: RelationDef, from: Annotation): readonly Annotation[] {
  return scene.annotations
    .filter((one) => one.id !== from.id && def.to.includes(one.label) && (!def.sameLabel || one.label === from.label))
    .filter((one) => !isLinked(scene, def, from, { kind: 'annotation', id: one.id }))
    .sort(byDistance(scene.text, from));
}

/**
 * Entities in the order in which they are likely to be wanted: chosen lately, then the nearest mentions in this Article, then by name.
 * `recent`: latest first.
 */
export function entitiesByUse(scene: Scene, from: Annotation, recent: readonly EntityId[]): readonly Entity[] {
  const mentioned = scene.annotations.filter((one) => one.id !== from.id).sort(byDistance(scene.text, from)).flatMap((one) => one.entity ?? []);
  const order = [...new Set([...recent, ...mentioned])];
  const rank = ({ id }: Entity): number => (order.includes(id) ? order.indexOf(id) : order.length);
  return [...scene.entities].sort((a, b) => rank(a) - rank(b) || a.name.localeCompare(b.name, 'fa'));
}

/** What the relation may still point at from here, in the order of the digits that pick them. */
export function candidates(
  scene: Scene, def: RelationDef, from: Annotation, among: CandidateKind, recent: readonly EntityId[],
): readonly RelationTarget[] {
  if (among === 'annotation') return annotationCandidates(scene, def, from).map(({ id }) => ({ kind: 'annotation', id }));
  if (!def.toEntity) return [];
  return entitiesByUse(scene, from, recent)
    .map(({ id }): RelationTarget => ({ kind: 'entity', id }))
    .filter((target) => !isLinked(scene, def, from, target));
}

/** Digits reach nine. */
export const digitsReach = 9;

/** The numbers drawn beside the candidates in the text. */
export const candidateBadges = (
  targets: readonly RelationTarget[], number: (value: number) => string,
): ReadonlyMap<AnnotationId, string> =>
  new Map(
    targets
      .slice(0, digitsReach)
      .flatMap((target, index) => (target.kind === 'annotation' ? [[target.id, number(index + 1)] as const] : [])),
  );
