import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { brokenAt, type Entry, entryHash, fold, genesis, merge } from '../../../shared/exchange/log.ts';
import { checkDataset, errorsOf } from '../../../shared/model/check.ts';
import { type Change, noChange } from '../../../shared/model/change.ts';
import { type Entity } from '../../../shared/model/entity.ts';
import { type Dataset } from '../../../shared/model/dataset.ts';
import { makeId } from '../../../shared/model/id.ts';
import { span } from '../../../shared/text/offsets.ts';
import { forAll } from '../../arbitraries/for-all.ts';
import { firstChange, log, nextEntry, twoLogs } from '../../arbitraries/log.ts';
import { seedSchema } from '../../arbitraries/schema.ts';
import { together } from '../../arbitraries/together.ts';
import { workOfOne } from '../../fixtures/two-annotators.ts';

const edit = { kind: 'do', command: 'edit' } as const;
const by = { device: makeId('device', 'a'), annotator: makeId('annotator', 'a') };

const alterations: readonly ((entry: Entry) => Entry)[] = [
  (entry) => ({ ...entry, wall: '2031-01-01T00:00:00.000Z' }),
  (entry) => ({ ...entry, lamport: entry.lamport + 1 }),
  (entry) => ({ ...entry, device: makeId('device', 'x') }),
  (entry) => ({ ...entry, channel: 'other' }),
  (entry) => ({ ...entry, previous: 'f'.repeat(64) }),
  (entry) => ({ ...entry, sequence: entry.sequence + 1 }),
  (entry) => ({ ...entry, annotator: makeId('annotator', 'x') }),
  (entry) => ({ ...entry, action: { kind: 'do', command: 'altered' } }),
  (entry) => ({ ...entry, change: { ...entry.change, removed: entry.change.added } }),
];
const altered = fc.tuple(log, fc.nat(), fc.constantFrom(...alterations));
const lawOfLogs = together(altered, ([{ entries, state }, at, alter]) => {
  const place = at % entries.length;
  return { entries, state, place, changed: entries.map((entry, index) => (index === place ? alter(entry) : entry)) };
});

const dealt = twoLogs.chain((logs) => {
  const all = logs.flat();
  return fc.tuple(fc.constant(logs), fc.shuffledSubarray(all, { minLength: all.length }), fc.subarray(all), fc.nat(all.length));
});
const lawOfTwo = together(dealt, ([[mine, theirs], shuffled, again, split]) => ({ mine, theirs, all: [...mine, ...theirs], shuffled, again, split }));

