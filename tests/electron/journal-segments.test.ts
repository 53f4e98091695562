import fc from 'fast-check';
import { appendFileSync, cpSync, existsSync, mkdirSync, readdirSync, readFileSync, renameSync, rmSync, truncateSync, writeFileSync } from 'node:fs';
import { open } from 'node:fs/promises';
import { join } from 'node:path';
import { describe, expect, it, vi } from 'vitest';
import { inProject } from '../../build/project.mjs';
import { decodeLine, encodeLine } from '../../electron/journal-line.ts';
import { countSalvage, readSalvage, waitingSalvage } from '../../electron/journal-salvage.ts';
import { segmentName, segmentsIn } from '../../electron/journal-segments.ts';
import { type Journal, type JournalOptions, openJournal } from '../../electron/journal.ts';
import { type JournalLine } from '../../shared/bridge.ts';
import { storedVersion } from '../../shared/model/migrations/migrate.ts';
import { runs } from '../arbitraries/runs.ts';
import { linesFor } from './journal-lines.ts';
import { inTemporaryFolder } from './temporary-folder.ts';

vi.setConfig({ testTimeout: 240_000 });
const fileRuns = { numRuns: Math.ceil(runs / 4) };

/** Two or three of these lines make a segment. */
const small = 1_200;
const texts = Array.from({ length: 12 }, (_, index) => `متن ${index}`);

async function withJournal<T>(folder: string, work: (journal: Journal) => Promise<T>, options: JournalOptions = { segmentBytes: small }): Promise<T> {
  const journal = await openJournal(folder, options);
  try {
    return await work(journal);
  } finally {
    await journal.close();
  }
}

async function everyLine(journal: Journal, limit = 1000): Promise<readonly JournalLine[]> {
  const lines: JournalLine[] = [];
  for (;;) {
    const page = await journal.read(lines.length, limit);
    if (page.length === 0) return lines;
    lines.push(...page);
  }
}

const appendEach = (journal: Journal, lines: readonly JournalLine[]) => Promise.all(lines.map((line) => journal.append([line])));
const readAll = (folder: string) => withJournal(folder, (journal) => everyLine(journal));
const namesIn = async (folder: string) => (await segmentsIn(folder)).map(({ name }) => name);
const sealOf = (name: string) => name.replace('.ndjson', '.seal.json');
const damagedFiles = (folder: string) => readdirSync(folder).filter((name) => /^journal-(damaged|unread)-/.test(name)).sort();

/** A journal of several segments, each closed one with its seal. */
async function written(folder: string, payloads: readonly string[] = texts): Promise<readonly JournalLine[]> {
  const lines = linesFor(payloads);
  await withJournal(folder, (journal) => appendEach(journal, lines));
  return lines;
}

/** What waits behind a damaged line. */
async function salvaged(folder: string): Promise<readonly JournalLine[]> {
  const waiting = await waitingSalvage(folder);
  if (!waiting) return [];
  const lines = await readSalvage(waiting, 0, 1000, 1e9);
  expect(await countSalvage(waiting)).toBe(lines.length);
  return lines;
}

