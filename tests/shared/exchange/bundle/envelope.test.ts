import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { canonicalJson } from '../../../../shared/canonical-json.ts';
import { type EnvelopeFile, writeEnvelope } from '../../../../shared/exchange/bundle/envelope.ts';
import { fitsEnvelope, isEnvelope, readBundle, readHanded } from '../../../../shared/exchange/bundle/read-bundle.ts';
import { wholeFile } from '../../../../shared/exchange/bundle/whole-file.ts';
import { openersIn } from '../../../../shared/exchange/roster/openers.ts';
import { makeId } from '../../../../shared/model/id.ts';
import { sealOf } from '../../../../shared/model/seal.ts';
import { type Schema } from '../../../../shared/model/schema.ts';
import { enclose } from '../../../../electron/envelope.ts';
import seed from '../../../../seeds/schema.json' with { type: 'json' };
import { forAll } from '../../../arbitraries/for-all.ts';
import { runs } from '../../../arbitraries/runs.ts';
import { filesIn, forged } from './forged.ts';
import { articleOf, Laptop, project, setOf } from './laptop.ts';

const schema = seed as unknown as Schema;
const [one, two] = [articleOf('1'), articleOf('2')];
const base = { schema, articles: [one, two], annotators: [], entities: [], sets: [] };

/** A lead, an adjudicator whose device opens envelopes, too, and two who are given both articles strictly blind and hand them in. */
function round() {
  const [lead, judge, sara, reza] = ['lead', 'judge', 'sara', 'reza'].map((name) => new Laptop(name, schema, { dataset: base })) as [Laptop, Laptop, Laptop, Laptop];
  lead.beginRoster().nameEnvelopeKey().addDevice(judge, 'adjudicator').addDevice(sara);
  lead.changeRoster({ kind: 'name-envelope-keys', keys: [{ key: judge.key ?? '', envelopeKey: judge.envelopeKey }] });
  const shares = [sara, reza].map(({ me }) => ({ person: me.id, articles: [one.id, two.id], repeats: [] }));
  const given = lead.handOut(shares, new Map(), true, true);
  for (const person of [sara, reza]) person.takeIn(given.get(person.me.id) as Uint8Array);
  return { lead, judge, sara, reza };
}

const handIn = (person: Laptop, end = 3): Uint8Array => {
  for (const { id } of [one, two]) person.put(setOf(person, id, [0, end]));
  return person.handIn();
};
const closed = (bytes: Uint8Array): EnvelopeFile => {
  const read = readHanded({ name: 'a.naql', bytes });
  if (!read.ok || !isEnvelope(read.value)) throw new Error(JSON.stringify(read));
  return read.value;
};

