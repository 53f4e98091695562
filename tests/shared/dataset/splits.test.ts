import { createHash } from 'node:crypto';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { divided, splitByHash } from '../../../shared/dataset/splits.ts';
import { type SplitGroup, type SplitMember } from '../../../shared/dataset/split-group.ts';
import { extendedLock, lockText, missingTests, readLock } from '../../../shared/dataset/split-lock.ts';
import { type LockedSplit, type SplitName, splitNames, type SplitOptions } from '../../../shared/dataset/split-options.ts';
import { type ArticleId } from '../../../shared/model/id.ts';
import { forAll } from '../../arbitraries/for-all.ts';

const shares = { train: 80, validation: 10, test: 10 };
const by = (kind: 'auto' | 'hash' | 'stratified', unseenPublishers: readonly string[] = []): SplitOptions =>
  ({ method: { kind, seed: '7', shares }, unit: 'group', unseenPublishers });
const byTime: SplitOptions = {
  method: { kind: 'time', validationFrom: '2024-11-01', testFrom: '2024-12-01' }, unit: 'group', unseenPublishers: [],
};

const member = (id: string, more: Partial<SplitMember> = {}): SplitMember =>
  ({ id: id as ArticleId, publisher: 'نمونه', published: '2024-08-02', labels: {}, ...more });
const group = (...members: readonly SplitMember[]): SplitGroup => ({ key: members[0]?.id ?? '', members });

const members: fc.Arbitrary<readonly SplitMember[]> = fc.uniqueArray(
  fc.record(
    {
      id: fc.stringMatching(/^[a-z0-9]{1,4}$/) as unknown as fc.Arbitrary<ArticleId>,
      publisher: fc.constantFrom('الف', 'ب', null),
      published: fc.constantFrom('2024-08-02', '2024-11-03T10:00:00Z', '2024-12-30', null),
      labels: fc.dictionary(fc.constantFrom('QUOTE', 'CUE'), fc.integer({ min: 1, max: 5 }), { noNullPrototype: true }),
    },
    { noNullPrototype: true },
  ),
  { selector: ({ id }) => id, maxLength: 24 },
);
/** Cut into groups of one to three. */
const groupSizes = fc.array(fc.integer({ min: 1, max: 3 }), { minLength: 24, maxLength: 24 });
const groups: fc.Arbitrary<readonly SplitGroup[]> = fc.tuple(members, groupSizes).map(([all, sizes]) => {
  const found: SplitGroup[] = [];
  for (let at = 0, size = 0; at < all.length; at += size) {
    size = sizes[found.length] ?? 1;
    found.push(group(...all.slice(at, at + size)));
  }
  return found;
});
const options: fc.Arbitrary<SplitOptions> = fc.constantFrom(
  by('auto'), by('hash'), by('stratified'), byTime, by('hash', ['ب']), by('stratified', ['ب']),
);

const lockOf = (all: readonly SplitGroup[], splitOf: ReadonlyMap<ArticleId, SplitName>): readonly LockedSplit[] =>
  all.flatMap(({ key, members: of }) => of.map(({ id }) => ({ article: id, split: splitOf.get(id) ?? 'none', group: key })));

describe('laws of splits', () => {
  it('gives every article one split, and a group never two', () => {
    forAll(fc.tuple(groups, options), ([all, chosen]) => {
      const { splitOf } = divided(all, chosen);
      expect(splitOf.size).toBe(all.flatMap((one) => one.members).length);
      for (const one of all) expect(new Set(one.members.map(({ id }) => splitOf.get(id))).size).toBe(1);
    });
  });

  it('does not depend on the order in which groups and members come', () => {
    forAll(fc.tuple(groups, options), ([all, chosen]) => {
      const turned = all.toReversed().map((one) => ({ ...one, members: one.members.toReversed() }));
      expect(divided(turned, chosen).splitOf).toEqual(divided(all, chosen).splitOf);
    });
  });

  it('moves nothing when articles are added, by hash', () => {
    forAll(fc.tuple(groups, fc.nat(24)), ([all, count]) => {
      const [before, after] = [divided(all.slice(0, count), by('hash')).splitOf, divided(all, by('hash')).splitOf];
      for (const [id, split] of before) expect(after.get(id)).toBe(split);
    });
  });

  it('moves nothing of what was released, whatever the method of the next version', () => {
    forAll(fc.tuple(groups, options, options, fc.nat(24)), ([all, first, next, count]) => {
      const before = divided(all.slice(0, count), first).splitOf;
      const after = divided(all, next, lockOf(all.slice(0, count), before)).splitOf;
      for (const [id, split] of before) expect(after.get(id)).toBe(split);
    });
  });

  it('never shrinks a test set, by hash', () => {
    const tests = (splitOf: ReadonlyMap<ArticleId, SplitName>) => [...splitOf.values()].filter((split) => split === 'test').length;
    forAll(fc.tuple(groups, fc.nat(24)), ([all, count]) =>
      expect(tests(divided(all, by('hash')).splitOf)).toBeGreaterThanOrEqual(tests(divided(all.slice(0, count), by('hash')).splitOf)));
  });

  it('keeps a publisher that is held out away from training', () => {
    forAll(groups, (all) => {
      const { splitOf } = divided(all, by('hash', ['ب']));
      for (const { id, publisher } of all.flatMap((one) => one.members)) if (publisher === 'ب') expect(splitOf.get(id)).toBe('unseen-publisher');
    });
  });
});

