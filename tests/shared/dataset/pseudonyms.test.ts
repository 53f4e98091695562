import { createHmac } from 'node:crypto';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { slices } from '../../../shared/codecs/slices.ts';
import { pseudonymous, pseudonymsOf } from '../../../shared/dataset/pseudonyms.ts';
import { type Annotator } from '../../../shared/model/annotator.ts';
import { checkDataset, errorsOf } from '../../../shared/model/check.ts';
import { type AnnotatorId } from '../../../shared/model/id.ts';
import { dataset } from '../../arbitraries/dataset.ts';
import { forAll } from '../../arbitraries/for-all.ts';
import { testSecret } from '../../fixtures/memory-export.ts';

const person = (id: string): Annotator => ({ id: id as AnnotatorId, kind: 'person', name: `نام ${id}`, version: null });

/** A pseudonym of its own for each. */
const each = (release: string) => ({ release, merged: false });

describe('pseudonyms', () => {
  it('are the first digits of HMAC-SHA-256, computed by another program', () => {
    const hash = createHmac('sha256', testSecret).update('A03').digest('hex');
    expect(pseudonymsOf([person('A03')], testSecret, each(''))).toEqual(new Map([['A03', hash.slice(0, 4)]]));
  });

  it('are others in another release, and the same in the same one', () => {
    const name = (release: string) => pseudonymsOf([person('A03')], testSecret, each(release)).get('A03' as AnnotatorId);
    expect(name('1.0')).toBe(name('1.0'));
    expect(new Set([name(''), name('1.0'), name('2.0')]).size).toBe(3);
  });

  it('grow until all people differ', () => {
    // Four digits tell 65,536 apart: among a thousand people some meet.
    const people = Array.from({ length: 1000 }, (_, at) => person(`A${at}`));
    const names = [...pseudonymsOf(people, testSecret, each('')).values()];
    expect(new Set(names).size).toBe(1000);
    expect(new Set(names.map(({ length }) => length)).size).toBe(1);
    expect(names[0]?.length).toBeGreaterThan(4);
    expect(names[0]?.length).toBeLessThanOrEqual(8);
  });

  it('are one for all people where they are merged, another one in another release, and machines keep theirs', () => {
    const machine: Annotator = { ...person('M'), kind: 'machine' };
    const name = (release: string) => pseudonymsOf([person('A'), machine, person('B')], testSecret, { release, merged: true });
    expect([...name('').keys()]).toEqual(['A', 'B']);
    expect(new Set(name('').values()).size).toBe(1);
    expect([...name('').values()][0]).toMatch(/^[0-9a-f]{4}$/);
    expect(name('2').get('A' as AnnotatorId)).not.toBe(name('').get('A' as AnnotatorId));
    expect(pseudonymsOf([], testSecret, { release: '', merged: true }).size).toBe(0);
  });

  it('refuse a secret that can be guessed', () => {
    expect(() => pseudonymsOf([], new Uint8Array(8), each(''))).toThrow('8 bytes');
  });

  it('leave no name, no id of a person or of a set, and no time of day in a slice, and keep it sound', () => {
    forAll(fc.tuple(dataset, fc.boolean()), ([whole, merged]) => {
      const pseudonyms = pseudonymsOf(whole.annotators, testSecret, { release: '', merged });
      for (const slice of slices(whole)) {
        const found = pseudonymous(slice, pseudonyms);
        // Whom nothing refers to may have been merged into somebody of another slice.
        if (found.articles.length > 0) expect(errorsOf(checkDataset(found))).toEqual([]);
        const people = slice.annotators.filter(({ kind }) => kind === 'person').map(({ id }) => id);
        expect(found.annotators.filter(({ id }) => people.includes(id))).toEqual([]);
        expect(found.sets.filter(({ annotator, id }) => people.includes(annotator) || slice.sets.some((set) => set.id === id))).toEqual([]);
        for (const { name, kind, id } of found.annotators) if (kind === 'person') expect(name).toBe(id);
        for (const { added } of found.articles) expect(added).toMatch(/T00:00:00\.000Z$/);
        if (merged) expect(found.annotators.filter(({ kind }) => kind === 'person').length).toBeLessThanOrEqual(1);
        expect(new Set(found.sets.map(({ id }) => id)).size).toBe(found.sets.length);
        expect(found.annotators.filter(({ kind }) => kind === 'machine')).toEqual(slice.annotators.filter(({ kind }) => kind === 'machine'));
      }
    });
  });
});
