import fc from 'fast-check';
import { appendFileSync, readdirSync, readFileSync, writeFileSync } from 'node:fs';
import { open } from 'node:fs/promises';
import { join } from 'node:path';
import { describe, expect, it, vi } from 'vitest';
import { entryHash, genesis } from '../../shared/exchange/log.ts';
import { type JournalLine } from '../../shared/bridge.ts';
import { FileRefusal } from '../../electron/file-failure.ts';
import { encodeLine } from '../../electron/journal-line.ts';
import { type Journal, openJournal } from '../../electron/journal.ts';
import { type OpenFile } from '../../electron/journal-scan.ts';
import { journalName } from '../../electron/journal-segments.ts';
import { countSalvage, finishSalvage, readSalvage, waitingSalvage } from '../../electron/journal-salvage.ts';
import { runs } from '../arbitraries/runs.ts';
import { linesFor, payloads } from './journal-lines.ts';
import { inTemporaryFolder } from './temporary-folder.ts';

// Each run opens and flushes real files, on disks of any speed.
vi.setConfig({ testTimeout: 240_000 });
const fileRuns = { numRuns: Math.ceil(runs / 4) };

async function withJournal<T>(folder: string, work: (journal: Journal) => Promise<T>, openFile?: OpenFile): Promise<T> {
  const journal = await openJournal(folder, openFile && { openFile });
  try {
    return await work(journal);
  } finally {
    await journal.close();
  }
}

const write = (folder: string, lines: readonly JournalLine[]) => withJournal(folder, (journal) => journal.append(lines));
const readAll = (folder: string) => withJournal(folder, (journal) => everyLine(journal));

async function everyLine(journal: Journal, limit = 1000): Promise<readonly JournalLine[]> {
  const lines: JournalLine[] = [];
  for (;;) {
    const page = await journal.read(lines.length, limit);
    if (page.length === 0) return lines;
    lines.push(...page);
  }
}

const pathOf = (folder: string) => join(folder, journalName);
const keptAside = (folder: string) => readdirSync(folder).filter((name) => /^journal-(damaged|unread)-/.test(name)).sort();

/** What waits behind a damaged line, in pages of two. */
async function salvaged(folder: string): Promise<readonly JournalLine[]> {
  const waiting = await waitingSalvage(folder);
  if (!waiting) return [];
  const lines: JournalLine[] = [];
  for (let page = await readSalvage(waiting, 0, 2, 1e6); page.length > 0; page = await readSalvage(waiting, page.at(-1)?.entry.sequence ?? 0, 2, 1e6)) lines.push(...page);
  expect(await countSalvage(waiting)).toBe(lines.length);
  expect(waiting.line).toBeLessThanOrEqual(lines[0]?.entry.sequence ?? 0);
  return lines;
}

