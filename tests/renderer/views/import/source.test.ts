import { describe, expect, it, vi } from 'vitest';
import { type Bridge, type FileFailure, maximumFileBytes } from '../../../../shared/bridge.ts';
import { chosenSource, droppedSource, folderSources, type ImportSource, isLargeTable, isTooLarge, pastedSource, readAll, weigh } from '../../../../renderer/views/import/source.ts';

const words = (read: Awaited<ReturnType<typeof readAll>>): readonly string[] => read.map((bytes) => (typeof bytes === 'string' ? `!${bytes}` : new TextDecoder().decode(bytes)));
const dropped = (name: string, content: string) => droppedSource(new File([content], name), '');

/** A file that went away after it was chosen. */
function gone(name: string): File {
  const file = new File(['x'], name);
  Object.defineProperty(file, 'arrayBuffer', { value: () => Promise.reject(new DOMException('gone', 'NotFoundError')) });
  return file;
}

describe('files that are read together', () => {
  it('each get their own bytes, an empty one none', async () => {
    expect(words(await readAll([dropped('a', 'یک'), dropped('b', ''), dropped('c', 'سه')]))).toEqual(['یک', '', 'سه']);
  });

  it('are read one by one where there is one among them that is no file', async () => {
    expect(words(await readAll([dropped('a', 'یک'), pastedSource('دو', 'b')]))).toEqual(['یک', 'دو']);
  });

  it('say of words with half a character that they are no text, instead of altering them', async () => {
    expect(words(await readAll([pastedSource('وزیر \ud83d گفت', 'a'), pastedSource('وزیر 🔴 گفت', 'b')]))).toEqual(['!text-not-unicode', 'وزیر 🔴 گفت']);
  });

  it('tell of the one that went away, and give the others', async () => {
    const sources = [dropped('a', 'یک'), droppedSource(gone('b'), ''), dropped('c', 'سه')];
    // Blobs of a test know nothing of a file that is gone: the size tells that the parts are not what was promised.
    const together = sources.map((source) => (source.name === 'b' && source.blob ? { ...source, blob: Object.defineProperty(new Blob(['x']), 'size', { value: 5 }) } : source));
    expect(words(await readAll(together))).toEqual(['یک', '!read-failed', 'سه']);
  });

  it('leave out the one that is too large', async () => {
    const large = { ...dropped('b', 'x'), size: 2 ** 31 };
    expect(words(await readAll([dropped('a', 'یک'), large]))).toEqual(['یک', '!too-large']);
  });
});

/** Gives the letters from `start` to `end` of what is asked for by its name. */
const readPart: Bridge['readPart'] = async (chosen, file, start, end) =>
  chosen === 'gone' ? fail('not-found') : ok(new TextEncoder().encode(`${chosen}${file} به درازا`).slice(start, end));
const ok = (value: Uint8Array) => ({ ok: true as const, value });
const fail = (failure: FileFailure) => ({ ok: false as const, failure, detail: '' });

describe('a file that is never read whole', () => {
  const size = maximumFileBytes + 1;
  const large = (name: string): readonly (readonly [string, ImportSource | undefined])[] => [
    ['dropped', droppedSource(Object.defineProperty(new File(['dropped0 به'], name), 'size', { value: size }), '')],
    ['chosen', chosenSource({ name, size, bytes: null, failure: 'too-large', large: 'chosen' }, { readPart })],
    ['in a folder', folderSources({ folder: 'in a folder', names: [`پوشه/${name}`], sizes: [size] }, { readPart, readFolder: () => { throw new Error('is not read'); } })[0]],
  ];

  it.each(large('a.csv'))('is had in parts where it may be a table, however it came: %s', async (way, source) => {
    if (!source) throw new Error('there is none');
    expect([isLargeTable(source), isTooLarge(source)]).toEqual([true, false]);
    const part = await source.readPart?.(0, way.length + 4);
    expect(part instanceof Uint8Array && new TextDecoder().decode(part)).toBe(`${way}0 ب`);
    expect(words(await readAll([source])), 'and is no less large for that').toEqual(['!too-large']);
  });

  it.each(large('a.txt'))('is too large where it is none: %s', (_, source) => expect(source && [isLargeTable(source), isTooLarge(source)]).toEqual([false, true]));

  it('tells why a part cannot be had', async () => {
    expect(await chosenSource({ name: 'a.csv', size, bytes: null, large: 'gone' }, { readPart }).readPart?.(0, 1)).toBe('not-found');
  });
});

