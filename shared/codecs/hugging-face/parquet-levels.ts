/** Numbers in the hybrid of runs and bit-packed groups that Parquet has for levels and places in a dictionary (Encodings, RLE). */
export interface Hybrid {
  readonly values: readonly number[];
  /** First byte after them. */
  readonly end: number;
}

/**
 * `count` numbers of `width` bits, from `at` on.
 * @throws when the bytes end before, or hold runs of nothing: the caller makes a Problem of it.
 */
export function readHybrid(bytes: Uint8Array, at: number, width: number, count: number): Hybrid {
  const values: number[] = [];
  let place = at;
  const next = (): number => {
    const byte = bytes[place++];
    if (byte === undefined) throw new Error(`levels end at byte ${place - 1}, after ${values.length} of ${count}`);
    return byte;
  };
  while (values.length < count) {
    const { value: header, end } = readVarint(bytes, place);
    place = end;
    const length = header >>> 1;
    if (length === 0) throw new Error(`an empty run at byte ${place}`);
    if (header & 1) {
      const packed = bytes.subarray(place, place + length * width);
      const wanted = Math.min(length * 8, count - values.length);
      if (packed.length * 8 < wanted * width) throw new Error(`packed numbers end at byte ${bytes.length}`);
      for (let index = 0; index < wanted; index++) values.push(bitsAt(packed, index * width, width));
      place += packed.length;
    } else {
      let value = 0;
      for (let shift = 0; shift < width; shift += 8) value += next() * 2 ** shift;
      for (let left = Math.min(length, count - values.length); left > 0; left--) values.push(value);
    }
  }
  return { values, end: place };
}

/** Lowest bit first. */
function bitsAt(bytes: Uint8Array, from: number, width: number): number {
  let value = 0;
  for (let bit = 0; bit < width; bit++) {
    const place = from + bit;
    if (((bytes[place >> 3] as number) >> (place & 7)) & 1) value += 2 ** bit;
  }
  return value;
}

function readVarint(bytes: Uint8Array, at: number): { readonly value: number; readonly end: number } {
  let value = 0;
  for (let index = 0; index < 5; index++) {
    const byte = bytes[at + index];
    if (byte === undefined) break;
    value += (byte & 0x7f) * 2 ** (7 * index);
    if (byte < 0x80 && value < 2 ** 32) return { value, end: at + index + 1 };
  }
  throw new Error(`no number at byte ${at}`);
}
