import { spawnSync } from 'node:child_process';
import { existsSync, statSync } from 'node:fs';
import path from 'node:path';
import { ScriptFailure, exitCodes } from '../failure.mjs';

/** Chromium's helper for kernels without user namespaces: works only as root's file with the setuid bit. */
function hasSetuidHelper(/** @type {string} */ dist) {
  const helper = path.join(dist, 'chrome-sandbox');
  if (!existsSync(helper)) return false;
  const { uid, mode } = statSync(helper);
  return uid === 0 && (mode & 0o4755) === 0o4755;
}

/**
 * Chromium's sandbox stays on for people. It can not work as root, nor where user namespaces are closed and the setuid
 * helper is not installed; only then it is switched off, by the launcher on the command line and never by the app.
 * @param {string} dist the folder of the Electron to be started
 * @returns {string[]} arguments for it
 */
export function sandboxArguments(dist) {
  if (process.platform !== 'linux') return [];
  if (process.getuid?.() === 0) return ['--no-sandbox'];
  const userNamespaces = spawnSync('unshare', ['--user', '--map-root-user', 'true']).status === 0;
  if (userNamespaces || hasSetuidHelper(dist)) return [];
  if (process.env.CI) return ['--no-sandbox'];
  throw new ScriptFailure(
    'Chromium\'s sandbox can not start: user namespaces are closed and chrome-sandbox is not setuid; see your system\'s notes on user namespaces',
    exitCodes.noSandbox,
  );
}
