import { hasErrorCode } from './file-failure.ts';
import { type ReadableFile } from './journal-line.ts';

/** What a disk gives or refuses at once, in bytes: a page of memory, and a block of nearly every disk. */
const blockBytes = 4096;

/** A file that also tells its size. */
interface SizedFile extends ReadableFile {
  stat(): Promise<{ readonly size: number }>;
}

/**
 * The file with zeros in place of what the disk refuses to read (EIO): no line holds any, so that its reader finds a damaged line there, and
 * everything else.
 * @throws the disk's own error where it gives nothing of the file at all: then it is the disk that is away, and not a part of the file.
 */
export const overBadBlocks = (file: SizedFile): ReadableFile => ({
  read: async (buffer, offset, length, position) => {
    try {
      return await file.read(buffer, offset, length, position);
    } catch (error) {
      if (!hasErrorCode(error, 'EIO')) throw error;
      const { size } = await file.stat();
      const end = Math.min(position + length, size);
      let isAnyRead = false;
      for (let at = position; at < end; ) {
        const next = Math.min(end, (Math.floor(at / blockBytes) + 1) * blockBytes);
        const bytes = await blockAt(file, at, next - at);
        buffer.fill(0, offset + at - position, offset + next - position);
        bytes?.copy(buffer, offset + at - position);
        isAnyRead ||= bytes !== null;
        at = next;
      }
      if (!isAnyRead && !(await givesAnything(file, size))) throw error;
      return { buffer, bytesRead: Math.max(0, end - position) };
    }
  },
});

/** The bytes of one block; `null` where the disk refuses them. */
async function blockAt(file: ReadableFile, position: number, length: number): Promise<Buffer | null> {
  try {
    const { buffer, bytesRead } = await file.read(Buffer.alloc(length), 0, length, position);
    return buffer.subarray(0, bytesRead);
  } catch (error) {
    if (hasErrorCode(error, 'EIO')) return null;
    throw error;
  }
}

/** Its beginning, its middle or its end: asking a dying disk for every block would take hours. */
async function givesAnything(file: ReadableFile, size: number): Promise<boolean> {
  for (const at of [0, Math.floor(size / 2), size - 1]) if (await blockAt(file, at, 1)) return true;
  return false;
}
