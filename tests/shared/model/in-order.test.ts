import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { replaced, sameIn } from '../../../shared/model/in-order.ts';
import { runs } from '../../arbitraries/runs.ts';

interface Item {
  readonly id: string;
  readonly at: number;
}

const compare = (a: Item, b: Item): number => a.at - b.at || (a.id < b.id ? -1 : a.id > b.id ? 1 : 0);
const inOrder = (items: readonly Item[]): readonly Item[] => [...items].sort(compare);

/** Ids are few, so that places and ids meet; each stands once. */
const items = fc.uniqueArray(fc.record({ id: fc.integer({ min: 0, max: 60 }).map(String), at: fc.integer({ min: 0, max: 9 }) }), { selector: ({ id }) => id, maxLength: 40 });

describe('an ordered list', () => {
  it('law: with some of its items replaced it is what sorting all of them anew gives', () =>
    fc.assert(
      fc.property(items, items, fc.func(fc.boolean()), (list, come, goes) => {
        const was = list.filter((item) => goes(item) || come.some(({ id }) => id === item.id));
        const stay = list.filter((item) => !was.includes(item));
        expect(replaced(inOrder(list), inOrder(was), inOrder(come), compare)).toEqual(inOrder([...stay, ...come]));
      }),
      { numRuns: runs },
    ));

  it('law: what it holds under an id is found wherever the item of that id is thought to lie', () =>
    fc.assert(
      fc.property(items, fc.integer({ min: 0, max: 60 }).map(String), fc.integer({ min: 0, max: 9 }), (list, id, at) => {
        expect(sameIn(inOrder(list), { id, at }, compare)).toEqual(list.filter((item) => item.id === id));
      }),
      { numRuns: runs },
    ));

  it('is the same list where nothing is replaced', () => {
    const list = [{ id: 'a', at: 1 }];
    expect(replaced(list, [], [], compare)).toBe(list);
  });
});
