import { spawnSync } from 'node:child_process';
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { afterAll, describe, expect, it } from 'vitest';
import { type NamedBytes } from '../../../../shared/codecs/codec.ts';
import { encode } from '../../../../shared/codecs/encode.ts';
import { native } from '../../../../shared/codecs/native/native.ts';
import { standoff } from '../../../../shared/codecs/standoff/standoff.ts';
import { seedSchema } from '../../../arbitraries/schema.ts';
import { interruptedQuote } from '../../../fixtures/native/interrupted-quote.ts';

const root = path.resolve(import.meta.dirname, '../../../..');
const fixtures = path.join(root, 'tests/fixtures/native');
const text = (file: NamedBytes | undefined): string => Buffer.from(file?.bytes ?? []).toString();
const seed = (name: string): NamedBytes => ({ name, bytes: readFileSync(path.join(root, 'seeds/sample', name)) });

const sample = standoff.decode?.([seed('seed.txt'), seed('seed.json')], { schemas: [seedSchema], now: '1970-01-01T00:00:00.000Z' });
if (!sample?.dataset) throw new Error('the sample cannot be read');
const goldens = [
  ['interrupted-quote', encode(native, interruptedQuote, 'interrupted-quote')],
  ['sample', encode(native, sample.dataset, 'sample')],
] as const;

describe('the native format as it stands in the golden files', () => {
  it.each(goldens)('%s.jsonl', (name, [lines]) => expect(text(lines)).toMatchFileSnapshot(path.join(fixtures, `${name}.jsonl`)));

  it('has a JSON Schema beside it', () =>
    expect(text(goldens[0][1][1])).toMatchFileSnapshot(path.join(fixtures, 'interrupted-quote.schema.json')));

  it('has the whole label schema beside it', () => expect(JSON.parse(text(goldens[0][1][2]))).toEqual(seedSchema));

  it('gives every line the same keys in the same order, foreign ones last', () => {
    const lines = goldens.flatMap(([, [file]]) => text(file).trimEnd().split('\n'));
    const keys = lines.map((line) => Object.keys(JSON.parse(line) as object));
    const foreign = ['~lang', 'score'];
    const own = keys[0]?.slice(0, -foreign.length);
    expect(keys).toEqual([[...(own ?? []), ...foreign], [...(own ?? []), ...foreign], own, own]);
  });
});

const python = spawnSync('python3', ['--version']).status === 0;

describe.skipIf(!python)('the native format read by Python', () => {
  const folder = mkdtempSync(path.join(tmpdir(), 'naql-slices-'));
  afterAll(() => rmSync(folder, { recursive: true }));
  const check = (lines: string) => {
    const file = path.join(folder, 'lines.jsonl');
    writeFileSync(file, lines);
    return spawnSync('python3', [path.join(fixtures, 'slices.py'), file], { encoding: 'utf8' });
  };

  it.each([
    ['interrupted-quote', '7 fragments, 0 wrong\n'],
    ['sample', '61 fragments, 0 wrong\n'],
  ])('every fragment of %s is the text that it says', (name, expected) => {
    const { status, stdout, stderr } = check(text(goldens.find(([one]) => one === name)?.[1][0]));
    expect(stderr).toBe('');
    expect(stdout).toBe(expected);
    expect(status).toBe(0);
  });

  it('the same check fails on UTF-16 offsets', () => {
    const shift = (_: string, name: string, offset: string): string => `"${name}":${Number(offset) + 1}`;
    const shifted = text(goldens[0][1][0]).replaceAll(/"(start|end)":(\d+)/g, shift);
    expect(check(shifted)).toMatchObject({ status: 1, stdout: '7 fragments, 7 wrong\n' });
  });
});
