import fc from 'fast-check';
import { expect, it } from 'vitest';
import { fileNames } from '../../../shared/codecs/file-names.ts';
import { forAll } from '../../arbitraries/for-all.ts';

const ids = fc.array(fc.oneof(fc.constantFrom('a', 'A', 'con', 'CON', 'خبر', 'a/b', 'x'.repeat(150), 'X'.repeat(150), 'rest'), fc.string({ maxLength: 4 })), { maxLength: 30 });

it('each id has one name whenever it is asked for, and no two ids one that only letter case tells apart', () => {
  forAll(ids, (asked) => {
    const nameOf = fileNames(['rest']);
    const names = new Map<string, string>();
    for (const id of asked) {
      const name = nameOf(id);
      expect(name).toMatch(/^[\w-]*$/);
      expect(names.get(id) ?? name).toBe(name);
      names.set(id, name);
    }
    const folded = ['rest', ...names.values()].map((name) => name.toLowerCase());
    expect(new Set(folded).size).toBe(folded.length);
    expect([...names.values()].filter((name) => /^(?:con|nul|aux|prn)$/i.test(name))).toEqual([]);
  });
});
