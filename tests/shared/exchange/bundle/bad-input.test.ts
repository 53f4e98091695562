import { describe, expect, it } from 'vitest';
import { canonicalJson } from '../../../../shared/canonical-json.ts';
import { signedText } from '../../../../shared/exchange/bundle/manifest.ts';
import { type Signature } from '../../../../shared/model/signature.ts';
import { readBundle } from '../../../../shared/exchange/bundle/read-bundle.ts';
import { type Incoming } from '../../../../shared/exchange/bundle/take-in-ground.ts';
import { planTakeIn } from '../../../../shared/exchange/bundle/take-in.ts';
import { wholeFile } from '../../../../shared/exchange/bundle/whole-file.ts';
import { type Entry, entryHash } from '../../../../shared/exchange/log.ts';
import { bundleProblems } from '../../../../shared/messages/bundle-problems.ts';
import { exchange } from '../../../../shared/messages/exchange.ts';
import { problems as sentences } from '../../../../shared/messages/problems.ts';
import { type Bilingual } from '../../../../shared/model/schema.ts';
import { isEmptyChange } from '../../../../shared/model/change.ts';
import { makeId, type ProjectId, type SetId } from '../../../../shared/model/id.ts';
import { type Schema } from '../../../../shared/model/schema.ts';
import { unprovenSets } from '../../../../shared/exchange/bundle/known.ts';
import { participantsIn, usualAmong } from '../../../../shared/review/participants.ts';
import { reopen } from '../../../../shared/review/work-commands.ts';
import { encodeUtf8 } from '../../../../shared/text/utf8.ts';
import seed from '../../../../seeds/schema.json' with { type: 'json' };
import { hostileProjectIds } from '../../../fixtures/hostile-project-ids.ts';
import { bombFrom, filesIn, forged } from './forged.ts';
import { articleOf, deviceKey, holds, Laptop, project, setOf } from './laptop.ts';

const schema = seed as unknown as Schema;
const [one, two] = [articleOf('1'), articleOf('2')];
const base = { schema, articles: [one, two], annotators: [], entities: [], sets: [] };

const sara = (isUnsigned = false): Laptop => {
  const laptop = new Laptop('sara', schema, { dataset: base, isUnsigned });
  laptop.put(setOf(laptop, one.id, [0, 3]));
  return laptop;
};
const lead = (): Laptop => new Laptop('lead', schema, { dataset: base });

const codesOf = (bytes: Uint8Array, limits?: Parameters<typeof readBundle>[1]): readonly string[] => {
  const read = readBundle({ name: 'سارا.naql', bytes }, limits);
  return read.ok ? [] : read.problems.map(({ code }) => code);
};

/** What reading says, and that there is a sentence for it in both languages. */
const expectRefused = (bytes: Uint8Array, code: string, limits?: Parameters<typeof readBundle>[1]): void => {
  expect(codesOf(bytes, limits)).toEqual([code]);
  expect(sentences[code as keyof typeof sentences]).toMatchObject({ fa: expect.stringMatching(/\S/), en: expect.stringMatching(/\S/) });
};