describe('a journal of several segments', () => {
  it('gives back whatever it acknowledged, in pages of any size, however small its segments are', () =>
    fc.assert(
      fc.asyncProperty(fc.array(fc.string({ unit: 'grapheme', maxLength: 60 }), { maxLength: 30 }), fc.integer({ min: 1, max: 4000 }), fc.integer({ min: 1, max: 5 }), (payloads, segmentBytes, limit) =>
        inTemporaryFolder(async (folder) => {
          const lines = linesFor(payloads);
          await withJournal(folder, async (journal) => {
            await appendEach(journal, lines);
            expect(await everyLine(journal, limit)).toEqual(lines);
          }, { segmentBytes });
          await withJournal(folder, async (journal) => {
            expect(journal.end.sequence).toBe(lines.length);
            expect([journal.setAsideBytes, journal.segmentsRead]).toEqual([0, 0]);
            expect(await everyLine(journal, limit)).toEqual(lines);
          }, { segmentBytes });
        }),
      ),
      fileRuns,
    ));

  it('can be read without the program: the files one after another are the lines in order, each with its checksum', () =>
    inTemporaryFolder(async (folder) => {
      const lines = await written(folder);
      const names = await namesIn(folder);
      expect(names.length).toBeGreaterThan(3);
      expect(names).toEqual([segmentName(1), ...names.slice(1).sort()]);
      const all = names.map((name) => readFileSync(join(folder, name), 'utf8')).join('');
      expect(all.trimEnd().split('\n').map((line) => decodeLine(Buffer.from(line)))).toEqual(lines);
    }));

  it('never touches a closed segment again, whatever is written, read or opened', () =>
    inTemporaryFolder(async (folder) => {
      const lines = await written(folder);
      const closed = (await namesIn(folder)).slice(0, -1).flatMap((name) => [name, sealOf(name)]);
      const before = closed.map((name) => readFileSync(join(folder, name)));
      const opened: string[] = [];
      await withJournal(folder, (journal) => appendEach(journal, linesFor(['more', 'and more', 'still more'], lines)), {
        segmentBytes: small,
        openFile: async (path, flags) => {
          if (flags !== 'r') opened.push(path);
          return open(path, flags);
        },
      });
      expect(closed.map((name) => readFileSync(join(folder, name)))).toEqual(before);
      expect(opened.filter((path) => closed.some((name) => path.endsWith(name)))).toEqual([]);
    }));

  it('does not read the lines of a closed segment at a start while its bytes are those of the seal, and reads them when they are not', () =>
    inTemporaryFolder(async (folder) => {
      const lines = await written(folder);
      const names = await namesIn(folder);
      expect(await withJournal(folder, async ({ segmentsRead }) => segmentsRead)).toBe(0);
      rmSync(join(folder, sealOf(names[1] ?? '')));
      writeFileSync(join(folder, sealOf(names[2] ?? '')), '{"first":');
      // One that the system does not let be read tells nothing either.
      rmSync(join(folder, sealOf(names[0] ?? '')));
      mkdirSync(join(folder, sealOf(names[0] ?? '')));
      expect(await withJournal(folder, async ({ segmentsRead }) => segmentsRead)).toBe(3);
      rmSync(join(folder, sealOf(names[0] ?? '')), { recursive: true });
      expect(await withJournal(folder, async ({ segmentsRead }) => segmentsRead)).toBe(1);
      // Sealed again by then.
      expect(await withJournal(folder, async ({ segmentsRead }) => segmentsRead)).toBe(0);
      expect(await readAll(folder)).toEqual(lines);
    }));

  it('goes on in the old head where the system gives no new file, and begins one when it does', () =>
    inTemporaryFolder(async (folder) => {
      const lines = linesFor(texts);
      let isFull = true;
      await withJournal(folder, async (journal) => {
        await appendEach(journal, lines.slice(0, 8));
        expect(await namesIn(folder)).toHaveLength(1);
        isFull = false;
        await appendEach(journal, lines.slice(8));
        expect((await namesIn(folder)).length).toBeGreaterThan(1);
      }, {
        segmentBytes: small,
        openFile: async (path, flags) => {
          if (isFull && flags === 'wx+' && !path.endsWith(segmentName(1))) throw Object.assign(new Error('ENOSPC: no space left on device, open'), { code: 'ENOSPC', syscall: 'open' });
          return open(path, flags);
        },
      });
      expect(await readAll(folder)).toEqual(lines);
    }));

  it('refuses to begin a segment that another program has begun, and writes nothing', () =>
    inTemporaryFolder(async (folder) => {
      const lines = linesFor(texts);
      await withJournal(folder, async (late) => {
        for (const line of lines.slice(0, 4)) await late.append([line]);
        const before = await namesIn(folder);
        // The other one opens it where this one stands, and rolls over first.
        await withJournal(folder, (other) => other.append(lines.slice(4, 5)), { segmentBytes: 1 });
        expect((await namesIn(folder)).length).toBe(before.length + 1);
        await expect(late.append(linesFor(['mine'], lines.slice(0, 4)))).rejects.toMatchObject({ failure: 'changed-elsewhere' });
      }, { segmentBytes: 1_800 });
      expect(await readAll(folder)).toEqual(lines.slice(0, 5));
    }));
});

