#!/usr/bin/env node
/**
 * Finds or fetches an Electron for development, tests and packaging; the first of these that can be had:
 *   1. override   ELECTRON_OVERRIDE_DIST_PATH names a folder that holds an Electron.
 *   2. official   the one of package.json: in node_modules already, or what its own installer downloads and checks.
 *   3. fallback   linux-x64, for trying and testing only: see runtime/fallback.mjs.
 *
 * node build/provision-electron.mjs [--official-only] [--fallback-only] [--verify]
 *   --official-only  never the fallback, for releases; exit 3 when the official one can not be had
 *   --fallback-only  no download of the official one
 *   --verify         hash an unpacked fallback again, file by file, before it is used
 * One line of JSON on stdout, {kind, version, dist, executable}; everything else on stderr.
 *
 * Environment: ELECTRON_OVERRIDE_DIST_PATH; ELECTRON_RUNTIME_CACHE (where the fallback is kept, otherwise the user's cache
 * folder); ELECTRON_DOWNLOAD_TIMEOUT_MS (limit of the official download, otherwise five minutes).
 */
import { existsSync, realpathSync } from 'node:fs';
import path from 'node:path';
import { pathToFileURL } from 'node:url';
import { ScriptFailure, exitCodes, readOptions, runScript } from './failure.mjs';
import { fallbackRuntime } from './runtime/fallback.mjs';
import { officialRuntime } from './runtime/official.mjs';
import { executableIn, runtimeIn } from './runtime/runtime.mjs';

function overrideRuntime() {
  const named = process.env.ELECTRON_OVERRIDE_DIST_PATH;
  if (!named) return null;
  const dist = path.resolve(named);
  if (!existsSync(executableIn(dist))) throw new ScriptFailure(`ELECTRON_OVERRIDE_DIST_PATH is set, but there is no ${executableIn(dist)}`);
  return runtimeIn('override', dist);
}

/**
 * @param {{ officialOnly?: boolean, fallbackOnly?: boolean, verify?: boolean }} options
 * @returns {Promise<import('./runtime/runtime.mjs').Runtime>}
 */
export async function provisionElectron({ officialOnly = false, fallbackOnly = false, verify = false } = {}) {
  const preferred = overrideRuntime() ?? (await officialRuntime({ download: !fallbackOnly, insist: officialOnly }));
  if (preferred) return preferred;
  if (officialOnly) throw new ScriptFailure('the official Electron is needed here and can not be had', exitCodes.noOfficialRuntime);
  const last = fallbackRuntime({ check: verify });
  if (last) return last;
  throw new ScriptFailure('no Electron can be had: no override, not the official one, no fallback', exitCodes.noRuntime);
}

if (process.argv[1] && import.meta.url === pathToFileURL(realpathSync(process.argv[1])).href) {
  await runScript(async () => {
    const options = readOptions(process.argv.slice(2), ['--official-only', '--fallback-only', '--verify']);
    const runtime = await provisionElectron({
      officialOnly: options.has('--official-only'),
      fallbackOnly: options.has('--fallback-only'),
      verify: options.has('--verify'),
    });
    process.stdout.write(`${JSON.stringify(runtime)}\n`);
  });
}