describe('the files of a folder that was chosen', () => {
  const contents: Readonly<Record<string, string>> = { 'پوشه/ب': 'دو', 'پوشه/.git/HEAD': 'x', 'پوشه/الف': 'یک', 'پوشه/گم': '', 'پوشه/Thumbs.db': 'x', 'پوشه/__MACOSX/الف': 'x' };
  const names = Object.keys(contents);
  const chosen = (asked: (readonly number[])[], sizes = names.map((name) => contents[name]?.length ?? 0)) =>
    folderSources({ folder: 'f', names, sizes }, {
      readFolder: async (_folder, files) => {
        asked.push(files);
        const each = files.map((place) => (names[place] === 'پوشه/گم' ? null : new TextEncoder().encode(contents[names[place] ?? ''])));
        return { bytes: new Uint8Array(each.flatMap((bytes) => [...(bytes ?? [])])), files: each.map((bytes) => bytes?.length ?? 'not-found') };
      },
      readPart,
    });

  it('stand in one order, without what programs leave behind, and are read in one go: each gets its own bytes, or why it has none', async () => {
    const asked: (readonly number[])[] = [];
    const sources = chosen(asked);
    expect(sources.map(({ name }) => name)).toEqual(['پوشه/الف', 'پوشه/ب', 'پوشه/گم']);
    expect(words(await readAll(sources))).toEqual(['یک', 'دو', '!not-found']);
    expect(words(await Promise.all(sources.map((source) => source.read())))).toEqual(['یک', 'دو', '!not-found']);
    expect(asked).toEqual([[2, 0, 3], [2], [0], [3]]);
  });

  it('are read one by one where they are too much for one go', async () => {
    const asked: (readonly number[])[] = [];
    const [first] = chosen(asked, names.map(() => maximumFileBytes));
    const many = Array.from({ length: 5 }, () => first as ImportSource);
    expect(words(await readAll(many))).toEqual(['یک', 'یک', 'یک', 'یک', 'یک']);
    expect(asked).toEqual([[2], [2], [2], [2], [2]]);
  });
});

describe('the sizes of files', () => {
  /** Of which the page learns the size only by standing still for so many milliseconds, once. */
  function onDisk(name: string, still: number, weighed: string[]): ImportSource {
    const file = new File(['x'], name);
    Object.defineProperty(file, 'size', {
      get: () => {
        if (!weighed.includes(name)) vi.advanceTimersByTime(still);
        weighed.push(name);
        return 1;
      },
    });
    return droppedSource(file, '');
  }

  it('are asked for a moment at a time, told meanwhile, and not at all by whoever names the files', async () => {
    vi.useFakeTimers({ toFake: ['performance', 'setTimeout'] });
    try {
      const weighed: string[] = [];
      const sources = Array.from({ length: 10 }, (_, index) => onDisk(`${index}`, 10, weighed));
      expect(weighed).toEqual([]);
      const told: number[] = [];
      const weighing = weigh(sources, (count) => told.push(count));
      expect(weighed.length, 'the page goes on').toBeLessThan(10);
      await vi.runAllTimersAsync();
      await weighing;
      expect(weighed).toEqual(sources.map(({ name }) => name));
      expect(told).toEqual([3, 6, 9]);
    } finally {
      vi.useRealTimers();
    }
  });

  it('are left when it is stopped', async () => {
    vi.useFakeTimers({ toFake: ['performance', 'setTimeout'] });
    try {
      const weighed: string[] = [];
      const stopping = new AbortController();
      const weighing = weigh(Array.from({ length: 10 }, (_, index) => onDisk(`${index}`, 10, weighed)), () => stopping.abort(), stopping.signal);
      await vi.runAllTimersAsync();
      await weighing;
      expect(weighed).toHaveLength(3);
    } finally {
      vi.useRealTimers();
    }
  });
});