describe('a crash at each step of rolling over', () => {
  /** What lies on the disk after the step; `lines` are those of the head that is being closed and the one that comes next. */
  const steps: readonly (readonly [string, (at: Place) => void, { readonly torn?: boolean; readonly next?: boolean }])[] = [
    ['before anything', () => undefined, {}],
    ['the new file is there and empty, the old one has no seal', ({ next }) => writeFileSync(next, ''), {}],
    ['half of its first line is there', ({ next, line }) => writeFileSync(next, encodeLine(line).subarray(0, 50)), { torn: true }],
    ['its first line is there, the old one has no seal', ({ next, line }) => writeFileSync(next, encodeLine(line)), { next: true }],
    ['the seal lies beside it under a name of its own', ({ next, line, seal }) => {
      writeFileSync(next, encodeLine(line));
      renameSync(seal.written, `${seal.at}.tmp`);
    }, { next: true }],
    ['the seal is empty (its name was there before its bytes)', ({ next, line, seal }) => {
      writeFileSync(next, encodeLine(line));
      writeFileSync(seal.at, '');
    }, { next: true }],
    ['the seal says what the file was not yet', ({ next, line, seal }) => {
      writeFileSync(next, encodeLine(line));
      writeFileSync(seal.at, readFileSync(seal.written, 'utf8').replace(/"bytes":\d+/, '"bytes":17'));
    }, { next: true }],
    ['all is done', ({ next, line, seal }) => {
      writeFileSync(next, encodeLine(line));
      renameSync(seal.written, seal.at);
    }, { next: true }],
  ];
  interface Place {
    readonly next: string;
    readonly line: JournalLine;
    readonly seal: { readonly at: string; readonly written: string };
  }

  it.each(steps)('%s: every acknowledged line is there, and work goes on', (_step, crash, { torn = false, next = false }) =>
    inTemporaryFolder(async (root) => {
      const lines = linesFor(['a', 'b', 'c', 'd', 'e']);
      // A run that was not interrupted tells what the seal will be.
      const whole = join(root, 'whole');
      mkdirSync(whole);
      await withJournal(whole, async (journal) => {
        await journal.append(lines.slice(0, 3));
        await journal.append(lines.slice(3, 4));
      }, { segmentBytes: 1 });
      const folder = join(root, 'crashed');
      mkdirSync(folder);
      await withJournal(folder, (journal) => journal.append(lines.slice(0, 3)));
      const [first, seal] = [segmentName(1), sealOf(segmentName(1))];
      expect(readFileSync(join(folder, first))).toEqual(readFileSync(join(whole, first)));

      crash({ next: join(folder, segmentName(4)), line: lines[3] as JournalLine, seal: { at: join(folder, seal), written: join(whole, seal) } });
      const there = next ? 4 : 3;
      await withJournal(folder, async (journal) => {
        expect(await everyLine(journal)).toEqual(lines.slice(0, there));
        expect(journal.setAsideBytes).toBe(torn ? 50 : 0);
        expect(journal.damagedLine).toBe(torn ? 4 : null);
        await appendEach(journal, lines.slice(there));
      });
      expect(await readAll(folder)).toEqual(lines);
      expect(damagedFiles(folder)).toHaveLength(torn ? 1 : 0);
    }),
  );
});

