/**
 * What long articles are held to, on two cores with the oldest engine: medians in milliseconds of the page's main thread, unless the row
 * says otherwise. Printed beside what was measured; no test fails by them, since a busy machine would fail it.
 */
export type Barred = 'open' | 'add' | 'undo' | 'snap' | 'hover' | 'other' | 'save' | 'late' | 'heap';

const gestures = ['add', 'undo', 'snap', 'hover'] as const;
const same = (most: number) => Object.fromEntries(gestures.map((one) => [one, most])) as Readonly<Record<(typeof gestures)[number], number>>;

const bars: Readonly<Record<string, Readonly<Partial<Record<Barred, number>>>>> = {
  '50000 1000': { open: 150, ...same(8), other: 4, late: 10, save: 5 },
  '500000 10000': { ...same(12), heap: 10 },
};

/** What the machine on which the bars were set took for the bare things, in the same engine: first paint of bare paragraphs, one strict put by Dexie; milliseconds. */
const bareWhereSet: Readonly<Record<number, number>> = { 50_000: 48, 500_000: 294 };
const putWhereSet = 2.3;

/** Milliseconds that this machine takes for the bare things, in the same run. */
export interface Bare {
  /** Of bare paragraphs: on the wall, and of the processor. Other programs lengthen the first, so that the smaller one counts. */
  readonly page: readonly [wall: number, work: number];
  readonly put: number;
}

/** How much slower than there all is here; `null` for what is no time, or not known from there. */
function paceOf(characters: number, what: Barred, { page, put }: Bare): number | null {
  if (what === 'late' || what === 'heap') return null;
  if (what === 'save') return put / putWhereSet;
  const there = bareWhereSet[characters];
  return there === undefined ? null : Math.min(...page) / there;
}

/**
 * `≤ 8 ✗ (≤ 15.7 ✓)`: the bar for articles of this size and whether it was kept; in brackets the same at the pace of this machine. Empty where there
 * is none.
 */
export function barred(characters: number, annotations: number, what: Barred, measured: number, bare: Bare): string {
  const bar = bars[`${characters} ${annotations}`]?.[what];
  return bar === undefined ? '' : judged(bar, measured, paceOf(characters, what, bare));
}

function judged(bar: number, measured: number, pace: number | null, digits = 1): string {
  const kept = (most: number, shown: string): string => `≤ ${shown} ${measured <= most ? '✓' : '✗'}`;
  return pace === null ? kept(bar, String(bar)) : `${kept(bar, String(bar))} (${kept(bar * pace, (bar * pace).toFixed(digits))})`;
}

/** An import of 10,000 articles of 3 kB, and its longest task of the page; milliseconds on the wall. */
const importBars = { whole: 5_000, longest: 100 } as const;
/** What bare `bulkAdd` of all that such an import keeps took where they were set, in the run in which the import took 5.4 s. */
const keptWhereSet = 2_660;

/** The same for an import of so many articles; `kept`: the bare `bulkAdd` of all that it keeps, in the same run, on the wall and of the processor. */
export function barredImport(articles: number, what: keyof typeof importBars, measured: number, kept: readonly [wall: number, work: number]): string {
  const share = articles / 10_000;
  return judged(importBars[what] * (what === 'whole' ? share : 1), measured, Math.min(...kept) / (keptWhereSet * share), 0);
}
