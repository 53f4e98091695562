import { spawnSync } from 'node:child_process';
import { ScriptFailure } from '../failure.mjs';
import { inProject, projectDirectory } from '../project.mjs';
import { readBackFuses } from './fuses.mjs';

/**
 * Packs the app that stands in dist/ into a folder, unpacked, with this Electron, and reads its fuses back.
 * @param {import('../runtime/runtime.mjs').Runtime} runtime
 * @param {{ output: string, inspect: boolean }} options `inspect` leaves the debugger's door open
 * @returns {Promise<{ readonly program: string, readonly fuses: readonly string[] }>} throws when it cannot be packed, or a fuse stands otherwise
 */
export async function packApp(runtime, { output, inspect }) {
  const { status } = spawnSync(
    process.execPath,
    [inProject('node_modules', 'electron-builder', 'cli.js'), '--dir', '--config', 'build/packaging/electron-builder.cjs'],
    {
      cwd: projectDirectory,
      stdio: ['ignore', 2, 2],
      env: { ...process.env, NAQL_RUNTIME: JSON.stringify(runtime), NAQL_OUTPUT: output, NAQL_INSPECT: inspect ? '1' : '0' },
    },
  );
  if (status !== 0) throw new ScriptFailure('electron-builder failed; its reason stands above');
  return readBackFuses(output, { inspect });
}
