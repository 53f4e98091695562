import { spawnSync } from 'node:child_process';
import { describe, expect, test } from 'vitest';
import { exitCodes } from '../../build/failure.mjs';
import { inProject, projectDirectory } from '../../build/project.mjs';

function run(script: string, args: readonly string[], environment: Readonly<Record<string, string>> = {}) {
  const { status, stdout, stderr } = spawnSync(process.execPath, [inProject('build', script), ...args], {
    cwd: projectDirectory,
    encoding: 'utf8',
    env: { ...process.env, ...environment },
  });
  return { status, stdout, stderr };
}

describe('scripts fail in one sentence, with a code of their own', () => {
  test.each([
    ['an unknown option of the set-up', 'setup.mjs', ['--tset'], {}, exitCodes.usage, /unknown option --tset/],
    ['tests that there are not', 'test.mjs', ['unti'], {}, exitCodes.usage, /no tests called unti/],
    ['an override without an Electron', 'provision-electron.mjs', [], { ELECTRON_OVERRIDE_DIST_PATH: inProject('seeds') }, 1, /ELECTRON_OVERRIDE_DIST_PATH/],
  ] as const)('%s', (_reason, script, args, environment, code, sentence) => {
    const { status, stdout, stderr } = run(script, args, environment);
    expect(status).toBe(code);
    expect(stdout).toBe('');
    expect(stderr).toMatch(sentence);
    expect(stderr.trim().split('\n')).toHaveLength(1);
  });
});
