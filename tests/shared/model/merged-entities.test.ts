import { describe, expect, it } from 'vitest';
import { type Entity } from '../../../shared/model/entity.ts';
import { makeId } from '../../../shared/model/id.ts';
import { checkMerges, entityFinder, mendMerges } from '../../../shared/model/merged-entities.ts';

/** `a>b`: a was merged into b. */
const register = (text: string): readonly Entity[] =>
  text.split(' ').map((one) => {
    const [id = '', into] = one.split('>');
    const entity: Entity = { id: makeId('entity', id), name: id, kind: 'person', aliases: [], offices: [], note: '' };
    return into === undefined ? entity : { ...entity, mergedInto: makeId('entity', into) };
  });

describe('merges as two devices may leave them', () => {
  it.each([
    ['one step', 'a>b b', 'a>b b'],
    ['a chain', 'a>b b>c c', 'a>c b>c c'],
    ['into one that is gone', 'a>x b', 'a b'],
    ['a chain into one that is gone', 'a>b b>x', 'a>b b'],
    ['each into the other', 'a>b b>a', 'a b'],
    ['into a circle', 'c>a a>b b>a', 'c>a a b'],
    ['into itself', 'a>a b', 'a b'],
  ])('%s', (_, before, after) => {
    const mended = mendMerges(register(before));
    expect(mended).toEqual(register(after));
    expect(checkMerges(mended)).toEqual([]);
    expect(checkMerges(register(before)).length === 0).toBe(before === after);
  });

  it('the one that is meant is found in one step', () => {
    const find = entityFinder(register('a>b b'));
    expect(['a', 'b', 'x'].map((id) => find(makeId('entity', id))?.name)).toEqual(['b', 'b', undefined]);
  });
});
