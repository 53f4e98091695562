import { describe, expect, it } from 'vitest';
import { canonicalJson } from '../../../../shared/canonical-json.ts';
import { joined } from '../../../../shared/codecs/encode.ts';
import { hashOf } from '../../../../shared/exchange/bundle/whole-file.ts';
import { readCard, writeCard } from '../../../../shared/exchange/folder/card.ts';
import { type Look, lookInto } from '../../../../shared/exchange/folder/look.ts';
import { gather, spread } from '../../../../shared/exchange/folder/parts.ts';
import { readPiece } from '../../../../shared/exchange/folder/piece.ts';
import { makeId } from '../../../../shared/model/id.ts';
import { type Schema } from '../../../../shared/model/schema.ts';
import { encodeUtf8 } from '../../../../shared/text/utf8.ts';
import seed from '../../../../seeds/schema.json' with { type: 'json' };
import { articleOf, Laptop, project, setOf } from '../bundle/laptop.ts';
import { type Files, goOn, listed, look, pieceIn, put } from './in-folder.ts';

const schema = seed as unknown as Schema;
const [one, two] = [articleOf('1'), articleOf('2')];
const base = { schema, articles: [one, two], annotators: [], entities: [], sets: [] };
const none = { schema, articles: [], annotators: [], entities: [], sets: [] };

const withWork = (name: string): Laptop => {
  const laptop = new Laptop(name, schema, { dataset: base });
  laptop.put(setOf(laptop, one.id, [0, 3]));
  return laptop;
};
const newLead = (): Laptop => new Laptop('lead', schema, { dataset: base });
const why = ({ late, ignored }: Look): readonly string[] => [...late, ...ignored].map((said) => said.why);

/** Two whom the lead has given both articles, through a folder; what each has taken in. */
function round(blind = true) {
  const [lead, sara, reza] = [newLead(), new Laptop('sara', schema, { dataset: none }), new Laptop('reza', schema, { dataset: none })];
  const folder: Files = new Map();
  const given = lead.handOut([sara, reza].map(({ me }) => ({ person: me.id, articles: [one.id, two.id], repeats: [] })), new Map(), blind);
  for (const file of given.values()) put(folder, file);
  const first = [sara, reza].map((person) => goOn(person, folder));
  const work = (person: Laptop) => {
    for (const { id } of [one, two]) person.put(setOf(person, id, [0, 3]));
    return put(folder, person.handIn());
  };
  return { lead, sara, reza, folder, first, work };
}

describe('a Bundle in a shared folder', () => {
  it('lies there as texts and Schema by their hashes and one piece, and comes back byte by byte', () => {
    const [lead, folder] = [newLead(), new Map() as Files];
    const files = [...lead.handOut([{ person: makeId('annotator', 'sara'), articles: [one.id, two.id], repeats: [] }, { person: makeId('annotator', 'reza'), articles: [one.id], repeats: [] }]).values()];
    const pieces = files.map((file) => pieceIn(put(folder, file)));
    expect([...folder.keys()].map((name) => name.replace(/\/.*/, '')).sort(), 'what two were given lies there once').toEqual(['docs', 'docs', 'log', 'log', 'schema']);
    for (const [index, name] of pieces.entries()) {
      const read = readPiece({ name, bytes: folder.get(name) as Uint8Array });
      expect(read.kind === 'whole' && gather(read.piece, folder)).toEqual(files[index]);
    }
  });

  it('that is no sound one is not spread', () => expect(() => spread({ name: 'a.naql', bytes: encodeUtf8('x') })).toThrow('cannot be spread'));
});

