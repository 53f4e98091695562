import { inflateRawSync } from 'node:zlib';
import { inflateSync } from 'fflate';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { deflated, deflater } from '../../../shared/codecs/deflate.ts';
import { joined } from '../../../shared/codecs/encode.ts';
import { codeLengths } from '../../../shared/codecs/huffman-codes.ts';
import { randomNumbers } from '../../fixtures/random-numbers.ts';

const utf8 = (text: string): Uint8Array => new TextEncoder().encode(text);
const random = randomNumbers(11);
const noise = (length: number): Uint8Array => Uint8Array.from({ length }, () => random(256));
const rows = (count: number): Uint8Array => utf8(Array.from({ length: count }, (_, row) => `<t id="${row}" begin="${row * 5}" end="${row * 5 + 4}"/>وزیر نیرو\n`).join(''));

/** Bytes that come back in short and long runs, as files do. */
const repetitive = fc.array(fc.tuple(fc.uint8Array({ maxLength: 12 }), fc.integer({ min: 1, max: 400 })), { maxLength: 40 })
  .map((parts) => joined(parts.flatMap(([bytes, times]) => Array.from({ length: times }, () => bytes))));

const inPieces = (bytes: Uint8Array, lengths: readonly number[], pack = deflater()): Uint8Array => {
  const parts: Uint8Array[] = [];
  let from = 0;
  for (const length of lengths) {
    parts.push(pack.push(bytes.subarray(from, from + length), false));
    from += length;
  }
  return joined([...parts, pack.push(bytes.subarray(from), true)]);
};

describe('packed bytes', () => {
  it.each([
    ['nothing', new Uint8Array(0)],
    ['one byte', utf8('a')],
    ['what is too short to be repeated', utf8('abc')],
    ['one byte over and over, beyond the longest copy', new Uint8Array(100_000)],
    ['what repeats nothing', noise(200_000)],
    ['rows, of which more than a block holds', rows(30_000)],
    ['what comes again where no copy reaches', joined([noise(100), new Uint8Array(40_000), noise(100), rows(100)])],
    ['a copy from as far as one may lie', joined([utf8('🔴 وزیر نیرو'), noise(32_767 - 22), utf8('🔴 وزیر نیرو')])],
  ])('are unpacked by two others to what they were: %s', (_, bytes) => {
    const packed = deflated(bytes);
    expect(Buffer.compare(inflateRawSync(packed), bytes)).toBe(0);
    expect(Buffer.compare(inflateSync(packed), bytes)).toBe(0);
  });

  it('are unpacked to what they were, whatever they were', () =>
    fc.assert(fc.property(fc.oneof(repetitive, fc.uint8Array({ maxLength: 5000 })), (bytes) => {
      expect(Buffer.compare(inflateRawSync(deflated(bytes)), bytes)).toBe(0);
    })));

  it('are the same however the bytes are cut, and whatever was packed before', () =>
    fc.assert(fc.property(repetitive, fc.array(fc.nat(9000), { maxLength: 8 }), repetitive, (bytes, lengths, before) => {
      const used = deflater();
      used.push(before, true);
      expect(Buffer.compare(inPieces(bytes, lengths, used), deflated(bytes))).toBe(0);
    })));

  it('stay right where places are counted from the beginning again, in a stream and between two', () => {
    const counted = deflater(150_000);
    for (let turn = 0; turn < 3; turn++) {
      const bytes = rows(8000);
      expect(Buffer.compare(inflateRawSync(counted.push(bytes, true)), bytes)).toBe(0);
    }
  });

  it('are few where much comes again, and hardly more than there were where nothing does', () => {
    expect(deflated(rows(5000)).length).toBeLessThan(rows(5000).length / 6);
    expect(deflated(noise(100_000)).length).toBeLessThan(102_000);
  });
});

describe('lengths of codes', () => {
  const room = (lengths: Uint8Array): number => [...lengths].reduce((sum, length) => sum + (length === 0 ? 0 : 2 ** -length), 0);

  it('leave no room and take none twice, and none is longer than it may be: counts that grow as Fibonacci\'s numbers', () => {
    const counts = new Uint32Array(30);
    for (let at = 0, one = 1, two = 1; at < 30; at++, [one, two] = [two, one + two]) counts[at] = one;
    expect(Math.max(...codeLengths(counts, 15))).toBe(15);
    expect(room(codeLengths(counts, 15))).toBe(1);
    expect(Math.max(...codeLengths(counts, 40))).toBe(29);
  });

  it('are shorter for what comes oftener, whatever the counts', () =>
    fc.assert(fc.property(fc.array(fc.oneof(fc.nat(3), fc.nat(1_000_000)), { minLength: 2, maxLength: 120 }), (list) => {
      const lengths = codeLengths(Uint32Array.from(list), 7);
      const used = list.flatMap((count, symbol) => (count > 0 ? [{ count, length: lengths[symbol] as number }] : []));
      expect(room(lengths)).toBe(used.length === 0 ? 0 : used.length === 1 ? 0.5 : 1);
      for (const one of used) for (const two of used) if (one.count > two.count) expect(one.length).toBeLessThanOrEqual(two.length);
    })));
});
