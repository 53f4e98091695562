import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { align } from '../../../shared/compare/align.ts';
import { alignLinks } from '../../../shared/compare/align-links.ts';
import { clusters } from '../../../shared/compare/clusters.ts';
import { linkClusters } from '../../../shared/compare/link-clusters.ts';
import { workOf } from '../../../shared/compare/marked.ts';
import { type AnnotationSet } from '../../../shared/model/annotation-set.ts';
import { type Change, reverse } from '../../../shared/model/change.ts';
import { checkDataset, errorsOf } from '../../../shared/model/check.ts';
import { type Dataset, sameDataset } from '../../../shared/model/dataset.ts';
import { type SetId } from '../../../shared/model/id.ts';
import { settleAll } from '../../../shared/review/bulk.ts';
import { accept, edit, leaveOut, merge, readingsOf, settleLinks } from '../../../shared/review/decide.ts';
import { goldItems, isSealed, sealGold, sealProblems } from '../../../shared/review/gold.ts';
import { type Case, goldOf, goldSetOf, settlementOf } from '../../../shared/review/settlement.ts';
import { forAll } from '../../arbitraries/for-all.ts';
import { adjudicator, after, reviewContext, reviewed } from '../../arbitraries/review.ts';
import { together } from '../../arbitraries/together.ts';

const workIds = ({ sets }: Dataset): readonly SetId[] => sets.filter(({ role }) => role === 'work').map(({ id }) => id);
const settled = (dataset: Dataset) => settlementOf(reviewContext(dataset), workIds(dataset));

type Act = 'accept' | 'union' | 'hull' | 'intersection' | 'reject' | 'defer' | 'undecidable' | 'edit' | 'links';
const acts: fc.Arbitrary<Act> = fc.constantFrom('accept', 'accept', 'union', 'hull', 'intersection', 'reject', 'defer', 'undecidable', 'edit', 'links');
interface Step {
  readonly act: Act;
  readonly at: number;
  readonly who: number;
}
const steps: fc.Arbitrary<readonly Step[]> = fc.array(fc.record({ act: acts, at: fc.nat(20), who: fc.nat(3) }), { maxLength: 12 });

function decided(dataset: Dataset, { act, at, who }: Step): ReturnType<typeof accept> | null {
  const context = reviewContext(dataset);
  const among = workIds(dataset);
  const settlement = settlementOf(context, among);
  const about = settlement.cases[at % Math.max(1, settlement.cases.length)];
  const member = about?.members[who % Math.max(1, about.members.length)];
  if (!about || !member) return null;
  const choice = { among, key: about.key };
  switch (act) {
    case 'accept':
      return accept(context, choice, { set: member.set.id });
    case 'union':
    case 'hull':
    case 'intersection':
      return merge(context, choice, { bounds: act, label: member.set.id });
    case 'edit':
      return edit(context, choice, { ...member.annotation, spans: [member.annotation.spans[0] as (typeof member.annotation.spans)[number]] });
    case 'links': {
      const links = settlement.links.filter(({ from }) => from.key === about.key).flatMap(({ members }) => [...members].map(([set, { id }]) => ({ set, relation: id as never, isTaken: who % 2 === 0 })));
      return settleLinks(context, choice, { links });
    }
    default:
      return leaveOut(context, choice, { act, reason: 'ambiguous' });
  }
}

/** One decision that was not refused: what it altered, and the Dataset on either side of it. */
interface Decision {
  readonly before: Dataset;
  readonly change: Change;
  readonly now: Dataset;
}

interface Walk {
  readonly start: Dataset;
  readonly decisions: readonly Decision[];
  readonly end: Dataset;
}

/** Decides step by step; what is refused alters nothing. */
function walk([start, todo]: readonly [Dataset, readonly Step[]]): Walk {
  const decisions: Decision[] = [];
  let end = start;
  for (const step of todo) {
    const result = decided(end, step);
    if (!result?.ok) continue;
    const now = after(end, result.value);
    decisions.push({ before: end, change: result.value, now });
    end = now;
  }
  return { start, decisions, end };
}

