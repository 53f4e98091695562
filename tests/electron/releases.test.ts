import { mkdirSync, readdirSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { type KeptRelease } from '../../shared/bridge.ts';
import { releases } from '../../electron/releases.ts';
import { inTemporaryFolder } from './temporary-folder.ts';

const release = (version: string): KeptRelease => ({
  version, date: '2026-03-21', lock: [{ article: 'art-1', split: 'train', group: 'art-1' }],
});

describe('releases of a project', () => {
  it('are kept once each, and come back in the order of versions, not of letters', () =>
    inTemporaryFolder(async (folder) => {
      for (const version of ['1.10.0', '1.2.0', '2.0.0', '1.2.1']) await releases.keep(folder, release(version));
      expect((await releases.list(folder)).map(({ version }) => version)).toEqual(['1.2.0', '1.2.1', '1.10.0', '2.0.0']);
      expect((await releases.list(folder))[0]).toEqual(release('1.2.0'));
      await expect(releases.keep(folder, release('1.2.0'))).rejects.toMatchObject({ failure: 'released-already' });
    }));

  it('keep what was in them, where it is known', () =>
    inTemporaryFolder(async (folder) => {
      const contents = { schema: 'naql.news', labels: ['QUOTE'], attributes: ['QUOTE.mode'], unit: 'code-point', articles: { 'art-1': '0123456789abcdef' } } as const;
      await releases.keep(folder, release('1.0.0'));
      await releases.keep(folder, { ...release('1.1.0'), contents });
      expect((await releases.list(folder)).map((one) => one.contents)).toEqual([undefined, contents]);
    }));

  it('are none before the first', () => inTemporaryFolder(async (folder) => expect(await releases.list(folder)).toEqual([])));

  it('do not pass over one that cannot be read: its articles would be given to other splits', () =>
    inTemporaryFolder(async (folder) => {
      mkdirSync(join(folder, 'releases'));
      writeFileSync(join(folder, 'releases', '1.0.0.json'), '{');
      await expect(releases.list(folder)).rejects.toThrow();
    }));
});

describe('the secret of a project', () => {
  it('is made once, and is another one for another project', () =>
    inTemporaryFolder(async (folder) => {
      const secret = await releases.secret(folder);
      expect(secret).toMatch(/^[0-9a-f]{64}$/);
      expect(await releases.secret(folder)).toBe(secret);
      expect(readdirSync(folder)).toEqual(['secret']);
      mkdirSync(join(folder, 'other'));
      expect(await releases.secret(join(folder, 'other'))).not.toBe(secret);
    }));

  it('is never replaced when it is damaged', () =>
    inTemporaryFolder(async (folder) => {
      writeFileSync(join(folder, 'secret'), 'x');
      await expect(releases.secret(folder)).rejects.toMatchObject({ failure: 'read-failed' });
    }));
});
