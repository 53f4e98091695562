import { codeLengths, codesOf } from './huffman-codes.ts';

/**
 * Packs bytes as raw DEFLATE (RFC 1951). Unlike the deflate that a platform brings, whose bytes change with its version and with the processor, it
 * writes the same bytes everywhere and for good. It is made for files that repeat themselves much, where an archive is to be written about as fast
 * as its files: one place is looked at for a copy, so that it packs a twentieth to a fifth less tight than level 6 of zlib does.
 */
export interface Deflater {
  /** The packed bytes that are known by now. How the bytes are cut into pieces does not matter. After the last piece a new stream begins. */
  readonly push: (bytes: Uint8Array, isLast: boolean) => Uint8Array<ArrayBuffer>;
}

/** How far back a copy may lie, and the longest copy (RFC 1951, section 3.2.5). */
const farthest = 32 * 1024 - 1;
const longest = 258;
/** Shorter copies are allowed, and seldom worth what they cost. */
const shortest = 4;
/** Bytes that are looked through at a time; none is copied from beyond their end. */
const pieceBytes = 64 * 1024;
/** Literals and copies that share one set of codes. */
const blockTokens = 16 * 1024;
/** Behind shorter copies it is seen whether a longer one begins a byte later. */
const goodLength = 16;
const hashBits = 15;

/** Numbers of places go on from stream to stream, so that tables need not be emptied; beyond this they begin again. */
const mostPlaces = 2 ** 29;

/** `countable`: for tests, so that a place beyond it is reached. */
export function deflater(countable = mostPlaces): Deflater {
  const input = new Uint8Array(farthest + 1 + pieceBytes);
  const fours = new DataView(input.buffer);
  /** The last place at which four bytes of this hash began. */
  const lastPlaces = new Int32Array(1 << hashBits);
  const tokens = new Int32Array(blockTokens);
  const out = bitWriter();
  /** The first place of this stream, and the place of `input[0]`. */
  let [first, origin] = [1, 1];
  /** Bytes of `input` that are there, and that have been packed. */
  let [filled, packed] = [0, 0];
  let count = 0;

  const begin = (): void => {
    const next = origin + filled;
    if (next > countable) lastPlaces.fill(0);
    first = next > countable ? 1 : next;
    origin = first;
    [filled, packed, count] = [0, 0, 0];
  };

  /** Makes room for a piece and keeps what copies may reach. */
  const slide = (): void => {
    const from = filled - farthest - 1;
    if (from <= 0) return;
    input.copyWithin(0, from, filled);
    origin += from;
    filled -= from;
    packed -= from;
    // A stream that is longer than places can be counted forgets what lies behind it, once in half a gigabyte.
    if (origin - first <= countable) return;
    lastPlaces.fill(0);
    first = 1;
    origin = 1;
  };

  const flush = (isLast: boolean): void => {
    writeBlock(out, tokens, count, isLast);
    count = 0;
  };

  const remember = (at: number): void => {
    lastPlaces[hashOf(fours.getInt32(at, true))] = origin + at;
  };

  /** What is there is looked through; numbers that change with every byte are kept where the engine reaches them fast. */
  const pack = (): void => {
    const [filledTo, lastHashed, base] = [filled, filled - shortest, origin];
    let at = packed;
    let written = count;
    while (at < filledTo) {
      if (written + 2 > blockTokens) {
        count = written;
        flush(false);
        written = 0;
      }
      if (at > lastHashed) {
        tokens[written++] = input[at++] as number;
        continue;
      }
      const four = fours.getInt32(at, true);
      const hash = hashOf(four);
      let from = (lastPlaces[hash] as number) - base;
      lastPlaces[hash] = base + at;
      if (from < reachFrom(at) || fours.getInt32(from, true) !== four) {
        tokens[written++] = input[at++] as number;
        continue;
      }
      let length = sameBytes(fours, from, at, Math.min(longest, filledTo - at));
      // A longer copy that begins one byte later is worth a literal.
      if (length < goodLength && at < lastHashed) {
        const laterHash = hashOf(fours.getInt32(at + 1, true));
        const later = (lastPlaces[laterHash] as number) - base;
        if (later >= reachFrom(at + 1) && input[later + length] === input[at + 1 + length]) {
          const laterLength = sameBytes(fours, later, at + 1, Math.min(longest, filledTo - at - 1));
          if (laterLength > length) {
            tokens[written++] = input[at++] as number;
            lastPlaces[laterHash] = base + at;
            [from, length] = [later, laterLength];
          }
        }
      }
      tokens[written++] = -(length * 0x10000 + at - from);
      const end = at + length;
      if (end <= lastHashed) {
        remember(at + 1);
        remember(end - 2);
        remember(end - 1);
      }
      at = end;
    }
    packed = at;
    count = written;
  };

  /** The first byte of `input` that a copy to this place may come from. */
  const reachFrom = (at: number): number => Math.max(first - origin, at - farthest);

  return {
    push(bytes, isLast) {
      for (let from = 0; from < bytes.length; ) {
        if (filled === packed && filled + pieceBytes > input.length) slide();
        const room = packed + pieceBytes - filled;
        const part = bytes.subarray(from, from + room);
        input.set(part, filled);
        filled += part.length;
        from += part.length;
        if (part.length === room) pack();
      }
      if (isLast) {
        pack();
        flush(true);
        out.align();
        begin();
      }
      return out.taken();
    },
  };
}

