/** No structure of Parquet nests deeper than 8. */
const maximumDepth = 32;
/** Of a varint of 64 bits. */
const maximumVarint = 10;

type Step = (bytes: Uint8Array, at: number, depth: number) => number;

/**
 * Where the structure ends that begins here, in Thrift's compact protocol; `null` when there is none. The reader of Parquet believes what
 * it finds, so every length is looked at before it does: in one pass, in time that grows with the bytes alone.
 */
export function thriftEnd(bytes: Uint8Array, start: number): number | null {
  const end = structEnd(bytes, start, 0);
  return end <= bytes.length ? end : null;
}

/** Beyond all bytes, from where nothing leads back. */
const nowhere = Infinity;

const varintEnd: Step = (bytes, at) => {
  for (let length = 1; length <= maximumVarint; length++) {
    const byte = bytes[at + length - 1];
    if (byte === undefined) return nowhere;
    if (byte < 0x80) return at + length;
  }
  return nowhere;
};

/** The number that a varint of at most 32 bits stands for. */
function varint(bytes: Uint8Array, at: number): number {
  let value = 0;
  for (let index = 0; index < 5; index++) {
    const byte = bytes[at + index] ?? 0;
    value += (byte & 0x7f) * 2 ** (7 * index);
    if (byte < 0x80) break;
  }
  return value;
}

const structEnd: Step = (bytes, start, depth) => {
  if (depth > maximumDepth) return nowhere;
  for (let at = start; at < bytes.length; ) {
    const byte = bytes[at++] as number;
    if ((byte & 0x0f) === 0) return at;
    if (byte >> 4 === 0) at = varintEnd(bytes, at, depth);
    at = valueEnd(byte & 0x0f, bytes, at, depth);
  }
  return nowhere;
};

const bytesEnd: Step = (bytes, at, depth) => varintEnd(bytes, at, depth) + varint(bytes, at);

const listEnd: Step = (bytes, start, depth) => {
  const byte = bytes[start];
  if (byte === undefined || depth > maximumDepth) return nowhere;
  const isLong = byte >> 4 === 15;
  const count = isLong ? varint(bytes, start + 1) : byte >> 4;
  const type = byte & 0x0f;
  let at = isLong ? varintEnd(bytes, start + 1, depth) : start + 1;
  // Each element takes a byte at least.
  if (count > bytes.length - at) return nowhere;
  for (let index = 0; index < count && at <= bytes.length; index++) at = type <= 2 ? at + 1 : valueEnd(type, bytes, at, depth);
  return at;
};

function valueEnd(type: number, bytes: Uint8Array, at: number, depth: number): number {
  switch (type) {
    case 1:
    case 2:
      return at;
    case 3:
      return at + 1;
    case 4:
    case 5:
    case 6:
      return varintEnd(bytes, at, depth);
    case 7:
      return at + 8;
    case 8:
      return bytesEnd(bytes, at, depth);
    case 9:
      return listEnd(bytes, at, depth + 1);
    case 12:
      return structEnd(bytes, at, depth + 1);
    default:
      return nowhere;
  }
}