describe('a look into a shared folder', () => {
  it('offers everybody what is meant for them, and nothing twice', () => {
    const { first, folder, sara } = round();
    for (const seen of first) {
      expect(seen.offers.map(({ piece }) => piece.manifest.purpose)).toEqual(['assignment']);
      expect(why(seen)).toEqual(['other-person']);
    }
    expect(look(sara, folder)).toMatchObject({ offers: [], came: 1, sent: 0 });
  });

  it('offers somebody who has not said yet who they are all that was given out, and nothing else', () => {
    const { folder, work, sara } = round();
    work(sara);
    const pieces = new Map([...folder].map(([name, bytes]) => [name, readPiece({ name, bytes })]));
    const here = { project: makeId('project', 'new'), isLead: false, me: makeId('annotator', 'new'), device: makeId('device', 'new'), names: null, projects: new Set([project]), seen: [], blind: new Set<string>(), rosters: new Set<string>(), enclosed: new Set<string>() };
    const seen = lookInto({ listing: listed(folder), outbox: [], pieces, here });
    expect(seen.offers.map(({ piece }) => String(piece.manifest.to)).sort()).toEqual(['per-reza', 'per-sara']);
    expect(why(seen)).toEqual(['other-person']);
  });

  it('keeps others’ work from whoever works on the same text blind until they have handed in', () => {
    const { folder, sara, reza, work } = round();
    work(reza);
    expect(look(sara, folder)).toMatchObject({ offers: [], late: [{ why: 'blind' }] });
    work(sara);
    expect(look(sara, folder)).toMatchObject({ offers: [{ piece: { manifest: { person: { name: 'reza' } } } }], late: [] });
    const open = round(false);
    open.work(open.reza);
    expect(look(open.sara, open.folder).offers).toHaveLength(1);
  });

  it.each([0, 1, 0.5, 0.99])('waits for a piece of which %d of its bytes are there, and for one with another byte', (part) => {
    const [sara, folder] = [withWork('sara'), new Map() as Files];
    const name = pieceIn(put(folder, sara.handIn()));
    const whole = folder.get(name) as Uint8Array;
    folder.set(name, part === 1 ? whole.map((byte, at) => (at === whole.length >> 1 ? byte ^ 1 : byte)) : whole.slice(0, Math.floor(whole.length * part)));
    const lead = newLead();
    expect(goOn(lead, folder)).toMatchObject({ offers: [], ignored: [], late: [{ name, why: 'unfinished' }] });
    folder.set(name, whole);
    expect(goOn(lead, folder)).toMatchObject({ offers: [{ name }], late: [] });
    expect(look(lead, folder)).toMatchObject({ offers: [], came: 1 });
  });

  it('waits for what a piece rests on', () => {
    const { lead, folder, sara } = round();
    const file = [...lead.handOut([{ person: sara.me.id, articles: [two.id], repeats: [] }]).values()][0] as Uint8Array;
    const names = put(folder, file);
    const text = names[0] as string;
    const bytes = folder.get(text) as Uint8Array;
    folder.delete(text);
    expect(look(sara, folder).late).toMatchObject([{ name: pieceIn(names), why: 'parts', heading: { kind: 'assignment', person: 'lead' } }]);
    folder.set(text, bytes.slice(1));
    expect(look(sara, folder).late).toMatchObject([{ name: pieceIn(names), why: 'parts', heading: { kind: 'assignment', person: 'lead' } }]);
    // As long as it must be, and not yet what it must be: it is found out when it is read.
    folder.set(text, bytes.map((byte) => byte ^ 1));
    const [offer] = look(sara, folder).offers;
    expect(offer && gather(offer.piece, folder)).toEqual([text]);
  });

  it('leaves copies, other names and links alone, and says so', () => {
    const [sara, folder] = [withWork('sara'), new Map() as Files];
    const name = pieceIn(put(folder, sara.handIn()));
    const bytes = folder.get(name) as Uint8Array;
    const copies = [name.toUpperCase(), name.replace('.jsonl', ' (Case Conflict).jsonl'), name.replace('.jsonl', '.sync-conflict-20260101-120000-ABCDEFG.jsonl')];
    for (const copy of copies) folder.set(copy, bytes);
    folder.set('گزارش.docx', bytes);
    folder.set('.DS_Store', bytes);
    const listing = [...listed(folder), { name: 'log/link', kind: 'link', size: 0 } as const, { name: 'photos', kind: 'folder', size: 0 } as const];
    const seen = look(newLead(), folder, new Map(), listing);
    expect(seen.offers.map((offer) => offer.name)).toEqual([name]);
    expect(new Map(seen.ignored.map((said) => [said.name, said.why]))).toEqual(new Map([
      ...copies.map((copy) => [copy, 'copy'] as const), ['log/link', 'link'], ['photos', 'strange'], ['گزارش.docx', 'strange'],
    ]));
    // The copy alone has come: what it is one of is waited for.
    folder.delete(name);
    expect(look(newLead(), folder).late.map((said) => said.why)).toEqual(['copy', 'copy', 'copy']);
  });

  it('says of a piece that a later Naql wrote that it needs one, and goes on with the rest', () => {
    const [sara, folder] = [withWork('sara'), new Map() as Files];
    const name = pieceIn(put(folder, sara.handIn()));
    const [entries = '', frame = ''] = new TextDecoder().decode(folder.get(name)).split('\n').slice(0, -2).reduce<string[]>(([before = '', last = ''], line) => [last === '' ? before : `${before}${last}\n`, line], []);
    const before = encodeUtf8(`${entries}${frame.replace('"reader":1', '"reader":9').replace('"version":1', '"version":9')}\n`);
    const bytes = joined([before, encodeUtf8(`${canonicalJson({ bytes: before.length, sha256: hashOf(before) })}\n`)]);
    const later = name.replace(/-\d+\.jsonl$/, `-${bytes.length}.jsonl`).replace(/[0-9a-f]{16}(?=-\d+\.jsonl$)/, '0'.repeat(16));
    folder.set(later, bytes);
    expect(look(newLead(), folder)).toMatchObject({ offers: [{ name }], ignored: [{ name: later, why: 'refused', problem: { code: 'bundle-newer', values: { version: 9 } } }] });
  });

  it('refuses what is whole and of no use, and goes on with the rest', () => {
    const [sara, folder] = [withWork('sara'), new Map() as Files];
    const name = pieceIn(put(folder, sara.handIn()));
    const other = name.replace('/submitted/', '/to-somebody/');
    folder.set(other, folder.get(name) as Uint8Array);
    expect(look(newLead(), folder)).toMatchObject({ offers: [{ name }], ignored: [{ name: other, why: 'refused', problem: { code: 'bundle-file-wrong' } }] });
  });

  it('writes what this device has given away, texts first, never over anything, and nothing that was not remembered', () => {
    const [lead, folder, outbox] = [newLead(), new Map() as Files, new Map() as Files];
    const [file] = [...lead.handOut([{ person: makeId('annotator', 'sara'), articles: [one.id], repeats: [] }]).values()];
    const names = put(outbox, file as Uint8Array);
    const piece = pieceIn(names);
    const forgotten = new Laptop('lead', schema, { dataset: base });
    expect(look(forgotten, folder, outbox).send, 'given by a project that does not know it').not.toContain(piece);
    expect(look(lead, folder, outbox).send).toEqual([...names.filter((name) => name !== piece).sort(), piece]);
    folder.set(piece, encodeUtf8('half of it'));
    const seen = goOn(lead, folder, outbox);
    expect(seen).toMatchObject({ late: [{ name: piece, why: 'own' }], sent: 0 });
    expect(folder.get(piece)).toEqual(encodeUtf8('half of it'));
    folder.delete(piece);
    goOn(lead, folder, outbox);
    expect(look(lead, folder, outbox)).toMatchObject({ send: [], sent: 1, late: [] });
  });

  it('asks for no file of which the listing says that it is not whole, and takes nothing of another project', () => {
    const [sara, folder] = [withWork('sara'), new Map() as Files];
    const name = pieceIn(put(folder, sara.handIn()));
    const here = { project: makeId('project', 'another'), isLead: true, me: makeId('annotator', 'lead'), device: makeId('device', 'lead'), names: null, projects: new Set([makeId('project', 'another')]), seen: [], blind: new Set<string>(), rosters: new Set<string>(), enclosed: new Set<string>() };
    const at = (size: number) => lookInto({ listing: [{ name, kind: 'file', size }], outbox: [], pieces: new Map(), here });
    const { length } = folder.get(name) as Uint8Array;
    expect([at(length).read, at(length - 1).read]).toEqual([[name], []]);
    const pieces = new Map([[name, readPiece({ name, bytes: folder.get(name) as Uint8Array })]]);
    expect(lookInto({ listing: listed(folder), outbox: [], pieces, here: { ...here, names: new Set([here.me]) } })).toMatchObject({ offers: [], ignored: [{ name, why: 'other-project' }] });
  });

  it('shows whoever leads that a device was introduced, and nobody else', () => {
    const { folder, lead, sara } = round();
    const name = pieceIn(put(folder, new Laptop('judge', schema, { dataset: none }).introduce()));
    expect(look(lead, folder).offers.map((offer) => offer.name)).toEqual([name]);
    const seen = look(sara, folder);
    expect(seen.offers).toEqual([]);
    expect(seen.ignored).toContainEqual({ name, why: 'other-person', heading: { kind: 'introduction', person: 'judge', project: 'پروژه', made: expect.any(String) } });
  });

  it('says nothing of what this device has introduced itself with from another project on it', () => {
    const [sara, folder] = [withWork('sara'), new Map() as Files];
    const before = sara.dataset;
    put(folder, sara.introduce(makeId('project', 'elsewhere')));
    sara.dataset = before;
    expect(look(sara, folder)).toMatchObject({ read: [], offers: [], late: [], ignored: [] });
    put(folder, sara.introduce());
    expect(look(sara, folder)).toMatchObject({ read: [], offers: [], late: [], ignored: [], sent: 1 });
  });

  it('shows a device that was restored from a backup what it had given away before', () => {
    const [sara, folder] = [withWork('sara'), new Map() as Files];
    const before = sara.dataset;
    const file = sara.handIn();
    put(folder, file);
    sara.dataset = before;
    const seen = look(sara, folder);
    expect(seen.offers.map(({ piece }) => piece.manifest.device)).toEqual([sara.device]);
    expect(sara.plan([file]).isCopy).toBe(true);
  });

  it('shows a lead who was restored what they had given out, and does not make them one of those whom it was given to', () => {
    const [lead, folder] = [newLead(), new Map() as Files];
    const before = lead.dataset;
    const [file] = [...lead.handOut([{ person: makeId('annotator', 'sara'), articles: [one.id], repeats: [] }]).values()];
    put(folder, file as Uint8Array);
    lead.dataset = before;
    expect(goOn(lead, folder).offers.map(({ piece }) => piece.manifest.to)).toEqual(['per-sara']);
    expect(lead.events.map(({ kind }) => kind)).toContain('assigned');
    expect(lead.events.filter(({ kind }) => kind === 'taken-up')).toEqual([]);
  });
});

