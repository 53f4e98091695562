/** Numbers, one for each of many things: as few bytes as their kind needs, and nothing is copied while they grow. */
export interface NumberColumn {
  readonly length: () => number;
  readonly push: (value: number) => void;
  readonly at: (place: number) => number;
}

const blockLength = 4096;

/** `int32`: whole numbers of 32 bits with a sign. */
const blocksOf = { int32: () => new Int32Array(blockLength), float64: () => new Float64Array(blockLength) } as const;

/** @throws when a number is pushed that the kind cannot hold. */
export function numberColumn(kind: keyof typeof blocksOf): NumberColumn {
  const blocks: (Int32Array | Float64Array)[] = [];
  let length = 0;
  return {
    length: () => length,
    push(value) {
      if (kind === 'int32' && (value | 0) !== value) throw new Error(`${value} is no whole number of 32 bits`);
      if (length % blockLength === 0) blocks.push(blocksOf[kind]());
      (blocks.at(-1) as Int32Array | Float64Array)[length++ % blockLength] = value;
    },
    at: (place) => blocks[Math.floor(place / blockLength)]?.[place % blockLength] as number,
  };
}
