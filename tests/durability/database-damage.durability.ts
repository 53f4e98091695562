import { open, readdir, rm, stat, truncate, writeFile } from 'node:fs/promises';
import path from 'node:path';
import { entryHash } from '../../shared/exchange/log.ts';
import { expect, test } from '../e2e/app.ts';
import { rounds, say } from './extent.ts';
import { makeNewer } from './newer-schema.ts';
import { preparedProfile } from './prepared-profile.ts';
import { copyOfProfile, countsInDatabase, linesOf, projectFolder } from './profile.ts';

const filesOf = async (folder: string, pattern: RegExp): Promise<readonly string[]> => {
  const inside = await readdir(folder, { recursive: true, withFileTypes: true });
  return inside.filter((one) => one.isFile() && pattern.test(one.name)).map((one) => path.join(one.path, one.name));
};

const oneOf = <T>(all: readonly T[]): T => {
  const found = all[Math.floor(Math.random() * all.length)];
  if (found === undefined) throw new Error('there is no such file to damage');
  return found;
};

async function flipByte(file: string): Promise<string> {
  const { size } = await stat(file);
  const handle = await open(file, 'r+');
  try {
    const at = Math.floor(Math.random() * size);
    const { buffer } = await handle.read(Buffer.alloc(1), 0, 1, at);
    buffer[0] = (buffer[0] ?? 0) ^ (1 << Math.floor(Math.random() * 8));
    await handle.write(buffer, 0, 1, at);
    return `${path.basename(file)}, byte ${at} of ${size}`;
  } finally {
    await handle.close();
  }
}

async function cut(file: string): Promise<string> {
  const { size } = await stat(file);
  const at = Math.floor(Math.random() * size);
  await truncate(file, at);
  return `${path.basename(file)}, cut at ${at} of ${size}`;
}

const remove = async (files: readonly string[]): Promise<string> => {
  if (files.length === 0) throw new Error('there is no such file to damage');
  for (const file of files) await rm(file, { recursive: true });
  return files.map((file) => path.basename(file)).join(', ');
};

async function empty(files: readonly string[]): Promise<string> {
  if (files.length === 0) throw new Error('there is no such file to damage');
  for (const file of files) await writeFile(file, '');
  return `${files.map((file) => path.basename(file)).join(', ')} emptied`;
}

/** Each answers with what it did. */
const damages: Readonly<Record<string, (folder: string) => Promise<string>>> = {
  'the log cut': async (folder) => cut(oneOf(await filesOf(folder, /\.log$/))),
  'a byte of the log flipped': async (folder) => flipByte(oneOf(await filesOf(folder, /\.log$/))),
  'the log deleted': async (folder) => remove(await filesOf(folder, /\.log$/)),
  'a byte of a table flipped': async (folder) => flipByte(oneOf(await filesOf(folder, /\.ldb$/))),
  'a table cut': async (folder) => cut(oneOf(await filesOf(folder, /\.ldb$/))),
  'a table deleted': async (folder) => remove([oneOf(await filesOf(folder, /\.ldb$/))]),
  'a byte of MANIFEST flipped': async (folder) => flipByte(oneOf(await filesOf(folder, /^MANIFEST/))),
  'MANIFEST deleted': async (folder) => remove(await filesOf(folder, /^MANIFEST/)),
  'CURRENT deleted': async (folder) => remove(await filesOf(folder, /^CURRENT$/)),
  'MANIFEST emptied': async (folder) => empty(await filesOf(folder, /^MANIFEST/)),
  'CURRENT emptied': async (folder) => empty(await filesOf(folder, /^CURRENT$/)),
  'CURRENT and MANIFEST emptied': async (folder) => empty(await filesOf(folder, /^(?:CURRENT|MANIFEST.*)$/)),
  'every file emptied': async (folder) => empty(await filesOf(folder, /./)),
  'opened by a newer Chromium': async (folder) => makeNewer((await filesOf(folder, /\.log$/)).toSorted().at(-1) ?? ''),
  'the folder deleted': async (folder) => remove([folder]),
};

/** What no database survives: each has to be noticed. A single byte, or a cut, may hit what was written over since. */
const alwaysHits: ReadonlySet<string> = new Set([
  'the log deleted', 'a table deleted', 'MANIFEST deleted', 'CURRENT deleted', 'MANIFEST emptied', 'CURRENT emptied', 'CURRENT and MANIFEST emptied', 'every file emptied',
  'opened by a newer Chromium', 'the folder deleted',
]);

test('any damage to the files of the database: everything that was acknowledged is there again', async ({ start }) => {
  const profile = await preparedProfile(start);
  const before = await linesOf(profile);
  const last = before.at(-1);
  if (!last) throw new Error('nothing was worked');
  const project = path.basename(await projectFolder(profile));
  const times = rounds(20, 1);
  // One kind alone, to look at it: `NAQL_DAMAGE='MANIFEST emptied'`.
  const wanted = process.env['NAQL_DAMAGE'];
  for (const [name, damage] of Object.entries(damages)) {
    if (wanted !== undefined && !name.includes(wanted)) continue;
    let [mended, unnoticed] = [0, 0];
    const took: number[] = [];
    for (let round = 0; round < times; round++) {
      const userData = await copyOfProfile(profile);
      const what = await damage(path.join(userData, 'IndexedDB'));
      const began = performance.now();
      const { page, close } = await start({ userData, expectedComplaints: /IndexedDB|Internal error|backing store/i });
      await expect(page.locator('[data-save], [role=grid], [role=status] >> text=دفتر ثبت').first(), what).toBeVisible();
      took.push(performance.now() - began);
      expect(await countsInDatabase(page, project), what).toEqual({ events: 0, ...last.counts, entries: before.length, head: entryHash(last.entry) });
      const isTold = (await page.getByText('از روی دفتر ثبت دوباره ساخته شد').count()) + (await page.getByText('از دفتر ثبت کامل شد').count()) > 0;
      if (alwaysHits.has(name)) expect(isTold, `${what}: told`).toBe(true);
      mended += isTold ? 1 : 0;
      unnoticed += isTold ? 0 : 1;
      await close();
      expect(await linesOf(userData), `the journal after ${what}`).toEqual(before);
      await rm(userData, { recursive: true, force: true, maxRetries: 5 });
    }
    const middle = took.sort((a, b) => a - b)[took.length >> 1] ?? 0;
    say(`${name}: ${times} of ${times} profiles whole again (${mended} mended and told, ${unnoticed} where the damage touched nothing); start to ready ${Math.round(middle)} ms (median)`);
  }
});