const hashOf = (four: number): number => Math.imul(four, 0x9e3779b1) >>> (32 - hashBits);

/** How many bytes from two places on are the same, `most` at most. */
function sameBytes(bytes: DataView, one: number, other: number, most: number): number {
  let length = 0;
  while (length + 4 <= most && bytes.getInt32(one + length, true) === bytes.getInt32(other + length, true)) length += 4;
  while (length < most && bytes.getUint8(one + length) === bytes.getUint8(other + length)) length++;
  return length;
}

const one = deflater();

/** A whole file. */
export const deflated = (bytes: Uint8Array): Uint8Array => one.push(bytes, true);

interface BitWriter {
  /** At most 24 bits, the low ones first. */
  readonly write: (bits: number, count: number) => void;
  readonly align: () => void;
  /** What was written since the last time. */
  readonly taken: () => Uint8Array<ArrayBuffer>;
  /** Writes tokens by these codes. */
  readonly writeTokens: (tokens: Int32Array, count: number, literals: Codes, distances: Codes) => void;
}

interface Codes {
  readonly lengths: Uint8Array;
  readonly codes: Uint16Array;
}

function bitWriter(): BitWriter {
  let bytes = new Uint8Array(64 * 1024);
  let [length, held, heldBits] = [0, 0, 0];
  const room = (wanted: number): void => {
    if (length + wanted <= bytes.length) return;
    const larger = new Uint8Array(Math.max(2 * bytes.length, length + wanted));
    larger.set(bytes.subarray(0, length));
    bytes = larger;
  };
  const write = (bits: number, count: number): void => {
    held |= bits << heldBits;
    heldBits += count;
    while (heldBits >= 8) {
      bytes[length++] = held;
      held >>>= 8;
      heldBits -= 8;
    }
  };
  return {
    write(bits, count) {
      room(8);
      write(bits, count);
    },
    align() {
      room(8);
      write(0, (8 - heldBits) & 7);
    },
    taken() {
      const copy = bytes.slice(0, length);
      length = 0;
      return copy;
    },
    writeTokens(tokens, count, literals, distances) {
      // At most 15 + 5 and 15 + 13 bits each.
      room(count * 7 + 8);
      // What changes with every token is kept where the engine reaches it fast.
      const [out, codes, lengths] = [bytes, literals.codes, literals.lengths];
      const [farCodes, farLengths] = [distances.codes, distances.lengths];
      let [to, bits, bitCount] = [length, held, heldBits];
      for (let at = 0; at < count; at++) {
        const token = tokens[at] as number;
        if (token >= 0) {
          bits |= (codes[token] as number) << bitCount;
          bitCount += lengths[token] as number;
        } else {
          const size = -token >>> 16;
          const symbol = lengthSymbols[size] as number;
          const code = lengths[257 + symbol] as number;
          bits |= ((codes[257 + symbol] as number) | ((size - (lengthBases[symbol] as number)) << code)) << bitCount;
          bitCount += code + (lengthBits[symbol] as number);
          for (; bitCount >= 8; bitCount -= 8, bits >>>= 8) out[to++] = bits;
          const distance = -token & 0xffff;
          const place = distanceSymbol(distance);
          bits |= (farCodes[place] as number) << bitCount;
          bitCount += farLengths[place] as number;
          for (; bitCount >= 8; bitCount -= 8, bits >>>= 8) out[to++] = bits;
          bits |= (distance - (distanceBases[place] as number)) << bitCount;
          bitCount += distanceBits[place] as number;
        }
        for (; bitCount >= 8; bitCount -= 8, bits >>>= 8) out[to++] = bits;
      }
      [length, held, heldBits] = [to, bits, bitCount];
      write(codes[endOfBlock] as number, lengths[endOfBlock] as number);
    },
  };
}

const endOfBlock = 256;

