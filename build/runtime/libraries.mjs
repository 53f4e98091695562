import { spawnSync } from 'node:child_process';
import { existsSync, readdirSync } from 'node:fs';
import path from 'node:path';
import { ScriptFailure, exitCodes, say } from '../failure.mjs';

/**
 * The Debian or Ubuntu package of a shared library, by the beginning of its name. The first five bring nearly all the others.
 * @type {readonly (readonly [RegExp, string])[]}
 */
const packageOfLibrary = [
  [/^libgtk-3\.so/, 'libgtk-3-0'],
  [/^lib(nss3|nssutil3|smime3)\.so/, 'libnss3'],
  [/^libnspr4\.so/, 'libnspr4'],
  [/^libgbm\.so/, 'libgbm1'],
  [/^libasound\.so/, 'libasound2'],
  [/^libdrm\.so/, 'libdrm2'],
  [/^libatk-1\.0\.so/, 'libatk1.0-0'],
  [/^libatk-bridge-2\.0\.so/, 'libatk-bridge2.0-0'],
  [/^libatspi\.so/, 'libatspi2.0-0'],
  [/^libcups\.so/, 'libcups2'],
  [/^libdbus-1\.so/, 'libdbus-1-3'],
  [/^lib(gobject|glib|gio)-2\.0\.so/, 'libglib2.0-0'],
  [/^libpango-1\.0\.so/, 'libpango-1.0-0'],
  [/^libcairo\.so/, 'libcairo2'],
  [/^libexpat\.so/, 'libexpat1'],
  [/^libX11\.so/, 'libx11-6'],
  [/^libXcomposite\.so/, 'libxcomposite1'],
  [/^libXdamage\.so/, 'libxdamage1'],
  [/^libXext\.so/, 'libxext6'],
  [/^libXfixes\.so/, 'libxfixes3'],
  [/^libXrandr\.so/, 'libxrandr2'],
  [/^libxcb\.so/, 'libxcb1'],
  [/^libxkbcommon\.so/, 'libxkbcommon0'],
  [/^libudev\.so/, 'libudev1'],
];

/** The full path of a program, looked up as a shell does; null when it is not installed. */
export function findProgram(/** @type {string} */ name) {
  const folders = (process.env.PATH ?? '').split(path.delimiter).filter((folder) => folder !== '');
  return folders.map((folder) => path.join(folder, name)).find((file) => existsSync(file)) ?? null;
}

/**
 * Packages that hold the shared libraries an Electron asks for and this machine lacks.
 * @param {string} dist
 * @returns {string[]}
 */
export function packagesForElectron(dist) {
  if (process.platform !== 'linux') return [];
  const binaries = readdirSync(dist).filter((name) => /^(electron|chrome_crashpad_handler|.*\.so(\.\d+)*)$/.test(name));
  const { stdout } = spawnSync('ldd', binaries.map((name) => path.join(dist, name)), { encoding: 'utf8', env: { ...process.env, LC_ALL: 'C' } });
  const missing = [...(stdout ?? '').matchAll(/^\s*(\S+) => not found/gm)].map(([, library = '']) => library);
  // A library beside the executable is found at run time, whatever ldd says.
  const lacking = missing.filter((library) => !existsSync(path.join(dist, library)));
  return [...new Set(lacking.map((library) => packageOfLibrary.find(([pattern]) => pattern.test(library))?.[1] ?? library))].sort();
}

/** Packages that this machine lacks for showing windows without a screen. */
export function packagesForDisplay() {
  if (process.platform !== 'linux') return [];
  const programs = [['Xvfb', 'xvfb'], ['xauth', 'xauth'], ['fc-list', 'fontconfig']];
  const packages = programs.flatMap(([program = '', name = '']) => (findProgram(program) ? [] : [name]));
  const fonts = spawnSync('fc-list', [], { encoding: 'utf8' });
  return fonts.stdout?.trim() ? packages : [...packages, 'fonts-dejavu-core'];
}

/** A Chromium or Chrome of the system; null when there is none. */
export const findChromium = () =>
  ['chromium', 'chromium-browser', 'google-chrome-stable', 'google-chrome'].reduce(
    (/** @type {string | null} */ found, name) => found ?? findProgram(name),
    null,
  );

export const packagesForChromium = () => (findChromium() ? [] : ['chromium']);

/** Debian 13 and Ubuntu 24.04 have renamed some libraries: libgtk-3-0 is libgtk-3-0t64 there. */
const currentName = (/** @type {string} */ name) =>
  spawnSync('apt-cache', ['show', `${name}t64`], { stdio: 'ignore' }).status === 0 ? `${name}t64` : name;

/**
 * Sees to it that nothing is missing: installs it where that can be done, and else says what to type.
 * @param {() => string[]} missing asked again after an installation
 */
export function installPackages(missing) {
  const packages = missing();
  if (packages.length === 0) return;
  if (!findProgram('apt-get')) {
    throw new ScriptFailure(`this machine lacks, by their Debian names: ${packages.join(' ')}; install them and try again`, exitCodes.missingPackages);
  }
  const command = ['apt-get', 'install', '-y', '--no-install-recommends', ...packages.map(currentName)];
  if (process.getuid?.() !== 0) {
    throw new ScriptFailure(`system libraries are missing; type: sudo apt-get update && sudo ${command.join(' ')}`, exitCodes.missingPackages);
  }
  const apt = (/** @type {string[]} */ ...args) =>
    spawnSync('apt-get', args, { stdio: ['ignore', 2, 2], env: { ...process.env, DEBIAN_FRONTEND: 'noninteractive' } }).status === 0;
  say(`naql: installing ${packages.join(' ')} …`);
  const done = apt('update', '-qq') && apt('install', '-y', '-qq', '--no-install-recommends', ...packages.map(currentName));
  const left = missing();
  if (!done || left.length > 0) {
    throw new ScriptFailure(`could not install ${(left.length > 0 ? left : packages).join(' ')}; apt-get's reason stands above`, exitCodes.missingPackages);
  }
}