describe('what is handed in under strict blindness', () => {
  it('is read by the lead and the adjudicator, and by nobody else, whoever wrote it', () => {
    const { lead, judge, sara, reza } = round();
    const envelope = closed(handIn(sara));
    for (const reader of [sara, reza]) expect(reader.open(envelope)).toBe('elsewhere');
    for (const reader of [lead, judge]) {
      const bytes = reader.open(envelope);
      if (!(bytes instanceof Uint8Array)) throw new Error('not opened');
      expect(reader.takeIn(bytes).reports).toMatchObject([{ verdict: 'new', sets: 2, annotations: 2 }]);
      expect(reader.takeIn(bytes).reports, 'a second time').toMatchObject([{ verdict: 'known' }]);
    }
  });

  it('tells those who cannot open it who closed it, when and for which devices, and of what is in it nothing, not even how much', () => {
    const { lead, judge, sara } = round();
    const file = handIn(sara);
    const { manifest } = closed(file);
    expect(Object.keys(manifest).sort()).toEqual(['app', 'device', 'ephemeral', 'files', 'format', 'holds', 'made', 'person', 'project', 'purpose', 'reader', 'to', 'version']);
    expect(manifest.to.map(({ key }) => key)).toEqual([lead.envelopeKey, judge.envelopeKey].sort());
    expect(manifest).toMatchObject({ purpose: 'envelope', project: { id: project }, person: { id: sara.me.id, name: 'sara' }, device: sara.device });
    const open = new TextDecoder('latin1').decode(file);
    for (const word of [one.id, two.id, one.fingerprint, 'SPEAKER', schema.id]) expect(open).not.toContain(word);
    const longer = round().sara;
    longer.put(setOf(longer, one.id, ...Array.from({ length: 6 }, (_, at) => [at, at + 1] as const)));
    expect(closed(longer.handIn()).sealed.length).toBe(manifest.files[0].size);
  });

  it('goes openly again once the round is closed, and where a round is only blind', () => {
    const { lead, sara, reza } = round();
    handIn(sara);
    const close = { id: makeId('event', 'close'), article: null, by: lead.me.id, at: lead.now(), kind: 'round-closed', round: 'یک' } as const;
    for (const person of [sara, reza]) person.apply({ added: [{ kind: 'event', value: close }], updated: [], removed: [] });
    expect(readBundle({ name: 'a.naql', bytes: handIn(reza) }).ok).toBe(true);
    const plain = new Laptop('plain', schema, { dataset: base });
    lead.handOut([{ person: plain.me.id, articles: [one.id], repeats: [] }]).forEach((file) => plain.takeIn(file));
    plain.put(setOf(plain, one.id, [0, 3]));
    expect(readBundle({ name: 'a.naql', bytes: plain.handIn() }).ok).toBe(true);
  });

  it('is told when it came openly, from a version of Naql that knows no envelopes: to whoever takes it in, once and before', () => {
    const { lead, sara, reza } = round();
    expect(lead.plan([handIn(sara)]).reports, 'in an envelope').toMatchObject([{ verdict: 'new', problems: [] }]);
    reza.dataset = { ...reza.dataset, events: reza.events.map((event) => (event.kind === 'assigned' ? { ...event, strict: false } : event)) };
    const open = handIn(reza);
    const told = { code: 'bundle-open-though-strict', severity: 'warning', place: { file: '0.naql' }, values: { person: 'reza', app: '0' } };
    expect(lead.plan([open]).reports[0]?.problems[0]).toMatchObject(told);
    lead.takeIn(open);
    expect(lead.plan([open]).reports).toMatchObject([{ verdict: 'known', problems: [{ code: 'bundle-device-unknown' }] }]);
  });

  it('goes in an envelope where it is the gold of whoever was given nothing themselves: until the round is closed it is for those who judge', () => {
    const { lead, judge } = round();
    const given = lead.events.filter(({ kind }) => kind === 'assigned' || kind === 'rostered' || kind === 'lead-known');
    judge.apply({ added: given.map((value) => ({ kind: 'event', value })), updated: [], removed: [] });
    const gold = { ...setOf(judge, one.id, [0, 3]), id: makeId('set', 'gold'), role: 'adjudicated' } as const;
    judge.put(gold);
    judge.apply({ added: [{ kind: 'event', value: { id: makeId('event', 'g'), article: one.id, by: judge.me.id, at: judge.now(), kind: 'gold-sealed', set: gold.id, among: [], version: 1, hash: sealOf(gold) } }], updated: [], removed: [] });
    expect(closed(judge.handIn()).manifest.to).toHaveLength(2);
  });

  it('may come openly once its round is closed, and where another was given the article strictly', () => {
    const { lead, reza } = round();
    reza.dataset = { ...reza.dataset, events: reza.events.map((event) => (event.kind === 'assigned' ? { ...event, strict: false } : event)) };
    const close = { id: makeId('event', 'close'), article: null, by: lead.me.id, at: lead.now(), kind: 'round-closed', round: 'یک' } as const;
    const plain = new Laptop('plain', schema, { dataset: base });
    lead.handOut([{ person: plain.me.id, articles: [one.id], repeats: [] }]).forEach((file) => plain.takeIn(file));
    plain.put(setOf(plain, one.id, [0, 3]));
    const codes = (file: Uint8Array) => lead.plan([file]).reports.flatMap(({ problems }) => problems.map(({ code }) => code));
    expect(codes(plain.handIn())).not.toContain('bundle-open-though-strict');
    lead.apply({ added: [{ kind: 'event', value: close }], updated: [], removed: [] });
    expect(codes(handIn(reza))).not.toContain('bundle-open-though-strict');
  });

  it('is closed for no device that was taken off, nor for one of an annotator', () => {
    const { lead, judge, sara } = round();
    lead.changeRoster({ kind: 'revoke-device', person: judge.me.id, key: judge.key ?? '' });
    lead.changeRoster({ kind: 'name-envelope-keys', keys: [{ key: sara.key ?? '', envelopeKey: sara.envelopeKey }] });
    expect(lead.roster.current?.roster.people.find(({ id }) => id === sara.me.id)?.devices[0]?.envelopeKey, 'it may be named').toBe(sara.envelopeKey);
    expect(openersIn(lead.roster)).toEqual([lead.envelopeKey]);
  });

  it('is another file each time, and one that fits another writer is known from it', () => {
    const { lead, sara, reza } = round();
    const before = sara.dataset;
    const first = closed(handIn(sara));
    sara.dataset = before;
    expect(closed(handIn(sara)).manifest.ephemeral).not.toBe(first.manifest.ephemeral);
    const bytes = lead.open(first);
    const read = bytes instanceof Uint8Array && readHanded({ name: 'b.naql', bytes });
    if (!read || !read.ok) throw new Error('not opened');
    expect(fitsEnvelope(read.value, first.manifest, sara.key)).toBe(true);
    for (const other of [{ person: { id: reza.me.id, name: '' } }, { device: reza.device }, { project: { id: makeId('project', 'x'), name: '' } }, { holds: '0'.repeat(64) }])
      expect(fitsEnvelope(read.value, { ...first.manifest, ...other }, sara.key)).toBe(false);
    expect(fitsEnvelope(read.value, first.manifest, reza.key)).toBe(false);
    expect(fitsEnvelope(read.value, first.manifest, null)).toBe(false);
    expect(fitsEnvelope(first, first.manifest, sara.key), 'an envelope in an envelope').toBe(false);
  });
});