/** Extra bits of the length and distance symbols, and the least value of each (RFC 1951, section 3.2.5). */
const lengthBits = Uint8Array.from({ length: 29 }, (_, symbol) => (symbol < 8 || symbol === 28 ? 0 : (symbol - 4) >> 2));
const distanceBits = Uint8Array.from({ length: 30 }, (_, symbol) => (symbol < 4 ? 0 : (symbol - 2) >> 1));
const basesOf = (bits: Uint8Array, from: number): Uint16Array => {
  const bases = new Uint16Array(bits.length);
  for (let symbol = 0, base = from; symbol < bits.length; symbol++) {
    bases[symbol] = base;
    base += 1 << (bits[symbol] as number);
  }
  return bases;
};
// The longest copy has a symbol of its own.
const lengthBases = basesOf(lengthBits, 3).fill(longest, 28);
const distanceBases = basesOf(distanceBits, 1);
const lastAtMost = (bases: Uint16Array, value: number): number => {
  let symbol = bases.length - 1;
  while ((bases[symbol] as number) > value) symbol--;
  return symbol;
};
const lengthSymbols = Uint8Array.from({ length: longest + 1 }, (_, length) => (length < 3 ? 0 : lastAtMost(lengthBases, length)));
/** Of distances up to 256 each; of longer ones by what lies above their seven low bits, which are extra bits. */
const nearSymbols = Uint8Array.from({ length: 257 }, (_, distance) => (distance < 1 ? 0 : lastAtMost(distanceBases, distance)));
const farSymbols = Uint8Array.from({ length: 256 }, (_, high) => lastAtMost(distanceBases, (high << 7) + 1));
const distanceSymbol = (distance: number): number =>
  (distance <= 256 ? nearSymbols[distance] : farSymbols[(distance - 1) >> 7]) as number;

/** The order in which the lengths of the codes for code lengths are told (RFC 1951, section 3.2.7). */
const toldOrder = [16, 17, 18, 0, 8, 7, 9, 6, 10, 5, 11, 4, 12, 3, 13, 2, 14, 1, 15] as const;

/** One block with codes of its own, which stand before it. */
function writeBlock(out: BitWriter, tokens: Int32Array, count: number, isLast: boolean): void {
  const [literalCounts, distanceCounts] = [new Uint32Array(286), new Uint32Array(30)];
  literalCounts[endOfBlock] = 1;
  for (let at = 0; at < count; at++) {
    const token = tokens[at] as number;
    const literal = token >= 0 ? token : 257 + (lengthSymbols[-token >>> 16] as number);
    literalCounts[literal] = (literalCounts[literal] as number) + 1;
    if (token >= 0) continue;
    const place = distanceSymbol(-token & 0xffff);
    distanceCounts[place] = (distanceCounts[place] as number) + 1;
  }
  const literals = withCodes(codeLengths(literalCounts, 15));
  const distances = withCodes(codeLengths(distanceCounts, 15));
  const [literalCount, distanceCount] = [Math.max(257, usedOf(literals.lengths)), Math.max(1, usedOf(distances.lengths))];
  const told = runsOf([...literals.lengths.subarray(0, literalCount), ...distances.lengths.subarray(0, distanceCount)]);
  const toldCounts = new Uint32Array(19);
  for (const { symbol } of told) toldCounts[symbol] = (toldCounts[symbol] as number) + 1;
  const telling = withCodes(codeLengths(toldCounts, 7));
  let tellingCount: number = toldOrder.length;
  while (tellingCount > 4 && telling.lengths[toldOrder[tellingCount - 1] as number] === 0) tellingCount--;
  out.write(isLast ? 1 : 0, 1);
  out.write(2, 2);
  out.write(literalCount - 257, 5);
  out.write(distanceCount - 1, 5);
  out.write(tellingCount - 4, 4);
  for (const symbol of toldOrder.slice(0, tellingCount)) out.write(telling.lengths[symbol] as number, 3);
  for (const { symbol, extra, bits } of told) {
    out.write(telling.codes[symbol] as number, telling.lengths[symbol] as number);
    out.write(extra, bits);
  }
  out.writeTokens(tokens, count, literals, distances);
}

const withCodes = (lengths: Uint8Array): Codes => ({ lengths, codes: codesOf(lengths) });

function usedOf(lengths: Uint8Array): number {
  let used = lengths.length;
  while (used > 0 && lengths[used - 1] === 0) used--;
  return used;
}

interface Told {
  readonly symbol: number;
  readonly extra: number;
  readonly bits: number;
}

/** Code lengths with runs of one length shortened (RFC 1951, section 3.2.7). */
function runsOf(lengths: readonly number[]): readonly Told[] {
  const told: Told[] = [];
  for (let at = 0; at < lengths.length; ) {
    const length = lengths[at] as number;
    let run = 1;
    while (lengths[at + run] === length) run++;
    at += run;
    if (length === 0) {
      for (; run >= 11; run -= Math.min(run, 138)) told.push({ symbol: 18, extra: Math.min(run, 138) - 11, bits: 7 });
      if (run >= 3) {
        told.push({ symbol: 17, extra: run - 3, bits: 3 });
        run = 0;
      }
    } else {
      told.push({ symbol: length, extra: 0, bits: 0 });
      run--;
      for (; run >= 3; run -= Math.min(run, 6)) told.push({ symbol: 16, extra: Math.min(run, 6) - 3, bits: 2 });
    }
    for (; run > 0; run--) told.push({ symbol: length, extra: 0, bits: 0 });
  }
  return told;
}
