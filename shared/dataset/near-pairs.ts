import { bands, rows, signatureLength } from './signature.ts';

/** Signatures, day and size of texts, by number. */
export interface Signed {
  readonly count: number;
  /** The whole number that stands at this place of the signature. */
  readonly signature: (text: number, place: number) => number;
  /** Day of publication; `noDay` when it is not known. */
  readonly day: (text: number) => number;
  /** Different pieces of the text; 0 for one that has nothing to compare. */
  readonly size: (text: number) => number;
}

export const noDay = -(2 ** 31);
/** Copies of a story come within a few days (NEWS-COPY, in formats.md 4.1). */
export const dayRange = 7;

export interface NearPair {
  /** The smaller number. */
  readonly one: number;
  readonly two: number;
  /** Of 0 to 128 places, how many agree: an estimate of the Jaccard index. */
  readonly agreement: number;
  /** Published within `dayRange`, or the day of one is not known. */
  readonly isTimely: boolean;
}

/** Of those too far apart in time, so many neighbours are looked at: for the list of leaks only, so it need not be complete. */
const lateNeighbours = 16;

/**
 * The pairs that agree in this whole band and in none before it. Texts are numbered in the order of their ids, so the order of the pairs
 * depends on nothing else. `isKnown` leaves out pairs of which nothing more is to be learnt.
 */
export function* pairsInBand(
  texts: Signed, band: number, isKnown: (one: number, two: number) => boolean,
): Generator<NearPair, void, undefined> {
  const keys = bandKeys(texts, band);
  const order = Uint32Array.from({ length: texts.count }, (_, text) => text)
    .filter((text) => texts.size(text) > 0)
    .sort((a, b) => (keys[a] as number) - (keys[b] as number) || texts.day(a) - texts.day(b) || a - b);
  for (let at = 0; at < order.length; at++) {
    const a = order[at] as number;
    let late = 0;
    for (let next = at + 1; next < order.length && late < lateNeighbours; next++) {
      const b = order[next] as number;
      if (keys[a] !== keys[b]) break;
      const isTimely = texts.day(a) === noDay || texts.day(b) - texts.day(a) <= dayRange;
      if (!isTimely) late++;
      if (isKnown(a, b) || !agreeFirstIn(texts, a, b, band)) continue;
      yield { one: Math.min(a, b), two: Math.max(a, b), agreement: agreement(texts, a, b), isTimely };
    }
  }
}

/** Of pairs that were found in another way and are timely, those that agree in no whole band, so that no band has given them. */
export function* pairsBeyondBands(
  texts: Signed, pairs: Iterable<readonly [one: number, two: number]>, isKnown: (one: number, two: number) => boolean,
): Generator<NearPair, void, undefined> {
  for (const [one, two] of pairs)
    if (!isKnown(one, two) && !allBands.some((band) => agreeIn(texts, one, two, band))) yield { one, two, agreement: agreement(texts, one, two), isTimely: true };
}

/** One number for the rows of a band. Different rows may share it: then the pair is compared for nothing. */
function bandKeys({ count, signature }: Signed, band: number): Uint32Array {
  const keys = new Uint32Array(count);
  for (let text = 0; text < count; text++) {
    let key = 0x811c9dc5;
    for (let row = 0; row < rows; row++) key = Math.imul(key ^ signature(text, band * rows + row), 0x01000193) ^ (key >>> 15);
    keys[text] = key;
  }
  return keys;
}

function agreeIn({ signature }: Signed, a: number, b: number, band: number): boolean {
  for (let place = band * rows; place < (band + 1) * rows; place++) if (signature(a, place) !== signature(b, place)) return false;
  return true;
}

function agreeFirstIn(texts: Signed, a: number, b: number, band: number): boolean {
  if (!agreeIn(texts, a, b, band)) return false;
  for (let earlier = 0; earlier < band; earlier++) if (agreeIn(texts, a, b, earlier)) return false;
  return true;
}

function agreement({ signature }: Signed, a: number, b: number): number {
  let agreeing = 0;
  for (let place = 0; place < signatureLength; place++) if (signature(a, place) === signature(b, place)) agreeing++;
  return agreeing;
}

/**
 * May the exact comparison find the two alike? Four and a half standard deviations below the thresholds of `isAlike` nothing is missed
 * that the bands have found.
 */
export function mayBeAlike({ size }: Signed, { one, two, agreement: agreeing }: NearPair): boolean {
  const jaccard = agreeing / signatureLength;
  const contained = (jaccard * (size(one) + size(two))) / ((1 + jaccard) * Math.min(size(one), size(two)));
  return jaccard >= 0.3 || contained >= 0.45;
}

export const allBands: readonly number[] = Array.from({ length: bands }, (_, band) => band);
