import { type Continuum } from './continuum.ts';
import { together } from './tally.ts';

/** What everybody said of a unit: for each person the Labels that lie over it, in order, with blanks between; empty for none. */
export interface Pattern {
  readonly values: readonly string[];
  /** Units of which this was said. */
  readonly count: number;
}

/** Each different Pattern once: of all Labels, or of whether this one is there. */
export function patterns(text: Continuum, label: string | null = null): readonly Pattern[] {
  const all = known.get(text) ?? swept(text);
  known.set(text, all);
  return label === null ? all : counted(all.map(({ values, count }) => ({ values: values.map((value) => (holds(value, label) ? label : '')), count })));
}

const known = new WeakMap<Continuum, readonly Pattern[]>();

const holds = (value: string, label: string): boolean => value === label || (value.length > label.length && ` ${value} `.includes(` ${label} `));

/** The same ones added up. */
function counted(all: readonly Pattern[]): readonly Pattern[] {
  const found = new Map<string, { readonly values: readonly string[]; count: number }>();
  for (const { values, count } of all) {
    const key = values.join('\t');
    const same = found.get(key);
    if (same) same.count += count;
    else found.set(key, { values, count });
  }
  return [...found.values()];
}

/** From border to border, so that the length of the text costs nothing. */
function swept({ length, voices }: Continuum): readonly Pattern[] {
  const borders = voices.flatMap(({ marked }, voice) =>
    marked.flatMap(({ label, spans }) => spans.flatMap(({ start, end }) => [{ at: start, voice, label, by: 1 }, { at: end, voice, label, by: -1 }])),
  ).sort((a, b) => a.at - b.at);
  const open = voices.map(() => new Map<string, number>());
  const values = voices.map(() => '');
  const found: Pattern[] = [];
  const altered = new Set<number>();
  const passed = (count: number): void => {
    if (count === 0) return;
    for (const voice of altered) values[voice] = valueOf(open[voice]);
    altered.clear();
    found.push({ values: [...values], count });
  };
  let place = 0;
  for (const { at, voice, label, by } of borders) {
    passed(at - place);
    place = at;
    const labels = open[voice];
    if (!labels) throw new Error(`no voice ${voice}`);
    labels.set(label, (labels.get(label) ?? 0) + by);
    if (labels.get(label) === 0) labels.delete(label);
    altered.add(voice);
  }
  passed(length - place);
  return counted(found);
}

function valueOf(labels: ReadonlyMap<string, number> = new Map()): string {
  const [only = ''] = labels.keys();
  return labels.size < 2 ? only : [...labels.keys()].sort().join(' ');
}

/** How often each pair of values of two people met. */
export function contingency(items: Iterable<Pattern>): Map<string, number> {
  const table = new Map<string, number>();
  for (const { values: [a, b], count } of items) {
    if (a === undefined || b === undefined) throw new Error('a contingency table wants two people');
    table.set(together(a, b), (table.get(together(a, b)) ?? 0) + count);
  }
  return table;
}
