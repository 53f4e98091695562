import { createPublicKey, generateKeyPairSync } from 'node:crypto';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { type EnvelopeAbout, type EnvelopeLock, padded, unpadded } from '../../shared/exchange/bundle/envelope.ts';
import { makeId } from '../../shared/model/id.ts';
import { disclose, enclose, envelopeHex, envelopeKeyFrom } from '../../electron/envelope.ts';
import { forAll } from '../arbitraries/for-all.ts';
import { runs } from '../arbitraries/runs.ts';

const few = Math.ceil(runs / 4);
const whose = { project: makeId('project', 'a'), person: makeId('annotator', 'sara'), device: makeId('device', 'sara') };
const pairs = Array.from({ length: 4 }, () => generateKeyPairSync('x25519').privateKey);
const hex = pairs.map((key) => envelopeHex(createPublicKey(key)));
const [lead, adjudicator, sara] = pairs as [(typeof pairs)[0], (typeof pairs)[0], (typeof pairs)[0]];
const bytes = fc.uint8Array({ maxLength: 300 });

describe('an envelope', () => {
  it('is opened by each device that it is for, gives back what went in, and by no other', () => {
    forAll(fc.tuple(bytes, fc.subarray([0, 1, 2, 3], { minLength: 1 })), ([bundle, chosen]) => {
      const { holds, sealed, ...lock } = enclose(whose, chosen.map((at) => hex[at] as string), bundle);
      expect(lock.to.map(({ key }) => key)).toEqual(hex.filter((_, at) => chosen.includes(at)).sort());
      pairs.forEach((key, at) => expect(disclose({ ...whose, holds }, lock, sealed, key)).toEqual(chosen.includes(at) ? bundle : 'elsewhere'));
    }, few);
  });

  it('with one byte altered, cut or lengthened is opened by nobody', () => {
    const { holds, sealed, ...lock } = enclose(whose, hex.slice(0, 2), new Uint8Array([1, 2, 3]));
    forAll(fc.tuple(fc.nat(sealed.length - 1), fc.integer({ min: 1, max: 255 })), ([at, by]) => {
      const altered = sealed.map((byte, index) => (index === at ? byte ^ by : byte));
      expect(disclose({ ...whose, holds }, lock, altered, lead)).toBeNull();
      expect(disclose({ ...whose, holds }, lock, sealed.subarray(0, at), lead)).toBeNull();
    }, few);
    expect(disclose({ ...whose, holds }, lock, new Uint8Array([...sealed, 0]), lead)).toBeNull();
  });

  const made = enclose(whose, hex.slice(0, 2), new Uint8Array([1, 2, 3]));
  const other = enclose(whose, hex.slice(0, 2), new Uint8Array([1, 2, 3]));
  const about: EnvelopeAbout = { ...whose, holds: made.holds };
  const first = (one: EnvelopeLock) => one.to[0] as EnvelopeLock['to'][0];
  it.each<[string, EnvelopeAbout, EnvelopeLock]>([
    ['in another project', { ...about, project: makeId('project', 'b') }, made],
    ['in the name of another', { ...about, person: makeId('annotator', 'reza') }, made],
    ['of another device', { ...about, device: makeId('device', 'reza') }, made],
    ['of another Bundle', { ...about, holds: '0'.repeat(64) }, made],
    ['for one reader fewer', about, { ...made, to: made.to.filter(({ key }) => key === hex[0]) }],
    ['for one reader more', about, { ...made, to: [...made.to, { ...first(made), key: hex[2] as string }] }],
    ['with the lock of another one', about, other],
    ['with the key of another one', about, { ...made, ephemeral: other.ephemeral }],
    ['with a wrapped key of another one', about, { ...made, to: other.to }],
    ['with a key that is no point', about, { ...made, ephemeral: '0'.repeat(64) }],
  ])('is bound to what it says: nothing of it opens %s', (_what, said, lock) => expect(disclose(said, lock, made.sealed, lead)).toBeNull());

  it('is another one each time, though the same is in it', () => {
    expect(other.ephemeral).not.toBe(made.ephemeral);
    expect(Buffer.from(other.sealed).equals(made.sealed)).toBe(false);
    expect(disclose(about, made, made.sealed, adjudicator)).toEqual(new Uint8Array([1, 2, 3]));
    expect(disclose(about, made, made.sealed, sara)).toBe('elsewhere');
  });

  it('is not closed for a key that is none', () => expect(() => enclose(whose, ['0'.repeat(64)], new Uint8Array())).toThrow('no key'));

  it('does not tell by its length how much is in it', () => {
    const length = (size: number): number => enclose(whose, hex.slice(0, 1), new Uint8Array(size)).sealed.length;
    expect(new Set([0, 10, 1000, 60_000].map(length)).size).toBe(1);
    expect(length(65_536)).toBe(2 * 65_536 + 28);
  });

  it('what is padded comes back, and of other bytes nothing does', () => {
    forAll(bytes, (some) => expect(unpadded(padded(some))).toEqual(some));
    for (const wrong of [new Uint8Array(), new Uint8Array(7), new Uint8Array(8).fill(255)]) expect(unpadded(wrong)).toBeNull();
  });

  it('is opened by an X25519 key alone', () => {
    const pem = (key: typeof lead): string => key.export({ format: 'pem', type: 'pkcs8' }).toString();
    expect(envelopeHex(createPublicKey(envelopeKeyFrom(pem(lead))))).toBe(hex[0]);
    for (const wrong of ['', 'x', pem(generateKeyPairSync('ed25519').privateKey)]) expect(() => envelopeKeyFrom(wrong)).toThrow('no key');
  });
});
