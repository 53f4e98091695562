import { generateKeyPairSync } from 'node:crypto';
import { copyFileSync, mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, expect, it } from 'vitest';
import { encodeLine } from '../../electron/journal-line.ts';
import { encode } from '../../shared/codecs/encode.ts';
import { native } from '../../shared/codecs/native/native.ts';
import { readBundle } from '../../shared/exchange/bundle/read-bundle.ts';
import { wholeProject } from '../../renderer/views/exchange/take-in-bundles.ts';
import { type Entry, genesis } from '../../shared/exchange/log.ts';
import { explode } from '../../shared/model/change.ts';
import { makeId } from '../../shared/model/id.ts';
import { type Schema } from '../../shared/model/schema.ts';
import seed from '../../seeds/schema.json' with { type: 'json' };
import { hostileProjectIds } from '../fixtures/hostile-project-ids.ts';
import { articleOf, Laptop, setOf } from '../shared/exchange/bundle/laptop.ts';
import { naql } from './terminal.ts';

const schema = seed as unknown as Schema;
const article = articleOf('1');
const base = { schema, articles: [article], annotators: [], entities: [], sets: [] };
let folder = '';
const at = (name: string): string => join(folder, name);

beforeAll(() => {
  folder = mkdtempSync(join(tmpdir(), 'naql-parcels-'));
  const sara = new Laptop('sara', schema, { dataset: base });
  sara.put(setOf(sara, article.id, [0, 3]));
  const file = sara.handIn();
  writeFileSync(at('sara.naql'), file);
  writeFileSync(at('cut.naql'), file.subarray(0, 400));
  const lead = new Laptop('lead', schema, { dataset: base });
  for (const { name, bytes } of encode(native, { ...lead.dataset }, 'here')) writeFileSync(at(name), bytes);
  const { annotators: [me] } = lead.dataset;
  if (!me) throw new Error('nobody');
  const entry: Entry = {
    device: lead.device, channel: 'work', sequence: 1, previous: genesis, lamport: 1, wall: '2026-01-01T00:00:00.000Z', annotator: me.id, scope: null,
    action: { kind: 'do', command: 'begin-project' }, change: { added: [...explode(lead.dataset).values()], updated: [], removed: [] },
  };
  const counts = { articles: 1, annotators: 1, entities: 0, sets: 0, annotations: 0, relations: 0, events: 0 };
  writeFileSync(at('journal.ndjson'), encodeLine({ entry, counts }));
  writeFileSync(at('project.json'), JSON.stringify({ id: makeId('project', 'shared'), name: 'پروژه', created: '2026-01-01T00:00:00.000Z' }));
});
afterAll(() => rmSync(folder, { recursive: true, force: true }));

const json = async (...args: readonly string[]) => {
  const answer = await naql(['bundle', ...args, '--json']);
  return { code: answer.code, value: JSON.parse(answer.out) as Record<string, unknown> };
};

it('says what a file is, and whether it is whole and signed', async () => {
  expect((await naql(['bundle', 'inspect', at('sara.naql')])).out).toMatch(/submission of پروژه[^]*by sara[^]*signed: /);
  expect(await json('verify', at('sara.naql'))).toMatchObject({ code: 0, value: { valid: true, files: [{ valid: true, signed: true }], problems: [] } });
  expect(await json('verify', at('sara.naql'), at('cut.naql'))).toMatchObject({
    code: 1, value: { valid: false, files: [{ valid: true }, { valid: false }], problems: [{ code: 'bundle-truncated', reason: expect.stringMatching(/send it again/) }] },
  });
});

