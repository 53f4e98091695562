import { type Alignment, type Pair } from '../compare/align.ts';
import { sameBounds } from '../compare/marked.ts';
import { type Continuum, type Voice } from './continuum.ts';
import { Counts, countOf, ratio, type Tally } from './tally.ts';

/** What must be the same: bounds and Label, bounds, bounds with half a point for an overlap, Label (SemEval-2013 task 9.1). */
export type SpanScheme = 'strict' | 'exact' | 'partial' | 'type';

/** Correct, incorrect, half right; missing in B, spurious in B. */
export interface SpanCounts {
  readonly COR: number;
  readonly INC: number;
  readonly PAR: number;
  readonly MIS: number;
  readonly SPU: number;
}

const outcomes: Readonly<Record<SpanScheme, (pair: Pair) => 'COR' | 'INC' | 'PAR'>> = {
  strict: ({ a, b }) => (a.label === b.label && sameBounds(a, b) ? 'COR' : 'INC'),
  exact: ({ a, b }) => (sameBounds(a, b) ? 'COR' : 'INC'),
  partial: ({ a, b }) => (sameBounds(a, b) ? 'COR' : 'PAR'),
  type: ({ a, b }) => (a.label === b.label ? 'COR' : 'INC'),
};

export function spanCounts({ pairs, onlyA, onlyB }: Alignment, scheme: SpanScheme): SpanCounts {
  const counts = { COR: 0, INC: 0, PAR: 0, MIS: onlyA.length, SPU: onlyB.length };
  for (const pair of pairs) counts[outcomes[scheme](pair)]++;
  return counts;
}

const matching = ({ COR, PAR }: SpanCounts): number => COR + PAR / 2;
const possible = ({ COR, INC, PAR, MIS }: SpanCounts): number => COR + INC + PAR + MIS;
const actual = ({ COR, INC, PAR, SPU }: SpanCounts): number => COR + INC + PAR + SPU;

/** Of B's, how many are right, with A as the reference. */
export const precision = (counts: SpanCounts): number | null => ratio(matching(counts), actual(counts));
/** Of A's, how many B found. */
export const recall = (counts: SpanCounts): number | null => ratio(matching(counts), possible(counts));
/** The same for both orders; 0 where only one of them marked something, `null` where neither did. */
export const f1 = (counts: SpanCounts): number | null => ratio(2 * matching(counts), possible(counts) + actual(counts));

/**
 * What `spanCounts` says for `strict`, without an Alignment: best-first pairing takes equal ones first, so they are as many as two multisets
 * have in common.
 */
export function strictTally({ voices: [a, b] }: Continuum, label: string | null): Tally {
  if (!a || !b) throw new Error('strict F1 wants two people');
  const [mine, theirs] = [keysOf(a), keysOf(b)];
  let [common, ofA, ofB] = [0, 0, 0];
  for (const one of label === null ? new Set([...mine.keys(), ...theirs.keys()]) : [label]) {
    const [here, there] = [mine.get(one), theirs.get(one)];
    ofA += here?.size ?? 0;
    ofB += there?.size ?? 0;
    for (const key of here ?? []) if (there?.has(key)) common++;
  }
  return diceTally(common, ofA, ofB);
}

const known = new WeakMap<Voice, ReadonlyMap<string, ReadonlySet<string>>>();

/** Bounds by Label; those that stand there already with how often. */
function keysOf(voice: Voice): ReadonlyMap<string, ReadonlySet<string>> {
  const found = known.get(voice);
  if (found) return found;
  const keys = new Map<string, Set<string>>();
  for (const { label, spans } of voice.marked) {
    const own = keys.get(label) ?? new Set<string>();
    keys.set(label, own);
    const bounds = spans.map(({ start, end }) => `${start}-${end}`).join();
    let key = bounds;
    for (let times = 1; own.has(key); times++) key = `${bounds} ${times}`;
    own.add(key);
  }
  known.set(voice, keys);
  return keys;
}

/** Counts of a text; `n` is the Annotations of both. */
export const spanTally = (counts: SpanCounts): Tally => diceTally(matching(counts), possible(counts), actual(counts));

/** What two people have in common, and what each has: all F1 values are made of these. */
export const diceTally = (common: number, a: number, b: number, n = a + b): Tally => new Counts([['common', common], ['of', a + b], ['n', n]]);

/** 2·common / (a + b), Dice 1945. */
export const diceOf = (tally: Tally): number | null => ratio(2 * countOf(tally, 'common'), countOf(tally, 'of'));
