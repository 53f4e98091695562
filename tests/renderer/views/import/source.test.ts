import { describe, expect, it } from 'vitest';
import { droppedSource, pastedSource, readAll } from '../../../../renderer/views/import/source.ts';

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
