import { canonicalJson } from '../canonical-json.ts';
import { type ReviewContext } from '../commands/review-context.ts';
import { type Annotation, sameSpans } from '../model/annotation.ts';
import { type AnnotationSet, headOf, ordered } from '../model/annotation-set.ts';
import { type Change, type DataRecord } from '../model/change.ts';
import { checkAnnotation } from '../model/check-annotation.ts';
import { checkLink, closesCircle, sameLink } from '../model/check-relations.ts';
import { type DecisionAct, type DecisionReason, type DecisionRule, isOwnReason, type Reading, type Settled, type SettledLink, type Source } from '../model/decided.ts';
import { type AnnotationId, type EntityId, type RelationId, type SetId } from '../model/id.ts';
import { type Relation, type RelationTarget } from '../model/relation.ts';
import { fail, ok, problem, type Result } from '../result.ts';
import { reasonsOffered } from './reasons.ts';
import { type Case, goldOf, isDecided, type LinkCase, type Settlement, settlementOf } from './settlement.ts';

/** What the gold set shall say of a thing. */
export type Content = Pick<Annotation, 'label' | 'spans' | 'attributes' | 'entity'>;

/** Somebody's link, and whether it is taken. */
export interface LinkChoice {
  readonly set: SetId;
  readonly relation: RelationId;
  readonly isTaken: boolean;
}

/** A decision about one case, ready to be written. */
export interface Settling {
  readonly about: Case;
  /** `null`: nothing in the gold set; `keep`: as it is there. */
  readonly content: Content | null | 'keep';
  readonly taken: SetId | null;
  readonly links: readonly LinkChoice[];
  readonly readings?: readonly Reading[];
}

export interface SettlingHow {
  readonly act: DecisionAct;
  readonly rule?: DecisionRule;
  readonly reason: DecisionReason | null;
  readonly note: string;
}

/**
 * Writes decisions: the gold set as they say, and one event that says them all. What else stands in the gold set stays, but for
 * Relations that have lost an end; links that were taken appear as soon as both of their ends do.
 * Problems: those of `checkAnnotation`, `label-already-here`, `decision-needs-reason`.
 */
export function settle(context: ReviewContext, settlement: Settlement, settlings: readonly Settling[], how: SettlingHow): Result<Change> {
  if (how.reason === null && (how.act === 'reject' || how.act === 'undecidable')) return fail(problem('decision-needs-reason'));
  const before = settlement.gold;
  const gold: AnnotationSet = before ?? {
    id: context.newId('set'), article: context.article.id, annotator: context.by, role: 'adjudicated', status: 'in-progress', annotations: [], relations: [],
  };
  const annotations = new Map(gold.annotations.map((one) => [one.id, one] as const));
  const claims = claimsOf(settlement, settlings);
  const items: Settled[] = [];
  for (const settling of settlings) {
    const standing = standingGold(settling.about, annotations, claims);
    const made = contentOf(context, settling, standing);
    if (standing && made?.id !== standing.id) annotations.delete(standing.id);
    if (made) {
      const wrong = checkAnnotation({ schema: context.schema, text: context.article.text, entities: new Set(context.entities.map(({ id }) => id)) }, made).filter(({ severity }) => severity === 'error');
      if (wrong.length > 0) return fail(...wrong);
      const twin = [...annotations.values()].find((one) => one.id !== made.id && one.label === made.label && sameSpans(one.spans, made.spans));
      if (twin) return fail(problem('label-already-here', { record: twin.id }, { label: made.label }));
      annotations.set(made.id, made);
    }
    items.push(itemOf(context, settling, made, settlement));
  }
  const event: DataRecord = {
    kind: 'event',
    value: {
      id: context.newId('event'), article: context.article.id, by: context.by, at: context.now,
      kind: 'decided', act: how.act, rule: how.rule ?? null, set: gold.id, among: settlement.among.map(({ id }) => id), items,
      reason: how.reason, note: how.note, turn: settlement.turn,
    },
  };
  const marked: AnnotationSet = { ...gold, status: 'in-progress', annotations: [...annotations.values()] };
  const relations = linked(context, settlement, marked, settlings, items);
  return ok(withReason(context, how.reason, goldChange(before, ordered({ ...marked, relations }), event)));
}