describe('by hash', () => {
  it('is what SHA-256 of seed and key says, computed by another program', () => {
    for (const key of ['art-1', 'خبر', 'd9']) {
      const place = createHash('sha256').update(`7${key}`).digest().readUInt32BE(0) / 2 ** 32;
      expect(splitByHash(key, '7', shares)).toBe(place < 0.8 ? 'train' : place < 0.9 ? 'validation' : 'test');
    }
  });

  it('comes near 80/10/10', () => {
    const counts = { train: 0, validation: 0, test: 0 };
    for (let at = 0; at < 10_000; at++) counts[splitByHash(`art-${at}`, '7', shares) as keyof typeof counts]++;
    expect(counts.train).toBeGreaterThan(7850);
    expect(counts.train).toBeLessThan(8150);
    expect(counts.test).toBeGreaterThan(900);
    expect(counts.test).toBeLessThan(1100);
  });
});

describe('stratified', () => {
  it('spreads a rare label, publishers and sizes over all splits', () => {
    const all = Array.from({ length: 100 }, (_, at) =>
      group(member(`a${at}`, { publisher: at % 2 ? 'الف' : 'ب', labels: at % 10 === 0 ? { COMMITMENT: 2, QUOTE: 1 } : { QUOTE: 3 } })));
    const { splitOf, method } = divided(all, by('auto'));
    const count = (split: SplitName, where: (one: SplitMember) => boolean): number =>
      all.flatMap((one) => one.members).filter((one) => splitOf.get(one.id) === split && where(one)).length;
    expect(method).toBe('stratified');
    expect(splitNames.map((split) => count(split, () => true))).toEqual([80, 10, 10, 0, 0]);
    expect(splitNames.map((split) => count(split, ({ labels }) => 'COMMITMENT' in labels))).toEqual([8, 1, 1, 0, 0]);
    expect(splitNames.map((split) => count(split, ({ publisher }) => publisher === 'ب'))).toEqual([40, 5, 5, 0, 0]);
  });

  it('leaves a split of no parts empty', () => {
    const all = Array.from({ length: 20 }, (_, at) => group(member(`a${at}`)));
    const chosen: SplitOptions = { ...by('stratified'), method: { kind: 'stratified', seed: '', shares: { train: 1, validation: 0, test: 1 } } };
    const counts = [...divided(all, chosen).splitOf.values()];
    expect(splitNames.map((split) => counts.filter((one) => one === split).length)).toEqual([10, 0, 10, 0, 0]);
  });

  it('gives way to the hash from 300 groups on', () => {
    const all = Array.from({ length: 300 }, (_, at) => group(member(`a${at}`)));
    expect(divided(all, by('auto')).method).toBe('hash');
    expect(divided(all.slice(1), by('auto')).method).toBe('stratified');
  });
});

describe('by time', () => {
  it('puts the last period into test, and a late copy of an old story where the story came first', () => {
    const { splitOf, undated } = divided(
      [
        group(member('old')), group(member('new', { published: '2024-12-01T08:00:00Z' })), group(member('between', { published: '2024-11-30' })),
        group(member('story', { published: '2024-10-31' }), member('copy', { published: '2024-12-05' })),
        group(member('never', { published: null })),
      ],
      byTime,
    );
    expect(Object.fromEntries(splitOf)).toEqual({ old: 'train', new: 'test', between: 'validation', story: 'train', copy: 'train', never: 'none' });
    expect(undated).toEqual(['never']);
  });
});

describe('released splits', () => {
  const lock: readonly LockedSplit[] = [{ article: 'a', split: 'train', group: 'a' }, { article: 'b', split: 'test', group: 'b' }];

  it('lets a newcomer follow its group', () => {
    expect(Object.fromEntries(divided([group(member('b'), member('c'))], by('hash'), lock).splitOf)).toEqual({ b: 'test', c: 'test' });
  });

  it('keeps both of two released articles that a newcomer links, and puts the newcomer into none', () => {
    const { splitOf, linking, locked } = divided([group(member('a'), member('b'), member('c'))], by('hash'), lock);
    expect([Object.fromEntries(splitOf), linking, locked]).toEqual([{ a: 'train', b: 'test', c: 'none' }, ['c'], 2]);
  });

  it('names the articles by which a test set would shrink', () => {
    expect(missingTests(lock, (id) => id === 'a')).toEqual(['b']);
    expect(missingTests(lock, () => true)).toEqual([]);
  });

  it('are read as they were written, sorted, and kept when their article is gone', () => {
    const extended = extendedLock(lock, [{ article: 'aa', split: 'none', group: 'aa' }, { article: 'b', split: 'train', group: 'b' }]);
    expect(extended.map(({ article, split }) => `${article} ${split}`)).toEqual(['a train', 'aa none', 'b test']);
    expect(lockText(lock.toReversed())).toBe('{"doc_id":"a","split":"train","group":"a"}\n{"doc_id":"b","split":"test","group":"b"}\n');
    expect(readLock(lockText(extended), 'x')).toEqual({ lock: extended, problems: [] });
  });

  it('are refused line by line where they are no lock', () => {
    const text = [
      '{"doc_id":"a","split":"dev","group":"a"}', '[', '{"doc_id":"b","split":"test","group":"b"}', '{"doc_id":"b","split":"train","group":"b"}',
    ].join('\n');
    const { lock: read, problems } = readLock(text, 'splits.lock.jsonl');
    expect(read).toEqual([{ article: 'b', split: 'test', group: 'b' }]);
    expect(problems.map(({ code, place }) => [code, place.line])).toEqual([['field-wrong', 1], ['line-not-json', 2], ['id-twice', 4]]);
  });
});
