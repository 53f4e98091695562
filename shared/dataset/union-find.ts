/** Sets of numbers below `size`, which only ever grow together. Every set is named by its smallest number. */
export interface UnionFind {
  readonly join: (a: number, b: number) => void;
  /** The smallest number in the same set. */
  readonly find: (a: number) => number;
}

export function unionFind(size: number): UnionFind {
  const parents = Uint32Array.from({ length: size }, (_, index) => index);
  const find = (a: number): number => {
    let at = a;
    for (let parent = parents[at] as number; parent !== at; parent = parents[at] as number) {
      // Halving the way: later questions are short.
      parents[at] = parents[parent] as number;
      at = parents[at] as number;
    }
    return at;
  };
  return {
    find,
    join(a, b) {
      const [one, two] = [find(a), find(b)];
      if (one < two) parents[two] = one;
      else parents[one] = two;
    },
  };
}
