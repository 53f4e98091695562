import { lowerBound } from '../text/lower-bound.ts';
import { dayRange, noDay } from './near-pairs.ts';

/** Which passages stand in which text, by number; four bytes a passage. */
export interface PassageIndex {
  /** Of the next text. */
  readonly add: (found: Uint32Array) => void;
  /**
   * Pairs of texts that share so many passages that one may stand inside the other, the smaller number first; each once, in the order of
   * numbers. Only what was published within `dayRange` is compared, and a passage that both have in common with more than 32 texts of those
   * days, or with thousands at any time, says nothing.
   */
  readonly pairs: (dayOf: (text: number) => number) => Generator<readonly [one: number, two: number], void, undefined>;
  readonly forget: () => void;
}

/** A passage of more texts of one time than that is a phrase that everybody uses. */
const mostTexts = 32;
const mostAtAnyTime = 2048;
/** Of the passages of the text that has fewer: a story inside a page shares most of its own, two stories on one subject a sentence. */
const leastShare = 0.15;

const blockLength = 64 * 1024;

export function passageIndex(): PassageIndex {
  const blocks: Uint32Array[] = [];
  /** Where the passages of each text begin, and where the last ones end. */
  let begins: number[] = [0];
  const at = (place: number): number => blocks[Math.floor(place / blockLength)]?.[place % blockLength] as number;
  return {
    add(found) {
      let place = begins.at(-1) as number;
      for (const passage of found) {
        if (place % blockLength === 0) blocks.push(new Uint32Array(blockLength));
        (blocks.at(-1) as Uint32Array)[place++ % blockLength] = passage;
      }
      begins.push(place);
    },
    *pairs(dayOf) {
      const count = begins.length - 1;
      if (count > mostNumbers) throw new Error(`${count} texts are more than ${mostNumbers}`);
      const entries = sharedEntries(begins, at);
      const rare = rareEntries(entries, dayOf);
      const lengthOf = (text: number): number => (begins[text + 1] as number) - (begins[text] as number);
      for (let one = 0; one < count; one++) {
        const common = new Map<number, number>();
        for (let place = begins[one] as number; place < (begins[one + 1] as number); place++)
          for (const two of neighbours(entries, rare, at(place), one, dayOf)) common.set(two, (common.get(two) ?? 0) + 1);
        for (const [two, shared] of [...common].sort(([a], [b]) => a - b))
          if (shared >= leastShare * Math.min(lengthOf(one), lengthOf(two))) yield [one, two];
      }
    },
    forget() {
      blocks.length = 0;
      begins = [0];
    },
  };
}

/** Passage and text in one number, so that they sort fast: 32 bits and 21. */
const mostNumbers = 2 ** 21;
const entry = (passage: number, text: number): number => passage * mostNumbers + text;
const passageOf = (one: number): number => Math.floor(one / mostNumbers);
const textOf = (one: number): number => one % mostNumbers;

/**
 * Entries of those passages that stand in two texts or more, sorted: by far the most stand in one. Which those are a table of bits tells
 * that is now and then mistaken, so a few others are among them.
 */
function sharedEntries(begins: readonly number[], at: (place: number) => number): Float64Array {
  const total = begins.at(-1) as number;
  const seen = bitTable();
  const again = bitTable();
  for (let place = 0; place < total; place++) if (seen.set(at(place))) again.set(at(place));
  let kept = 0;
  for (let place = 0; place < total; place++) if (again.has(at(place))) kept++;
  const entries = new Float64Array(kept);
  kept = 0;
  for (let text = 0; text + 1 < begins.length; text++)
    for (let place = begins[text] as number; place < (begins[text + 1] as number); place++)
      if (again.has(at(place))) entries[kept++] = entry(at(place), text);
  return entries.sort();
}

/** One bit for the upper 26 bits of a hash: 8 MB. */
function bitTable() {
  const words = new Uint32Array(2 ** 21);
  const mask = (hash: number): number => 1 << ((hash >>> 6) & 31);
  return {
    has: (hash: number): boolean => ((words[hash >>> 11] as number) & mask(hash)) !== 0,
    /** True when it was set before. */
    set(hash: number): boolean {
      const before = words[hash >>> 11] as number;
      words[hash >>> 11] = before | mask(hash);
      return (before & mask(hash)) !== 0;
    },
  };
}

const isTimely = (a: number, b: number): boolean => a === noDay || b === noDay || Math.abs(a - b) <= dayRange;

/** Of each entry whether few texts of its time have the passage: 1 or 0. */
function rareEntries(entries: Float64Array, dayOf: (text: number) => number): Uint8Array {
  const rare = new Uint8Array(entries.length);
  for (let from = 0; from < entries.length; ) {
    const to = firstOf(entries, passageOf(entries[from] as number) + 1);
    if (to - from <= mostAtAnyTime) {
      const days = Array.from(entries.subarray(from, to), (one) => dayOf(textOf(one)));
      const dated = days.filter((day) => day !== noDay).sort((a, b) => a - b);
      for (const [place, day] of days.entries()) rare[from + place] = timesOf(day, days.length, dated) <= mostTexts ? 1 : 0;
    }
    from = to;
  }
  return rare;
}

/** How many of these were published at the time of one; those without a day at any time. */
function timesOf(day: number, all: number, dated: readonly number[]): number {
  if (day === noDay) return all;
  const within = lowerBound(dated, (one) => one > day + dayRange) - lowerBound(dated, (one) => one >= day - dayRange);
  return within + all - dated.length;
}

/** Texts with higher numbers that have the passage at the time of this one. */
function neighbours(entries: Float64Array, rare: Uint8Array, passage: number, one: number, dayOf: (text: number) => number): readonly number[] {
  const [from, to] = [firstOf(entries, passage), firstOf(entries, passage + 1)];
  if (to - from < 2 || to - from > mostAtAnyTime) return [];
  const own = from + entries.subarray(from, to).indexOf(entry(passage, one));
  const found: number[] = [];
  for (let place = own + 1; place < to; place++) {
    const two = textOf(entries[place] as number);
    if ((rare[own] || rare[place]) && isTimely(dayOf(one), dayOf(two))) found.push(two);
  }
  return found;
}

function firstOf(entries: Float64Array, passage: number): number {
  const least = entry(passage, 0);
  let [from, to] = [0, entries.length];
  while (from < to) {
    const middle = (from + to) >> 1;
    if ((entries[middle] as number) >= least) to = middle;
    else from = middle + 1;
  }
  return from;
}
