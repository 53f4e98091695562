import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { problems } from '../../../shared/messages/problems.ts';

const rooms = ['shared', 'renderer', 'electron'].map((room) => join(import.meta.dirname, '../../..', room));
const sources = rooms.flatMap((room) => readdirSync(room, { recursive: true, encoding: 'utf8' }).map((name) => join(room, name)));
const made = sources
  .filter((name) => /\.tsx?$/.test(name))
  .flatMap((name) => [...readFileSync(name, 'utf8').matchAll(/\bproblem\(\s*'([^']+)'/g)].map(([, code]) => code ?? ''));

test('every Problem that is made somewhere has its words', () => {
  expect(made.length).toBeGreaterThan(10);
  expect(made.filter((code) => !(code in problems))).toEqual([]);
});
