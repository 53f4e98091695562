import { type Annotation, hull } from '../../../shared/model/annotation.ts';
import { type Entity } from '../../../shared/model/entity.ts';
import { type AnnotationId, type EntityId } from '../../../shared/model/id.ts';
import { isStanding } from '../../../shared/model/merged-entities.ts';
import { type RelationTarget, sameTarget } from '../../../shared/model/relation.ts';
import { type RelationDef } from '../../../shared/model/schema.ts';
import { type Span } from '../../../shared/text/offsets.ts';
import { entityIn, type Scene } from './scene.ts';

/** Digits reach nine. */
export const digitsReach = 9;

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

/** Entities in the order in which they are likely to be wanted: named lately, then the nearest mentions in this Article, then by name. */
export function entitiesByUse(scene: Scene, from: Annotation): readonly Entity[] {
  const mentioned = scene.annotations.filter((one) => one.id !== from.id).sort(byDistance(scene.text, from)).flatMap((one) => entityIn(scene, one.entity)?.id ?? []);
  const order = [...new Set([...scene.recent, ...mentioned])];
  const rank = ({ id }: Entity): number => (order.includes(id) ? order.indexOf(id) : order.length);
  return scene.entities.filter(isStanding).sort((a, b) => rank(a) - rank(b) || a.name.localeCompare(b.name, 'fa'));
}

/** Those of the Entities that the relation may still point at. */
const entityCandidates = (scene: Scene, def: RelationDef, from: Annotation, entities: readonly EntityId[]): readonly RelationTarget[] =>
  def.toEntity
    ? entities.map((id): RelationTarget => ({ kind: 'entity', id })).filter((target) => !isLinked(scene, def, from, target))
    : [];

/** People named lately for whom the list has no mention: the digits that the text leaves over lead to them. */
function spareEntities(scene: Scene, mentions: readonly Annotation[]): readonly EntityId[] {
  const offered = new Set(mentions.map(({ entity }) => entityIn(scene, entity)?.id));
  return scene.recent.filter((id) => entityIn(scene, id) !== undefined && !offered.has(id));
}

/** What the relation may still point at from here, in the order of the digits that pick them. */
export function candidates(scene: Scene, def: RelationDef, from: Annotation, among: CandidateKind): readonly RelationTarget[] {
  if (among === 'entity') return entityCandidates(scene, def, from, entitiesByUse(scene, from).map(({ id }) => id));
  const mentions = annotationCandidates(scene, def, from);
  const spare = entityCandidates(scene, def, from, spareEntities(scene, mentions)).slice(0, Math.max(0, digitsReach - mentions.length));
  return [...mentions.map(({ id }): RelationTarget => ({ kind: 'annotation', id })), ...spare];
}

/** The numbers drawn beside the candidates in the text. */
export const candidateBadges = (
  targets: readonly RelationTarget[], number: (value: number) => string,
): ReadonlyMap<AnnotationId, string> =>
  new Map(
    targets
      .slice(0, digitsReach)
      .flatMap((target, index) => (target.kind === 'annotation' ? [[target.id, number(index + 1)] as const] : [])),
  );
