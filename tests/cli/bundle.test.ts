import { spawnSync } from 'node:child_process';
import { readFileSync } from 'node:fs';
import path from 'node:path';
import { beforeAll, describe, expect, it } from 'vitest';
import { buildBundles } from '../../build/bundling/bundle.mjs';
import { commandLineBundle } from '../../build/bundling/bundles.mjs';

const root = path.resolve(import.meta.dirname, '../..');
const golden = readFileSync(path.join(root, 'tests/fixtures/native/sample.jsonl'), 'utf8');

/** The program as a person has it: one file, run by Node. */
const program = path.join(root, commandLineBundle.product);
const naql = (args: readonly string[], input = '') =>
  spawnSync(process.execPath, [program, ...args], { cwd: root, input, encoding: 'utf8' });

describe('the built command line', { timeout: 120_000 }, () => {
  beforeAll(async () => {
    await buildBundles([commandLineBundle]);
  }, 120_000);

  it('converts the sample, twice to the same bytes', () => {
    const args = ['convert', 'seeds/sample', '--to', 'native', '--out', '-'];
    expect(naql(args)).toMatchObject({ status: 0, stdout: golden, stderr: '' });
    expect(naql(args).stdout).toBe(golden);
  });

  it('reads the standard input', () => {
    const args = ['convert', '-', '--from', 'native', '--to', 'native', '--out', '-'];
    expect(naql(args, golden)).toMatchObject({ status: 0, stdout: golden });
  });

  it('gives paths as they were typed', () =>
    expect(naql(['validate', 'package.json'])).toMatchObject({
      status: 1,
      stdout: 'package.json: Naql does not know this kind of file.\n',
    }));

  it.each([
    ['fine', ['--help'], 0],
    ['problems in the data', ['validate', '-', '--from', 'plain-text'], 1],
    ['wrong usage', ['dance'], 2],
    ['no such file', ['stats', 'nowhere'], 3],
  ])('ends with the right code: %s', (_, args, code) => expect(naql(args).status).toBe(code));
});
