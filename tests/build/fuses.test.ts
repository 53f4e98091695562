import { flipFuses, FuseV1Options, FuseVersion } from '@electron/fuses';
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { compareFuses, wantedFuses } from '../../build/packaging/fuses.mjs';
import { inProject } from '../../build/project.mjs';

/** Where in a program its switches begin: https://www.electronjs.org/docs/latest/tutorial/fuses. */
const sentinel = 'dL7pKGdnNz796PbbjQWNKmHXBZaB9tsX';
const firstVersion = 1;

let folder: string;
let program: string;
beforeEach(() => {
  folder = mkdtempSync(path.join(tmpdir(), 'naql-fuses-'));
  program = path.join(folder, 'naql');
});
afterEach(() => rmSync(folder, { recursive: true }));

/** A program as Electron is shipped: all that it has of switches stand as their makers left them. */
const ship = (count: number): void =>
  writeFileSync(program, Buffer.concat([Buffer.from(`before ${sentinel}`), Buffer.from([firstVersion, count]), Buffer.from('1'.repeat(count)), Buffer.from('\0after')]));

type Name = keyof ReturnType<typeof wantedFuses>;

/** What the packing writes into the program, by our own configuration of it. */
function packed(electron: string): Readonly<Partial<Record<Name, boolean>>> {
  const before = process.env['NAQL_RUNTIME'];
  process.env['NAQL_RUNTIME'] = JSON.stringify({ kind: 'official', version: electron, dist: folder });
  const require = createRequire(import.meta.url);
  const file = inProject('build', 'packaging', 'electron-builder.cjs');
  try {
    delete require.cache[file];
    const { electronFuses } = require(file) as { readonly electronFuses: Readonly<Record<string, boolean>> };
    return Object.fromEntries(Object.entries(electronFuses).map(([name, state]) => [`${name[0]?.toUpperCase()}${name.slice(1)}`, state]));
  } finally {
    if (before === undefined) delete process.env['NAQL_RUNTIME'];
    else process.env['NAQL_RUNTIME'] = before;
  }
}

const write = (states: Readonly<Partial<Record<Name, boolean>>>) =>
  flipFuses(program, {
    version: FuseVersion.V1,
    ...Object.fromEntries(Object.entries(states).map(([name, state]) => [FuseV1Options[name as Name], state])),
  });

describe('the switches of the packed program', () => {
  it('are written as they are wanted, and read back from it', async () => {
    ship(8);
    await write(packed('45.4.1'));
    const lines = await compareFuses(program, { inspect: false });
    expect(lines).toEqual(Object.entries(wantedFuses({ inspect: false })).map(([name, state]) => `${name}: ${state ? 'on' : 'off'}`));
  });

  it('that an older Electron does not have are said to be missing there', async () => {
    ship(7);
    await write(packed('25.1.1'));
    expect(await compareFuses(program, { inspect: false })).toContain('GrantFileProtocolExtraPrivileges: not in this Electron');
  });

  it.each(Object.keys(wantedFuses({ inspect: false })) as Name[])('end the packing where one stands otherwise: %s', async (name) => {
    ship(8);
    const states = packed('45.4.1');
    expect(states[name], 'our configuration speaks of it').toBe(wantedFuses({ inspect: false })[name]);
    await write({ ...states, [name]: states[name] !== true });
    await expect(compareFuses(program, { inspect: false })).rejects.toThrow(`${name}:`);
  });

  it('of an Electron as it is shipped are not taken for ours', async () => {
    ship(8);
    await expect(compareFuses(program, { inspect: false })).rejects.toThrow('RunAsNode: on');
  });
});