/** A reason that is new in the project is offered from now on: the same step adds it, so that it goes when the decision is taken back. */
function withReason({ events, by, now, newId }: ReviewContext, reason: DecisionReason | null, change: Change): Change {
  if (reason === null || !isOwnReason(reason) || reasonsOffered(events).includes(reason)) return change;
  return { ...change, added: [...change.added, { kind: 'event', value: { id: newId('event'), article: null, by, at: now, kind: 'reason-added', reason } }] };
}

/** Gold Annotations that other cases stand for: a case that was divided has one of them, not both. */
function claimsOf({ cases }: Settlement, settlings: readonly Settling[]): ReadonlySet<AnnotationId> {
  const mine = new Set(settlings.map(({ about }) => about.key));
  return new Set(cases.filter(({ key }) => !mine.has(key)).flatMap((one) => goldOf(one) ?? []));
}

function standingGold({ decision, outdated, twin, key, members }: Case, annotations: ReadonlyMap<AnnotationId, Annotation>, claims: ReadonlySet<AnnotationId>): Annotation | null {
  if (members.length === 0) return [...annotations.values()].find(({ id }) => key === `gold ${id}`) ?? null;
  const id = (decision ?? outdated)?.item.gold ?? twin;
  return id === null || claims.has(id) ? null : (annotations.get(id) ?? null);
}

function contentOf({ newId }: ReviewContext, { content }: Settling, standing: Annotation | null): Annotation | null {
  if (content === null) return null;
  if (content === 'keep') return standing;
  const { label, spans, attributes, entity } = content;
  const said = { label, spans, attributes, entity };
  return standing ? { ...standing, ...said } : { id: newId('annotation'), ...said, note: '', flagged: false, origin: 'manual' };
}

function itemOf({ newId }: ReviewContext, { about, taken, links, readings = [] }: Settling, made: Annotation | null, { links: all, gold: own }: Settlement): Settled {
  const known = about.decision?.item.links ?? about.outdated?.item.links ?? [];
  /** One gold Relation for all who made the same link. */
  const goldOfCase = new Map<LinkCase, RelationId>();
  const settled = links.map(({ set, relation, isTaken }): SettledLink => {
    if (!isTaken) return { set, relation, gold: null };
    const link = all.find(({ members }) => members.get(set)?.id === relation);
    if (!link) throw new Error(`no link ${relation} of ${set} among those that are compared`);
    const id = goldOfCase.get(link) ?? link.gold ?? known.find((one) => one.set === set && one.relation === relation)?.gold ?? newId('relation');
    goldOfCase.set(link, id);
    return { set, relation, gold: id };
  });
  const agreeing = made && about.members.filter(({ annotation }) => sayingOf(annotation) === sayingOf(made)).length;
  return {
    from: sourcesOf(about), taken, gold: made?.id ?? null, links: settled, readings, unanimous: isUnanimous(about) || isAsInGold(own, about), ...(agreeing !== null && { agreeing }),
  };
}

const sourcesOf = ({ members }: Case): readonly Source[] => members.map(({ source }) => source);

/** Did at least two people mark it, all who were compared, and in the same way? */
export const isUnanimous = ({ verdict, missing }: Pick<Case, 'verdict' | 'missing'>): boolean => verdict === 'agree' && missing.length === 0;

/** All that a reading says, its links apart; two that say the same are equal. */
const sayingOf = ({ label, spans, attributes, entity }: Content): string => canonicalJson({ label, spans, attributes, entity });

/** Does each reading of it say just what whoever settles has in the gold set already? */
export function isAsInGold(gold: Settlement['gold'], { twin, members }: Case): boolean {
  const own = twin === null ? undefined : gold?.annotations.find(({ id }) => id === twin);
  return own !== undefined && members.every(({ annotation }) => sayingOf(annotation) === sayingOf(own));
}

