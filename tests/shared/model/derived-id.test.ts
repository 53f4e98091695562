import { describe, expect, it } from 'vitest';
import { derivedId, freeId } from '../../../shared/model/derived-id.ts';
import { isId } from '../../../shared/model/id.ts';

describe('derivedId', () => {
  it.each([
    ['a short id', 'q1', 'q1~2'],
    ['an id as long as may be', 'a'.repeat(128), `${'a'.repeat(126)}~2`],
    ['an id that would be cut inside a character', `${'a'.repeat(125)}🔴b`, `${'a'.repeat(125)}~2`],
  ])('%s', (_, id, expected) => {
    expect(derivedId(id, '2')).toBe(expected);
    expect(isId(derivedId(id, '2'))).toBe(true);
  });
});

describe('freeId', () => {
  it.each([
    ['free', [], 'q1'],
    ['taken', ['q1'], 'q1~2'],
    ['taken, and its successors', ['q1', 'q1~2', 'q1~3'], 'q1~4'],
  ])('%s', (_, taken, expected) => expect(freeId('q1', (id) => taken.includes(id))).toBe(expected));
});
