import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { readBundle } from '../../../../shared/exchange/bundle/read-bundle.ts';
import { lookInto } from '../../../../shared/exchange/folder/look.ts';
import { checkDataset, errorsOf } from '../../../../shared/model/check.ts';
import { sameDataset } from '../../../../shared/model/dataset.ts';
import { type Schema } from '../../../../shared/model/schema.ts';
import seed from '../../../../seeds/schema.json' with { type: 'json' };
import { forAll } from '../../../arbitraries/for-all.ts';
import { runs } from '../../../arbitraries/runs.ts';
import { Laptop, articleOf, setOf } from '../bundle/laptop.ts';
import { type Files, goOn, listed, look, put } from './in-folder.ts';

const schema = seed as unknown as Schema;
const few = Math.ceil(runs / 50);
const articles = ['1', '2', '3'].map((token) => articleOf(token));
const base = { schema, articles, annotators: [], entities: [], sets: [] };
const newLaptop = (name: string): Laptop => new Laptop(name, schema, { dataset: base });

/** What somebody marks on an Article, in each of their turns; `null` leaves it out. */
const turn = fc.array(fc.option(fc.integer({ min: 1, max: 9 })), { minLength: 3, maxLength: 3 }).filter((marks) => marks.some((mark) => mark !== null));

/** `null` where everything was handed in before as it is. */
const workOf = (laptop: Laptop, marks: readonly (number | null)[]): Uint8Array | null => {
  marks.forEach((end, index) => {
    const article = articles[index];
    if (end !== null && article) laptop.put(setOf(laptop, article.id, [0, end]));
  });
  const bundle = laptop.handIn();
  const read = readBundle({ name: 'a.naql', bytes: bundle });
  return read.ok && read.value.entries.length === 0 ? null : bundle;
};

const send = (files: Files, laptop: Laptop, marks: readonly (number | null)[]): void => {
  const bundle = workOf(laptop, marks);
  if (bundle) put(files, bundle);
};

/** What a program that copies files can do to one on its way. */
type Arrival = { readonly file: number; readonly as: 'whole' | 'cut' | 'altered' | 'copy' | 'capitals' | 'empty'; readonly looks: boolean };
const arrival: fc.Arbitrary<Arrival> = fc.record({
  file: fc.nat(50), as: fc.constantFrom('whole', 'cut', 'altered', 'copy', 'capitals', 'empty'), looks: fc.boolean(),
});

function arrive(folder: Files, name: string, bytes: Uint8Array, as: Arrival['as']): void {
  const dot = name.lastIndexOf('.');
  const isThere = folder.get(name)?.length === bytes.length;
  switch (as) {
    case 'whole':
      return void folder.set(name, bytes);
    case 'cut':
      return void (isThere || folder.set(name, bytes.slice(0, bytes.length >> 1)));
    case 'empty':
      return void (isThere || folder.set(name, new Uint8Array()));
    case 'altered':
      return void (isThere || folder.set(name, bytes.map((byte, at) => (at === bytes.length >> 1 ? byte ^ 1 : byte))));
    case 'copy':
      return void folder.set(`${name.slice(0, dot)} (conflicted copy)${name.slice(dot)}`, bytes.slice(0, bytes.length >> 1));
    case 'capitals':
      return void folder.set(name.toUpperCase(), bytes);
  }
}

