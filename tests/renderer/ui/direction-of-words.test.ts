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

/** A name that a project gives, as code asks for it. */
const projectName = String.raw`\b(?:name|status)\[language\]`;

/** Drawn: in braces at the start of a line or behind a tag. */
const drawn = (what: string): RegExp => new RegExp(String.raw`(?:^\s*|>)\{[^{}]*?${what}[^{}]*\}`, 'gm');

/** What a file calls such a name, or the function that finds it. */
const calledSo = new RegExp(String.raw`const (\w+) = ((?:(?!\bconst\b)[^;])*?${projectName}[^;]*);`, 'g');

/** A message isolates what it is given. */
const said = /\b(?:t|isolate|listed)\((?:[^()]|\((?:[^()]|\([^()]*\))*\))*\)/g;

/** Given on as the name of a field or of an answer, which are drawn as they are; or written among words of our own. */
const givenOn = [String.raw`(?<!-)\blabel=\{[^{}]*${projectName}[^{}]*\}`, String.raw`\bwords: [\w.]*${projectName}`, String.raw`\$\{[^{}]*${projectName}[^{}]*\}`].map((one) => new RegExp(one, 'g'));

function bareNames(file: string): readonly string[] {
  const text = file.replaceAll(said, 'said');
  const aliases = [...text.matchAll(calledSo)].flatMap(({ 1: alias = '', 2: made = '' }) => (/<\w+[ >]/.test(made) ? [] : [String.raw`(?<![\w.'])${alias}\b(?!\)?\??\.)`]));
  const isWrapped = (found: string, index: number): boolean => found.startsWith('>') && /<(?:bdi|Words)[^<>]*$/.test(text.slice(0, index));
  return [
    ...[projectName, ...aliases].flatMap((what) => [...text.matchAll(drawn(what))].filter(({ 0: found, index }) => !isWrapped(found, index))),
    ...givenOn.flatMap((what) => [...text.matchAll(what)].filter(({ 0: found }) => !/>\s*$/.test(found))),
  ].map(({ 0: found }) => found.trim());
}

it('names of labels, attributes, choices and links stand isolated: «Quote (new)» would lose its bracket to the other end', () => {
  const files = readdirSync(inProject('renderer'), { recursive: true, encoding: 'utf8' }).filter((file) => file.endsWith('.tsx'));
  expect(files.flatMap((file) => bareNames(readFileSync(inProject('renderer', file), 'utf8')).map((found) => `${file}: ${found}`))).toEqual([]);
});
