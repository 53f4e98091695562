import { type ReviewContext } from '../commands/review-context.ts';
import { joined } from '../commands/legal-spans.ts';
import { type Change } from '../model/change.ts';
import { checkAttribute } from '../model/check-annotation.ts';
import { type DecisionReason, type Reading } from '../model/decided.ts';
import { type EntityId, type SetId } from '../model/id.ts';
import { labelDef, type Schema } from '../model/schema.ts';
import { type Span, utf16 } from '../text/offsets.ts';
import { fail, ok, problem, type Result } from '../result.ts';
import { type Case, goldOf, type LinkCase, type Member, type Settlement } from './settlement.ts';
import { caseNow, type Content, type LinkChoice, settle } from './settle.ts';

/** Which thing is meant: a case of what is compared. */
export interface CaseChoice {
  readonly among: readonly SetId[];
  readonly key: string;
}

export interface Grounds {
  readonly reason?: DecisionReason | null;
  readonly note?: string;
}

/** How the bounds of a merged reading come about. A set's name: its bounds. */
export type MergedBounds = 'union' | 'intersection' | 'hull' | { readonly set: SetId };

export interface MergeInput {
  readonly bounds: MergedBounds;
  /** Whose Label, attributes and Entity; those of the bounds' owner, or of the first, unless given. */
  readonly label?: SetId;
  /** Values that are settled one by one; `null` takes one away. */
  readonly attributes?: Readonly<Record<string, string | null>>;
  readonly entity?: EntityId | null;
}

const grounds = ({ reason = null, note = '' }: Grounds) => ({ reason, note: note.trim() });

export const contentOfMember = ({ annotation: { label, spans, attributes, entity } }: Member): Content => ({ label, spans, attributes, entity });

/** Links that start at a case, and what each of its readings says of them. */
export const linksOf = ({ links }: Settlement, { key }: Case): readonly LinkCase[] => links.filter(({ from }) => from.key === key);

/** Whose readings of an open case links that were taken lead to: what was accepted proposes its ends. */
export function proposedReadings({ links }: Settlement, { key }: Case): ReadonlySet<SetId> {
  const waiting = links.filter(({ to, state }) => state === 'waiting' && to?.key === key);
  return new Set(waiting.flatMap(({ from, members }) => {
    const taken = from.decision?.item.taken;
    return taken && members.has(taken) ? [taken] : [...members.keys()];
  }));
}

/** Takes one reading as it is, with its links; those that the others have besides are refused. */
export function accept(context: ReviewContext, choice: CaseChoice, input: { readonly set: SetId } & Grounds): Result<Change> {
  const found = caseNow(context, choice.among, choice.key);
  if (!found.ok) return found;
  const { settlement, about } = found.value;
  const member = about.members.find(({ set }) => set.id === input.set);
  if (!member) return fail(problem('reading-missing'));
  const links = choicesOf(linksOf(settlement, about), ({ members }) => members.has(input.set));
  return settle(context, settlement, [{ about, content: contentOfMember(member), taken: input.set, links }], { act: 'accept', ...grounds(input) });
}

/** Makes one reading of several. Problems: `reading-missing`, `merge-empty` where nothing lies in all of them, those of `settle`. */
export function merge(context: ReviewContext, choice: CaseChoice, input: MergeInput & Grounds): Result<Change> {
  const found = caseNow(context, choice.among, choice.key);
  if (!found.ok) return found;
  const { settlement, about } = found.value;
  const content = mergedContent(context.schema, about, input);
  if (!content.ok) return content;
  return settle(context, settlement, [{ about, content: content.value, taken: null, links: agreedLinks(settlement, about) }], { act: 'merge', ...grounds(input) });
}

