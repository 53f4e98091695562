import { spawnSync } from 'node:child_process';
import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { afterAll, describe, expect, test } from 'vitest';
import { asarOf } from '../../build/runtime/asar.mjs';
import { tarFiles } from '../../build/runtime/tar.mjs';

describe('reading a tar archive', () => {
  const folder = mkdtempSync(path.join(tmpdir(), 'naql-tar-'));
  afterAll(() => rmSync(folder, { recursive: true }));

  test.skipIf(process.platform === 'win32')('plain files with long names and modes; no folders, no links', () => {
    const long = path.join('a'.repeat(90), 'b'.repeat(90), 'نقل.txt');
    mkdirSync(path.dirname(path.join(folder, long)), { recursive: true });
    writeFileSync(path.join(folder, long), 'متن');
    writeFileSync(path.join(folder, 'run'), '#!', { mode: 0o755 });
    writeFileSync(path.join(folder, 'whole-block'), 'x'.repeat(512));
    writeFileSync(path.join(folder, 'empty'), '');
    spawnSync('ln', ['-s', 'run', 'link'], { cwd: folder });
    const { stdout } = spawnSync('tar', ['--format=gnu', '-cf', '-', '.'], { cwd: folder, maxBuffer: 1 << 26 });
    const files = Object.fromEntries([...tarFiles(stdout)].map(({ name, executable, body }) => [path.normalize(name), { executable, text: body.toString() }]));
    expect(files).toEqual({
      [long]: { executable: false, text: 'متن' },
      run: { executable: true, text: '#!' },
      'whole-block': { executable: false, text: 'x'.repeat(512) },
      empty: { executable: false, text: '' },
    });
  });
});

describe('writing an asar archive', () => {
  test('lengths, header and bodies agree', () => {
    const files = { 'package.json': '{}', 'main.js': 'نقل()' };
    const archive = asarOf(files);
    const headerLength = archive.readUInt32LE(12);
    const bodies = 8 + archive.readUInt32LE(4);
    const header = JSON.parse(archive.subarray(16, 16 + headerLength).toString('utf8')) as { files: Record<string, { size: number; offset: string }> };
    const read = Object.entries(header.files).map(([name, { size, offset }]) => {
      const start = bodies + Number(offset);
      return [name, archive.subarray(start, start + size).toString('utf8')];
    });
    expect(Object.fromEntries(read)).toEqual(files);
    expect(bodies % 4).toBe(0);
  });
});