describe('damage to one of several segments', () => {
  type Damage = { readonly kind: 'cut' | 'flip' | 'append' | 'delete' | 'empty'; readonly at: number };
  const damage = fc.record<Damage>({ kind: fc.constantFrom('cut', 'flip', 'append', 'delete', 'empty'), at: fc.double({ min: 0, max: 1, maxExcluded: true, noNaN: true }) });

  /** Spoils a file; the answer is which of its bytes are as they were: those before `sound`, and from `again` on. */
  function spoil(path: string, { kind, at }: Damage): { readonly sound: number; readonly again: number } {
    const bytes = readFileSync(path);
    const place = Math.floor(at * bytes.length);
    switch (kind) {
      case 'cut':
        truncateSync(path, place);
        return { sound: place, again: bytes.length };
      case 'flip':
        bytes[place] = (bytes[place] ?? 0) ^ 4;
        writeFileSync(path, bytes);
        return { sound: place, again: place + 1 };
      case 'append':
        appendFileSync(path, 'not a line');
        return { sound: bytes.length, again: bytes.length };
      case 'delete':
        rmSync(path);
        return { sound: 0, again: bytes.length };
      case 'empty':
        truncateSync(path, 0);
        return { sound: 0, again: bytes.length };
    }
  }

  it('costs the lines that it hit and no other: those before are the journal, those behind wait to be taken in, the first is named', () =>
    fc.assert(
      fc.asyncProperty(damage, fc.nat(), (how, which) =>
        inTemporaryFolder(async (folder) => {
          const lines = await written(folder);
          const segments = await segmentsIn(folder);
          const hit = segments[which % segments.length] ?? expect.unreachable();
          const { sound, again } = spoil(join(folder, hit.name), how);

          // Where each line lies in its own file.
          let [offset, file] = [0, 0];
          const isHit = lines.map((line, index) => {
            if (segments[file + 1]?.first === index + 1) [offset, file] = [0, file + 1];
            const [start, end] = [offset, offset + encodeLine(line).length - 1];
            offset = end + 1;
            const isOutside = segments[file] !== hit || end <= sound || start >= again;
            return { isGone: !isOutside, isTorn: segments[file] === hit && end + 1 > sound && start < again };
          });
          // A line whose end alone is damaged is no whole line of the journal, but nothing of it is lost.
          const firstTorn = isHit.findIndex(({ isTorn }) => isTorn);
          // Bytes too many in a file do not let the next one follow it.
          const behindHit = (segments[segments.indexOf(hit) + 1]?.first ?? lines.length + 1) - 1;
          const before = firstTorn === -1 ? (how.kind === 'append' ? behindHit : lines.length) : firstTorn;
          await withJournal(folder, async (journal) => {
            expect(await everyLine(journal)).toEqual(lines.slice(0, before));
            if (before < lines.length && journal.setAsideBytes > 0) expect(journal.damagedLine).toBe(before + 1);
          });
          expect((await salvaged(folder)).map(({ entry }) => entry.sequence)).toEqual(
            lines.flatMap(({ entry }, index) => (index >= before && !isHit[index]?.isGone ? [entry.sequence] : [])),
          );
          const more = linesFor(['باز هم', 'و باز'], lines.slice(0, before));
          await withJournal(folder, (journal) => appendEach(journal, more));
          expect(await readAll(folder)).toEqual([...lines.slice(0, before), ...more]);
        }),
      ),
      fileRuns,
    ));

  describe('that the disk refuses to read', () => {
    const [block, segmentBytes] = [4096, 20_000];
    const long = Array.from({ length: 24 }, (_, index) => `${index} ${'متن'.repeat(350)}`);
    /** A disk that gives no byte of these blocks of a file. */
    const refusing = (name: string, isBad: (index: number) => boolean): JournalOptions['openFile'] => async (path, flags) => {
      const file = await open(path, flags);
      if (!path.endsWith(name)) return file;
      const read = file.read.bind(file) as (buffer: Buffer, offset: number, length: number, position: number) => Promise<{ bytesRead: number; buffer: Buffer }>;
      const guarded = async (buffer: Buffer, offset: number, length: number, position: number) => {
        const last = Math.min((await file.stat()).size, position + length) - 1;
        for (let index = Math.floor(position / block); index * block <= last; index++)
          if (isBad(index)) throw Object.assign(new Error('EIO: i/o error, read'), { code: 'EIO', syscall: 'read' });
        return read(buffer, offset, length, position);
      };
      return Object.assign(file, { read: guarded });
    };
    const places = [
      ['a block within a closed segment', { segment: 1, bad: [2], sealed: true }],
      ['the first block of a closed segment without a seal', { segment: 1, bad: [0], sealed: false }],
      ['the end of a closed segment', { segment: 1, bad: [4, 5], sealed: true }],
      ['two blocks of the first segment, with whole lines between them', { segment: 0, bad: [1, 4], sealed: true }],
      ['a block of the head', { segment: 2, bad: [1], sealed: false }],
    ] as const;

    it.each(places)('%s: a damaged line, and all the rest is there', (_where, { segment, bad, sealed }) =>
      inTemporaryFolder(async (folder) => {
        const lines = linesFor(long);
        await withJournal(folder, (journal) => appendEach(journal, lines), { segmentBytes });
        const segments = await segmentsIn(folder);
        const hit = segments[segment] ?? expect.unreachable();
        if (!sealed) rmSync(join(folder, sealOf(hit.name)), { force: true });
        let offset = 0;
        const lost = lines.filter((line) => {
          const { sequence } = line.entry;
          if (segments.some(({ first }) => first === sequence)) offset = 0;
          const [start, end] = [offset, offset + encodeLine(line).length];
          offset = end;
          const isHere = segments.findLast(({ first }) => first <= sequence) === hit;
          return isHere && bad.some((index) => start < (index + 1) * block && end > index * block);
        });
        const before = (lost[0]?.entry.sequence ?? expect.unreachable()) - 1;
        await withJournal(folder, async (journal) => {
          expect(await everyLine(journal)).toEqual(lines.slice(0, before));
          expect(journal.damagedLine).toBe(before + 1);
        }, { segmentBytes, openFile: refusing(hit.name, (index) => bad.some((one) => one === index)) as NonNullable<JournalOptions['openFile']> });
        expect(await salvaged(folder)).toEqual(lines.slice(before).filter((line) => !lost.includes(line)));
      }),
    );

    it('altogether, as one that is away: nothing is cut, and it is whole when the disk is back', () =>
      inTemporaryFolder(async (folder) => {
        const lines = linesFor(long);
        await withJournal(folder, (journal) => appendEach(journal, lines), { segmentBytes });
        const openFile = refusing('', () => true) as NonNullable<JournalOptions['openFile']>;
        await expect(openJournal(folder, { segmentBytes, openFile })).rejects.toMatchObject({ code: 'EIO' });
        expect(await readAll(folder)).toEqual(lines);
        expect(damagedFiles(folder)).toEqual([]);
      }));
  });

  it('that was met and cut off before a crash is met again: no line is lost between keeping and cutting', () =>
    inTemporaryFolder(async (root) => {
      const folder = join(root, 'journal');
      mkdirSync(folder);
      const lines = await written(folder);
      const names = await namesIn(folder);
      spoil(join(folder, names[1] ?? ''), { kind: 'flip', at: 0.2 });
      // Each state that a crash can leave: the copy is made, and so many of the later files are gone.
      const whole = join(root, 'whole');
      cpSync(folder, whole, { recursive: true });
      await withJournal(whole, async () => undefined);
      const [copy = ''] = damagedFiles(whole);
      for (let gone = 0; gone <= names.length - 2; gone++) {
        const state = join(root, `gone-${gone}`);
        cpSync(folder, state, { recursive: true });
        cpSync(join(whole, copy), join(state, copy));
        for (const name of names.slice(names.length - gone)) rmSync(join(state, name));
        const before = await readAll(state);
        expect(before).toEqual(await readAll(whole));
        const behind = await salvaged(state);
        expect([...before, ...behind].length).toBeGreaterThanOrEqual(lines.length - 1);
      }
    }));

  it('is found even where the seal was made to fit another chain: a segment of another project does not follow', () =>
    inTemporaryFolder(async (root) => {
      const [mine, theirs] = [join(root, 'mine'), join(root, 'theirs')];
      for (const folder of [mine, theirs]) mkdirSync(folder);
      const lines = await written(mine);
      await written(theirs, texts.map((text) => `${text}!`));
      const second = (await segmentsIn(mine))[1] ?? expect.unreachable();
      expect((await segmentsIn(theirs))[1]).toEqual(second);
      for (const name of [second.name, sealOf(second.name)]) cpSync(join(theirs, name), join(mine, name));
      await withJournal(mine, async (journal) => {
        expect(await everyLine(journal)).toEqual(lines.slice(0, second.first - 1));
        expect(journal.damagedLine).toBe(second.first);
      });
    }));
});