/** What `merge` would put into the gold set. */
export function mergedContent(schema: Schema, { members }: Case, { bounds, label, attributes = {}, entity }: MergeInput): Result<Content> {
  const owner = members.find(({ set }) => set.id === (label ?? (typeof bounds === 'object' ? bounds.set : undefined))) ?? members[0];
  if (!owner) return fail(problem('reading-missing'));
  const def = labelDef(schema, owner.annotation.label);
  if (!def) return fail(problem('label-unknown', {}, { label: owner.annotation.label }));
  const merged = mergedSpans(members, bounds);
  if (merged.length === 0) return fail(problem('merge-empty'));
  const [first, last] = [merged[0] as Span, merged.at(-1) as Span];
  const spans = merged.length > 1 && !def.discontinuous ? [{ start: first.start, end: last.end }] : merged;
  const values = Object.entries({ ...owner.annotation.attributes, ...attributes }).flatMap(([id, value]) => (value === null ? [] : [[id, value] as const]));
  const wrong = values.flatMap(([id, value]) => checkAttribute(def, id, value));
  if (wrong.length > 0) return fail(...wrong);
  return ok({ label: def.id, spans, attributes: Object.fromEntries(values), entity: entity === undefined ? owner.annotation.entity : entity });
}

function mergedSpans(members: readonly Member[], bounds: MergedBounds): readonly Span[] {
  const all = members.map(({ annotation }) => annotation.spans);
  if (typeof bounds === 'object') return members.find(({ set }) => set.id === bounds.set)?.annotation.spans ?? [];
  const union = joined(all.flat());
  if (bounds === 'union') return union;
  if (bounds === 'intersection') return all.reduce(shared);
  const [first, last] = [union[0], union.at(-1)];
  return first && last ? [{ start: first.start, end: last.end }] : [];
}

/** What lies in both. */
function shared(a: readonly Span[], b: readonly Span[]): readonly Span[] {
  return a.flatMap((one) =>
    b.flatMap((two) => {
      const [start, end] = [Math.max(one.start, two.start), Math.min(one.end, two.end)];
      return start < end ? [{ start: utf16(start), end: utf16(end) }] : [];
    }),
  );
}

/** A form of its own, wherever it comes from. With `link`s it keeps those that were settled. */
export function edit(context: ReviewContext, choice: CaseChoice, input: Content & Grounds): Result<Change> {
  const found = caseNow(context, choice.among, choice.key);
  if (!found.ok) return found;
  const { settlement, about } = found.value;
  const { label, attributes, entity } = input;
  const content: Content = { label, spans: joined(input.spans), attributes, entity };
  const links = about.decision?.item.links.length ? standingChoices(about) : agreedLinks(settlement, about);
  return settle(context, settlement, [{ about, content, taken: null, links }], { act: 'edit', ...grounds(input) });
}

/** What everybody missed. */
export function addMissed(context: ReviewContext, among: readonly SetId[], settlement: Settlement, input: Content & Grounds): Result<Change> {
  const { label, attributes, entity } = input;
  const spans = joined(input.spans);
  const about: Case = {
    key: 'new', members: [], verdict: 'solo', missing: among, decision: null, outdated: null, twin: null, state: 'open',
    hull: { start: spans[0]?.start ?? 0, end: spans.at(-1)?.end ?? 0 },
  };
  return settle(context, settlement, [{ about, content: { label, spans, attributes, entity }, taken: null, links: [] }], { act: 'edit', ...grounds({ reason: 'missed', ...input }) });
}

export type Emptying =
  | ({ readonly act: 'reject' | 'undecidable' } & Grounds)
  /** Put off; nothing is said of it in the gold set until it is decided. */
  | ({ readonly act: 'defer' } & Grounds);

/** Leaves nothing in the gold set: rejected, put off, or undecidable with all readings kept. Problem: `decision-needs-reason`. */
export function leaveOut(context: ReviewContext, choice: CaseChoice, input: Emptying): Result<Change> {
  const found = caseNow(context, choice.among, choice.key);
  if (!found.ok) return found;
  const { settlement, about } = found.value;
  const readings = input.act === 'undecidable' ? readingsOf(about) : [];
  return settle(context, settlement, [{ about, content: null, taken: null, links: [], readings }], { act: input.act, ...grounds(input) });
}

