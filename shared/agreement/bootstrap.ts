import { draws, wholeBelow } from './random.ts';

/** Draws that are taken together: sums of four cost hardly more than sums of one. */
export const drawsTogether = 4;

/** How often each Article was drawn, in several draws. */
export interface Draws {
  /** By Article, `drawsTogether` numbers each. */
  readonly times: Float64Array;
  /** Those that count; the last ones may be fewer. */
  readonly size: number;
}

/** Each draw takes as many Articles as there are, with replacement. The array is used again. */
export function* replicates(articles: number, count: number, seed: number): Generator<Draws, void, undefined> {
  const draw = draws(seed);
  const times = new Float64Array(articles * drawsTogether);
  for (let done = 0; done < count; done += drawsTogether) {
    const size = Math.min(drawsTogether, count - done);
    times.fill(0);
    for (let one = 0; one < size; one++) {
      for (let place = 0; place < articles; place++) {
        const drawn = wholeBelow(draw, articles) * drawsTogether + one;
        times[drawn] = (times[drawn] ?? 0) + 1;
      }
    }
    yield { times, size };
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