it('says whose device the roster in any of the files gives the key to, and of whom it is', async () => {
  const lead = new Laptop('lead', schema, { dataset: base }).beginRoster();
  const sara = new Laptop('sara', schema, { dataset: base });
  const reza = new Laptop('reza', schema, { dataset: base });
  for (const one of [sara, reza]) one.put(setOf(one, article.id, [0, 3]));
  lead.addDevice(sara);
  const place = makeId('annotator', 'place');
  const given = [...lead.handOut([{ person: place, articles: [article.id], repeats: [] }]).values()][0] as Uint8Array;
  for (const [name, bytes] of [['given', given], ['hers', sara.handIn()], ['his', reza.handIn()]] as const) writeFileSync(at(`${name}.naql`), bytes);
  expect(await json('verify', at('given.naql'), at('hers.naql'), at('his.naql'))).toMatchObject({
    code: 0,
    value: {
      valid: true, problems: [{ code: 'bundle-device-unknown', severity: 'warning', place: { file: 'his.naql' } }],
      files: [
        { standing: 'known', owner: { name: 'lead', role: 'lead' }, roster: { number: 2, key: lead.key, people: 2, keyWords: expect.any(Array) } },
        { standing: 'known', owner: { name: 'sara', role: 'annotator' } }, { standing: 'unknown', owner: null },
      ],
    },
  });
  expect((await naql(['bundle', 'verify', at('hers.naql')])).out).toBe(`${at('hers.naql')}: valid, signed\n`);
  expect((await naql(['bundle', 'inspect', at('given.naql'), at('hers.naql')])).out).toMatch(/by a device on team list 2 as lead \(lead\)[^]*team list 2 of 2 people, signed: [^]*by a device on team list 2 as sara/);
  expect(await json('take', at('here.jsonl'), at('given.naql'))).toMatchObject({ value: { reports: [{ standing: 'known', newLead: lead.key }] } });
});

it('a roster that somebody altered is told, and nothing of its file is taken', async () => {
  const lead = new Laptop('lead', schema, { dataset: base }).beginRoster();
  lead.dataset = {
    ...lead.dataset,
    events: lead.events.map((event) => (event.kind === 'rostered' ? { ...event, roster: { ...event.roster, people: event.roster.people.map((person) => ({ ...person, name: 'دیگری' })) } } : event)),
  };
  const [given] = lead.handOut([{ person: makeId('annotator', 'place'), articles: [article.id], repeats: [] }]).values();
  writeFileSync(at('forged.naql'), given as Uint8Array);
  expect(await json('verify', at('forged.naql'))).toMatchObject({ code: 1, value: { valid: false, files: [{ valid: false }], problems: [{ code: 'roster-signature-wrong' }] } });
});

it('says what taking in would do, and alters no project', async () => {
  const before = readFileSync(at('journal.ndjson'));
  expect(await json('take', folder, at('sara.naql'))).toMatchObject({ code: 0, value: { reports: [{ verdict: 'new', sets: 1, annotations: 1, on: 1 }], written: [] } });
  expect((await naql(['bundle', 'take', folder, at('sara.naql')])).out).toBe('sara.naql: 1 annotations and 1 events by sara on 1 articles\n');
  expect(readFileSync(at('journal.ndjson'))).toEqual(before);
});

it('writes the dataset after taking in; with a file that cannot be read it writes nothing', async () => {
  expect(await json('take', at('here.jsonl'), at('cut.naql'), '--out', at('out.jsonl'))).toMatchObject({ code: 1, value: { written: [] } });
  expect(await json('take', at('here.jsonl'), at('sara.naql'), '--out', at('out.jsonl'))).toMatchObject({ code: 0 });
  expect(readFileSync(at('out.jsonl'), 'utf8')).toContain('"label":"SPEAKER"');
});

it('makes a whole project a file that another laptop opens, signed when a key is given', async () => {
  expect(await json('make', folder, '--out', at('whole.naql'))).toMatchObject({ code: 0, value: { entries: 1, articles: 1, signed: false } });
  expect(await json('verify', at('whole.naql'))).toMatchObject({ code: 0, value: { problems: [{ code: 'bundle-unsigned', severity: 'warning' }] } });
  writeFileSync(at('key.pem'), generateKeyPairSync('ed25519').privateKey.export({ format: 'pem', type: 'pkcs8' }));
  expect(await json('make', folder, '--out', at('signed.naql'), '--key', at('key.pem'))).toMatchObject({ code: 0, value: { signed: true } });
  expect(await json('inspect', at('signed.naql'))).toMatchObject({ code: 0, value: { bundles: [{ manifest: { purpose: 'full' }, keyWords: expect.any(Array) }] } });
  expect(await json('take', folder, at('signed.naql'))).toMatchObject({ code: 1, value: { reports: [{ verdict: 'refused' }], problems: [{ code: 'bundle-full' }] } });
});

