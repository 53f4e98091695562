import { type ReviewContext } from '../commands/review-context.ts';
import { type Annotation } from '../model/annotation.ts';
import { type AnnotationSet } from '../model/annotation-set.ts';
import { type Change } from '../model/change.ts';
import { checkLink, closesCircle, sameLink } from '../model/check-relations.ts';
import { type Entity } from '../model/entity.ts';
import { type RelationId, type RelationType } from '../model/id.ts';
import { isStanding } from '../model/merged-entities.ts';
import { type Relation, type RelationTarget } from '../model/relation.ts';
import { type RelationDef, relationsFrom, type Schema } from '../model/schema.ts';
import { fail, ok, problem, type Result } from '../result.ts';
import { type CaseChoice, standingChoices } from './decide.ts';
import { caseNow, settle } from './settle.ts';
import { type Case, goldOf, type Settlement } from './settlement.ts';

/**
 * Links what stands in the gold set for a case to something else that stands there, or to an Entity: a link that nobody had made. Problems:
 * `link-without-end` before the case is decided, `relation-twice`, `relation-cycle`, those of `checkLink`.
 */
export function linkGold(context: ReviewContext, choice: CaseChoice, { type, to }: Pick<Relation, 'type' | 'to'>): Result<Change> {
  const found = endOf(context, choice);
  if (!found.ok) return found;
  const { about, settlement, gold, from } = found.value;
  const link = { type, from: from.id, to };
  const annotations = new Map(gold.annotations.map((one) => [one.id, one] as const));
  const problems = checkLink({ schema: context.schema, annotations, entities: new Set(context.entities.map(({ id }) => id)) }, link);
  if (problems.length > 0) return fail(...problems);
  if (gold.relations.some((one) => sameLink(one, link))) return fail(problem('relation-twice', {}, { type }));
  if (closesCircle(context.schema, gold.relations, link)) return fail(problem('relation-cycle', {}, { type }));
  const said = unaltered(context, settlement, about);
  if (!said.ok) return said;
  return ok({ ...said.value, added: [...said.value.added, { kind: 'relation', set: gold.id, value: { id: context.newId('relation'), ...link, attributes: {} } }] });
}

/** Takes such a link away again. Problems: `link-without-end`, `relation-missing`. */
export function cutGold(context: ReviewContext, choice: CaseChoice, { relation }: { readonly relation: RelationId }): Result<Change> {
  const found = endOf(context, choice);
  if (!found.ok) return found;
  const { about, settlement, gold } = found.value;
  const value = ownLinks(settlement, about).find(({ id }) => id === relation);
  if (!value) return fail(problem('relation-missing', { record: relation }));
  const said = unaltered(context, settlement, about);
  return said.ok ? ok({ ...said.value, removed: [...said.value.removed, { kind: 'relation', set: gold.id, value }] }) : said;
}

interface GoldEnd {
  readonly settlement: Settlement;
  readonly about: Case;
  readonly gold: AnnotationSet;
  readonly from: Annotation;
}

function endOf(context: ReviewContext, { among, key }: CaseChoice): Result<GoldEnd> {
  const found = caseNow(context, among, key);
  if (!found.ok) return found;
  const { settlement, about } = found.value;
  const { gold } = settlement;
  const from = gold?.annotations.find(({ id }) => id === goldOf(about));
  return gold && from ? ok({ settlement, about, gold, from }) : fail(problem('link-without-end'));
}

/** Says that somebody settled links of the case, all others as they were: with it the gold set is open again. */
function unaltered(context: ReviewContext, settlement: Settlement, about: Case): Result<Change> {
  const { item, event } = about.decision ?? { item: null, event: null };
  const how = { act: 'link', reason: event?.reason ?? null, note: event?.note ?? '' } as const;
  return settle(context, settlement, [{ about, content: 'keep', taken: item?.taken ?? null, links: standingChoices(about) }], how);
}

/** Links that start at what stands for a case and that are nobody's of those who were compared. */
export function ownLinks({ gold, links }: Settlement, about: Case): readonly Relation[] {
  const id = goldOf(about);
  const theirs = new Set(links.flatMap((link) => link.gold ?? []));
  return id === null ? [] : (gold?.relations ?? []).filter(({ from, id: relation }) => from === id && !theirs.has(relation));
}

/** A kind of link that may start at an Annotation of the gold set, and all that it may lead to. */
export interface LinkOffer {
  readonly def: RelationDef;
  readonly type: RelationType;
  readonly targets: readonly RelationTarget[];
}

/** Kinds that have nowhere to lead are not among them. */
export function linkOffers(schema: Schema, gold: AnnotationSet, from: Annotation, entities: readonly Entity[]): readonly LinkOffer[] {
  const annotations = new Map(gold.annotations.map((one) => [one.id, one] as const));
  const standing = entities.filter(isStanding);
  const surroundings = { schema, annotations, entities: new Set(standing.map(({ id }) => id)) };
  const all = [...gold.annotations.map(({ id }): RelationTarget => ({ kind: 'annotation', id })), ...standing.map(({ id }): RelationTarget => ({ kind: 'entity', id }))];
  return relationsFrom(schema, from.label).flatMap((def) => {
    const targets = all.filter((to) => {
      const link = { type: def.type, from: from.id, to };
      return checkLink(surroundings, link).length === 0 && !gold.relations.some((one) => sameLink(one, link)) && !closesCircle(schema, gold.relations, link);
    });
    return targets.length === 0 ? [] : [{ def, type: def.type, targets }];
  });
}