describe('a shared folder', () => {
  it('leads to the same state as the files by mail, in whatever order, pieces, copies and repetitions they arrive', () => {
    forAll(fc.tuple(fc.array(turn, { minLength: 2, maxLength: 5 }), fc.array(arrival, { maxLength: 30 })), ([turns, arrivals]) => {
      const people = ['sara', 'reza'].map(newLaptop);
      const bundles = turns.flatMap((marks, index) => workOf(people[index % 2] as Laptop, marks) ?? []);
      const sent: Files = new Map();
      for (const bundle of bundles) put(sent, bundle);
      const [byMail, lead, folder] = [newLaptop('lead'), newLaptop('lead'), new Map() as Files];
      byMail.takeIn(...bundles);
      const files = [...sent];
      for (const { file, as, looks } of arrivals) {
        const [name, bytes] = files[file % files.length] as [string, Uint8Array];
        arrive(folder, name, bytes, as);
        if (looks) goOn(lead, folder);
      }
      for (const [name, bytes] of files) folder.set(name, bytes);
      goOn(lead, folder);
      expect(sameDataset(byMail.shared(), lead.shared())).toBe(true);
      expect(errorsOf(checkDataset(lead.dataset))).toEqual([]);
      const again = look(lead, folder);
      expect([again.read, again.offers, again.late, again.came]).toEqual([[], [], [], bundles.length]);
    }, few);
  });

  it.each([2, 3])('brings %d devices to one state, each with a copy of the folder of its own, and no file is ever altered or taken away', (count) => {
    const step = fc.record({ who: fc.nat(count - 1), from: fc.nat(count - 1), what: fc.constantFrom('work', 'look', 'copy-one', 'copy-all'), marks: turn, file: fc.nat(50) });
    forAll(fc.array(step, { minLength: 4, maxLength: 16 }), (steps) => {
      const people = ['lead', 'sara', 'reza'].slice(0, count).map((name) => ({ laptop: newLaptop(name), folder: new Map() as Files, outbox: new Map() as Files }));
      const written: Files = new Map();
      const note = ({ folder }: (typeof people)[number]) => {
        for (const [name, bytes] of folder) {
          if (written.has(name)) expect(written.get(name)).toEqual(bytes);
          written.set(name, bytes);
        }
      };
      const copy = (from: Files, to: Files, only: number | null) => [...from].forEach(([name, bytes], index) => (only === null || index === only % from.size) && to.set(name, bytes));
      for (const { who, from, what, marks, file } of steps) {
        const [one, other] = [people[who], people[from]];
        if (!one || !other) throw new Error('people');
        const before = [...one.folder.keys()];
        if (what === 'work') send(one.outbox, one.laptop, marks);
        else if (what === 'look') goOn(one.laptop, one.folder, one.outbox);
        else copy(other.folder, one.folder, what === 'copy-all' ? null : file);
        expect(before.every((name) => one.folder.has(name))).toBe(true);
        note(one);
      }
      for (const one of people) goOn(one.laptop, one.folder, one.outbox);
      for (const one of people) for (const other of people) copy(other.folder, one.folder, null);
      for (const one of people) {
        goOn(one.laptop, one.folder, one.outbox);
        note(one);
      }
      const states = people.map(({ laptop }) => ({ ...laptop.shared(), annotators: [] }));
      for (const state of states) expect(state).toEqual(states[0]);
      for (const { laptop, folder, outbox } of people) expect(look(laptop, folder, outbox)).toMatchObject({ read: [], send: [], offers: [], late: [], ignored: [] });
    }, few);
  });

  it('is seen the same in whatever order its names are listed, and each name once', () => {
    forAll(fc.tuple(turn, turn, fc.infiniteStream(fc.nat(100))), ([first, second, picks]) => {
      const folder: Files = new Map();
      for (const [name, marks] of [['sara', first], ['reza', second]] as const) send(folder, newLaptop(name), marks);
      folder.set('notes.txt', new Uint8Array(1));
      const listing = listed(folder);
      const mixed = [...listing, ...listing].map((one) => ({ one, rank: picks.next().value as number })).sort((a, b) => a.rank - b.rank).map(({ one }) => one);
      expect(look(newLaptop('lead'), folder, new Map(), mixed)).toEqual(look(newLaptop('lead'), folder));
    }, few);
  });

  it('may hold names that were made to do harm: they are listed, and nothing is read of them', () => {
    const hostile = fc.oneof(fc.string({ unit: 'binary' }), fc.constantFrom('../../etc/passwd', 'log/../../x.jsonl', '\0', 'docs/ab/..', 'C:\\x', `log/${'a'.repeat(400)}`));
    const here = { project: 'prj-a', isLead: false, me: 'per-a', device: 'dev-a', names: null, projects: new Set(), seen: [], blind: new Set(), rosters: new Set(), enclosed: new Set() } as unknown as Parameters<typeof lookInto>[0]['here'];
    forAll(fc.array(fc.record({ name: hostile, kind: fc.constantFrom('file', 'folder', 'link', 'other'), size: fc.nat() })), (listing) => {
      const seen = lookInto({ listing, outbox: [], pieces: new Map(), here });
      expect([seen.read, seen.send, seen.offers]).toEqual([[], [], []]);
    });
  });
});