it.each([
  [['bundle'], 2], [['bundle', 'open'], 2], [['bundle', 'verify'], 2], [['bundle', 'make', 'x'], 2], [['bundle', 'verify', '/nowhere/a.naql'], 3],
  [['bundle', 'make', '/nowhere', '--out', join(tmpdir(), 'x.naql')], 3],
] as const)('%j ends with %i', async (args, code) => expect((await naql(args)).code).toBe(code));

it.each(hostileProjectIds.filter(([, id]) => typeof id === 'string'))('gives no file the id of a project that %s: that of the folder holds, or there is none', async (_why, id) => {
  const project = at('prj-copied');
  mkdirSync(project, { recursive: true });
  copyFileSync(at('journal.ndjson'), join(project, 'journal.ndjson'));
  writeFileSync(join(project, 'project.json'), JSON.stringify({ id, name: 'پروژه', created: '2026-01-01T00:00:00.000Z' }));
  expect((await json('make', project, '--out', at('copied.naql'))).code).toBe(0);
  expect(await json('inspect', at('copied.naql'))).toMatchObject({ value: { bundles: [{ manifest: { project: { id: 'prj-copied' } } }] } });
});

it('makes a project of its own of some articles, with all work on them and nothing else; twice the same', async () => {
  const place = mkdtempSync(join(tmpdir(), 'naql-some-'));
  try {
    const lead = new Laptop('lead', schema, { dataset: { ...base, articles: [article, articleOf('2')] } });
    for (const { id } of lead.dataset.articles) lead.put(setOf(lead, id, [0, 3]));
    const { annotators: [me] } = lead.dataset;
    if (!me) throw new Error('nobody');
    const entry: Entry = {
      device: lead.device, channel: 'work', sequence: 1, previous: genesis, lamport: 1, wall: '2026-01-01T00:00:00.000Z', annotator: me.id, scope: null,
      action: { kind: 'do', command: 'begin-project' }, change: { added: [...explode(lead.dataset).values()], updated: [], removed: [] },
    };
    writeFileSync(join(place, 'journal.ndjson'), encodeLine({ entry, counts: { articles: 2, annotators: 1, entities: 0, sets: 2, annotations: 2, relations: 0, events: 0 } }));
    writeFileSync(join(place, 'project.json'), JSON.stringify({ id: makeId('project', 'shared'), name: 'پروژه', created: '2026-01-01T00:00:00.000Z' }));
    const made = async (name: string) => {
      const answer = await json('make', place, '--article', article.id, '--out', join(place, name));
      expect(answer).toMatchObject({ code: 0, value: { articles: 1, entries: 1 } });
      const read = readBundle({ name, bytes: readFileSync(join(place, name)) });
      if (!read.ok) throw new Error(JSON.stringify(read.problems));
      return read.value;
    };
    const [one, two] = [await made('one.naql'), await made('two.naql')];
    expect(one.hash).toBe(two.hash);
    expect(one.manifest).toMatchObject({ purpose: 'full', project: { name: 'پروژه' } });
    expect(one.manifest.project.id).not.toBe(makeId('project', 'shared'));
    expect(wholeProject(one)).toMatchObject({ ok: true, value: { articles: [{ id: article.id }], sets: [{ article: article.id, annotations: [{}] }], annotators: [{ id: me.id }] } });
    expect(await naql(['bundle', 'make', place, '--article', 'art-none', '--out', join(place, 'none.naql')])).toMatchObject({ code: 2, err: expect.stringContaining('no article art-none') });
  } finally {
    rmSync(place, { recursive: true, force: true });
  }
});

