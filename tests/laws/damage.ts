import fc from 'fast-check';
import { type NamedBytes } from '../../shared/codecs/codec.ts';
import { joined } from '../../shared/codecs/encode.ts';

/** One wound in a file: the same wound on the same bytes gives the same bytes. */
export type Wound = (bytes: Uint8Array) => Uint8Array;

const placeIn = (bytes: Uint8Array, place: number): number => (bytes.length === 0 ? 0 : place % bytes.length);

const fewBytes = fc.uint8Array({ minLength: 1, maxLength: 4 });
const overwritten: fc.Arbitrary<Wound> = fc.tuple(fc.nat(), fewBytes).map(([place, put]) => (bytes) => {
  const at = placeIn(bytes, place);
  return joined([bytes.subarray(0, at), put, bytes.subarray(at + put.length)]);
});
const inserted: fc.Arbitrary<Wound> = fc
  .tuple(fc.nat(), fc.constantFrom('\n', '\r\n', '\ufeff', '"', '{', '}', '[', ',', '\\', '\0', '\u2028', '🔴', '9', '-1', '1e400', 'null'))
  .map(([place, text]) => (bytes) => {
    const at = placeIn(bytes, place);
    return joined([bytes.subarray(0, at), new TextEncoder().encode(text), bytes.subarray(at)]);
  });
const cut: fc.Arbitrary<Wound> = fc.nat().map((place) => (bytes) => bytes.slice(0, placeIn(bytes, place)));
const removed: fc.Arbitrary<Wound> = fc.tuple(fc.nat(), fc.integer({ min: 1, max: 40 })).map(([place, length]) => (bytes) => {
  const at = placeIn(bytes, place);
  return joined([bytes.subarray(0, at), bytes.subarray(at + length)]);
});
const doubled: fc.Arbitrary<Wound> = fc.constant((bytes) => joined([bytes, bytes]));

const strangeValue = fc.oneof(fc.jsonValue({ maxDepth: 2 }), fc.constantFrom(-1, 1.5, 1e9, '', '\ud800', 'q1', '__proto__'));

/** Another value in place of one inside a JSON line: the file stays JSON, and the reader has to look closer. */
const replaced: fc.Arbitrary<Wound> = fc
  .tuple(fc.nat(), fc.array(fc.nat(), { maxLength: 6 }), strangeValue)
  .map(([line, path, value]) => (bytes) => {
    const lines = new TextDecoder().decode(bytes).split('\n');
    const at = line % lines.length;
    lines[at] = withValue(lines[at] ?? '', path, value);
    return new TextEncoder().encode(lines.join('\n'));
  });

function withValue(line: string, path: readonly number[], value: unknown): string {
  let root: unknown;
  try {
    root = JSON.parse(line);
  } catch {
    return line;
  }
  let holder: unknown = root;
  for (const [depth, step] of path.entries()) {
    if (typeof holder !== 'object' || holder === null || Object.keys(holder).length === 0) break;
    const key = Object.keys(holder)[step % Object.keys(holder).length] as string;
    const inner = (holder as Record<string, unknown>)[key];
    if (depth === path.length - 1 || typeof inner !== 'object' || inner === null) {
      (holder as Record<string, unknown>)[key] = value;
      break;
    }
    holder = inner;
  }
  return JSON.stringify(root);
}

const wound = fc.oneof(overwritten, inserted, cut, removed, doubled, { weight: 6, arbitrary: replaced });

/** Wounds for the files of one writing, each naming the file it goes to by place. */
export const wounds = fc.array(fc.tuple(fc.nat(), wound), { minLength: 1, maxLength: 4 });

export const wounded = (files: readonly NamedBytes[], all: readonly (readonly [number, Wound])[]): readonly NamedBytes[] =>
  all.reduce(
    (list, [file, hurt]) => list.map((one, index) => (index === file % list.length ? { ...one, bytes: hurt(one.bytes) } : one)),
    files,
  );