describe('journals of before there were segments', () => {
  const shapes = Array.from({ length: storedVersion }, (_, index) => index + 1);

  it.each(shapes)('one file of stored shape %i is taken over as it is, and what comes later goes to a new file', (shape) =>
    inTemporaryFolder(async (folder) => {
      const lines = readFileSync(inProject('tests', 'fixtures', 'stored', `shape-${shape}.ndjson`), 'utf8').trimEnd().split('\n').map((line) => JSON.parse(line) as JournalLine);
      const old = Buffer.concat(lines.map(encodeLine));
      writeFileSync(join(folder, segmentName(1)), old);
      const more = linesFor(['پس از آن', 'و پس از آن'], lines);
      await withJournal(folder, (journal) => appendEach(journal, more), { segmentBytes: 1 });
      expect(readFileSync(join(folder, segmentName(1))).equals(old)).toBe(true);
      expect(await namesIn(folder)).toHaveLength(3);
      expect(await readAll(folder)).toEqual([...lines, ...more]);
    }),
  );

  /** NAQL_KEEP_SHAPE=1 makes the folder once; it is never made again. */
  const kept = inProject('tests', 'fixtures', 'stored', 'segments');
  it('a journal of three segments, kept as it was first written, opens by its seals and goes on', () =>
    inTemporaryFolder(async (folder) => {
      if (process.env['NAQL_KEEP_SHAPE'] === '1' && !existsSync(kept)) {
        mkdirSync(kept);
        await withJournal(kept, (journal) => appendEach(journal, linesFor(['یک', 'دو', 'سه'])), { segmentBytes: 1 });
      }
      cpSync(kept, folder, { recursive: true });
      await withJournal(folder, async (journal) => {
        expect([journal.end.sequence, journal.segmentsRead, journal.setAsideBytes]).toEqual([3, 0, 0]);
        await journal.append(linesFor(['چهار'], await everyLine(journal)));
      });
      expect(await readAll(folder)).toHaveLength(4);
    }));
});
