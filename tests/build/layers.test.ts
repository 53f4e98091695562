import { spawnSync } from 'node:child_process';
import { describe, expect, test } from 'vitest';
import { forbiddenArrow, forbiddenPackage, roomOf } from '../../build/lint/rooms.mjs';
import { inProject, projectDirectory } from '../../build/project.mjs';
import { sourceFiles, textOf } from './project-files.ts';

/** Found without a parser, so that this does not share the blind spots of the lint rule that it checks. */
const importedNames = (text: string): readonly string[] =>
  [...text.matchAll(/(?:\bfrom|\bimport)\s*\(?\s*'([^']+)'/g)].flatMap(([, name]) => name?.replace(/\?.*$/, '') ?? []);

describe('rooms', () => {
  const files = sourceFiles();

  test('there are sources to look at', () => expect(files.length).toBeGreaterThan(100));

  test('every folder of shared and renderer is a room with arrows of its own', () => {
    const strays = files.filter((file) => /^(shared|renderer)\/[^/]+\//.test(file)).filter((file) => roomOf(file) === file.split('/')[0]);
    expect(strays).toEqual([]);
  });

  test('every import keeps to the arrows', () => {
    const resolved = files.flatMap((from) =>
      importedNames(textOf(from)).map((name) => ({
        from,
        name,
        reason: name.startsWith('.') ? forbiddenArrow(from, new URL(name, `file:///${from}`).pathname.slice(1)) : forbiddenPackage(from, name),
      })));
    expect(resolved.length).toBeGreaterThan(200);
    expect(resolved.filter(({ reason }) => reason !== null)).toEqual([]);
  });

  test('the linter reads every one of these files', () => {
    const oxlint = inProject('node_modules', 'oxlint', 'bin', 'oxlint');
    const { stdout } = spawnSync(process.execPath, [oxlint, '--debug', 'files'], { cwd: projectDirectory, encoding: 'utf8' });
    const read = new Set(stdout.split('\n').map((line) => line.trim()));
    expect(files.filter((file) => !read.has(file))).toEqual([]);
  });
});