describe('a journal', () => {
  it('begins empty', () =>
    inTemporaryFolder((folder) =>
      withJournal(folder, async (journal) => {
        expect(journal.end).toEqual({ sequence: 0, head: genesis, counts: null });
        expect(journal.setAsideBytes).toBe(0);
        expect(await journal.read(0, 10)).toEqual([]);
      }),
    ));

  it('gives back, after reopening, whatever it acknowledged, in pages of any size', () =>
    fc.assert(
      fc.asyncProperty(payloads, fc.integer({ min: 0, max: 12 }), fc.integer({ min: 1, max: 5 }), (texts, split, limit) =>
        inTemporaryFolder(async (folder) => {
          const lines = linesFor(texts);
          expect(await write(folder, lines.slice(0, split))).toBe(Math.min(split, lines.length));
          expect(await write(folder, lines.slice(split))).toBe(lines.length);
          await withJournal(folder, async (journal) => {
            expect(await everyLine(journal, limit)).toEqual(lines);
            expect(journal.setAsideBytes).toBe(0);
            const last = lines.at(-1);
            if (last) expect(journal.end).toEqual({ sequence: lines.length, head: entryHash(last.entry), counts: last.counts });
          });
        }),
      ),
      fileRuns,
    ));

  it('finds a page far inside by its marks, in a file just written and in one reopened', () =>
    inTemporaryFolder(async (folder) => {
      const lines = linesFor(Array.from({ length: 300 }, (_, index) => `متن ${index}`));
      const check = async (journal: Journal) => {
        for (const after of [0, 1, 63, 64, 65, 127, 128, 255, 299]) expect(await journal.read(after, 3)).toEqual(lines.slice(after, after + 3));
        expect(await journal.read(300, 3)).toEqual([]);
        expect(await journal.read(5000, 3)).toEqual([]);
      };
      await withJournal(folder, async (journal) => {
        for (let at = 0; at < lines.length; at += 7) await journal.append(lines.slice(at, at + 7));
        await check(journal);
      });
      await withJournal(folder, check);
    }));

  it('cuts a page short when its lines are long, and never gives an empty one before the end', () =>
    inTemporaryFolder(async (folder) => {
      const lines = linesFor(Array.from({ length: 5 }, () => 'x'.repeat(9_000_000)));
      await withJournal(folder, async (journal) => {
        await journal.append(lines);
        expect((await journal.read(0, 5)).length).toBe(2);
        expect(await everyLine(journal)).toEqual(lines);
      });
    }));

  it('keeps the order of appends that do not wait for one another', () =>
    inTemporaryFolder(async (folder) => {
      const lines = linesFor(['a', 'b', 'c', 'd']);
      await withJournal(folder, (journal) => Promise.all(lines.map((line) => journal.append([line]))));
      expect(await readAll(folder)).toEqual(lines);
    }));
});

