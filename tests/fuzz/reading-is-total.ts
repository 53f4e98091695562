import { expect } from 'vitest';
import { type NamedBytes } from '../../shared/codecs/codec.ts';
import { catalogue } from '../../shared/messages/catalogue.ts';
import { checkDataset, errorsOf } from '../../shared/model/check.ts';
import { type Reader } from './readers.ts';

/** Milliseconds: longer than any of these small files may take, on a machine where others are busy, too. */
const longest = 5000;

/** What holds of any bytes: an answer in time, nothing unsound in it, and a word about whatever did not come in. */
export function expectTotal({ read }: Pick<Reader, 'read'>, files: readonly NamedBytes[]): void {
  const start = performance.now();
  const { dataset, problems } = read(files);
  expect(performance.now() - start).toBeLessThan(longest);
  if (dataset) expect(errorsOf(checkDataset(dataset))).toEqual([]);
  else expect(problems.length).toBeGreaterThan(0);
  for (const { code } of problems) expect(catalogue).toHaveProperty([`problem.${code}`]);
  expect(({} as Record<string, unknown>)['polluted']).toBeUndefined();
}

/** An input as a line that can be kept in `kept.ts`. */
export const asLine = (files: readonly NamedBytes[]): string =>
  JSON.stringify(files.map(({ name, bytes }) => [name, Buffer.from(bytes).toString('base64')]));

export const fromLine = (line: string): readonly NamedBytes[] =>
  (JSON.parse(line) as readonly (readonly [string, string])[]).map(([name, bytes]) => ({ name, bytes: Uint8Array.from(Buffer.from(bytes, 'base64')) }));
