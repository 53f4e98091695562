import { spawnSync } from 'node:child_process';

/**
 * Runs npm, the same one that runs us where there is one, with its own settings: they decide where packages come from.
 * @param {readonly string[]} args
 * @param {import('node:child_process').SpawnSyncOptions} options
 */
export function runNpm(args, options) {
  const script = process.env.npm_execpath;
  if (script?.endsWith('npm-cli.js')) return spawnSync(process.execPath, [script, ...args], options);
  // Windows has npm as a batch file, which only a shell can start.
  return spawnSync('npm', [...args], { ...options, shell: process.platform === 'win32' });
}
