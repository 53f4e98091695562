import { describe, expect, it } from 'vitest';
import { placedBeside, soundName, withExtension } from '../../electron/output-names.ts';

const place = (chosen: string, ...suffixes: string[]) =>
  placedBeside(chosen, suffixes.map((suffix) => ({ suffix, bytes: new Uint8Array() }))).map(({ path }) => path);

describe('names of output files', () => {
  it.each([
    ['the usual case', '/d/name.jsonl', ['.jsonl', '.schema.json'], ['/d/name.jsonl', '/d/name.schema.json']],
    ['no suffix for the main file', '/d/name.jsonl', ['', '.schema.json'], ['/d/name.jsonl', '/d/name.schema.json']],
    ['another extension was typed', '/d/name.txt', ['.jsonl', '.schema.json'], ['/d/name.txt', '/d/name.schema.json']],
    ['dots in the name', '/d/a.b.jsonl', ['.jsonl', '.card.md'], ['/d/a.b.jsonl', '/d/a.b.card.md']],
    ['no extension', '/d/name', ['.jsonl', '.card.md'], ['/d/name', '/d/name.card.md']],
    ['Persian', '/d/خبرها.jsonl', ['.jsonl', '.schema.json'], ['/d/خبرها.jsonl', '/d/خبرها.schema.json']],
  ])('%s', (_reason, chosen, suffixes, expected) => expect(place(chosen, ...suffixes)).toEqual(expected));

  it('get the suggested extension when none was typed', () => {
    expect(withExtension('/d/name', 'project.jsonl')).toBe('/d/name.jsonl');
    expect(withExtension('/d/name.txt', 'project.jsonl')).toBe('/d/name.txt');
    expect(withExtension('/d/name', 'project')).toBe('/d/name');
  });

  it.each([
    ['پروژهٔ نمونه.jsonl', 'پروژهٔ نمونه.jsonl'],
    ['۱۴۰۲/۰۵/۰۱.jsonl', '۱۴۰۲-۰۵-۰۱.jsonl'],
    ['../../etc/passwd', '-..-etc-passwd'],
    ['a:b*c?.jsonl', 'a-b-c-.jsonl'],
    ['...', 'naql'],
    ['a\u202efdp.exe', 'a-fdp.exe'],
  ])('suggested as %j are made sound: %j', (name, expected) => expect(soundName(name)).toBe(expected));
});
