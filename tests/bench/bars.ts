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

/** `≤ 8 ✗`: the bar for articles of this size and whether it was kept; empty where there is none. */
export function barred(characters: number, annotations: number, what: Barred, measured: number): string {
  const bar = bars[`${characters} ${annotations}`]?.[what];
  return bar === undefined ? '' : `≤ ${bar} ${measured <= bar ? '✓' : '✗'}`;
}