/** The different readings, each as heavy as the part of the people who have it. */
export function readingsOf({ members }: Case): readonly Reading[] {
  const readings = new Map<string, Reading>();
  for (const member of members) {
    const { label, spans, attributes, entity } = contentOfMember(member);
    const key = JSON.stringify([label, spans, Object.entries(attributes).sort(([a], [b]) => (a < b ? -1 : 1)), entity]);
    const known = readings.get(key)?.weight ?? 0;
    readings.set(key, { label, spans, attributes, entity, weight: known + 1 / members.length });
  }
  return [...readings.values()];
}

/** Takes links that start at a case, or refuses them; what stands for the case itself stays. */
export function settleLinks(context: ReviewContext, choice: CaseChoice, input: { readonly links: readonly LinkChoice[] } & Grounds): Result<Change> {
  const found = caseNow(context, choice.among, choice.key);
  if (!found.ok) return found;
  const { settlement, about } = found.value;
  if (!about.decision || goldOf(about) === null) return fail(problem('link-without-end'));
  const isSaid = (link: { readonly set: SetId; readonly relation: string }) => input.links.some((one) => one.set === link.set && one.relation === link.relation);
  const links = [...standingChoices(about).filter((one) => !isSaid(one)), ...input.links];
  return settle(context, settlement, [{ about, content: 'keep', taken: about.decision.item.taken, links }], { act: 'link', ...grounds({ ...about.decision.event, ...input }) });
}

/** All who made a link say the same of it. */
export const choicesOf = (links: readonly LinkCase[], isTaken: (link: LinkCase) => boolean): readonly LinkChoice[] =>
  links.flatMap((link) => [...link.members].map(([set, { id }]) => ({ set, relation: id as LinkChoice['relation'], isTaken: isTaken(link) })));

/** What was said of the links of a case so far. */
export const standingChoices = ({ decision }: Case): readonly LinkChoice[] =>
  (decision?.item.links ?? []).map(({ set, relation, gold }) => ({ set, relation, isTaken: gold !== null }));

/** Links that all readings of the case have; the others stay open. */
export const agreedLinks = (settlement: Settlement, about: Case): readonly LinkChoice[] =>
  choicesOf(linksOf(settlement, about).filter(({ members }) => members.size === about.members.length), () => true);

/** Attributes that the readings of a case have and do not agree on, each with the values by set. */
export function attributeConflicts({ members }: Case): readonly { readonly attribute: string; readonly values: ReadonlyMap<SetId, string | null> }[] {
  const ids = [...new Set(members.flatMap(({ annotation }) => Object.keys(annotation.attributes)))].sort();
  return ids.flatMap((attribute) => {
    const values = new Map(members.map(({ set, annotation }) => [set.id, annotation.attributes[attribute] ?? null] as const));
    return new Set(values.values()).size > 1 ? [{ attribute, values }] : [];
  });
}

/**
 * Settles one value and leaves the bounds alone: of what stands in the gold set, or, where the case is open and its readings have one Label,
 * of what a merge of them would be. Problem: `label-conflict` where they do not.
 */
export function settleValue(
  context: ReviewContext, choice: CaseChoice, input: ({ readonly attribute: string; readonly value: string | null } | { readonly entity: EntityId | null }) & Grounds,
): Result<Change> {
  const found = caseNow(context, choice.among, choice.key);
  if (!found.ok) return found;
  const { settlement, about } = found.value;
  const gold = settlement.gold?.annotations.find(({ id }) => id === goldOf(about));
  if (gold) {
    const attributes = 'attribute' in input ? withValue(gold.attributes, input.attribute, input.value) : gold.attributes;
    return edit(context, choice, { label: gold.label, spans: gold.spans, attributes, entity: 'attribute' in input ? gold.entity : input.entity, ...grounds(input) });
  }
  const [first] = about.members;
  if (!first || about.verdict !== 'attributes') return fail(problem('label-conflict'));
  const said = 'attribute' in input ? { attributes: { [input.attribute]: input.value } } : { entity: input.entity };
  return merge(context, choice, { bounds: { set: first.set.id }, ...said, ...grounds(input) });
}

function withValue(attributes: Readonly<Record<string, string>>, attribute: string, value: string | null): Readonly<Record<string, string>> {
  const { [attribute]: _, ...others } = attributes;
  return value === null ? others : { ...others, [attribute]: value };
}