describe('folding', () => {
  lawOfLogs('the Log of one device folds to what applying its Changes in order gives', ({ entries, state }) => expect(fold(entries)).toEqual(state));

  lawOfTwo('order, repetition and split of Entries do not matter', ({ all, shuffled, again, split }) => {
    const expected = fold(all);
    expect(fold(shuffled)).toEqual(expected);
    expect(fold([...shuffled, ...again])).toEqual(expected);
    expect(merge(shuffled.slice(split), again, shuffled.slice(0, split))).toEqual(merge(all));
  });

  lawOfTwo('taking in twice equals once', ({ mine, theirs }) => expect(merge(merge(mine, theirs), theirs)).toEqual(merge(mine, theirs)));

  lawOfTwo('what two devices did without hearing of each other folds to a sound Dataset', ({ all }) =>
    expect(errorsOf(checkDataset(fold(all)))).toEqual([]));

  test('what one device marks in a set goes where the other has made that set one of another Article', () => {
    const start = workOfOne('sara');
    const [set, elsewhere] = start.sets.map(
      ({ id, article, annotator, role, status }) => ({ kind: 'set', value: { id, article, annotator, role, status } }) as const,
    );
    if (!set || !elsewhere) throw new Error('two sets expected');
    const moved = { ...set, value: { ...set.value, article: elsewhere.value.article } };
    const speaker = start.sets[0]?.annotations.find(({ label }) => label === 'SPEAKER');
    if (!speaker) throw new Error('a speaker expected');
    const beyond = { ...speaker, id: makeId('annotation', 'far'), spans: [span(60, 65)] };
    const begin = nextEntry([], by, firstChange(start), edit);
    const marked = nextEntry([], { ...by, device: makeId('device', 'b') }, { ...noChange, added: [{ kind: 'annotation', set: set.value.id, value: beyond }] }, edit, 2);
    const isThere = (dataset: Dataset): boolean => dataset.sets.some(({ annotations }) => annotations.some(({ id }) => id === beyond.id));
    expect(isThere(fold([begin, marked]))).toBe(true);
    const both = fold([begin, marked, nextEntry([begin], by, { ...noChange, updated: [[set, moved]] }, edit)]);
    expect(isThere(both)).toBe(false);
    expect(errorsOf(checkDataset(both))).toEqual([]);
  });

  test('a device whose Log was copied and went on twice folds in one way, whichever copy comes first', () => {
    const entity = (name: string): Entity => ({ id: makeId('entity', 'a'), name, kind: 'person', aliases: [], offices: [], note: '' });
    const named = (name: string): Change => ({ ...noChange, added: [{ kind: 'entity', value: entity(name) }] });
    const begin = nextEntry([], by, { ...noChange, added: [{ kind: 'schema', value: seedSchema }] }, { kind: 'do', command: 'begin' });
    const one = nextEntry([begin], by, named('مینا'), { kind: 'do', command: 'edit' });
    const two = nextEntry([begin], by, named('رضا'), { kind: 'do', command: 'edit' });
    expect(fold([begin, one, two])).toEqual(fold([two, one, begin]));
  });
});

describe('the chain', () => {
  lawOfLogs('holds in every Log that was written', ({ entries }) => {
    expect(brokenAt(entries)).toBeNull();
    expect(brokenAt(entries.slice(Math.floor(entries.length / 2)))).toBeNull();
    expect(entries[0]?.previous).toBe(genesis);
  });

  lawOfLogs('any altered Entry is found, the last one too where the head is known', ({ entries, place, changed }) => {
    const head = entryHash(entries.at(-1) as Entry);
    if (entryHash(changed[place] as Entry) === entryHash(entries[place] as Entry)) return;
    const broken = brokenAt(changed, head);
    expect(broken === place || broken === place + 1).toBe(true);
  });

  test('an Entry that is missing, doubled or out of its place is found', () => {
    forAll(fc.tuple(log.filter(({ entries }) => entries.length > 2), fc.nat()), ([{ entries }, at]) => {
      const place = 1 + (at % (entries.length - 2));
      expect(brokenAt(entries.filter((_, index) => index !== place))).toBe(place);
      expect(brokenAt(entries.toSpliced(place, 0, entries[place] as Entry))).toBe(place + 1);
      expect(brokenAt(entries.toReversed())).toBe(1);
    });
  });

  lawOfLogs('an end that was cut off is found where the head is known', ({ entries }) => {
    const head = entryHash(entries.at(-1) as Entry);
    expect(brokenAt(entries, head)).toBeNull();
    expect(brokenAt(entries.slice(0, -1), head)).toBe(entries.length - 1);
  });

  test('an Entry whose Lamport time does not grow is found: it would fold in another order than it was done', () => {
    const begin = nextEntry([], by, noChange, { kind: 'do', command: 'begin' });
    expect(brokenAt([begin, nextEntry([begin], by, noChange, { kind: 'do', command: 'edit' }, 0)])).toBe(1);
  });

  test('two devices in one list are no chain', () => {
    const a = nextEntry([], by, noChange, { kind: 'do', command: 'begin' });
    const b = nextEntry([a], { ...by, device: makeId('device', 'b') }, noChange, { kind: 'do', command: 'edit' });
    expect(brokenAt([a, b])).toBe(1);
  });
});
