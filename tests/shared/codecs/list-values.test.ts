import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { parseJson } from '../../../shared/codecs/json.ts';
import { listValues } from '../../../shared/codecs/list-values.ts';

const read = (json: string): readonly unknown[] => Array.from(listValues(json), ({ value }) => value);

describe('listValues', () => {
  it.each([
    ['none', ' [ ]\n', []],
    ['values of every kind', '[1, "a" ,null,[2,[3]] , {"b": [4]},true ]', [1, 'a', null, [2, [3]], { b: [4] }, true]],
    ['signs inside of strings', String.raw`["],[{", "\"]", "\\", {"}": "\\\""}]`, ['],[{', '"]', '\\', { '}': '\\"' }]],
  ])('gives %s', (_, json, values) => expect(read(json)).toEqual(values));

  it.each([
    ['no list', '{"a":[1]}', [undefined]], ['nothing', '', [undefined]], ['a list that is not closed', '[1,2', [1, 2, undefined]], ['a value that breaks off', '[1,{"a":2', [1, undefined]],
    ['a comma too many', '[1,]', [1, undefined]], ['a comma too few', '[1 2]', [undefined]], ['a string without end', '["a]', [undefined]], ['something behind the list', '[1],2', [1, undefined]],
    ['a bracket too many', '[1]]', [1, undefined]], ['a blank that is none of JSON', '[1]\u00a0', [1, undefined]],
  ])('gives what stands before where there is %s', (_, json, values) => expect(read(json)).toEqual(values));

  it('parses no more than is asked for', () => {
    const asked: string[] = [];
    const [first] = listValues('[1,2,3]', (json) => {
      asked.push(json);
      return parseJson(json);
    });
    expect([first, asked]).toEqual([{ value: 1, end: 2 }, ['1']]);
  });

  it('takes for sound what JSON does, and gives the same', () => {
    const sign = fc.constantFrom('[', ']', '{', '}', ',', ':', '"', '\\', ' ', '\n', '1', '-', 'null', '"a"', '"ی"', '\u00a0');
    fc.assert(fc.property(fc.oneof(fc.jsonValue().map((value) => JSON.stringify([value, value], null, 1)), fc.array(sign, { maxLength: 12 }).map((signs) => `[${signs.join('')}`)), (json) => {
      const whole = parseJson(json);
      const values = read(json);
      expect(values.includes(undefined) ? undefined : values).toEqual(whole);
    }), { numRuns: 2000 });
  });
});
