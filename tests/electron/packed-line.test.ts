import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { type JournalLine } from '../../shared/bridge.ts';
import { canonicalJson } from '../../shared/canonical-json.ts';
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
    const { bytes, rest } = unpacked({ ...packed({ ...line, entry: later, counts: line?.counts ?? expect.unreachable() }), later: 1 } as never);
    expect([JSON.parse(Buffer.from(bytes).toString('utf8')), rest]).toMatchObject([later, { later: 1 }]);
  });

  describe('has the hash of its entry', () => {
    const [line] = linesFor(['a']) as readonly [JournalLine];
    const hashOf = (json: string): string => unpacked({ counts: line.counts, entry: utf8(json) }).hash;
    /** A field of the Entry that nobody knows yet, behind all others. */
    const withField = (field: string): string => canonicalJson(line.entry).replace(/\}$/, `,"zz":${field}}`);

    it('whatever words, keys and values are in it, in whichever order', () =>
      fc.assert(fc.property(fc.jsonValue({ stringUnit: 'grapheme' }), fc.boolean(), (value, isCanonical) => {
        const entry = { ...line.entry, zz: value } as unknown as Entry;
        const json = isCanonical ? canonicalJson(entry) : JSON.stringify(entry);
        expect(hashOf(json)).toBe(entryHash(JSON.parse(json) as Entry));
      })));

    it.each([
      ['letters that are escaped without need', '"\\u0641\\u00e9\\u0061"'],
      ['a pair that is escaped', '"\\ud83d\\ude00"'],
      ['half a pair', '"\\ud83d"'],
      ['half a pair before letters of two bytes', '"\\udbffé"'],
      ['numbers in another form', '[1.0,1e2,-0]'],
      ['white space', '[ 1 ]'],
      ['a key twice', '{"a":1,"a":2}'],
      ['keys out of order', '{"b":1,"a":2}'],
      ['keys that are numbers', '{"10":1,"9":2}'],
      ['keys whose order in UTF-8 is another than in UTF-16', '{"\uffee":1,"😀":2}'],
      ['the same keys the other way round', '{"😀":2,"\uffee":1}'],
      ['a key that objects have', '{"__proto__":{"a":1}}'],
      ['line ends of Unicode', '"\u2028\u2029\u0085\u007f"'],
    ])('with %s', (_, field) => {
      const json = withField(field);
      expect(hashOf(json)).toBe(entryHash(JSON.parse(json) as Entry));
    });

    it('where it is no whole UTF-8, of what is read there', () => {
      const bytes = utf8(withField('"é"')).map((byte) => (byte === 0xc3 ? 0xff : byte));
      const read = JSON.parse(Buffer.from(bytes).toString('utf8')) as Entry;
      expect(unpacked({ counts: line.counts, entry: bytes }).hash).toBe(entryHash(read));
    });

    it('so that the next one follows it, though its words were never read', () =>
      inTemporaryFolder(async (folder) => {
        const lines = linesFor(['خبرِ «یک»\n😀', 'b']);
        const journal = await openJournal(folder);
        const inOrder = lines.map(({ entry, counts }) => unpacked({ counts, entry: utf8(canonicalJson(entry)) }));
        expect(await journal.append(inOrder)).toBe(2);
        await journal.close();
        const again = await openJournal(folder);
        expect([again.setAsideBytes, again.end.head, await again.read(0, 10)]).toEqual([0, entryHash(lines[1]?.entry as Entry), lines]);
        await again.close();
      }));
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
