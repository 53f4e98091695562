import { rm } from 'node:fs/promises';
import { join } from 'node:path';
import { syncFolder } from './atomic-write.ts';
import { overBadBlocks } from './bad-blocks.ts';
import { soundLines, unreadStem } from './journal-salvage.ts';
import { type OpenFile, type TailPart, withFile } from './journal-scan.ts';
import { segmentName } from './journal-segments.ts';
import { fillNumbered } from './keep-aside.ts';

const chunkBytes = 1024 * 1024;

/**
 * First everything that the disk gives is kept in one file, then it goes: the later files, the last one first, and at the end what follows the damage in its own.
 * After a crash at any step the next start finds the same damage, and has more copies of it than it needs.
 */
export async function cutTail(folder: string, tail: readonly TailPart[], line: number, openFile: OpenFile): Promise<void> {
  if (tail.some(({ from, to }) => to > from)) {
    await fillNumbered(folder, (await isHopeless(tail, openFile)) ? 'journal-damaged' : unreadStem(line), '.ndjson', async (copy) => {
      for (const { path, from } of tail) {
        await withFile(path, openFile, async (whole) => {
          const file = overBadBlocks(whole);
          for (let position = from; ; ) {
            const { buffer, bytesRead } = await file.read(Buffer.allocUnsafe(chunkBytes), 0, chunkBytes, position);
            if (bytesRead === 0) return;
            await copy.writeFile(buffer.subarray(0, bytesRead));
            position += bytesRead;
          }
        });
      }
    });
  }
  for (const { path, from } of tail.toReversed()) {
    if (from === 0 && path !== join(folder, segmentName(1))) {
      await rm(path);
      await syncFolder(folder);
      continue;
    }
    const file = await openFile(path, 'r+');
    try {
      await file.truncate(from);
      await file.datasync();
    } finally {
      await file.close();
    }
  }
}

async function isHopeless(tail: readonly TailPart[], openFile: OpenFile): Promise<boolean> {
  for (const { path, from } of tail)
    if (!(await withFile(path, openFile, async (file) => (await soundLines(overBadBlocks(file), from).next()).done))) return false;
  return true;
}
