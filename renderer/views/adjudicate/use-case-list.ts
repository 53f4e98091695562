import { useCallback, useMemo, useState } from 'react';
import { isOpenLink, isOrphan } from '../../../shared/review/gold.ts';
import { planned, type SamplingPlan } from '../../../shared/review/sampling.ts';
import { type Case } from '../../../shared/review/settlement.ts';
import { type ReviewScene } from './scene.ts';

export type Filter = 'all' | 'open' | 'sample';
export const plans = {
  all: { kind: 'all' },
  tenth: { kind: 'random', part: 0.1 },
  quarter: { kind: 'random', part: 0.25 },
  risk: { kind: 'risk', part: 0.25 },
} as const satisfies Record<string, SamplingPlan>;
export type PlanName = keyof typeof plans;

/** Which cases are gone through, and at which one the person is. */
export interface CaseList {
  readonly filter: Filter;
  readonly plan: PlanName;
  readonly sample: readonly Case[];
  /** Those of the filter, in order. */
  readonly cases: readonly Case[];
  readonly about: Case | undefined;
  readonly focused: string | null;
  /** Decided, or about to be. */
  readonly settled: ReadonlySet<string>;
  readonly openCount: number;
  setFilter(filter: Filter | ((now: Filter) => Filter)): void;
  setPlan(plan: PlanName): void;
  focus(key: string): void;
  go(by: 1 | -1): void;
  /** To the next one that is open. */
  goOn(): void;
  /** It shows as decided before it is; `false`: it is not after all. */
  expect(key: string, isDecided: boolean): void;
}

/** @param onLeave the case at hand is left; stays the same function */
export function useCaseList({ settlement, events, article }: Pick<ReviewScene, 'settlement' | 'events' | 'article'>, onLeave: () => void): CaseList {
  const [wanted, setWanted] = useState<string | null>(null);
  const [filter, setFilter] = useState<Filter>('all');
  const [plan, setPlan] = useState<PlanName>('all');
  const [pending, setPending] = useState<ReadonlySet<string>>(new Set());

  // What is on its way shows at once; what is stored then says the same, or better.
  const [shownEvents, setShownEvents] = useState(events);
  if (shownEvents !== events) {
    setShownEvents(events);
    setPending(new Set());
  }

  const settled = useMemo(
    () => new Set([...settlement.cases.flatMap(({ key, state }) => (state === 'decided' ? [key] : [])), ...pending]),
    [settlement, pending],
  );
  const sample = useMemo(() => planned(settlement.cases, plans[plan], article.id), [settlement, plan, article.id]);
  const cases = useMemo(() => {
    if (filter === 'all') return settlement.cases;
    return filter === 'sample' ? sample : settlement.cases.filter(({ key }) => key === wanted || !settled.has(key));
  }, [settlement, filter, sample, settled, wanted]);
  const about = settlement.cases.find(({ key }) => key === wanted) ?? cases[0] ?? settlement.cases[0];
  const focused = about?.key ?? null;

  const focus = useCallback(
    (key: string) => {
      onLeave();
      setWanted(key);
    },
    [onLeave],
  );
  const expect = useCallback((key: string, isDecided: boolean) => {
    setPending((before) => new Set(isDecided ? [...before, key] : [...before].filter((one) => one !== key)));
  }, []);
  const here = (): number => cases.findIndex(({ key }) => key === focused);
  return {
    filter, plan, sample, cases, about, focused, settled, focus, expect, setFilter, setPlan,
    openCount: settlement.cases.filter(({ key }) => !settled.has(key)).length,
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