describe('a file that cannot be read leaves everything as it was, and says what to do', () => {
  const file = sara().handIn();

  it('nothing of ours: empty, a picture, another archive', () => {
    expectRefused(new Uint8Array(), 'bundle-not-ours');
    expectRefused(encodeUtf8('PNG'), 'bundle-not-ours');
    expectRefused(wholeFile([{ name: 'news.txt', bytes: encodeUtf8('خبر') }]), 'bundle-not-ours');
    expectRefused(wholeFile([{ name: 'manifest.json', bytes: encodeUtf8('{"name": "an extension"}') }]), 'bundle-not-ours');
  });

  it.each(hostileProjectIds)('of a project whose id %s', (_why, id) => {
    const made = forged(file, (manifest) => void (manifest['project'] = { id, name: 'پروژه' }));
    expect(codesOf(made)).toHaveLength(1);
    expect(sentences[codesOf(made)[0] as keyof typeof sentences]).toMatchObject({ fa: expect.stringMatching(/\S/) });
  });

  it.each([0.3, 0.7, 0.999])('truncated at %d of its length', (part) => expectRefused(file.slice(0, Math.floor(file.length * part)), 'bundle-truncated'));

  it('tampered: one byte, whichever it is', () => {
    const codes = new Map<string, number>();
    for (let at = 0; at < file.length; at++) {
      const altered = file.slice();
      altered[at] = (altered[at] ?? 0) ^ (1 + (at % 255));
      const [code = 'read'] = codesOf(altered);
      codes.set(code, (codes.get(code) ?? 0) + 1);
    }
    // The first bytes say what kind of file it is, the last ones that it is whole.
    expect([...codes.keys()].sort()).toEqual(['bundle-altered', 'bundle-not-ours', 'bundle-truncated']);
    expect(codes.get('bundle-altered')).toBeGreaterThan(file.length - 120);
  });

  it.each(['schema.json', 'docs/', 'log/', 'signature.json', 'manifest.json'])('tampered by somebody who makes the file whole again: %s', (part) => {
    const laptop = new Laptop('lead', schema, { dataset: base });
    const assignment = [...laptop.handOut([{ person: makeId('annotator', 'sara'), articles: [one.id], repeats: [] }]).values()][0] as Uint8Array;
    const whole = part === 'docs/' ? assignment : file;
    const files = filesIn(whole).map(({ name, bytes }) => ({ name, bytes: name.startsWith(part) ? bytes.map((byte, at) => (at === bytes.length >> 1 ? byte ^ 1 : byte)) : bytes }));
    const read = readBundle({ name: 'a.naql', bytes: wholeFile(files) });
    // A signature of the right form is proven, every other part is asked for its hash.
    if (read.ok) expect(holds(read.value)).toBe(false);
    else expect(['bundle-file-wrong', 'bundle-not-ours', 'bundle-altered']).toContain(read.problems[0]?.code);
  });

  it.each([['schema.json', '"1.0"', '"1.1"'], ['docs/', '1', '2'], ['log/', 'یک', 'دو']])('tampered by somebody who writes a new manifest too, without the key: %s', (part, from, to) => {
    const laptop = new Laptop('lead', schema, { dataset: base });
    const assignment = [...laptop.handOut([{ person: makeId('annotator', 'sara'), articles: [one.id], repeats: [] }]).values()][0] as Uint8Array;
    const other = forged(assignment, (_manifest, files) => {
      const name = [...files.keys()].find((one_) => one_.startsWith(part)) ?? '';
      expect(files.get(name)).toContain(from);
      files.set(name, (files.get(name) ?? '').replace(from, to));
    });
    const read = readBundle({ name: 'a.naql', bytes: other });
    expect(read.ok && holds(read.value)).toBe(false);
  });

  it('tampered by somebody who knows the format: the signature no longer holds', () => {
    const other = forged(file, (manifest) => Object.assign(manifest, { made: '2030-01-01T00:00:00.000Z' }));
    const read = readBundle({ name: 'a.naql', bytes: other });
    expect(read.ok && holds(read.value)).toBe(false);
    const same = readBundle({ name: 'a.naql', bytes: file });
    expect(same.ok && holds(same.value)).toBe(true);
  });

  it('a part that is not what the manifest says', () => {
    expectRefused(forged(file, (manifest, files) => { manifest.files.pop(); files.delete('schema.json'); }), 'bundle-file-wrong');
    expectRefused(forged(file, (_manifest, files) => { files.set('docs/' + '0'.repeat(64) + '.json', '{}'); }), 'bundle-file-wrong');
  });

  it('made or said at no time: it could not be shown', () => {
    expectRefused(forged(file, (manifest) => Object.assign(manifest, { made: 'دیروز' })), 'bundle-file-wrong');
    const piece = filesIn(file).find(({ name }) => name.startsWith('log/'))?.name ?? '';
    for (const field of ['at', 'wall']) {
      const altered = forged(file, (_manifest, files) => void files.set(piece, (files.get(piece) ?? '').replaceAll(new RegExp(`"${field}":"[^"]*"`, 'g'), `"${field}":"دیروز"`)));
      expectRefused(altered, 'bundle-file-wrong');
    }
  });

  it('of a newer version, whatever else is in it', () => {
    expectRefused(forged(file, (manifest, files) => { Object.assign(manifest, { version: 9, reader: 9, extra: 1 }); files.set('more/new.bin', ''); }), 'bundle-newer');
  });

  it('a later version that this one can read all the same is not refused for its number', () => {
    expect(codesOf(forged(file, (manifest) => Object.assign(manifest, { version: 9 })))).toEqual([]);
  });

  it.each(['../evil.jsonl', '/etc/passwd', 'C:\\evil.json', 'log/../../x.jsonl', 'docs/readme.txt'])('a name that leads elsewhere: %s', (name) => {
    expectRefused(forged(file, (_manifest, files) => { files.set(name, '{}'); }), 'bundle-name-unsafe');
  });

  it('a bomb: refused before it is unpacked', () => {
    const bomb = bombFrom(file);
    expect(bomb.length).toBeLessThan(100_000);
    expectRefused(bomb, 'bundle-too-large', { entries: 1000, bytes: 1e9, ratio: 100 });
    expectRefused(bomb, 'bundle-too-large', { entries: 1000, bytes: 1e7, ratio: 10_000 });
    expectRefused(file, 'bundle-too-large', { entries: 2, bytes: 1e9, ratio: 1000 });
  });

  it('nested deeper than anything of ours', () => {
    const deep = `${'['.repeat(100_000)}${']'.repeat(100_000)}`;
    expectRefused(forged(file, (_manifest, files) => { files.set('schema.json', deep); }), 'bundle-file-wrong');
  });

  it('half a character, named by its number', () => {
    const piece = filesIn(file).find(({ name }) => name.startsWith('log/'))?.name ?? '';
    expectRefused(forged(file, (_manifest, files) => { files.set(piece, (files.get(piece) ?? '').replace('"note":""', '"note":"\\ud800"')); }), 'bundle-file-wrong');
  });

  it.each([
    ['a decision without its items', { kind: 'decided', act: 'accept', rule: null, set: 'set-a', among: [], reason: null, note: '', turn: 1 }],
    ['an act that there is none of', { kind: 'decided', act: 'dance', rule: null, set: 'set-a', among: [], items: [], reason: null, note: '', turn: 1 }],
    ['a comment on nothing', { kind: 'commented', thread: null, words: 'x', blocking: false }],
    ['a rule without a number', { kind: 'ruled', question: null, rule: 'x', examples: [] }],
    ['a gold set that is named in no order', { kind: 'gold-named', set: 'set-a' }],
  ])('a statement that nobody could read later: %s', (_what, act) => {
    const bytes = rewritten(sara().handIn(), (entry) => ({
      ...entry, change: { ...entry.change, added: [...entry.change.added, { kind: 'event', value: { id: makeId('event', 'odd'), article: one.id, by: entry.annotator, at: '2026-01-01T00:00:00.000Z', ...act } } as never] },
    }));
    expectRefused(bytes, 'bundle-file-wrong');
  });

  it('an entry left out of the chain', () => {
    const laptop = sara();
    laptop.put(setOf(laptop, two.id, [0, 3]));
    const whole = laptop.handIn();
    const piece = filesIn(whole).find(({ name }) => name.startsWith('log/'))?.name ?? '';
    expectRefused(forged(whole, (_manifest, files) => { files.set(piece, (files.get(piece) ?? '').split('\n').slice(1).join('\n')); }), 'bundle-chain-broken');
  });
});

