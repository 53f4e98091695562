import fc from 'fast-check';
import { expect, it } from 'vitest';
import { nativeEntryHash as inMain } from '../../electron/entry-hash.ts';
import { hashedNatively } from '../../renderer/store/entry-hash.ts';
import { type Entry, entryHash } from '../../shared/exchange/log.ts';

it('law: page, main process and core hash an Entry alike, whatever stands in it', () =>
  // Whole code units too: half a character has no UTF-8, and three encoders might write three things for it.
  fc.assert(fc.asyncProperty(fc.record({ sequence: fc.nat(), note: fc.string({ unit: 'binary' }), half: fc.constantFrom('\ud83d', '\ude00', '🔴', 'می‌شود'), change: fc.jsonValue() }), async (value) => {
    const entry = value as unknown as Entry;
    const hash = entryHash(entry);
    const { hash: inPage, bytes } = await hashedNatively(entry);
    expect([inMain(entry), inPage, new TextDecoder().decode(bytes)]).toEqual([hash, hash, JSON.stringify(entry)]);
  })));