it('of an envelope says without its key who closed it and for whom, and with the key opens it', async () => {
  const [lead, sara] = ['lead', 'sara'].map((name) => new Laptop(name, schema, { dataset: base })) as [Laptop, Laptop];
  lead.beginRoster().nameEnvelopeKey();
  lead.handOut([{ person: sara.me.id, articles: [article.id], repeats: [] }], new Map(), true, true).forEach((file) => sara.takeIn(file));
  sara.put(setOf(sara, article.id, [0, 3]));
  const file = sara.handIn();
  writeFileSync(at('envelope.naql'), file);
  writeFileSync(at('envelope.pem'), lead.openerPem);
  writeFileSync(at('other.pem'), new Laptop('other', schema).openerPem);

  const inspected = await naql(['bundle', 'inspect', at('envelope.naql')]);
  expect(inspected.out).toMatch(/envelope of پروژه[^]*by sara[^]*for 1 device[^]*not opened[^]*signed: /);
  expect(inspected.out).not.toMatch(/article|entries|schema/);
  expect(await json('inspect', at('envelope.naql'))).toMatchObject({
    code: 0, value: { bundles: [{ key: sara.key, manifest: null, entries: 0, envelope: { purpose: 'envelope', to: [{ key: lead.envelopeKey }] } }], problems: [{ code: 'envelope-closed', severity: 'warning' }] },
  });
  expect((await naql(['bundle', 'inspect', at('envelope.naql'), '--key', at('envelope.pem')])).out).toMatch(/submission of پروژه[^]*by sara[^]*1 articles[^]*came in an envelope/);
  expect((await naql(['bundle', 'verify', at('envelope.naql')])).out).toBe(`${at('envelope.naql')}: a valid envelope, signed; not opened\n`);
  expect(await json('verify', at('envelope.naql'), '--key', at('envelope.pem'))).toMatchObject({ code: 0, value: { valid: true, files: [{ valid: true, signed: true, enclosed: true, opened: true }], problems: [] } });
  expect(await json('verify', at('envelope.naql'), '--key', at('other.pem'))).toMatchObject({ code: 0, value: { files: [{ valid: true, enclosed: true, opened: false }], problems: [{ code: 'envelope-elsewhere' }] } });
  writeFileSync(at('half.naql'), file.subarray(0, file.length - 20));
  expect(await json('verify', at('half.naql'), '--key', at('envelope.pem'))).toMatchObject({ code: 1, value: { valid: false, problems: [{ code: 'bundle-truncated' }] } });

  const out = at('with-envelope.jsonl');
  expect(await json('take', folder, at('envelope.naql'), '--out', out)).toMatchObject({ code: 1, value: { reports: [], written: [], problems: [{ code: 'envelope-closed' }] } });
  expect(await json('take', folder, at('envelope.naql'), '--key', at('other.pem'), '--out', out)).toMatchObject({ code: 1, value: { reports: [], written: [] } });
  expect(await json('take', folder, at('envelope.naql'), '--key', at('envelope.pem'), '--out', out)).toMatchObject({ code: 0, value: { reports: [{ verdict: 'new', annotations: 1 }], written: expect.arrayContaining([out]) } });
  expect(await naql(['bundle', 'verify', at('envelope.naql'), '--key', at('envelope.naql')])).toMatchObject({ code: 3, err: expect.stringMatching(/envelope\.naql/) });
});

it('of a device that introduces itself says so, with its keys, and takes in nothing but that', async () => {
  const judge = new Laptop('judge', schema, { dataset: base });
  writeFileSync(at('judge.naql'), judge.introduce());
  const inspected = await naql(['bundle', 'inspect', at('judge.naql')]);
  expect(inspected.out).toMatch(/introduction of a device to پروژه[^]*by judge[^]*envelopes are closed for it with: /);
  expect(inspected.out, 'there is no work in it').not.toMatch(/articles|schema|submission/);
  expect(await json('inspect', at('judge.naql'))).toMatchObject({
    code: 0, value: { bundles: [{ key: judge.key, introduction: { envelopeKeys: [{ envelopeKey: judge.envelopeKey, valid: true }] } }], problems: [] },
  });
  expect((await naql(['bundle', 'verify', at('judge.naql')])).out).toBe(`${at('judge.naql')}: valid, signed; introduces a device\n`);
  expect(await json('verify', at('judge.naql'))).toMatchObject({ code: 0, value: { valid: true, files: [{ valid: true, signed: true, introduction: true }] } });
  expect((await naql(['bundle', 'take', at('here.jsonl'), at('judge.naql')])).out).toBe('judge.naql: introduces a device of judge, no work\n');
  const out = at('introduced.jsonl');
  expect(await json('take', at('here.jsonl'), at('judge.naql'), '--out', out)).toMatchObject({ code: 0, value: { reports: [{ verdict: 'new', introduction: true, sets: 0, annotations: 0, on: 0 }] } });
});
