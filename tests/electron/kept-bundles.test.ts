import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, it } from 'vitest';
import { keepBundle } from '../../electron/kept-bundles.ts';
import { releases } from '../../electron/releases.ts';
import { inTemporaryFolder } from './temporary-folder.ts';

const hash = '0'.repeat(64);

it('a bundle is kept as it came, by its hash, as often as it comes', () =>
  inTemporaryFolder(async (folder) => {
    for (let time = 0; time < 2; time++) await keepBundle(folder, 'received', hash, Uint8Array.of(1, 2));
    expect([...readFileSync(join(folder, 'bundles', 'received', `${hash}.naql`))]).toEqual([1, 2]);
  }));

// Otherwise whoever speaks for the page could fill the folder of projects with ones that nobody made.
it.each([
  ['a bundle', (project: string) => keepBundle(project, 'quarantine', hash, Uint8Array.of(1))],
  ['a release', (project: string) => releases.keep(project, { version: '1.0.0', date: '2026-03-21', lock: null })],
  ['a secret', (project: string) => releases.secret(project)],
])('a project that is not there is not made for the sake of %s', (_what, keep) =>
  inTemporaryFolder(async (folder) => {
    const project = join(folder, 'prj-nobody-has-this');
    await expect(keep(project)).rejects.toMatchObject({ code: 'ENOENT' });
    expect(existsSync(project)).toBe(false);
  }));
