import { pieceLength } from './likeness.ts';

/**
 * MinHash (Broder 1997): of 128 orders of all possible pieces, which piece of the text comes first in each. Two texts agree in as many of
 * them as their Jaccard index says. The orders are fixed for good, so signatures of today and of next year compare.
 */
export const signatureLength = 128;
/** 32 bands of 4: texts that agree in a whole band are compared (formats.md 4.1). */
export const bands = 32;
export const rows = signatureLength / bands;

/** The finaliser of MurmurHash3: every bit of the number alters every bit of the result. */
export function mixed(number: number): number {
  let bits = number;
  bits = Math.imul(bits ^ (bits >>> 16), 0x85ebca6b);
  bits = Math.imul(bits ^ (bits >>> 13), 0xc2b2ae35);
  return bits ^ (bits >>> 16);
}

/** Constants of the orders: x → a·x + b modulo 2³², a odd. */
const multipliers = Int32Array.from({ length: signatureLength }, (_, index) => mixed(2 * index + 1) | 1);
const addends = Int32Array.from({ length: signatureLength }, (_, index) => mixed(0x9e3779b9 + 2 * index));

/** Hashes of all pieces, each once, in 32 bits. */
function pieceHashes(folded: string): Int32Array {
  const length = Math.min(pieceLength, folded.length);
  const hashes = new Int32Array(folded === '' ? 0 : folded.length - length + 1);
  for (let at = 0; at < hashes.length; at++) {
    let hash = 0x811c9dc5;
    for (let index = 0; index < length; index++) hash = Math.imul(hash ^ folded.charCodeAt(at + index), 0x01000193);
    hashes[at] = mixed(hash);
  }
  // Sorting is several times as fast as a Set of numbers.
  return hashes.sort().filter((hash, index) => index === 0 || hash !== hashes[index - 1]);
}

/**
 * Writes the signature of a folded text into `into` and says how many pieces the text has. Of each place the low 16 bits are kept (b-bit minwise hashing, Li
 * and König 2010): of 65,536 places that differ one is taken for equal.
 */
export function sign(folded: string, into: Uint16Array): number {
  const hashes = pieceHashes(folded);
  for (let order = 0; order < signatureLength; order += rows) firstInFour(hashes, order, into);
  return hashes.length;
}

/**
 * Four orders at a time: this is the loop that takes the time, and the engine keeps all of it in registers. Numbers are signed, for
 * one above 2³¹ would be no small integer to it.
 */
function firstInFour(hashes: Int32Array, order: number, into: Uint16Array): void {
  const [m0, m1, m2, m3] = fourOf(multipliers, order);
  const [a0, a1, a2, a3] = fourOf(addends, order);
  let least0 = last;
  let least1 = last;
  let least2 = last;
  let least3 = last;
  for (let index = 0; index < hashes.length; index++) {
    const hash = hashes[index] as number;
    const place0 = (Math.imul(m0, hash) + a0) | 0;
    const place1 = (Math.imul(m1, hash) + a1) | 0;
    const place2 = (Math.imul(m2, hash) + a2) | 0;
    const place3 = (Math.imul(m3, hash) + a3) | 0;
    if (place0 < least0) least0 = place0;
    if (place1 < least1) least1 = place1;
    if (place2 < least2) least2 = place2;
    if (place3 < least3) least3 = place3;
  }
  into.set([least0, least1, least2, least3], order);
}

const fourOf = (numbers: Int32Array, from: number): readonly [number, number, number, number] => [
  numbers[from] as number, numbers[from + 1] as number, numbers[from + 2] as number, numbers[from + 3] as number,
];

/** After every place that a piece can have. */
const last = 0x7fffffff;