describe('a damaged journal', () => {
  type Damage =
    | { readonly kind: 'cut'; readonly at: number }
    | { readonly kind: 'flip'; readonly at: number; readonly bit: number }
    | { readonly kind: 'append'; readonly bytes: Uint8Array };
  const fraction = fc.double({ min: 0, max: 1, maxExcluded: true, noNaN: true });
  const damage: fc.Arbitrary<Damage> = fc.oneof(
    fraction.map((at) => ({ kind: 'cut' as const, at })),
    fc.tuple(fraction, fc.integer({ min: 0, max: 7 })).map(([at, bit]) => ({ kind: 'flip' as const, at, bit })),
    fc.uint8Array({ minLength: 1, maxLength: 200 }).map((bytes) => ({ kind: 'append' as const, bytes })),
  );

  /** The damaged bytes, and how many bytes at the start are as they were. */
  function damaged(bytes: Buffer, how: Damage): { readonly after: Buffer; readonly sound: number } {
    if (how.kind === 'append') return { after: Buffer.concat([bytes, how.bytes]), sound: bytes.length };
    const at = Math.floor(how.at * bytes.length);
    if (how.kind === 'cut') return { after: bytes.subarray(0, at), sound: at };
    const after = Buffer.from(bytes);
    after[at] = (after[at] ?? 0) ^ (1 << how.bit);
    return { after, sound: at };
  }

  it('gives back everything before the damage, keeps the rest aside, and goes on', () =>
    fc.assert(
      fc.asyncProperty(payloads.filter((texts) => texts.length > 0), damage, (texts, how) =>
        inTemporaryFolder(async (folder) => {
          const lines = linesFor(texts);
          await write(folder, lines);
          const { after, sound } = damaged(readFileSync(pathOf(folder)), how);
          writeFileSync(pathOf(folder), after);

          const ends = lines.map((_, index) => Buffer.concat(lines.slice(0, index + 1).map(encodeLine)).length);
          const whole = ends.filter((end) => end <= sound).length;
          const length = ends[whole - 1] ?? 0;
          const expected = lines.slice(0, whole);
          await withJournal(folder, async (journal) => {
            expect(await everyLine(journal)).toEqual(expected);
            expect(journal.setAsideBytes).toBe(after.length - length);
            expect(journal.damagedLine).toBe(after.length > length ? whole + 1 : null);
          });
          // Only the lines that the damage touched are lost; a line end may be damaged, its line is not.
          const untouched = lines.filter((_, index) => {
            const [start, end] = [ends[index - 1] ?? 0, (ends[index] ?? 0) - 1];
            return how.kind === 'append' || (how.kind === 'cut' ? end <= sound : sound < start || sound >= end);
          });
          expect(await salvaged(folder)).toEqual(untouched.slice(whole));
          const aside = keptAside(folder).map((name) => readFileSync(join(folder, name)));
          expect(Buffer.concat(aside).equals(after.subarray(length))).toBe(true);

          const more = linesFor(['باز هم'], expected);
          await write(folder, more);
          expect(await readAll(folder)).toEqual([...expected, ...more]);
        }),
      ),
      fileRuns,
    ));

  it('keeps what it cut off as damaged, under a new number, once what was whole of it is taken in', () =>
    inTemporaryFolder(async (folder) => {
      const lines = linesFor(['a', 'b', 'c']);
      writeFileSync(join(folder, 'journal-damaged-1.ndjson'), 'of an earlier day');
      await write(folder, lines);
      const bytes = readFileSync(pathOf(folder));
      bytes[encodeLine(lines[0] as JournalLine).length + 30] = 0;
      writeFileSync(pathOf(folder), bytes);
      expect(await readAll(folder)).toEqual(lines.slice(0, 1));
      const waiting = await waitingSalvage(folder);
      expect(waiting?.line).toBe(2);
      if (waiting) await finishSalvage(folder, waiting);
      expect(await waitingSalvage(folder)).toBeNull();
      expect(keptAside(folder)).toEqual(['journal-damaged-1.ndjson', 'journal-damaged-2.ndjson']);
      expect(readFileSync(join(folder, 'journal-damaged-1.ndjson'), 'utf8')).toBe('of an earlier day');
    }));

  it('names the lowest damaged line first where two tails wait', () =>
    inTemporaryFolder(async (folder) => {
      for (const name of ['journal-unread-40-1.ndjson', 'journal-unread-7-1.ndjson']) writeFileSync(join(folder, name), '');
      expect((await waitingSalvage(folder))?.line).toBe(7);
    }));

  it('never overwrites what was kept aside before', () =>
    inTemporaryFolder(async (folder) => {
      for (const torn of ['first', 'second']) {
        await withJournal(folder, async () => undefined);
        appendFileSync(pathOf(folder), torn);
        await withJournal(folder, async ({ setAsideBytes }) => expect(setAsideBytes).toBe(torn.length));
      }
      expect(keptAside(folder).map((name) => readFileSync(join(folder, name), 'utf8'))).toEqual(['first', 'second']);
    }));

  it('does not take whole lines that do not follow: one is missing before them', () =>
    inTemporaryFolder(async (folder) => {
      const lines = linesFor(['a', 'b', 'c']);
      writeFileSync(pathOf(folder), Buffer.concat([lines[0], lines[2]].map((line) => encodeLine(line as JournalLine))));
      expect(await readAll(folder)).toEqual(lines.slice(0, 1));
      expect(keptAside(folder)).toHaveLength(1);
    }));
});

describe('a second writer', () => {
  it('is refused and overwrites nothing, though the first one\'s lock was not seen (a folder that two machines share)', () =>
    inTemporaryFolder(async (folder) => {
      const lines = linesFor(['a', 'b']);
      await withJournal(folder, async (late) => {
        await write(folder, lines);
        await expect(late.append(linesFor(['mine']))).rejects.toMatchObject({ failure: 'changed-elsewhere' });
      });
      expect(await readAll(folder)).toEqual(lines);
    }));
});

describe('the chain', () => {
  it.each([
    ['repeats a line', (lines: readonly JournalLine[]) => lines.slice(0, 1)],
    ['leaves one out', (lines: readonly JournalLine[]) => lines.slice(2)],
    ['follows another history', () => linesFor(['another', 'b']).slice(1)],
    ['breaks inside', (lines: readonly JournalLine[]) => [lines[1], linesFor(['x', 'y', 'z'])[2]] as readonly JournalLine[]],
  ])('refuses wholly an append that %s', (_reason, wrong) =>
    inTemporaryFolder(async (folder) => {
      const lines = linesFor(['a', 'b', 'c']);
      await withJournal(folder, async (journal) => {
        await journal.append(lines.slice(0, 1));
        await expect(journal.append(wrong(lines))).rejects.toThrow(FileRefusal);
        expect(await journal.append(lines.slice(1))).toBe(3);
      });
      expect(await readAll(folder)).toEqual(lines);
    }),
  );
});

