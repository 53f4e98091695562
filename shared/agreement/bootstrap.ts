import { draws, wholeBelow } from './random.ts';

/** How often each of `size` Articles was drawn, `size` times with replacement: one replicate after the other. The array is used again. */
export function* replicates(size: number, count: number, seed: number): Generator<Uint32Array, void, undefined> {
  const draw = draws(seed);
  const times = new Uint32Array(size);
  for (let replicate = 0; replicate < count; replicate++) {
    times.fill(0);
    for (let place = 0; place < size; place++) {
      const drawn = wholeBelow(draw, size);
      times[drawn] = (times[drawn] ?? 0) + 1;
    }
    yield times;
  }
}

/** Type 7 of Hyndman and Fan 1996, which R and NumPy use; `null` of nothing. */
export function quantile(sorted: readonly number[], part: number): number | null {
  const place = (sorted.length - 1) * part;
  const [below, above] = [sorted[Math.floor(place)], sorted[Math.ceil(place)]];
  return below === undefined || above === undefined ? null : below + (place - Math.floor(place)) * (above - below);
}

/** The 95 % percentile interval of values that replicates gave; undefined ones are not among them. */
export function percentileInterval(values: readonly number[]): readonly [low: number, high: number] | null {
  const sorted = values.toSorted((a, b) => a - b);
  const [low, high] = [quantile(sorted, 0.025), quantile(sorted, 0.975)];
  return low === null || high === null ? null : [low, high];
}
