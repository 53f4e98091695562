import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { type Entry, entryHash } from '../../shared/exchange/log.ts';
import { FileRefusal } from '../../electron/file-failure.ts';
import { openJournal } from '../../electron/journal.ts';
import { journalName } from '../../electron/journal-segments.ts';
import { unpacked } from '../../electron/packed-line.ts';
import { linesFor, packed } from './journal-lines.ts';
import { inTemporaryFolder } from './temporary-folder.ts';

const utf8 = (text: string): Uint8Array => new TextEncoder().encode(text);

describe('a line that the page has packed', () => {
  it('stands in the journal byte for byte, its fields in their order, and the next line follows its hash', () =>
    inTemporaryFolder(async (folder) => {
      const lines = linesFor(['متنِ «خبر»\n', 'b']);
      const journal = await openJournal(folder);
      expect(await journal.append(lines.map((line) => unpacked(packed(line))))).toBe(2);
      expect(journal.end.head).toBe(entryHash(lines[1]?.entry as Entry));
      const written = readFileSync(join(folder, journalName), 'utf8').trimEnd().split('\n');
      expect(written.map((one) => one.slice(17))).toEqual(lines.map(({ entry, counts }) => JSON.stringify({ entry, counts })));
      expect(await journal.read(0, 10)).toEqual(lines);
      await journal.close();
    }));

  it('keeps fields of a later version', () => {
    const [line] = linesFor(['a']);
    const later = { ...line?.entry, later: { a: 1 } } as unknown as Entry;
    expect(unpacked({ ...packed({ ...line, entry: later, counts: line?.counts ?? expect.unreachable() }), later: 1 } as never)).toMatchObject({ entry: later, later: 1 });
  });

  it.each([
    ['no JSON', () => utf8('{"action":')],
    ['no UTF-8', () => new Uint8Array([0xff, 0xfe])],
    ['another value', () => utf8('[]')],
    ['no change', () => utf8(JSON.stringify({ ...linesFor(['a'])[0]?.entry, change: {} }))],
    ['no hash before it', () => utf8(JSON.stringify({ ...linesFor(['a'])[0]?.entry, previous: 'x' }))],
    ['a sequence that is no number', () => utf8(JSON.stringify({ ...linesFor(['a'])[0]?.entry, sequence: '1' }))],
  ])('is refused where it is %s', (_, bytes) => {
    const [line] = linesFor(['a']).map(packed);
    expect(() => unpacked({ ...(line ?? expect.unreachable()), entry: bytes() })).toThrow(FileRefusal);
  });
});