/** A disk with so many bytes left; what does not fit is written in part, as a real one does. */
function smallDisk(state: { left: number; syncFails?: boolean; cutFails?: boolean }): OpenFile {
  const full = (syscall: string) => Object.assign(new Error(`ENOSPC: no space left on device, ${syscall}`), { code: 'ENOSPC', syscall });
  return async (path, flags) => {
    const file = await open(path, flags);
    return {
      read: file.read.bind(file),
      stat: file.stat.bind(file),
      close: file.close.bind(file),
      truncate: async (length?: number) => {
        if (state.cutFails) throw full('ftruncate');
        await file.truncate(length);
      },
      datasync: async () => {
        if (state.syncFails) throw full('fdatasync');
        await file.datasync();
      },
      write: (async (buffer: Buffer, offset: number, length: number, position: number) => {
        const part = Math.min(length, state.left);
        if (part === 0) throw full('write');
        state.left -= part;
        return file.write(buffer, offset, part, position);
      }) as typeof file.write,
    };
  };
}

describe('a full disk', () => {
  it('refuses the append wholly, keeps what was acknowledged, and takes the same lines once there is room', () =>
    fc.assert(
      fc.asyncProperty(
        payloads.filter((texts) => texts.length > 0),
        fc.nat({ max: 3000 }),
        fc.boolean(),
        (texts, room, cutFails) =>
          inTemporaryFolder(async (folder) => {
            const lines = linesFor(['پیش از آن', ...texts]);
            const state = { left: Infinity, cutFails: false };
            await withJournal(
              folder,
              async (journal) => {
                await journal.append(lines.slice(0, 1));
                const rest = lines.slice(1);
                const size = Buffer.concat(rest.map(encodeLine)).length;
                state.left = Math.min(room, size - 1);
                state.cutFails = cutFails;
                await expect(journal.append(rest)).rejects.toMatchObject({ code: 'ENOSPC' });
                expect(journal.end.sequence).toBe(1);
                expect(await everyLine(journal)).toEqual(lines.slice(0, 1));
                state.left = Infinity;
                state.cutFails = false;
                expect(await journal.append(rest)).toBe(lines.length);
              },
              smallDisk(state),
            );
            await withJournal(folder, async (journal) => {
              expect(await everyLine(journal)).toEqual(lines);
              expect(journal.setAsideBytes).toBe(0);
            });
          }),
      ),
      fileRuns,
    ));

  it('leaves no byte of a failed append behind', () =>
    inTemporaryFolder(async (folder) => {
      const state = { left: 40 };
      await withJournal(folder, async (journal) => expect(journal.append(linesFor(['a']))).rejects.toMatchObject({ code: 'ENOSPC' }), smallDisk(state));
      expect(readFileSync(pathOf(folder)).length).toBe(0);
    }));

  it('leaves none behind even when cutting back failed at first, and less is written then', () =>
    inTemporaryFolder(async (folder) => {
      const state = { left: 4000, cutFails: true };
      const [line] = linesFor(['short']);
      await withJournal(
        folder,
        async (journal) => {
          await expect(journal.append(linesFor(['long'.repeat(2000)]))).rejects.toMatchObject({ code: 'ENOSPC' });
          Object.assign(state, { left: Infinity, cutFails: false });
          await journal.append([line as JournalLine]);
        },
        smallDisk(state),
      );
      await withJournal(folder, async (journal) => {
        expect(await everyLine(journal)).toEqual([line]);
        expect(journal.setAsideBytes).toBe(0);
      });
    }));

  it('does not acknowledge what could not be flushed', () =>
    inTemporaryFolder(async (folder) => {
      const state = { left: Infinity, syncFails: true };
      const lines = linesFor(['a', 'b']);
      await withJournal(
        folder,
        async (journal) => {
          await expect(journal.append(lines)).rejects.toMatchObject({ code: 'ENOSPC' });
          expect(journal.end.sequence).toBe(0);
          state.syncFails = false;
          expect(await journal.append(lines)).toBe(2);
        },
        smallDisk(state),
      );
      expect(await readAll(folder)).toEqual(lines);
    }));
});