/** What planning says of Bundles whose signature was looked at. */
const planned = (laptop: Laptop, bytes: Uint8Array, at: ProjectId = project) => {
  const read = readBundle({ name: 'سارا.naql', bytes });
  if (!read.ok) throw new Error(JSON.stringify(read.problems));
  const incoming: Incoming = { bundle: read.value, key: read.value.signature?.key ?? null, isEnclosed: false };
  return planTakeIn({ project: at, me: laptop.me.id, device: laptop.device, dataset: laptop.dataset, mayJoin: false, now: laptop.now() }, [incoming]);
};

const expectNothing = (laptop: Laptop, bytes: Uint8Array, code: string, at?: ProjectId): void => {
  const { change, reports: [report] } = planned(laptop, bytes, at);
  expect(report).toMatchObject({ verdict: 'refused', problems: [{ code, severity: 'error', place: { file: 'سارا.naql' } }] });
  expect(isEmptyChange(change)).toBe(true);
  expect(sentences[code as keyof typeof sentences]).toBeDefined();
};

/** The first piece of the Log with other Entries, as somebody without a key could send it. */
function rewritten(bytes: Uint8Array, alter: (entry: Entry) => Entry): Uint8Array {
  return forged(bytes, (manifest, files) => {
    files.delete('signature.json');
    const ranges = manifest['ranges'] as { head: string; device: string; channel: string; from: number; to: number }[];
    const name = [...files.keys()].find((file) => file.startsWith('log/')) ?? '';
    let previous: string | null = null;
    const entries = (files.get(name) ?? '').trimEnd().split('\n').map((line) => {
      const entry = alter(JSON.parse(line) as Entry);
      const linked = previous === null ? entry : { ...entry, previous };
      previous = entryHash(linked);
      return linked;
    });
    const head = entryHash(entries.at(-1) as Entry);
    const moved = name.replace(/[0-9a-f]{16}\.jsonl$/, `${head.slice(0, 16)}.jsonl`);
    files.delete(name);
    files.set(moved, entries.map((entry) => `${canonicalJson(entry)}\n`).join(''));
    (ranges[0] as { head: string }).head = head;
    manifest.files = manifest.files.map((file) => (file.name === name ? { ...file, name: moved } : file));
  });
}