describe('clocks', () => {
  it('that go more than ten minutes differently are told of, ahead and behind', () => {
    const said = (minutes: number) => {
      const { lead, sara } = round();
      const now = sara.now;
      Object.assign(sara, { now: () => new Date(Date.parse(now()) + minutes * 60_000).toISOString() });
      sara.put(setOf(sara, one.id, [0, 3]));
      return lead.plan([sara.handIn()]).reports.flatMap(({ problems }) => problems.map(({ code, values }) => [code, values['minutes']]));
    };
    expect(said(9)).toEqual([]);
    expect(said(-9)).toEqual([]);
    expect(said(30)).toEqual([['bundle-clock-ahead', 30]]);
    expect(said(-3 * 24 * 60)).toEqual([['bundle-clock-behind', 3 * 24 * 60]]);
  });
});

describe('the card of a shared folder', () => {
  const card = { project: { id: project, name: 'انرژی' }, person: 'سارا', made: '2026-01-01T00:00:00.000Z' };
  it('comes back as it was written', () => expect(readCard(writeCard(card))).toEqual({ ok: true, value: card }));
  it.each([
    ['is empty', new Uint8Array(), 'folder-card-wrong'],
    ['has not arrived whole', writeCard(card).slice(0, -3), 'folder-card-wrong'],
    ['names no project of ours', writeCard({ ...card, project: { id: '../x' as never, name: '' } }), 'folder-card-wrong'],
    ['was made at a time that is none', writeCard({ ...card, made: 'دیروز' }), 'folder-card-wrong'],
    ['is of another program', encodeUtf8('{"name":"x"}'), 'folder-card-wrong'],
    ['is of a later version', encodeUtf8('{"format":"naql.folder","reader":9,"version":9}'), 'folder-newer'],
  ])('that %s is none', (_why, bytes, code) => expect(readCard(bytes)).toMatchObject({ ok: false, problems: [{ code }] }));
});
