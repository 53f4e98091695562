import { unzipSync, zipSync } from 'fflate';
import fc from 'fast-check';
import { type NamedBytes } from '../../shared/codecs/codec.ts';
import { type Wound, wounds } from '../laws/damage.ts';

/** What breaks readers: ends of numbers, of characters, of structures; names that mean something to an engine. */
const nasty = [
  '\0', '\ud800', '\\ud800', '\u202e', '\ufeff', '\u2028', '\u0085', '\r', '\r\n', '"', '""', "'", '\\', ',', ';', '\t', '{', '}', '[', ']', '[[[[[[[[', '<', '>', '</', '<!--', '<![CDATA[', '<!DOCTYPE x [<!ENTITY a "b">]>', '&', '&a;', '&#0;', '&#x10ffff;',
  '__proto__', 'constructor', 'toString', 'null', 'true', '1e308', '1e999', '-0', '-1', '0', '9007199254740993', '4294967296', 'NaN', '%00', '../', '/', 'C:\\', '=1+1', '\u064e'.repeat(100), '\u200c', '🔴', 'م',
].map((one) => (one === '\ud800' ? Uint8Array.of(0xed, 0xa0, 0x80) : new TextEncoder().encode(one)));

/** One alteration of bytes; places and lengths are parts of the whole, so that they shrink with it. */
type Mutation =
  | { readonly kind: 'flip'; readonly at: number; readonly bit: number }
  | { readonly kind: 'set'; readonly at: number; readonly byte: number }
  | { readonly kind: 'cut'; readonly at: number }
  | { readonly kind: 'drop' | 'double'; readonly at: number; readonly length: number }
  | { readonly kind: 'insert'; readonly at: number; readonly what: Uint8Array }
  | { readonly kind: 'splice'; readonly at: number; readonly from: number };

const place = fc.double({ min: 0, max: 1, noNaN: true });
const mutation: fc.Arbitrary<Mutation> = fc.oneof(
  fc.record({ kind: fc.constant('flip' as const), at: place, bit: fc.nat(7) }),
  fc.record({ kind: fc.constant('set' as const), at: place, byte: fc.constantFrom(0, 1, 0x0a, 0x0d, 0x22, 0x2c, 0x3c, 0x7f, 0x80, 0xc0, 0xff) }),
  fc.record({ kind: fc.constant('cut' as const), at: place }),
  fc.record({ kind: fc.constantFrom('drop' as const, 'double' as const), at: place, length: fc.double({ min: 0, max: 0.3, noNaN: true }) }),
  fc.record({ kind: fc.constant('insert' as const), at: place, what: fc.constantFrom(...nasty) }),
  fc.record({ kind: fc.constant('splice' as const), at: place, from: place }),
);

const joined = (...parts: readonly Uint8Array[]): Uint8Array => Uint8Array.from(parts.flatMap((part) => [...part]));

function mutated(bytes: Uint8Array, one: Mutation, other: Uint8Array): Uint8Array {
  const at = Math.min(bytes.length, Math.floor(one.at * bytes.length));
  switch (one.kind) {
    case 'flip':
      return bytes.map((byte, index) => (index === at ? byte ^ (1 << one.bit) : byte));
    case 'set':
      return bytes.map((byte, index) => (index === at ? one.byte : byte));
    case 'cut':
      return bytes.slice(0, at);
    case 'drop':
      return joined(bytes.subarray(0, at), bytes.subarray(at + Math.ceil(one.length * bytes.length)));
    case 'double':
      return joined(bytes.subarray(0, at), bytes.subarray(at, at + Math.ceil(one.length * bytes.length)), bytes.subarray(at));
    case 'insert':
      return joined(bytes.subarray(0, at), one.what, bytes.subarray(at));
    case 'splice':
      return joined(bytes.subarray(0, at), other.subarray(Math.floor(one.from * other.length)));
  }
}

const isZip = (bytes: Uint8Array): boolean => bytes[0] === 0x50 && bytes[1] === 0x4b && bytes[2] === 3;

/** An archive is altered as it lies there, or in one of its files, which then is packed soundly: else no case would ever get past its checksums. */
function alter(bytes: Uint8Array, alterations: readonly (Mutation | Wound)[], other: Uint8Array, inside: number): Uint8Array {
  const all = (start: Uint8Array): Uint8Array => alterations.reduce((now, one) => (typeof one === 'function' ? one(now) : mutated(now, one, other)), start);
  if (!isZip(bytes) || inside < 0.3) return all(bytes);
  const files = Object.entries(unzipSync(bytes));
  const chosen = Math.min(files.length - 1, Math.floor(((inside - 0.3) / 0.7) * files.length));
  return zipSync(Object.fromEntries(files.map(([name, content], index) => [name, index === chosen ? all(content) : content])), { level: 0 });
}

/** Real files, one of them altered in one to four places, or all as they are under another's name. */
export const mutatedFiles = (seeds: readonly (readonly NamedBytes[])[]): fc.Arbitrary<readonly NamedBytes[]> =>
  fc
    .record({
      seed: fc.nat(seeds.length - 1), other: fc.nat(seeds.length - 1), file: place, inside: place,
      alterations: fc.oneof({ weight: 3, arbitrary: fc.array(mutation, { minLength: 1, maxLength: 4 }) }, { weight: 1, arbitrary: wounds.map((list) => list.map(([, wound]) => wound)) }),
    })
    .map(({ seed, other, file, inside, alterations }) => {
      const files = seeds[seed] ?? [];
      const chosen = Math.min(files.length - 1, Math.floor(file * files.length));
      return files.map((one, index) => (index === chosen ? { name: one.name, bytes: alter(one.bytes, alterations, seeds[other]?.[0]?.bytes ?? one.bytes, inside) } : one));
    });
