import { randomBytes } from 'node:crypto';
import { existsSync, readdirSync, statSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { gzipSync } from 'node:zlib';
import { describe, expect, it } from 'vitest';
import { makeId } from '../../shared/model/id.ts';
import { type BackupHead, openBackup, type UnpackedLimit, writeBackup } from '../../electron/backup-file.ts';
import { inTemporaryFolder } from './temporary-folder.ts';

const head: BackupHead = {
  naql: 'backup', project: { id: makeId('project', 'a'), name: 'نمونه', created: '2026-01-01T00:00:00.000Z' },
  made: '2026-01-02T00:00:00.000Z', reason: 'daily', sequence: 1, counts: null,
};
const beside = { secret: null, releases: [] };
/** As the usual one with a kilobyte in place of four gigabytes. */
const small: UnpackedLimit = { bytes: 1024, times: 50 };

/** Lines as a Journal has them: a hash, and much that is alike. */
const lines = (count: number): Buffer =>
  Buffer.from(Array.from({ length: count }, () => `${randomBytes(8).toString('hex')} {"entry":{"previous":"${randomBytes(32).toString('hex')}","change":{"added":[],"updated":[],"removed":[]}}}\n`).join(''));

async function unpacked(path: string, limit: UnpackedLimit): Promise<number> {
  let bytes = 0;
  for await (const piece of (await openBackup(path, limit)).journal) bytes += piece.length;
  return bytes;
}

describe('a Journal larger than any backup may be for the asking', () => {
  it('is backed up and read all the same, since it is not much larger than its file', () =>
    inTemporaryFolder(async (folder) => {
      const [journal, backup] = [join(folder, 'journal'), join(folder, 'a.gz')];
      writeFileSync(journal, lines(20_000));
      const { size } = statSync(journal);
      await writeBackup(backup, head, beside, { parts: [{ path: journal, bytes: size }] }, small);
      expect(size).toBeGreaterThan(small.bytes * 1000);
      expect(await unpacked(backup, small)).toBe(size);
    }));

  it('cannot be feigned: a small file that fills the disk is refused while it is read', () =>
    inTemporaryFolder(async (folder) => {
      const path = join(folder, 'a.gz');
      writeFileSync(path, gzipSync(Buffer.concat([Buffer.from(`${JSON.stringify(head)}\n${JSON.stringify(beside)}\n`), Buffer.alloc(20 * 1024 * 1024)])));
      await expect(unpacked(path, small)).rejects.toMatchObject({ failure: 'too-large' });
    }));

  it('that could not be read again is no backup, and leaves nothing behind', () =>
    inTemporaryFolder(async (folder) => {
      const [journal, backup] = [join(folder, 'journal'), join(folder, 'a.gz')];
      writeFileSync(journal, Buffer.alloc(4 * 1024 * 1024));
      await expect(writeBackup(backup, head, beside, { parts: [{ path: journal, bytes: 4 * 1024 * 1024 }] }, small)).rejects.toMatchObject({ failure: 'too-large' });
      expect(existsSync(backup)).toBe(false);
      expect(readdirSync(folder)).toEqual(['journal']);
    }));
});