describe('a sound file that may not come in leaves everything as it was', () => {
  it('from another project', () => expectNothing(lead(), sara().handIn(), 'bundle-other-project', makeId('project', 'other') as ProjectId));

  it('in the name of somebody else', () => {
    const bytes = rewritten(sara().handIn(), (entry) => ({ ...entry, annotator: makeId('annotator', 'reza') }));
    expectNothing(lead(), bytes, 'bundle-others-work');
  });

  it('somebody else’s work, whole and in their name, in a file of one’s own', () => {
    const reza = makeId('annotator', 'reza');
    const bytes = rewritten(sara().handIn(), (entry) => JSON.parse(JSON.stringify(entry).replaceAll('per-sara', reza)) as Entry);
    expectNothing(lead(), bytes, 'bundle-others-work');
  });

  it('a set that is not what was sealed', () => {
    const bytes = rewritten(sara().handIn(), (entry) => ({
      ...entry,
      change: { ...entry.change, added: entry.change.added.map((record) => (record.kind === 'annotation' ? { ...record, value: { ...record.value, note: 'x' } } : record)) },
    }));
    expectNothing(lead(), bytes, 'bundle-seal-wrong');
  });

  it('a whole project is not poured into another one', () => {
    expectNothing(lead(), forged(sara(true).handIn(), (manifest) => Object.assign(manifest, { purpose: 'full' })), 'bundle-full');
  });

  it('the same device with another key', () => {
    const laptop = lead();
    laptop.takeIn(sara().handIn());
    const impostor = sara();
    impostor.put(setOf(impostor, two.id, [0, 3]));
    expectNothing(laptop, impostor.handIn(), 'bundle-key-changed');
  });

  it('a fork: a profile that was copied, or restored from a backup, and went on twice; both files are named', () => {
    const laptop = lead();
    const original = sara(true);
    const copy = sara(true);
    copy.put(setOf(copy, one.id, [4, 5]));
    laptop.takeIn(original.handIn());
    const { reports: [report], change } = planned(laptop, copy.handIn());
    expect(report).toMatchObject({ verdict: 'refused', problems: [{ code: 'bundle-forked', values: { person: 'sara', sequence: 1 } }] });
    expect(isEmptyChange(change)).toBe(true);
  });
});

describe('what is odd and comes in all the same is said', () => {
  it('unsigned', () => {
    const { reports: [report] } = planned(lead(), sara(true).handIn());
    expect(report).toMatchObject({ verdict: 'new', sets: 1, annotations: 1, key: null, problems: [{ code: 'bundle-unsigned', severity: 'warning' }] });
  });

  it('a set that came unsigned is no source of gold by itself, until it comes signed', () => {
    const laptop = lead();
    const from = sara(true);
    laptop.takeIn(from.handIn());
    const set = laptop.dataset.sets[0]?.id as SetId;
    const about = () => {
      const { sets, events, annotators } = laptop.review(one.id);
      return usualAmong(participantsIn(sets, events, annotators), unprovenSets(laptop.events));
    };
    expect([...unprovenSets(laptop.events)]).toEqual([[set, 'unsigned']]);
    expect(about()).toEqual([]);
    const again = sara();
    again.device = makeId('device', 'sara-2');
    again.dataset = from.dataset;
    // Ids of a laptop of its own.
    for (let made = 0; made < 50; made++) again.newId('event');
    again.perform(one.id, (context) => reopen(context, { set, reason: 'x' }));
    again.put({ ...setOf(again, one.id, [0, 4]), id: set });
    laptop.takeIn(again.handIn());
    expect([...unprovenSets(laptop.events)]).toEqual([]);
    expect(about()).toEqual([set]);
  });

  it('a person whom one knows by another key: a new laptop, or somebody in their name', () => {
    const laptop = lead();
    laptop.takeIn(sara().handIn());
    const other = sara();
    other.device = makeId('device', 'new-laptop');
    other.put(setOf(other, two.id, [0, 3]));
    const { reports: [report] } = laptop.takeIn(other.handIn());
    expect(report).toMatchObject({ verdict: 'new', problems: [{ code: 'bundle-new-key', severity: 'warning', values: { person: 'sara' } }] });
    // Who has read the words to each other and taken it in knows this key, too.
    other.put(setOf(other, one.id, [0, 5]));
    expect(laptop.plan([other.handIn()]).reports[0]?.problems).toEqual([]);
  });

  it('with an unknown article: the rest comes in, and it may come again when the article is there', () => {
    const laptop = new Laptop('lead', schema, { dataset: { ...base, articles: [one] } });
    const from = sara();
    from.put(setOf(from, two.id, [0, 3]));
    const file = from.handIn();
    const { reports: [report] } = laptop.takeIn(file);
    expect(report).toMatchObject({ verdict: 'new', sets: 1, unknownArticles: 1, problems: [{ code: 'bundle-article-unknown', values: { n: 1 } }] });
    laptop.dataset = { ...laptop.dataset, articles: [one, two] };
    expect(laptop.takeIn(file).reports[0]).toMatchObject({ verdict: 'new', sets: 1, unknownArticles: 0, problems: [] });
    expect(laptop.plan([file]).reports[0]).toMatchObject({ verdict: 'known', problems: [] });
  });

  it('taken in twice: nothing is new', () => {
    const laptop = lead();
    const file = sara().handIn();
    expect(laptop.takeIn(file).reports[0]).toMatchObject({ verdict: 'new', sets: 1, annotations: 1, events: 1, on: 1, problems: [] });
    const { reports: [report], change } = laptop.plan([file, file]);
    expect(report).toMatchObject({ verdict: 'known', sets: 0, events: 0 });
    expect(isEmptyChange(change)).toBe(true);
  });

  it('an earlier file that never came is missed by name', () => {
    const laptop = lead();
    const from = sara();
    from.handIn();
    from.put(setOf(from, two.id, [0, 3]));
    expect(laptop.takeIn(from.handIn()).reports[0]).toMatchObject({ sets: 1, problems: [{ code: 'bundle-gap', values: { n: 1 } }] });
  });

  it('made with another version of the schema', () => {
    const from = new Laptop('sara', { ...schema, version: `${schema.version.split('.')[0]}.99` }, { dataset: base });
    from.put(setOf(from, one.id, [0, 3]));
    expect(planned(lead(), from.handIn()).reports[0]).toMatchObject({ verdict: 'new', problems: [{ code: 'bundle-schema-differs' }] });
  });
});