/** The Relations of the gold set: those made by hand or of readings that are not compared, if they have both ends, and those that decisions took and that may be. */
function linked(context: ReviewContext, settlement: Settlement, gold: AnnotationSet, settlings: readonly Settling[], items: readonly Settled[]): readonly Relation[] {
  const itemOfCase = new Map(settlings.map(({ about }, place) => [about.key, items[place] as Settled]));
  const holding = settlement.cases.flatMap((one) => itemOfCase.get(one.key) ?? one.decision?.item ?? []);
  const goldOfSource = new Map(holding.flatMap(({ from, gold: id }) => (id === null ? [] : from.map(({ set, annotation }) => [`${set} ${annotation}`, id] as const))));
  const relationOf = new Map(settlement.among.flatMap((set) => set.relations.map((one) => [`${set.id} ${one.id}`, one] as const)));
  const annotations = new Map(gold.annotations.map((one) => [one.id, one] as const));
  const surroundings = { schema: context.schema, annotations, entities: new Set<EntityId>(context.entities.map(({ id }) => id)) };
  const everSettled = new Set([
    ...context.events.filter(isDecided).flatMap((event) => event.items.flatMap(({ links }) => links.map(({ gold: id }) => id))),
    ...items.flatMap(({ links }) => links.map(({ gold: id }) => id)),
  ]);
  // What was decided of readings that are not compared now stays as it was: nobody has said anything else of it.
  const spokenOf = new Set(holding.map(({ gold: id }) => id));
  const relations = gold.relations.filter((one) => (!everSettled.has(one.id) || !spokenOf.has(one.from)) && checkLink(surroundings, one).length === 0);
  for (const { set, relation, gold: id } of holding.flatMap(({ links }) => links)) {
    const source = relationOf.get(`${set} ${relation}`);
    if (id === null || !source || relations.some((one) => one.id === id)) continue;
    const from = goldOfSource.get(`${set} ${source.from}`);
    const to: RelationTarget | null = source.to.kind === 'entity' ? source.to : targetOf(goldOfSource.get(`${set} ${source.to.id}`));
    if (from === undefined || to === null) continue;
    const link = { type: source.type, from, to };
    if (checkLink(surroundings, link).length > 0 || relations.some((one) => sameLink(one, link)) || closesCircle(context.schema, relations, link)) continue;
    relations.push({ id, ...link, attributes: source.attributes });
  }
  return relations;
}

const targetOf = (id: AnnotationId | undefined): RelationTarget | null => (id === undefined ? null : { kind: 'annotation', id });

/** From one state of the gold set to the other, with what was said. */
export function goldChange(before: AnnotationSet | null, after: AnnotationSet, ...events: readonly DataRecord[]): Change {
  const old = recordsOf(before);
  const now = recordsOf(after);
  const added = [...now].filter(([key]) => !old.has(key)).map(([, record]) => record);
  const removed = [...old].filter(([key]) => !now.has(key)).map(([, record]) => record);
  const updated = [...now].flatMap(([key, record]) => {
    const was = old.get(key);
    return was && canonicalJson(was) !== canonicalJson(record) ? [[was, record] as const] : [];
  });
  return { added: [...added, ...events], updated, removed };
}

function recordsOf(set: AnnotationSet | null): ReadonlyMap<string, DataRecord> {
  if (!set) return new Map();
  return new Map<string, DataRecord>([
    ['set', { kind: 'set', value: headOf(set) }],
    ...set.annotations.map((value) => [value.id, { kind: 'annotation', set: set.id, value }] as const),
    ...set.relations.map((value) => [`relation ${value.id}`, { kind: 'relation', set: set.id, value }] as const),
  ]);
}

/** The case as it is now, or `case-changed`: what the person saw is not what is there any more. */
export function caseNow(context: ReviewContext, among: readonly SetId[], key: string): Result<{ readonly settlement: Settlement; readonly about: Case }> {
  const settlement = settlementOf(context, among);
  const about = settlement.cases.find((one) => one.key === key);
  return about ? ok({ settlement, about }) : fail(problem('case-changed'));
}

