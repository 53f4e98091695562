import { type ReviewContext } from '../commands/review-context.ts';
import { type Annotation, sameSpans } from '../model/annotation.ts';
import { type Change, noChange } from '../model/change.ts';
import { type LabelId, type SetId } from '../model/id.ts';
import { ok, type Result } from '../result.ts';
import { fingerprint } from '../text/fingerprint.ts';
import { type Span } from '../text/offsets.ts';
import { fold } from '../text/persian.ts';
import { agreedLinks, choicesOf, contentOfMember, linksOf } from './decide.ts';
import { isAsInGold, isUnanimous, settle, type Settling } from './settle.ts';
import { type Case, goldOf, type Settlement, settlementOf } from './settlement.ts';

/** What one act would decide, to be looked at first. Nothing that was decided before is among it. */
export interface BulkPlan {
  readonly settlings: readonly Settling[];
  /** In the order of the first case. */
  readonly byLabel: readonly { readonly label: LabelId; readonly count: number }[];
}

/** Which cases one act decides. */
export type BulkInput =
  /** What all have alike; of another adjudicator's gold set, what the own one has just so. */
  | { readonly rule: 'unanimous' }
  | { readonly rule: 'all-of-one'; readonly set: SetId; readonly label: LabelId }
  /** As the case with this key was decided. */
  | { readonly rule: 'same-text'; readonly like: string }
  /** Of a single person's work all but the cases with these keys, which were drawn to be looked at. */
  | { readonly rule: 'rest'; readonly drawn: readonly string[] };

export function bulkPlan(settlement: Settlement, text: string, input: BulkInput): BulkPlan {
  const settlings = withoutTwins(settlement, settlement.cases.filter(isUntouched).flatMap((one) => settlingFor(settlement, text, input, one) ?? []));
  const counts = new Map<LabelId, number>();
  for (const { about, content } of settlings) {
    const label = content && content !== 'keep' ? content.label : about.members[0]?.annotation.label;
    if (label !== undefined) counts.set(label, (counts.get(label) ?? 0) + 1);
  }
  return { settlings, byLabel: [...counts].map(([label, count]) => ({ label, count })) };
}

/** Decides them all in one event, which one step takes back. An empty Change where there are none. */
export function settleAll(context: ReviewContext, among: readonly SetId[], input: BulkInput): Result<Change> {
  const settlement = settlementOf(context, among);
  const { settlings } = bulkPlan(settlement, context.article.text, input);
  if (settlings.length === 0) return ok(noChange);
  const like = input.rule === 'same-text' ? settlement.cases.find(({ key }) => key === input.like)?.decision?.event : undefined;
  const act = input.rule === 'same-text' && settlings.every(({ content }) => content === null) ? 'reject' : 'accept';
  return settle(context, settlement, settlings, { act, rule: input.rule, reason: like?.reason ?? null, note: like?.note ?? '' });
}

/** What changed since it was decided needs somebody's eyes. */
const isUntouched = ({ state, outdated, members }: Case): boolean => state === 'open' && outdated === null && members.length > 0;

function settlingFor(settlement: Settlement, text: string, input: BulkInput, about: Case): Settling | null {
  switch (input.rule) {
    case 'unanimous': {
      const [first] = about.members;
      const isOfTwo = (isUnanimous(about) && about.members.length > 1) || (first?.set.role === 'adjudicated' && isAsInGold(settlement.gold, about));
      if (!first || !isOfTwo) return null;
      return { about, content: contentOfMember(first), taken: null, links: agreedLinks(settlement, about) };
    }
    case 'all-of-one': {
      const member = about.members.find(({ set }) => set.id === input.set);
      return member?.annotation.label === input.label ? taking(settlement, about, input.set) : null;
    }
    case 'rest': {
      const [only] = settlement.among;
      return settlement.among.length === 1 && only && !input.drawn.includes(about.key) ? taking(settlement, about, only.id) : null;
    }
    case 'same-text':
      return likeThat(settlement, text, input.like, about);
  }
}

function taking(settlement: Settlement, about: Case, set: SetId): Settling | null {
  const member = about.members.find((one) => one.set.id === set);
  if (!member) return null;
  return { about, content: contentOfMember(member), taken: set, links: choicesOf(linksOf(settlement, about), ({ members }) => members.has(set)) };
}

/** Spelled alike, whatever the letters are called. */
const surface = (text: string, spans: readonly Span[]): string => fold(spans.map(({ start, end }) => text.slice(start, end)).join(' … ')).text.trim();

/**
 * The same decision where the same words stand: rejected with what was rejected; otherwise the reading that covers those words, under the
 * Label that was decided.
 */
function likeThat(settlement: Settlement, text: string, key: string, about: Case): Settling | null {
  const like = settlement.cases.find((one) => one.key === key);
  if (like?.state !== 'decided' || like.key === about.key) return null;
  const gold = settlement.gold?.annotations.find(({ id }) => id === goldOf(like));
  if (!gold) {
    if (like.decision?.event.act !== 'reject') return null;
    const refused = new Set(like.members.map(({ annotation }) => `${annotation.label} ${surface(text, annotation.spans)}`));
    const isSame = about.members.every(({ annotation }) => refused.has(`${annotation.label} ${surface(text, annotation.spans)}`));
    return isSame ? { about, content: null, taken: null, links: [] } : null;
  }
  const words = surface(text, gold.spans);
  const [member, ...others] = about.members.filter(({ annotation }) => surface(text, annotation.spans) === words).sort((a, b) => sameLabelFirst(gold, a.annotation, b.annotation));
  if (!member) return null;
  const isWhole = member.annotation.label === gold.label;
  const content = isWhole ? contentOfMember(member) : { ...contentOfMember(member), label: gold.label, attributes: gold.attributes, entity: gold.entity };
  const isTaken = isWhole && others.length + 1 === about.members.length;
  return { about, content, taken: isWhole ? member.set.id : null, links: isTaken ? agreedLinks(settlement, about) : choicesOf(linksOf(settlement, about), ({ members }) => isWhole && members.has(member.set.id)) };
}

const sameLabelFirst = ({ label }: Annotation, a: Annotation, b: Annotation): number => Number(b.label === label) - Number(a.label === label);

/** Of two that would be one Label over the same Spans only the first; none that stands there already. */
function withoutTwins({ gold }: Settlement, settlings: readonly Settling[]): readonly Settling[] {
  const own = new Set(settlings.map(({ about }) => about.twin));
  const there = (gold?.annotations ?? []).filter(({ id }) => !own.has(id)) as Pick<Annotation, 'label' | 'spans'>[];
  return settlings.filter(({ content }) => {
    if (content === null || content === 'keep') return true;
    if (there.some(({ label, spans }) => label === content.label && sameSpans(spans, content.spans))) return false;
    there.push(content);
    return true;
  });
}

/** Part of the cases, drawn by a seed: the same for the same cases, whatever their order. At least one where there are any. */
export function sampleOf<One extends { readonly key: string }>(cases: readonly One[], part: number, seed: string): readonly One[] {
  const count = Math.ceil(cases.length * part);
  const drawn = new Set(
    cases.map((one) => [fingerprint(`${seed} ${one.key}`), one] as const).sort(([a], [b]) => (a < b ? -1 : 1)).slice(0, count).map(([, one]) => one),
  );
  return cases.filter((one) => drawn.has(one));
}
