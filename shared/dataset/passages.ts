import { mixed } from './signature.ts';

/**
 * Winnowing (Schleimer, Wilkerson and Aiken 2003): of every 64 neighbouring pieces of 16 characters the one with the least hash stands for
 * them. Which ones stand for a passage depends on the passage alone, so a story has them wherever it stands: two texts that share 79
 * characters (of the folded text, in UTF-16 code units) share at least one. Fixed for good.
 */
export const passageLength = 16;
export const passageWindow = 64;

const base = 0x01000193;
const outgoing = power(base, passageLength);

function power(of: number, exponent: number): number {
  let product = 1;
  for (let step = 0; step < exponent; step++) product = Math.imul(product, of);
  return product;
}

/** Hashes that stand for the passages of a folded text, in 32 bits, sorted, each once. A text shorter than a piece has none. */
export function passages(folded: string): Uint32Array {
  const hashes = rollingHashes(folded);
  const found: number[] = [];
  let least = -1;
  const windows = Math.max(Math.min(hashes.length, 1), hashes.length - passageWindow + 1);
  for (let from = 0; from < windows; from++) {
    const to = Math.min(from + passageWindow, hashes.length);
    const before = least;
    if (least < from) least = leastIn(hashes, from, to);
    // Of equal ones the last: a run of one character has few that stand for it.
    else if ((hashes[to - 1] as number) <= (hashes[least] as number)) least = to - 1;
    if (least !== before) found.push(hashes[least] as number);
  }
  return Uint32Array.from(found).sort().filter((hash, place, all) => place === 0 || hash !== all[place - 1]);
}

function leastIn(hashes: Uint32Array, from: number, to: number): number {
  let least = from;
  for (let at = from + 1; at < to; at++) if ((hashes[at] as number) <= (hashes[least] as number)) least = at;
  return least;
}

function rollingHashes(folded: string): Uint32Array {
  const hashes = new Uint32Array(Math.max(0, folded.length - passageLength + 1));
  let rolling = 0;
  for (let at = 0; at < folded.length; at++) {
    rolling = (Math.imul(rolling, base) + folded.charCodeAt(at)) | 0;
    if (at >= passageLength) rolling = (rolling - Math.imul(outgoing, folded.charCodeAt(at - passageLength))) | 0;
    if (at >= passageLength - 1) hashes[at - passageLength + 1] = mixed(rolling);
  }
  return hashes;
}
