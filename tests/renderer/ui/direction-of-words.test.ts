import { readdirSync, readFileSync } from 'node:fs';
import path from 'node:path';
import { expect, it } from 'vitest';
import { inProject } from '../../../build/project.mjs';

/** One letter on a key, and one of two sentences of our own. */
const harmless = ['renderer/ui/KeyHint.tsx', 'renderer/views/annotate/ArticleDesk.tsx'];

it('no words that somebody wrote are turned by a Latin name at their head, and no empty field begins on the side of another script', () => {
  const files = readdirSync(inProject('renderer'), { recursive: true, encoding: 'utf8' }).filter((file) => file.endsWith('.tsx')).map((file) => path.join('renderer', file));
  expect(files.length).toBeGreaterThan(150);
  const byFirstLetter = files.filter((file) => readFileSync(inProject(file), 'utf8').includes('dir="auto"'));
  expect(byFirstLetter.map((file) => file.replaceAll(path.sep, '/')).sort()).toEqual(harmless);
});

/** What a screen draws of the schema: names that a project gives, in braces at the start of a line or behind a tag. */
const drawnName = /(?:^\s*|>)\{[^{}]*\bname\[language\][^{}]*\}/gm;

it('names of labels, attributes, choices and links stand isolated: «Quote (new)» would lose its bracket to the other end', () => {
  const files = readdirSync(inProject('renderer'), { recursive: true, encoding: 'utf8' }).filter((file) => file.endsWith('.tsx'));
  const bare = files.flatMap((file) => {
    const text = readFileSync(inProject('renderer', file), 'utf8');
    return [...text.matchAll(drawnName)].flatMap(({ 0: found, index }) => (found.startsWith('>') && /<(?:bdi|Words)[^<>]*$/.test(text.slice(0, index)) ? [] : [`${file}: ${found.trim()}`]));
  });
  expect(bare).toEqual([]);
});
