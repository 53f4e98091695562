import { FuseV1Options, getCurrentFuseWire } from '@electron/fuses';
import { existsSync } from 'node:fs';
import path from 'node:path';
import { ScriptFailure } from '../failure.mjs';

/** How each switch of a packed app must stand; one that the Electron does not have is left out. */
export const wantedFuses = (/** @type {{ inspect: boolean }} */ { inspect }) => ({
  RunAsNode: false,
  EnableCookieEncryption: true,
  EnableNodeOptionsEnvironmentVariable: false,
  EnableNodeCliInspectArguments: inspect,
  EnableEmbeddedAsarIntegrityValidation: true,
  OnlyLoadAppFromAsar: true,
  LoadBrowserProcessSpecificV8Snapshot: false,
  GrantFileProtocolExtraPrivileges: false,
});

/** As they are written into the program; anything else means that this Electron does not have the switch. */
const [off, on] = [48, 49];

/** Where electron-builder leaves the program, for each platform. */
const places = ['linux-unpacked/naql', 'linux-unpacked/Naql', 'win-unpacked/Naql.exe', 'mac/Naql.app', 'mac-arm64/Naql.app'];

/**
 * Reads the switches back from the program that was packed.
 * @param {string} output the folder that electron-builder wrote to
 * @param {{ inspect: boolean }} kind
 * @returns {Promise<{ readonly program: string, readonly fuses: readonly string[] }>} its path and a line for each switch; throws when one does not stand as it must
 */
export async function readBackFuses(output, kind) {
  const program = places.map((place) => path.join(output, ...place.split('/'))).find((place) => existsSync(place));
  if (!program) throw new ScriptFailure(`there is no program in ${path.basename(output)} whose fuses could be read`);
  return { program, fuses: await compareFuses(program, kind) };
}

/** The same for a program whose place is known. */
export async function compareFuses(/** @type {string} */ program, /** @type {{ inspect: boolean }} */ kind) {
  /** @type {Readonly<Record<number, number | string>>} */
  const wire = { ...(await getCurrentFuseWire(program)) };
  /** @type {Readonly<Record<string, number | string>>} */
  const numbers = { ...FuseV1Options };
  const lines = Object.entries(wantedFuses(kind)).map(([name, wanted]) => {
    const state = wire[Number(numbers[name])];
    const isThere = state === on || state === off;
    return { line: `${name}: ${isThere ? (state === on ? 'on' : 'off') : 'not in this Electron'}`, isRight: !isThere || (state === on) === wanted };
  });
  const wrong = lines.filter(({ isRight }) => !isRight);
  if (wrong.length > 0) throw new ScriptFailure(`fuses do not stand as they must: ${wrong.map(({ line }) => line).join(', ')}`);
  return lines.map(({ line }) => line);
}
