import { readdirSync } from 'node:fs';
import path from 'node:path';
import { describe, expect, it } from 'vitest';
import { exported } from './exported.ts';
import { ran, tool } from './tools.ts';

const scripts = path.join(import.meta.dirname, 'python');

/** Each script, and the formats that it reads. The script compares every slice and every count with `snapshot.json`. */
const checks: readonly (readonly [script: string, formats: readonly string[]])[] = [
  ['check_cassis.py', ['uima-xmi', 'uima-json']],
  ['check_openpyxl.py', ['xlsx']],
];

const python = tool('python');

describe('Python reads what we write', () => {
  it('every script is used', () => {
    const used = new Set(checks.map(([script]) => script));
    expect(readdirSync(scripts).filter((name) => name.startsWith('check_') && !used.has(name))).toEqual([]);
  });

  for (const [script, formats] of checks)
    for (const format of formats) {
      it(`${script}: ${format}`, (context) => {
        if (python.kind === 'missing') return context.skip(python.reason);
        const { folder } = exported(format);
        const { code, output } = ran(python.path, [path.join(scripts, script), folder], { HF_HUB_OFFLINE: '1', HF_HOME: path.join(folder, '.cache') });
        expect(output).toMatch(/^[1-9]\d* passed, 0 failed$/m);
        expect(code).toBe(0);
      });

      it(`${script}: ${format}, and fails where offsets are wrong`, (context) => {
        if (python.kind === 'missing') return context.skip(python.reason);
        const { folder } = exported(format);
        const { code, output } = ran(python.path, [path.join(scripts, script), folder, '--damage'], { HF_HUB_OFFLINE: '1', HF_HOME: path.join(folder, '.cache') });
        expect(output).toMatch(/^\d+ passed, 0 failed$/m);
        expect(code).toBe(0);
      });
    }
});