describe('settling', () => {
  const lawOfWork = together(reviewed, (dataset) => dataset);
  const lawOfWalks = together(fc.tuple(reviewed, steps, fc.nat(20)), ([dataset, todo, which]) => ({ ...walk([dataset, todo]), which }));

  lawOfWork('the cases of two people are the Alignment that the score reads, links too', (dataset) => {
    const [a, b] = dataset.sets as readonly [AnnotationSet, AnnotationSet];
    const [one, two] = [workOf(a, dataset.entities), workOf(b, dataset.entities)];
    const alignment = align(one.marked, two.marked);
    const { cases, links } = settlementOf(reviewContext(dataset), [a.id, b.id]);
    const pairs = cases.filter(({ members }) => members.length === 2).map(({ members }) => members.map(({ annotation }) => annotation.id).join()).sort();
    expect(pairs).toEqual(alignment.pairs.map((pair) => `${pair.a.id},${pair.b.id}`).sort());
    expect(cases.length).toBe(alignment.pairs.length + alignment.onlyA.length + alignment.onlyB.length);
    const linked = links.filter(({ members }) => members.size === 2).length;
    expect(linked).toBe(alignLinks(one, two, alignment, 'paired').pairs.length);
  });

  lawOfWork('links of any number of people lie in one case each, whatever the order of lists', (dataset) => {
    const works = new Map(dataset.sets.map((set) => [set.id as string, workOf(set, dataset.entities)] as const));
    const things = clusters(new Map([...works].map(([id, { marked }]) => [id, marked])));
    const turned = new Map([...works].reverse().map(([id, work]) => [id, { ...work, links: [...work.links].reverse() }] as const));
    const names = (of: typeof works) => linkClusters(of, things).map(({ type, members, missing }) => [type, [...members].map(([who, { id }]) => `${who} ${id}`), missing]);
    expect(names(turned)).toEqual(names(works));
    expect(linkClusters(works, things).flatMap(({ members }) => [...members.values()]).length).toBe(dataset.sets.flatMap(({ relations }) => relations).length);
  });

  lawOfWalks('any decisions keep every integrity rule, can be taken back, and touch nobody’s work', ({ start, decisions, end }) => {
    for (const { before, change, now } of decisions) {
      expect(sameDataset(after(now, reverse(change)), before), 'undone').toBe(true);
      expect(errorsOf(checkDataset(now))).toEqual([]);
    }
    expect(end.sets.filter(({ role }) => role === 'work')).toEqual(start.sets);
  });

  lawOfWalks('a decision is about one case: the others stand as they stood', ({ decisions }) => {
    for (const { before, now } of decisions) {
      const [was, is] = [settled(before), settled(now)];
      const stateOf = new Map(was.cases.map((one) => [one.key, one.state]));
      expect(is.cases.filter(({ key, state }) => stateOf.get(key) !== undefined && stateOf.get(key) !== state).length).toBeLessThan(2);
      expect(is.cases.every(({ outdated }) => outdated === null)).toBe(true);
    }
  });

  lawOfWork('what was taken is in the gold set as the reading has it', (dataset) => {
    const { cases } = settled(dataset);
    for (const [at] of cases.entries()) {
      const result = decided(dataset, { act: 'accept', at, who: 0 });
      if (!result?.ok) throw new Error(`refused: ${JSON.stringify(result)}`);
      const now = after(dataset, result.value);
      const one = settled(now).cases[at] as Case;
      const gold = goldSetOf(reviewContext(now))?.annotations.find(({ id }) => id === goldOf(one));
      const { label, spans, attributes, entity } = (one.members[0] as Case['members'][number]).annotation;
      expect(gold).toMatchObject({ label, spans, attributes, entity });
      expect(one.state).toBe('decided');
    }
  });

  lawOfWalks('taking in anew keeps decisions and opens only cases whose readings changed', ({ end, which }) => {
    const before = settled(end);
    const all = end.sets.filter(({ role }) => role === 'work').flatMap((set) => set.annotations.map((one) => ({ set, one })));
    const altered = all[which % Math.max(1, all.length)];
    if (!altered) return;
    const first = altered.one.spans[0];
    const sets = end.sets.map((set) =>
      set.id === altered.set.id
        ? { ...set, annotations: set.annotations.map((one) => (one.id === altered.one.id && first ? { ...one, note: 'x', attributes: { ...one.attributes, changed: '1' } } : one)) }
        : set,
    );
    const now = settled({ ...end, sets });
    const changed = `${altered.set.id} ${altered.one.id}`;
    const decisions = new Map(before.cases.map((one) => [one.key, one.decision?.event.id ?? null]));
    for (const one of now.cases) {
      if (!decisions.has(one.key)) continue;
      const isTouched = one.members.some(({ source }) => `${source.set} ${source.annotation}` === changed);
      if (!isTouched) expect(one.decision?.event.id ?? null).toBe(decisions.get(one.key));
      else expect(one.decision).toBeNull();
    }
  });

  lawOfWork('taken all at once are only those on which everybody agrees, by one event', (dataset) => {
    const before = settled(dataset);
    const result = settleAll(reviewContext(dataset), workIds(dataset), { rule: 'unanimous' });
    if (!result.ok) throw new Error(`refused: ${JSON.stringify(result)}`);
    const now = settled(after(dataset, result.value));
    const agreed = (one: Case) => one.verdict === 'agree' && one.missing.length === 0;
    expect(now.cases.filter(({ state }) => state === 'decided').every(agreed)).toBe(true);
    expect(result.value.added.filter(({ kind }) => kind === 'event').length).toBe(before.cases.some(agreed) ? 1 : 0);
  });

  lawOfWork('two who did the same: taken at once, closed, and every item unanimous', (dataset) => {
    const [first] = dataset.sets as readonly [AnnotationSet];
    const same = { ...first, id: 'set-copy' as SetId, annotator: dataset.annotators.find(({ id }) => id !== first.annotator)?.id ?? first.annotator };
    const copied: Dataset = { ...dataset, sets: [first, same] };
    const taken = settleAll(reviewContext(copied), workIds(copied), { rule: 'unanimous' });
    if (!taken.ok) throw new Error(`refused: ${JSON.stringify(taken)}`);
    const now = after(copied, taken.value);
    // One person may have marked one thing twice; twice in gold it may not stand.
    const twice = settled(now).cases.some(({ state }) => state === 'open');
    const sealed = sealGold(reviewContext(now), workIds(now));
    if (twice) return expect(sealed.ok).toBe(false);
    if (!sealed.ok) throw new Error(`refused: ${JSON.stringify(sealed)}`);
    const end = after(now, sealed.value);
    const gold = goldSetOf(reviewContext(end));
    expect(isSealed(gold, end.events ?? [])).toBe(true);
    expect(gold?.annotations.length).toBe(first.annotations.length);
    expect(gold?.relations.length).toBe(first.relations.length);
    expect([...goldItems(gold as AnnotationSet, end.events ?? []).values()].every(({ source }) => source === 'unanimous')).toBe(true);
  });

  lawOfWalks('an open case, an orphan or an open link keeps the gold set open', ({ end }) => {
    const { cases, links } = settled(end);
    const isOpen = cases.some(({ state }) => state !== 'decided') || links.some(({ state }) => state === 'open' || state === 'waiting' || state === 'orphan');
    expect(sealProblems(reviewContext(end), settled(end)).length === 0).toBe(!isOpen);
    expect(sealGold(reviewContext(end), workIds(end)).ok).toBe(!isOpen);
  });

  lawOfWork('the readings of what is undecidable weigh one together', (dataset) => {
    for (const one of settled(dataset).cases) expect(readingsOf(one).reduce((sum, { weight }) => sum + weight, 0)).toBeCloseTo(1, 9);
  });

  lawOfWalks('the order of sets and events changes nothing', ({ end }) => {
    const turned = { ...reviewContext(end), sets: [...end.sets].reverse(), events: [...(end.events ?? [])].reverse() };
    const seen = (of: ReturnType<typeof settled>) => of.cases.map(({ key, state, decision }) => [key, state, decision?.event.id]);
    expect(seen(settlementOf(turned, [...workIds(end)].reverse()))).toEqual(seen(settled(end)));
  });
});

test('the adjudicator is nobody whose work is compared', () => forAll(reviewed, ({ sets }) => expect(sets.some(({ annotator }) => annotator === adjudicator.id)).toBe(false)));
