/** A number from 0 to 1, 1 excluded: the next of a fixed sequence. */
export type Draw = () => number;

/** Mulberry32: the same sequence for the same seed on every machine. Seeds are taken as 32 bits. */
export function draws(seed: number): Draw {
  let state = seed >>> 0;
  return () => {
    state = (state + 0x6d2b79f5) >>> 0;
    let mixed = Math.imul(state ^ (state >>> 15), state | 1);
    mixed ^= mixed + Math.imul(mixed ^ (mixed >>> 7), mixed | 61);
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 4294967296;
  };
}

export const wholeBelow = (draw: Draw, limit: number): number => Math.floor(draw() * limit);

/** A seed of its own for a thing with a name (FNV-1a over UTF-16 code units): what is drawn for it does not depend on what comes before. */
export function seedFor(seed: number, name: string): number {
  let hash = (0x811c9dc5 ^ seed) >>> 0;
  for (let place = 0; place < name.length; place++) hash = Math.imul(hash ^ name.charCodeAt(place), 0x01000193) >>> 0;
  return hash;
}
