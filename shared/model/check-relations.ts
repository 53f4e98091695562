import { problem, type Problem } from '../result.ts';
import { type Annotation } from './annotation.ts';
import { type AnnotationId, type EntityId, type RelationType } from './id.ts';
import { type Relation, sameTarget } from './relation.ts';
import { type RelationDef, relationDef, type Schema } from './schema.ts';

/** What a Relation is checked against: what it may point at. */
export interface RelationSurroundings {
  readonly schema: Schema;
  readonly annotations: Pick<ReadonlyMap<AnnotationId, Annotation>, 'get'>;
  readonly entities: ReadonlySet<EntityId>;
}

/** The part of a Relation that its Problems depend on. */
export type Link = Pick<Relation, 'type' | 'from' | 'to'>;

export const sameLink = (a: Link, b: Link): boolean => a.type === b.type && a.from === b.from && sameTarget(a.to, b.to);

/** Why this link may not be, by itself: `relation-unknown`, `relation-end-missing`, `relation-to-itself` or `relation-not-allowed`. */
export function checkLink({ schema, annotations, entities }: RelationSurroundings, link: Link): readonly Problem[] {
  const def = relationDef(schema, link.type);
  if (!def) return [problem('relation-unknown', { field: 'type' }, { type: link.type })];
  const from = annotations.get(link.from);
  if (!from) return [problem('relation-end-missing', { field: 'from' }, { id: link.from })];
  const to = link.to.kind === 'entity' ? null : annotations.get(link.to.id);
  if (to === undefined || (link.to.kind === 'entity' && !entities.has(link.to.id)))
    return [problem('relation-end-missing', { field: 'to' }, { id: link.to.id })];
  if (to === from) return [problem('relation-to-itself', { field: 'to' }, { type: link.type })];
  const values = { type: link.type, from: from.label, to: to === null ? 'entity' : to.label };
  return isAllowed(def, from, to) ? [] : [problem('relation-not-allowed', { field: 'to' }, values)];
}

function isAllowed(def: RelationDef, from: Annotation, to: Annotation | null): boolean {
  if (!def.from.includes(from.label)) return false;
  return to === null ? def.toEntity : def.to.includes(to.label) && (!def.sameLabel || to.label === from.label);
}

/** Integrity of all Relations of a set: each by itself, none twice (`relation-twice`), no circle (`relation-cycle`). */
export function checkRelations(surroundings: RelationSurroundings, relations: readonly Relation[]): readonly Problem[] {
  const seen = new Set<string>();
  const single = relations.flatMap((relation) => {
    const place = { record: relation.id };
    const key = `${relation.type} ${relation.from} ${relation.to.kind} ${relation.to.id}`;
    const twice = seen.has(key) ? [problem('relation-twice', place, { type: relation.type })] : [];
    seen.add(key);
    return [...checkLink(surroundings, relation).map((one) => ({ ...one, place: { ...one.place, ...place } })), ...twice];
  });
  const circles = surroundings.schema.relations
    .filter((def) => def.sameLabel)
    .flatMap((def) => inCircle(relations.filter((relation) => relation.type === def.type)))
    .map((relation) => problem('relation-cycle', { record: relation.id }, { type: relation.type }));
  return [...single, ...circles];
}

/** Would this link close a circle of its type? Only types whose ends have one Label (RESTATES) are asked. */
export function closesCircle(schema: Schema, relations: readonly Link[], link: Link): boolean {
  if (!relationDef(schema, link.type)?.sameLabel || link.to.kind === 'entity') return false;
  return reaches(targetsByType(relations, link.type), link.to.id, link.from);
}

type Targets = ReadonlyMap<AnnotationId, readonly AnnotationId[]>;

function targetsByType(relations: readonly Link[], type: RelationType): Targets {
  const targets = new Map<AnnotationId, AnnotationId[]>();
  for (const relation of relations) {
    if (relation.type !== type || relation.to.kind !== 'annotation') continue;
    targets.set(relation.from, [...(targets.get(relation.from) ?? []), relation.to.id]);
  }
  return targets;
}

function reaches(targets: Targets, from: AnnotationId, goal: AnnotationId): boolean {
  const seen = new Set<AnnotationId>();
  const waiting = [from];
  for (let at = waiting.pop(); at !== undefined; at = waiting.pop()) {
    if (at === goal) return true;
    if (seen.has(at)) continue;
    seen.add(at);
    waiting.push(...(targets.get(at) ?? []));
  }
  return false;
}

/** The Relations of one type that lead back to where a walk along them came from: without them no circle is left. */
function inCircle(relations: readonly Relation[]): readonly Relation[] {
  const bySource = new Map<AnnotationId, Relation[]>();
  for (const relation of relations) bySource.set(relation.from, [...(bySource.get(relation.from) ?? []), relation]);
  const leading: Relation[] = [];
  const open = new Set<AnnotationId>();
  const done = new Set<AnnotationId>();
  for (const root of bySource.keys()) {
    const path = [{ at: root, rest: [...(bySource.get(root) ?? [])] }];
    for (let step = path.at(-1); step; step = path.at(-1)) {
      open.add(step.at);
      const relation = done.has(step.at) ? undefined : step.rest.pop();
      if (!relation) {
        done.add(step.at);
        open.delete(step.at);
        path.pop();
      } else if (relation.to.kind === 'annotation' && relation.to.id !== relation.from) {
        if (open.has(relation.to.id)) leading.push(relation);
        else path.push({ at: relation.to.id, rest: [...(bySource.get(relation.to.id) ?? [])] });
      }
    }
  }
  return leading;
}
