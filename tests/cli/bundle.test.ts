import { spawnSync } from 'node:child_process';
import { mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { beforeAll, describe, expect, it } from 'vitest';
import { buildBundles } from '../../build/bundling/bundle.mjs';
import { commandLineBundle } from '../../build/bundling/bundles.mjs';
import { encode } from '../../shared/codecs/encode.ts';
import { native } from '../../shared/codecs/native/native.ts';
import { codecs } from '../../shared/codecs/registry.ts';
import { goldenCorpus } from '../fixtures/golden-corpus.ts';

const root = path.resolve(import.meta.dirname, '../..');
const golden = readFileSync(path.join(root, 'tests/fixtures/native/sample.jsonl'), 'utf8');

/** The program as a person has it: one file, run by Node. */
const program = path.join(root, commandLineBundle.product);
const naql = (args: readonly string[], input = '', environment: Readonly<Record<string, string>> = {}) =>
  spawnSync(process.execPath, [program, ...args], { cwd: root, input, encoding: 'utf8', env: { ...process.env, ...environment } });

/** What was exported: every file below the folder with its bytes. */
const filesIn = (folder: string): readonly (readonly [name: string, bytes: string])[] =>
  readdirSync(folder, { recursive: true, withFileTypes: true })
    .filter((entry) => entry.isFile())
    .map((entry) => path.join(entry.parentPath, entry.name))
    .toSorted()
    .map((name) => [path.relative(folder, name), readFileSync(name, 'base64')] as const);

describe('the built command line', { timeout: 120_000 }, () => {
  beforeAll(async () => {
    await buildBundles([commandLineBundle]);
  }, 120_000);

  it('converts the sample, twice to the same bytes', () => {
    const args = ['convert', 'seeds/sample', '--to', 'native', '--out', '-'];
    expect(naql(args)).toMatchObject({ status: 0, stdout: golden, stderr: '' });
    expect(naql(args).stdout).toBe(golden);
  });

  it.each(codecs.filter(({ write }) => write).map(({ id }) => id))('exports the same bytes in two processes, in other places and times: %s', (format) => {
    const folder = mkdtempSync(path.join(tmpdir(), 'naql-twice-'));
    try {
      for (const { name, bytes } of encode(native, goldenCorpus, 'golden')) writeFileSync(path.join(folder, name), bytes);
      const exported = (out: string, environment: Readonly<Record<string, string>>): ReturnType<typeof filesIn> => {
        const words = ['export', path.join(folder, 'golden.jsonl'), '--to', format, '--out', path.join(folder, out), '--split', '50/25/25', '--names'];
        expect(naql(words, '', environment)).toMatchObject({ status: 0 });
        return filesIn(path.join(folder, out));
      };
      const here = exported('here', { TZ: 'UTC', LANG: 'C', LC_ALL: 'C' });
      expect(here.length).toBeGreaterThan(5);
      expect(exported('there', { TZ: 'Asia/Tehran', LANG: 'fa_IR.UTF-8', LC_ALL: 'fa_IR.UTF-8' })).toEqual(here);
    } finally {
      rmSync(folder, { recursive: true });
    }
  });

  it('reads the standard input', () => {
    const args = ['convert', '-', '--from', 'native', '--to', 'native', '--out', '-'];
    expect(naql(args, golden)).toMatchObject({ status: 0, stdout: golden });
  });

  it('gives paths as they were typed', () =>
    expect(naql(['validate', 'package.json'])).toMatchObject({
      status: 1,
      stdout: expect.stringMatching(/^package\.json: Naql does not read this kind of file\..*\n$/) as string,
    }));

  it.each([
    ['fine', ['--help'], 0],
    ['problems in the data', ['validate', '-', '--from', 'plain-text'], 1],
    ['wrong usage', ['dance'], 2],
    ['no such file', ['stats', 'nowhere'], 3],
  ])('ends with the right code: %s', (_, args, code) => expect(naql(args).status).toBe(code));
});