describe('what is said of a file that somebody gave ends in what to do', () => {
  const toDo = {
    fa: /(?:بخواهید|بپرسید|بازش? ?کنید|به‌روز کنید|کنید|برگزینید|بگیرید|ببینید|بخوانید|بفرستید|لازم نیست)/,
    en: /\b(?:ask|open|update|look|add|choose|change|read the words|send|there is nothing to do)\b/i,
  };
  // One's own work is as it was, and stays so.
  const said = Object.entries<Bilingual>(bundleProblems).filter(([code]) => /^(?:bundle|envelope)-/.test(code) && code !== 'bundle-own-work');

  it.each([...said, ['taken in twice', exchange['take.known']] as const])('%s', (_, { fa, en }) => {
    expect(fa).toMatch(toDo.fa);
    expect(en).toMatch(toDo.en);
  });
});

describe('copies and backups', () => {
  it('a device that was restored from a backup sees by the lead’s answer that others know more of it, and goes on under a new id', () => {
    const laptop = lead();
    const before = sara();
    const backup = before.dataset;
    laptop.takeIn(before.handIn());
    const person = { person: before.me.id, name: 'sara', articles: [one], events: [], gold: [], readers: [] };
    const answer = laptop.giveBack(person);
    expect(before.plan([answer]).isCopy).toBe(false);
    before.dataset = backup;
    expect(before.plan([answer]).isCopy).toBe(true);
    before.takeIn(answer);
    before.device = makeId('device', 'sara-2');
    before.put(setOf(before, one.id, [4, 5]));
    const again = laptop.takeIn(before.handIn());
    expect(again.reports[0]).toMatchObject({ verdict: 'new', sets: 1 });
    expect(laptop.dataset.sets.find(({ article }) => article === one.id)?.annotations[0]?.spans).toEqual([{ start: 4, end: 5 }]);
  });

  it('a copied profile whose other half went on sees the same', () => {
    const laptop = lead();
    const [half, other] = [sara(true), sara(true)];
    laptop.takeIn(half.handIn());
    other.put(setOf(other, one.id, [4, 5]));
    other.handIn();
    expect(other.plan([laptop.giveBack({ person: other.me.id, name: 'sara', articles: [one], events: [], gold: [], readers: [] })]).isCopy).toBe(true);
  });
});

it('what is signed is the manifest with its kind before it, and nothing else', () => {
  const signer = deviceKey();
  const signature: Signature = signer.sign('{}');
  expect(signedText('{}')).toBe('naql.bundle {}');
  expect(signature.signature).toMatch(/^[0-9a-f]{128}$/);
});
