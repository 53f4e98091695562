import { accessSync, constants, existsSync, mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import os from 'node:os';
import path from 'node:path';
import { ScriptFailure, exitCodes } from '../failure.mjs';
import { cacheDirectory, readJson } from '../project.mjs';

/**
 * An Electron that can be started.
 * `kind`: `override` was named by the person, `official` is the project's own release, `fallback` the old one for tests.
 * @typedef {{ kind: 'override' | 'official' | 'fallback', version: string | null, dist: string, executable: string }} Runtime
 */

/** @type {Record<string, string>} */
const executableNames = { win32: 'electron.exe', darwin: 'Electron.app/Contents/MacOS/Electron' };

/** The executable inside a folder that holds an Electron. */
export const executableIn = (/** @type {string} */ dist) => path.join(dist, executableNames[process.platform] ?? 'electron');

/** The version that a folder with an Electron says it has; null when it says none. */
export function versionIn(/** @type {string} */ dist) {
  const file = path.join(dist, 'version');
  return existsSync(file) ? readFileSync(file, 'utf8').trim().replace(/^v/, '') : null;
}

/**
 * @param {Runtime['kind']} kind
 * @param {string} dist
 * @returns {Runtime} throws when the folder holds no executable
 */
export function runtimeIn(kind, dist) {
  const executable = executableIn(dist);
  accessSync(executable, constants.X_OK);
  return { kind, version: versionIn(dist), dist, executable };
}

/** Where the user's own downloads are kept between projects and installations. */
export const userCache = () =>
  path.resolve(process.env.ELECTRON_RUNTIME_CACHE ??
    path.join(process.env.XDG_CACHE_HOME || path.join(os.homedir(), '.cache'), 'electron-test-runtime'));

const remembered = path.join(cacheDirectory, 'runtime.json');

/** Tells the other scripts which runtime the set-up has chosen. */
export function rememberRuntime(/** @type {Runtime} */ runtime) {
  mkdirSync(cacheDirectory, { recursive: true });
  writeFileSync(remembered, `${JSON.stringify(runtime, null, 2)}\n`);
}

/** @returns {Runtime} what the set-up has chosen */
export function chosenRuntime() {
  const runtime = existsSync(remembered) ? readJson(remembered) : null;
  if (runtime && existsSync(runtime.executable)) return runtime;
  throw new ScriptFailure('no Electron has been set up; type: node build/setup.mjs', exitCodes.noRuntime);
}

/** How a runtime is named in reports. */
export const runtimeTitle = (/** @type {Runtime} */ { kind, version }) => `Electron ${version ?? 'of unknown version'} (${kind})`;
