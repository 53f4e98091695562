import { spawn } from 'node:child_process';
import { inProject, projectDirectory } from '../project.mjs';

/**
 * One check of the source: passes when its command ends with 0.
 * @typedef {{ name: string, script: readonly string[], args: readonly string[] }} Check
 */

const typesOf = (/** @type {string} */ room) => ({ name: `types of ${room}`, script: ['typescript', 'bin', 'tsc'], args: ['-p', room, '--pretty'] });

/** @type {readonly Check[]} */
export const checks = [
  ...['shared', 'renderer', 'electron', 'tests', 'build'].map(typesOf),
  { name: 'lint (oxlint)', script: ['oxlint', 'bin', 'oxlint'], args: ['--deny-warnings'] },
  { name: 'lint (stylelint)', script: ['stylelint', 'bin', 'stylelint.mjs'], args: ['--config', 'build/lint/stylelint.json', 'renderer/**/*.css'] },
];

/**
 * @param {Check} check
 * @returns {Promise<{ name: string, passed: boolean, seconds: number, output: string }>}
 */
export function runCheck({ name, script, args }) {
  const start = performance.now();
  return new Promise((resolve) => {
    const child = spawn(process.execPath, [inProject('node_modules', ...script), ...args], { cwd: projectDirectory });
    /** @type {Buffer[]} */
    const pieces = [];
    child.stdout.on('data', (piece) => pieces.push(piece));
    child.stderr.on('data', (piece) => pieces.push(piece));
    child.once('close', (code) =>
      resolve({ name, passed: code === 0, seconds: (performance.now() - start) / 1000, output: Buffer.concat(pieces).toString('utf8').trim() }));
  });
}
