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
function mixed(number: number): number {
  let bits = number;
  bits = Math.imul(bits ^ (bits >>> 16), 0x85ebca6b);
  bits = Math.imul(bits ^ (bits >>> 13), 0xc2b2ae35);
  return (bits ^ (bits >>> 16)) >>> 0;
}

/** Constants of the orders: x → a·x + b modulo 2³², a odd. */
const multipliers = Uint32Array.from({ length: signatureLength }, (_, index) => mixed(2 * index + 1) | 1);
const addends = Uint32Array.from({ length: signatureLength }, (_, index) => mixed(0x9e3779b9 + 2 * index));

/** Hashes of all pieces, each once, in 32 bits. */
function pieceHashes(folded: string): Uint32Array {
  const length = Math.min(pieceLength, folded.length);
  const hashes = new Uint32Array(folded === '' ? 0 : folded.length - length + 1);
  for (let at = 0; at < hashes.length; at++) {
    let hash = 0x811c9dc5;
    for (let index = 0; index < length; index++) hash = Math.imul(hash ^ folded.charCodeAt(at + index), 0x01000193);
    hashes[at] = mixed(hash);
  }
  return new Uint32Array(new Set(hashes));
}

/** Writes the signature of a folded text into `into` and says how many pieces the text has. */
export function sign(folded: string, into: Uint32Array): number {
  const hashes = pieceHashes(folded);
  for (let order = 0; order < signatureLength; order++) {
    const [multiplier, addend] = [multipliers[order] as number, addends[order] as number];
    let least = 0xffffffff;
    for (let index = 0; index < hashes.length; index++) {
      const place = (Math.imul(multiplier, hashes[index] as number) + addend) >>> 0;
      if (place < least) least = place;
    }
    into[order] = least;
  }
  return hashes.length;
}
