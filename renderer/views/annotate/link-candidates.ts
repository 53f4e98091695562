import { type Annotation, hull } from '../../../shared/model/annotation.ts';
import { type Entity } from '../../../shared/model/entity.ts';
import { type AnnotationId, type EntityId } from '../../../shared/model/id.ts';
import { type RelationTarget, sameTarget } from '../../../shared/model/relation.ts';
import { type RelationDef } from '../../../shared/model/schema.ts';
import { type Span } from '../../../shared/text/offsets.ts';
import { type Scene } from './scene.ts';

export type CandidateKind = RelationTarget['kind'];

/** UTF-16 code units between two Spans; 0 when they touch or overlap. */
export const distance = (a: Span, b: Span): number => Math.max(0, b.start - a.end, a.start - b.end);

/** Nearest first; of two as near the one that is read first, as a source mostly stands before what it says. */
function byDistance(from: Annotation): (a: Annotation, b: Annotation) => number {
  const here = hull(from);
  return (a, b) => distance(here, hull(a)) - distance(here, hull(b)) || hull(a).start - hull(b).start;
}

const isLinked = ({ relations }: Scene, def: RelationDef, from: Annotation, to: RelationTarget): boolean =>
  relations.some((one) => one.type === def.type && one.from === from.id && sameTarget(one.to, to));

function annotationCandidates(scene: Scene, def: RelationDef, from: Annotation): readonly Annotation[] {
  return scene.annotations
    .filter((one) => one.id !== from.id && def.to.includes(one.label) && (!def.sameLabel || one.label === from.label))
    .filter((one) => !isLinked(scene, def, from, { kind: 'annotation', id: one.id }))
    .sort(byDistance(from));
}

/**
 * Entities in the order in which they are likely to be wanted: chosen lately, then the nearest mentions in this Article, then by name.
 * `recent`: latest first.
 */
export function entitiesByUse(scene: Scene, from: Annotation, recent: readonly EntityId[]): readonly Entity[] {
  const mentioned = scene.annotations.filter((one) => one.id !== from.id).sort(byDistance(from)).flatMap((one) => one.entity ?? []);
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
