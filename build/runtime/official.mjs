import { spawnSync } from 'node:child_process';
import { existsSync, mkdirSync, writeFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import net from 'node:net';
import path from 'node:path';
import { ScriptFailure, exitCodes, say } from '../failure.mjs';
import { inProject, readJson } from '../project.mjs';
import { executableIn, runtimeIn, userCache, versionIn } from './runtime.mjs';

const connectLimitMilliseconds = 5_000;
const downloadLimitMilliseconds = Number(process.env.ELECTRON_DOWNLOAD_TIMEOUT_MS ?? 300_000);
const dayMilliseconds = 86_400_000;

/** Where Electron's own installer downloads from: a mirror, when the person has named one. */
const downloadSite = () =>
  new URL(process.env.ELECTRON_MIRROR ?? process.env.npm_config_electron_mirror ?? process.env.NPM_CONFIG_ELECTRON_MIRROR ?? 'https://github.com/');

const behindProxy = () => ['HTTPS_PROXY', 'https_proxy', 'npm_config_https_proxy', 'npm_config_proxy'].some((name) => process.env[name]);

/**
 * Why the download site can not be reached, or null when it can: some networks swallow packets without a word,
 * and the installer alone would wait for minutes.
 * @returns {Promise<string | null>}
 */
function unreachable(/** @type {URL} */ site) {
  if (behindProxy()) return Promise.resolve(null);
  return new Promise((resolve) => {
    const socket = net.connect({ host: site.hostname, port: Number(site.port || (site.protocol === 'http:' ? 80 : 443)) });
    const answer = (/** @type {string | null} */ reason) => {
      socket.destroy();
      resolve(reason);
    };
    socket.setTimeout(connectLimitMilliseconds, () => answer(`no answer from ${site.hostname} in ${connectLimitMilliseconds / 1000} s`));
    socket.once('connect', () => answer(null));
    socket.once('error', (error) => answer(error.message));
  });
}

/** This machine's last failed try, kept for a day so that every start does not repeat it. */
const refusalFile = () => path.join(userCache(), 'official-download-refused.json');

function refusedLately(/** @type {string} */ version) {
  if (!existsSync(refusalFile())) return false;
  const refusal = readJson(refusalFile());
  return refusal.version === version && refusal.site === downloadSite().href && Date.now() - Date.parse(refusal.at) < dayMilliseconds;
}

/**
 * @param {string} version
 * @param {string} reason
 */
function rememberRefusal(version, reason) {
  mkdirSync(userCache(), { recursive: true, mode: 0o700 });
  writeFileSync(refusalFile(), `${JSON.stringify({ version, site: downloadSite().href, at: new Date().toISOString(), reason })}\n`);
}

/**
 * Runs the installer inside the `electron` package, which checks what it downloads against checksums of its own.
 * @returns {string | null} why it failed; null when it did not
 */
function runInstaller(/** @type {string} */ packageDirectory) {
  const { status, error, stderr } = spawnSync(process.execPath, [path.join(packageDirectory, 'install.js')], {
    encoding: 'utf8',
    timeout: downloadLimitMilliseconds,
    stdio: ['ignore', 2, 'pipe'],
  });
  if (status === 0) return null;
  const reason = error?.message ?? (stderr.split('\n').find((line) => /error/i.test(line)) ?? 'no reason given').trim();
  // What arrived is not what was published: that is no trouble of the network, and must not be papered over.
  if (/checksum|sumcheck|integrity|hash mismatch/i.test(stderr)) {
    throw new ScriptFailure(`the official Electron failed its checksum: ${reason}`, exitCodes.wrongChecksum);
  }
  return reason;
}

/**
 * The Electron of package.json: the one already unpacked in node_modules, or else what its installer can download.
 * @param {{ download: boolean, insist: boolean }} options `insist`: try even when a try has failed today
 * @returns {Promise<import('./runtime.mjs').Runtime | null>}
 */
export async function officialRuntime({ download, insist }) {
  const packageFile = createRequire(inProject('package.json')).resolve('electron/package.json');
  const packageDirectory = path.dirname(packageFile);
  const dist = path.join(packageDirectory, 'dist');
  const { version } = readJson(packageFile);
  const present = () => versionIn(dist) === version && existsSync(executableIn(dist));
  if (present()) return runtimeIn('official', dist);
  if (!download || (!insist && refusedLately(version))) return null;

  say(`naql: looking for the official Electron ${version} …`);
  const reason = (await unreachable(downloadSite())) ?? runInstaller(packageDirectory) ?? (present() ? null : 'its installer left no executable');
  if (reason === null) return runtimeIn('official', dist);
  say(`naql: it can not be had here (${reason})`);
  rememberRefusal(version, reason);
  return null;
}
