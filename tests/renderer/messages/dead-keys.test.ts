import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { catalogue } from '../../../shared/messages/catalogue.ts';
import { native } from '../../../shared/messages/native.ts';

const project = join(import.meta.dirname, '../../..');
/** All that can ask for a message: code, and data that names commands and rules. The catalogues themselves do not. */
const sources = ['shared', 'renderer', 'electron', 'seeds'].flatMap((room) =>
  readdirSync(join(project, room), { recursive: true, encoding: 'utf8' }).map((name) => join(room, name).replaceAll('\\', '/')),
);
const code = sources
  .filter((name) => /\.(?:tsx?|json)$/.test(name) && !name.startsWith('shared/messages/'))
  .map((name) => readFileSync(join(project, name), 'utf8'))
  .join('\n');

const found = (pattern: RegExp): readonly string[] => [...code.matchAll(pattern)].map(([, word]) => word ?? '');
/** Everything in quotes, and the names of fields. A look ahead, or a quote inside a comment, or a template within another, would hide the next one. */
const words: ReadonlySet<string> = new Set([...found(/(?=['"`]([\w.+-]+)['"`])/g), ...found(/\b([\w-]+)\??:/g)]);

const escaped = (text: string): string => text.replaceAll(/[.*+?^${}()|[\]\\]/g, String.raw`\$&`);
/** What is put together in code: each hole may be any word. */
const templates = [...new Set(found(/(?=`([^`\n]*\$\{[^`\n]*)`)/g))]
  .map((text) => text.split(/\$\{(?:[^{}]|\{[^{}]*\})*\}/))
  .filter((fixed) => fixed.every((part) => /^[\w.+-]*$/.test(part)) && fixed[0] !== '')
  .map((fixed) => new RegExp(`^${fixed.map(escaped).join('([\\w.+-]+)')}$`));

const isMade = (word: string, depth = 0): boolean =>
  words.has(word) || (depth < 2 && templates.some((template) => template.exec(word)?.slice(1).every((hole) => isMade(hole, depth + 1)) ?? false));

test('every message is asked for somewhere in the code', () => {
  expect(templates.length, 'templates were found').toBeGreaterThan(100);
  const dead = [...Object.keys(catalogue), ...Object.keys(native)].filter((key) => !isMade(key) && !isMade(key.replace(/^(?:check|problem)\./, '')));
  expect(dead).toEqual([]);
});

test('a message that nobody asks for would be found', () => {
  expect(isMade('annotate.text')).toBe(true);
  expect(isMade('settings.theme.dark')).toBe(true);
  expect(isMade('annotate.no-such-message-anywhere')).toBe(false);
});
