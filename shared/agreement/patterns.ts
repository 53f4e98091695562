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
  const found = known.get(text) ?? remembered(text);
  return label === null ? found.all : ofLabel(found, label);
}

interface Swept {
  readonly all: readonly Pattern[];
  /** Every value once, as the Labels that it names. */
  readonly labelsIn: readonly (readonly string[])[];
  /** Which of them each person said: Pattern by Pattern. */
  readonly said: Int32Array;
}

const known = new WeakMap<Continuum, Swept>();

function remembered(text: Continuum): Swept {
  const all = swept(text);
  const numbers = new Map<string, number>();
  const said = Int32Array.from(all.flatMap(({ values }) => values), (value) => {
    const number = numbers.get(value) ?? numbers.size;
    numbers.set(value, number);
    return number;
  });
  const found = { all, said, labelsIn: [...numbers.keys()].map((value) => value.split(' ')) };
  known.set(text, found);
  return found;
}

/** So many people can be told by the digits of one number. */
const mostInNumber = 50;

/** Asked for each Label of each Article: nothing is made for what was met before. */
function ofLabel({ all, labelsIn, said }: Swept, label: string): readonly Pattern[] {
  const holds = Uint8Array.from(labelsIn, (labels) => Number(labels.includes(label)));
  const found = new Map<number | string, { readonly values: readonly string[]; count: number }>();
  all.forEach(({ values: { length }, count }, place) => {
    let who = 0;
    for (let at = place * length; at < (place + 1) * length; at++) who = 2 * who + (holds[said[at] ?? 0] ?? 0);
    const words = (): readonly string[] => Array.from(said.subarray(place * length, (place + 1) * length), (value) => (holds[value] === 1 ? label : ''));
    const key = length <= mostInNumber ? who : words().join('\t');
    const same = found.get(key);
    if (same) same.count += count;
    else found.set(key, { values: words(), count });
  });
  return [...found.values()];
}

/** From border to border, so that the length of the text costs nothing. */
function swept({ length, voices }: Continuum): readonly Pattern[] {
  const pieces = voices.reduce((sum, { marked }) => marked.reduce((all, { spans }) => all + spans.length, sum), 0);
  const borders = new Float64Array(2 * pieces);
  const voiceOf = new Int32Array(pieces);
  const labelOf: string[] = [];
  voices.forEach(({ marked }, voice) => {
    for (const { label, spans } of marked) {
      for (const { start, end } of spans) {
        const piece = labelOf.length;
        // Place and piece in one: plain numbers are sorted many times faster than what they stand for.
        borders[2 * piece] = start * borders.length + 2 * piece;
        borders[2 * piece + 1] = end * borders.length + 2 * piece + 1;
        voiceOf[piece] = voice;
        labelOf.push(label);
      }
    }
  });
  const open = voices.map(() => new Map<string, number>());
  const values = voices.map(() => '');
  const found = new Map<string, { readonly values: readonly string[]; count: number }>();
  const altered = new Set<number>();
  const passed = (count: number): void => {
    if (count === 0) return;
    for (const voice of altered) values[voice] = valueOf(open[voice]);
    altered.clear();
    const key = values.join('\t');
    const same = found.get(key);
    if (same) same.count += count;
    else found.set(key, { values: [...values], count });
  };
  let place = 0;
  for (const border of borders.sort()) {
    const at = Math.floor(border / borders.length);
    const [piece, isEnd] = [Math.floor((border % borders.length) / 2), border % 2 === 1];
    passed(at - place);
    place = at;
    const voice = voiceOf[piece] ?? 0;
    const labels = open[voice];
    const label = labelOf[piece];
    if (!labels || label === undefined) throw new Error(`no piece ${piece} of voice ${voice}`);
    const times = (labels.get(label) ?? 0) + (isEnd ? -1 : 1);
    if (times === 0) labels.delete(label);
    else labels.set(label, times);
    altered.add(voice);
  }
  passed(length - place);
  return [...found.values()];
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
