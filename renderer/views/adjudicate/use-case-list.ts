import { useCallback, useMemo, useState } from 'react';
import { type Annotation } from '../../../shared/model/annotation.ts';
import { isOpenLink, isOrphan } from '../../../shared/review/gold.ts';
import { carefulPart, type Haste } from '../../../shared/review/haste.ts';
import { planned, type SamplingPlan } from '../../../shared/review/sampling.ts';
import { type Case } from '../../../shared/review/settlement.ts';
import { type CaseKind, isOfKind, type ReviewScene } from './scene.ts';

export type Filter = 'all' | 'open' | 'sample';
export const planNames = ['all', 'tenth', 'quarter', 'own', 'risk'] as const;
export type PlanName = (typeof planNames)[number];

/** What of work is gone through that nothing else speaks against. */
const riskyPart = 0.25;

/** What of one colleague's work is gone through: a plan that is offered, or so many per cent at random. */
export interface PlanChoice {
  readonly name: PlanName;
  /** Of `own`: a whole number, 1 to 100. */
  readonly percent: number;
}

/** @param haste why the work is looked at more closely than others' */
export function planOf({ name, percent }: PlanChoice, haste: readonly Haste[] = []): SamplingPlan {
  switch (name) {
    case 'all':
      return { kind: 'all' };
    case 'tenth':
      return { kind: 'random', part: 0.1 };
    case 'quarter':
      return { kind: 'random', part: 0.25 };
    case 'own':
      return { kind: 'random', part: percent / 100 };
    case 'risk':
      return { kind: 'risk', part: carefulPart(riskyPart, haste) };
  }
}

/** Which cases are gone through, and at which one the person is. */
export interface CaseList {
  readonly filter: Filter;
  /** Those of a class alone, or `null`. */
  readonly kind: CaseKind | null;
  readonly plan: PlanChoice;
  readonly haste: readonly Haste[];
  readonly sample: readonly Case[];
  /** Those of the filter, in order. */
  readonly cases: readonly Case[];
  readonly about: Case | undefined;
  readonly focused: string | null;
  /** Decided, or about to be. */
  readonly settled: ReadonlySet<string>;
  readonly openCount: number;
  setFilter(filter: Filter | ((now: Filter) => Filter)): void;
  setKind(kind: CaseKind | null): void;
  setPlan(plan: PlanChoice): void;
  focus(key: string): void;
  go(by: 1 | -1): void;
  /** To the next one that is open. */
  goOn(): void;
  /** It shows as decided while that is being written; unless the answer is `false`: it is not after all. */
  expect(key: string, writing: Promise<boolean>): void;
}

/** What machines propose here, those apart that are looked through themselves. */
const suggestedIn = ({ sets, settlement }: Pick<ReviewScene, 'sets' | 'settlement'>): readonly Annotation[] =>
  sets.flatMap((set) => (set.role === 'suggestion' && !settlement.among.includes(set) ? set.annotations : []));

/**
 * @param onLeave the case at hand is left; stays the same function
 * @param haste why one colleague's work is looked at more closely; stays the same list
 */
export function useCaseList(scene: Pick<ReviewScene, 'settlement' | 'events' | 'article' | 'readers' | 'sets'>, onLeave: () => void, haste: readonly Haste[]): CaseList {
  const { settlement, events, article } = scene;
  const [wanted, setWanted] = useState<string | null>(null);
  const [filter, setFilter] = useState<Filter>('all');
  const [chosenKind, setChosenKind] = useState<CaseKind | null>(null);
  const [plan, setPlan] = useState<PlanChoice>({ name: 'all', percent: 5 });
  /** Cases that show as decided before they are, each with whether that is written by now. */
  const [pending, setPending] = useState<ReadonlyMap<string, boolean>>(new Map());

  // What is on its way shows at once; once it is stored, what is read says the same, or better. What is read may also be the step before it.
  const [shownEvents, setShownEvents] = useState(events);
  if (shownEvents !== events) {
    setShownEvents(events);
    setPending((before) => new Map([...before].filter(([key, isWritten]) => !isWritten && settlement.cases.some((one) => one.key === key && one.state !== 'decided'))));
  }

  const settled = useMemo(
    () => new Set([...settlement.cases.flatMap(({ key, state }) => (state === 'decided' ? [key] : [])), ...pending.keys()]),
    [settlement, pending],
  );
  const sample = useMemo(() => planned(settlement.cases, planOf(plan, haste), article.id, suggestedIn(scene)), [settlement, scene, plan, haste, article.id]);
  // Of a kind that is no more, nothing is left to be shown alone.
  const kind = chosenKind !== null && settlement.cases.some((one) => isOfKind(scene, one, chosenKind)) ? chosenKind : null;
  const cases = useMemo(() => {
    const asked = filter === 'all' ? settlement.cases : filter === 'sample' ? sample : settlement.cases.filter(({ key }) => key === wanted || !settled.has(key));
    return kind === null ? asked : asked.filter((one) => isOfKind(scene, one, kind));
  }, [scene, settlement, filter, sample, settled, wanted, kind]);
  const about = settlement.cases.find(({ key }) => key === wanted) ?? cases[0] ?? settlement.cases[0];
  const focused = about?.key ?? null;

  const focus = useCallback(
    (key: string) => {
      onLeave();
      setWanted(key);
    },
    [onLeave],
  );
  const expect = useCallback((key: string, writing: Promise<boolean>) => {
    setPending((before) => new Map([...before, [key, false]]));
    void writing.then((isDone) => {
      setPending((before) => new Map([...before].flatMap(([one, isWritten]) => (one !== key ? [[one, isWritten]] : isDone ? [[one, true]] : []))));
    });
  }, []);
  const here = (): number => cases.findIndex(({ key }) => key === focused);
  return {
    filter, kind, plan, haste, sample, cases, about, focused, settled, focus, expect, setFilter, setPlan,
    openCount: settlement.cases.filter(({ key }) => !settled.has(key)).length,
    setKind(next) {
      setChosenKind(next);
      if (next === null || (about && isOfKind(scene, about, next))) return;
      const first = settlement.cases.find((one) => isOfKind(scene, one, next));
      if (first) focus(first.key);
    },
    go(by) {
      const next = cases[here() + by];
      if (next) focus(next.key);
    },
    /** The next one after this that is open, from the beginning where there is none; at last, one with a link to be settled. */
    goOn() {
      const others = [...cases.slice(here() + 1), ...cases.slice(0, here() + 1)].filter(({ key }) => key !== focused);
      const linked = new Set(settlement.links.filter((link) => isOpenLink(link) || isOrphan(link)).map(({ from }) => from.key));
      const next = others.find(({ key }) => !settled.has(key)) ?? others.find(({ key }) => linked.has(key));
      focus(next?.key ?? focused ?? '');
    },
  };
}
