/** Numbers, one for each of many things: eight bytes each, and nothing is copied while they grow. */
export interface NumberColumn {
  readonly length: () => number;
  readonly push: (value: number) => void;
  readonly at: (place: number) => number;
}

const blockLength = 4096;

export function numberColumn(): NumberColumn {
  const blocks: Float64Array[] = [];
  let length = 0;
  return {
    length: () => length,
    push(value) {
      if (length % blockLength === 0) blocks.push(new Float64Array(blockLength));
      (blocks.at(-1) as Float64Array)[length++ % blockLength] = value;
    },
    at: (place) => blocks[Math.floor(place / blockLength)]?.[place % blockLength] as number,
  };
}
