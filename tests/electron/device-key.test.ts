import { generateKeyPairSync } from 'node:crypto';
import { readFileSync, statSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, it } from 'vitest';
import { deviceKeyIn } from '../../electron/device-key.ts';
import { keepBundle } from '../../electron/kept-bundles.ts';
import { disclose, enclose } from '../../electron/envelope.ts';
import { makeId } from '../../shared/model/id.ts';
import { envelopeKeyHolds, signatureHolds } from '../../electron/signature.ts';
import { inTemporaryFolder } from './temporary-folder.ts';

const whose = { project: makeId('project', 'a'), person: makeId('annotator', 'a'), device: makeId('device', 'a') };
const manifest = '{"format":"naql.bundle","reader":1,"version":1}';

it('a device signs manifests with a key of its own, made once, which nobody else can read', () =>
  inTemporaryFolder(async (folder) => {
    const key = deviceKeyIn(folder);
    const [one, two] = await Promise.all([key.sign(manifest), key.publicKey()]);
    expect(one.key).toBe(two);
    expect(signatureHolds(manifest, one)).toBe(true);
    expect(signatureHolds(`${manifest} `, one)).toBe(false);
    expect(signatureHolds(manifest, { ...one, key: '00'.repeat(32) })).toBe(false);
    expect(await deviceKeyIn(folder).publicKey()).toBe(two);
    if (process.platform !== 'win32') expect(statSync(join(folder, 'device-key.pem')).mode & 0o777).toBe(0o600);
  }));

it('a device has a key of its own that envelopes are closed with, proven by the one that it signs with', () =>
  inTemporaryFolder(async (folder) => {
    const device = deviceKeyIn(folder);
    const [proven, opener] = await Promise.all([device.envelopeKey(), device.opener()]);
    expect(envelopeKeyHolds(proven)).toBe(true);
    expect(proven.signature.key).toBe(await device.publicKey());
    expect(envelopeKeyHolds({ ...proven, envelopeKey: await device.publicKey() })).toBe(false);
    expect((await deviceKeyIn(folder).envelopeKey()).envelopeKey).toBe(proven.envelopeKey);
    const { holds, sealed, ...lock } = enclose(whose, [proven.envelopeKey], new Uint8Array([1]));
    expect(disclose({ ...whose, holds }, lock, sealed, opener)).toEqual(new Uint8Array([1]));
    const path = join(folder, 'device-envelope-key.pem');
    if (process.platform !== 'win32') expect(statSync(path).mode & 0o777).toBe(0o600);
    writeFileSync(path, 'damaged');
    await expect(deviceKeyIn(folder).opener()).rejects.toMatchObject({ failure: 'read-failed' });
    expect(readFileSync(path, 'utf8')).toBe('damaged');
  }));

it('nothing but a manifest is signed', () =>
  inTemporaryFolder(async (folder) => {
    await expect(deviceKeyIn(folder).sign('{"a": 1}')).rejects.toThrow('no manifest');
  }));

it('a damaged key is never replaced: others know the device by it', () =>
  inTemporaryFolder(async (folder) => {
    const path = join(folder, 'device-key.pem');
    for (const damaged of ['', generateKeyPairSync('ec', { namedCurve: 'P-256' }).privateKey.export({ format: 'pem', type: 'pkcs8' }).toString()]) {
      writeFileSync(path, damaged);
      await expect(deviceKeyIn(folder).sign(manifest)).rejects.toMatchObject({ failure: 'read-failed' });
      expect(readFileSync(path, 'utf8')).toBe(damaged);
    }
  }));

it('what came is kept by its hash, as it came, as often as it comes', () =>
  inTemporaryFolder(async (folder) => {
    const hash = 'ab'.repeat(32);
    for (let times = 0; times < 2; times++) await keepBundle(folder, 'quarantine', hash, new Uint8Array([1, 2]));
    expect([...readFileSync(join(folder, 'bundles', 'quarantine', `${hash}.naql`))]).toEqual([1, 2]);
  }));