describe('an envelope as a file', () => {
  const { sara, lead } = round();
  const file = handIn(sara);
  const code = (bytes: Uint8Array): string => {
    const read = readHanded({ name: 'a.naql', bytes });
    return read.ok ? 'fine' : (read.problems[0]?.code ?? '');
  };

  it('with any byte altered, cut or lengthened is not read', () => {
    forAll(fc.tuple(fc.nat(file.length - 1), fc.integer({ min: 1, max: 255 })), ([at, by]) => {
      expect(code(file.map((byte, index) => (index === at ? byte ^ by : byte)))).toMatch(/^bundle-/);
      expect(code(file.subarray(0, at))).toMatch(/^bundle-/);
    }, Math.ceil(runs / 4));
  });

  const withFiles = (alter: (files: Map<string, Uint8Array>) => void): Uint8Array => {
    const files = new Map(filesIn(file).map(({ name, bytes }) => [name, bytes]));
    alter(files);
    return wholeFile([...files].map(([name, bytes]) => ({ name, bytes })));
  };
  const told = (alter: (manifest: Record<string, unknown>) => void): Uint8Array =>
    withFiles((files) => {
      const manifest = JSON.parse(new TextDecoder().decode(files.get('manifest.json'))) as Record<string, unknown>;
      alter(manifest);
      files.set('manifest.json', new TextEncoder().encode(canonicalJson(manifest)));
    });
  it.each([
    ['whose contents are others', withFiles((files) => files.set('sealed.bin', new Uint8Array(10))), 'bundle-file-wrong'],
    ['without its contents', withFiles((files) => files.delete('sealed.bin')), 'bundle-file-wrong'],
    ['with half a signature', withFiles((files) => files.set('signature.json', new Uint8Array(3))), 'bundle-file-wrong'],
    ['with a Bundle’s files beside it', withFiles((files) => files.set('schema.json', new Uint8Array(3))), 'bundle-name-unsafe'],
    ['that says more of itself', told((manifest) => (manifest['labels'] = 12)), 'bundle-file-wrong'],
    ['for nobody', told((manifest) => (manifest['to'] = [])), 'bundle-file-wrong'],
    ['of a later version', told((manifest) => Object.assign(manifest, { version: 9, reader: 9 })), 'bundle-newer'],
    ['that is of no project', told((manifest) => (manifest['project'] = { id: '../x', name: '' })), 'bundle-file-wrong'],
  ])('that is whole, and one %s, gives a reason', (_why, bytes, expected) => expect(code(bytes)).toBe(expected));

  it('that a Bundle carries in itself is none', () => {
    const plain = new Laptop('plain', schema, { dataset: base });
    plain.put(setOf(plain, one.id, [0, 3]));
    const bundle = forged(plain.handIn(), (_manifest, files) => void files.set('sealed.bin', 'x'));
    expect(code(bundle)).toBe('bundle-name-unsafe');
  });

  it('is no Bundle to those who want one, and names itself', () =>
    expect(readBundle({ name: 'a.naql', bytes: file })).toMatchObject({ ok: false, problems: [{ code: 'envelope-closed', place: { file: 'a.naql' } }] }));

  it('with one byte of what is encrypted altered and all made whole again is opened by nobody', () => {
    const { manifest, sealed } = closed(file);
    const { project: of, person, device, app, made, holds, ephemeral, to } = manifest;
    forAll(fc.tuple(fc.nat(sealed.length - 1), fc.integer({ min: 1, max: 255 })), ([at, by]) => {
      const altered = writeEnvelope({ about: { project: of, person, device, app, made, holds }, ephemeral, to, sealed: sealed.map((byte, index) => (index === at ? byte ^ by : byte)) });
      expect(lead.open(closed(altered.file(null)))).toBeNull();
    }, Math.ceil(runs / 8));
  });

  it('cannot be closed for a device without a key', () => expect(() => enclose({ project, person: sara.me.id, device: sara.device }, ['00'.repeat(32)], file)).toThrow('no key'));
});
