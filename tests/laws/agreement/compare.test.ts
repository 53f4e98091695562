import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { align, type Alignment } from '../../../shared/compare/align.ts';
import { alignLinks } from '../../../shared/compare/align-links.ts';
import { type Cluster, clusters } from '../../../shared/compare/clusters.ts';
import { disagreements } from '../../../shared/compare/disagreement.ts';
import { sameBounds, sharedLength, type Work } from '../../../shared/compare/marked.ts';
import { underOtherIds, workWith } from '../../arbitraries/continuum.ts';
import { forAll } from '../../arbitraries/for-all.ts';

const two = fc.tuple(workWith('a'), workWith('b'));
const pairIds = ({ pairs }: Alignment): readonly string[] => pairs.map(({ a, b }) => `${a.id} ${b.id}`);
const membersOf = (found: readonly Cluster[]): readonly (readonly string[])[] => found.map(({ members }) => [...members.values()].map(({ id }) => id));
const shuffled = (work: Work, places: readonly number[]): Work => ({
  marked: [...work.marked].map((one, place) => [places[place] ?? 0, one] as const).sort(([a], [b]) => a - b).map(([, one]) => one),
  links: work.links.toReversed(),
});

describe('laws of comparing', () => {
  it('each annotation is paired or alone, once; pairs overlap, and no two that overlap are both left alone', () =>
    forAll(two, ([a, b]) => {
      const { pairs, onlyA, onlyB } = align(a.marked, b.marked);
      expect([...pairs.map((pair) => pair.a), ...onlyA].map(({ id }) => id).sort()).toEqual(a.marked.map(({ id }) => id).sort());
      expect([...pairs.map((pair) => pair.b), ...onlyB].map(({ id }) => id).sort()).toEqual(b.marked.map(({ id }) => id).sort());
      for (const pair of pairs) expect(sharedLength(pair.a.spans, pair.b.spans)).toBeGreaterThan(0);
      for (const one of onlyA) for (const other of onlyB) expect(sharedLength(one.spans, other.spans)).toBe(0);
    }));

  it('who is called A makes no difference', () =>
    forAll(two, ([a, b]) => {
      const back = align(b.marked, a.marked).pairs.map((pair) => `${pair.b.id} ${pair.a.id}`);
      expect([...back].sort()).toEqual([...pairIds(align(a.marked, b.marked))].sort());
    }));

  it('nor does the order in which things are listed', () =>
    forAll(fc.tuple(two, fc.array(fc.nat(100), { minLength: 7, maxLength: 7 })), ([[a, b], places]) => {
      const [one, other] = [shuffled(a, places), shuffled(b, places.toReversed())];
      expect(pairIds(align(one.marked, other.marked))).toEqual(pairIds(align(a.marked, b.marked)));
      expect(disagreements(one, other).length).toBe(disagreements(a, b).length);
    }));

  it('a set compared with itself, or with a copy under other ids, has no disagreement', () =>
    forAll(workWith('a'), (work) => {
      expect(disagreements(work, work)).toEqual([]);
      const copy = underOtherIds(work, 'copy-');
      const alignment = align(work.marked, copy.marked);
      expect(alignment.pairs.every(({ a, b }) => a.label === b.label && sameBounds(a, b))).toBe(true);
      expect(alignLinks(work, copy, alignment, 'exact').pairs.length).toBe(work.links.length);
    }));

  it('clusters of two people are their pairs and what is alone', () =>
    forAll(two, ([a, b]) => {
      const alignment = align(a.marked, b.marked);
      const found = clusters(new Map([['A', a.marked], ['B', b.marked]]));
      const together = membersOf(found).filter(({ length }) => length === 2).map((ids) => ids.join(' '));
      expect(together.sort()).toEqual([...pairIds(alignment)].sort());
      expect(found.filter(({ verdict }) => verdict === 'solo').length).toBe(alignment.onlyA.length + alignment.onlyB.length);
    }));

  it('clusters of three hold everything once, whatever the order of people and lists', () =>
    forAll(fc.tuple(workWith('a'), workWith('b'), workWith('c')), ([a, b, c]) => {
      const found = clusters(new Map([['A', a.marked], ['B', b.marked], ['C', c.marked]]));
      expect(membersOf(found).flat().sort()).toEqual([...a.marked, ...b.marked, ...c.marked].map(({ id }) => id).sort());
      const other = clusters(new Map([['C', c.marked.toReversed()], ['A', a.marked.toReversed()], ['B', b.marked.toReversed()]]));
      expect(membersOf(other)).toEqual(membersOf(found));
    }));
});
