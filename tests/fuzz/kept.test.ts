import { expect, it } from 'vitest';
import { asLine, expectTotal, fromLine } from './reading-is-total.ts';
import { readers } from './readers.ts';

/** What altered files once broke, by name: the reader, and the files as `asLine` writes them. */
const kept: readonly (readonly [why: string, reader: string, files: string])[] = [
  ['an archive of nothing', 'every door at once', '[["a.zip","UEsFBgAAAAAAAAAAAAAAAAAAAAAAAA=="]]'],
];

it.each(kept)('%s', (_, name, files) => {
  const reader = readers.find((one) => one.name === name);
  if (!reader) throw new Error(`there is no reader "${name}"`);
  expectTotal(reader, fromLine(files));
});

it('each format reads its own real files whole', () => {
  for (const { name, seeds, read } of readers.slice(0, -1)) {
    for (const files of seeds) expect([name, files.map((file) => file.name), read(files).dataset !== null]).toEqual([name, files.map((file) => file.name), true]);
  }
});

it('an input that is kept is the same afterwards', () => {
  const files = [{ name: 'خبر.txt', bytes: Uint8Array.of(0, 255, 10) }];
  expect(fromLine(asLine(files))).toEqual(files);
});
