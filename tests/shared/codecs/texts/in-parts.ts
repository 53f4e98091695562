import { type DecodeContext, type Decoded } from '../../../../shared/codecs/codec.ts';
import { largeTable } from '../../../../shared/codecs/corpus/large-table.ts';
import { type Article } from '../../../../shared/model/article.ts';
import { type Problem } from '../../../../shared/result.ts';
import { type CheckedSource, sourceCheck } from '../../../../shared/text/source-check.ts';
import { seedSchema } from '../../../arbitraries/schema.ts';

export const context: DecodeContext = { schemas: [seedSchema], now: '' };

/** Bytes, cut behind so many each time, and again from the first number on. */
function* cut(bytes: Uint8Array, sizes: readonly number[]): Generator<readonly [part: Uint8Array, isLast: boolean]> {
  let at = 0;
  for (let turn = 0; at < bytes.length || turn === 0; turn++) {
    const end = at + (sizes[turn % sizes.length] ?? bytes.length);
    yield [bytes.subarray(at, end), end >= bytes.length];
    at = end;
  }
}

export interface Told {
  readonly articles: readonly Article[];
  readonly problems: readonly Problem[];
}

const inOrder = <T>(values: readonly T[]): readonly T[] => values.map((value) => [JSON.stringify(value), value] as const).sort(([a], [b]) => (a < b ? -1 : 1)).map(([, value]) => value);

export const told = (decoded: readonly Decoded[]): Told => ({
  articles: inOrder(decoded.flatMap(({ dataset }) => dataset?.articles ?? [])),
  problems: inOrder(decoded.flatMap(({ problems }) => problems)),
});

/** What is wrong with all of it, or what was read of it, part by part. In what it is written is told by the first part that is looked through. */
export function inParts(name: string, bytes: Uint8Array, sizes: readonly number[], lookedThrough = [200_000, ...sizes]): Told {
  const check = sourceCheck({ file: name });
  for (const [part, isLast] of cut(bytes, lookedThrough)) {
    const wrong = check.add(part, isLast);
    if (wrong) return { articles: [], problems: [wrong] };
  }
  return readInParts(name, check.checked(), bytes, sizes);
}

export function readInParts(name: string, source: CheckedSource, bytes: Uint8Array, sizes: readonly number[]): Told {
  const table = largeTable(name, source, context);
  return told([...cut(bytes, sizes)].map(([part, isLast]) => table.add(part, isLast)));
}
