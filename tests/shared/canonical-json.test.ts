import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { canonicalJson, isInOrder, type Json } from '../../shared/canonical-json.ts';

/** The rule itself, without a short cut. */
function byTheRule(value: Json): string {
  if (value === null || typeof value !== 'object') return JSON.stringify(value);
  if (Array.isArray(value)) return `[${value.map(byTheRule).join(',')}]`;
  const fields = Object.entries(value as { readonly [key: string]: Json }).sort(([a], [b]) => (a < b ? -1 : 1));
  return `{${fields.map(([key, field]) => `${JSON.stringify(key)}:${byTheRule(field)}`).join(',')}}`;
}

/** Few keys, numbers among them: engines put those first whatever order they came in. */
const values = fc.letrec<{ value: Json }>((tie) => ({
  value: fc.oneof(
    { maxDepth: 4 },
    fc.constantFrom<Json>(null, true, 0, -0, 1e21, 'می‌شود', '\ud83d', ''),
    fc.array(tie('value'), { maxLength: 3 }),
    fc.dictionary(fc.constantFrom('a', 'b', 'ب', '10', '9', '', 'B', '🔴', '\uffee'), tie('value'), { maxKeys: 5 }),
  ),
})).value;

describe('canonical JSON', () => {
  it('law: is what the rule says, whatever order the keys come in', () =>
    fc.assert(fc.property(values, (value) => {
      expect(canonicalJson(value)).toBe(byTheRule(value));
      expect(canonicalJson(JSON.parse(canonicalJson(value)))).toBe(byTheRule(value));
    })));

  it('law: a value in order is one that JSON.stringify writes so', () =>
    fc.assert(fc.property(values, (value) => {
      if (isInOrder(value)) expect(JSON.stringify(value)).toBe(byTheRule(value));
    })));

  it('leaves fields out that are undefined, in order or not', () => {
    expect(canonicalJson({ a: 1, b: undefined, c: [2] })).toBe('{"a":1,"c":[2]}');
    expect(canonicalJson({ c: [2], b: undefined, a: 1 })).toBe('{"a":1,"c":[2]}');
  });

  it.each([[undefined], [[undefined]], [{ a: () => 1 }], [{ b: 1, a: Symbol('x') }]])('has no form for %s', (value) => expect(() => canonicalJson(value)).toThrow('no JSON form'));
});
