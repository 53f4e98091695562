import { spawnSync } from 'node:child_process';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { type Yaml, type YamlMap, yamlOf } from '../../../shared/dataset/yaml.ts';
import { forAll } from '../../arbitraries/for-all.ts';

describe('YAML', () => {
  it.each<[string, YamlMap, string]>([
    ['a word as it is', { a: 'train' }, 'a: train\n'],
    ['words with one blank between them', { a: 'expert generated' }, 'a: expert generated\n'],
    ['a path', { path: 'data/train-00000-of-00001.parquet' }, 'path: data/train-00000-of-00001.parquet\n'],
    ['what would be true', { a: 'yes', b: 'No', c: 'on', d: 'null', e: 'y' }, 'a: "yes"\nb: "No"\nc: "on"\nd: "null"\n"e": "y"\n'.replace('"e"', 'e')],
    ['a key that would be true', { n: 1, y: 2 }, '"n": 1\n"y": 2\n'],
    ['what would be a number, a date or a time', { a: '0', b: '1.0', c: '2024-08-02', d: '10:30', e: '1e3' }, 'a: "0"\nb: "1.0"\nc: "2024-08-02"\nd: "10:30"\ne: "1e3"\n'],
    ['numbers and truth', { a: 3, b: true }, 'a: 3\nb: true\n'],
    ['a sign before a number', { size: 'n<1K' }, 'size: "n<1K"\n'],
    ['colon, hash, dash, star and braces', { a: 'a: b', b: 'a #b', c: '- a', d: '*a', e: '{a}' }, 'a: "a: b"\nb: "a #b"\nc: "- a"\nd: "*a"\ne: "{a}"\n'],
    ['blanks at the ends, and none at all', { a: ' a', b: 'a ', c: '' }, 'a: " a"\nb: "a "\nc: ""\n'],
    ['quotes, backslashes and line ends', { a: 'a"b\\c\nd' }, 'a: "a\\"b\\\\c\\nd"\n'],
    ['Persian with its half-space', { a: 'نقل\u200cقول: نمونه' }, 'a: "نقل\u200cقول: نمونه"\n'],
    ['characters outside the basic plane', { a: '🔴' }, 'a: "🔴"\n'],
    ['what is no line end in JSON', { a: '\u2028\u0085\ufeff' }, 'a: "\\u2028\\u0085\\ufeff"\n'],
    ['half a character', { a: '\ud83d' }, 'a: "\ufffd"\n'],
    ['lists and maps in each other', { a: [{ b: 'x', c: [{ d: 1 }, { d: 2 }] }, 'y'] }, 'a:\n- b: x\n  c:\n  - d: 1\n  - d: 2\n- "y"\n'],
    ['lists of lists', { a: [['x'], ['z']] }, 'a:\n- - x\n- - z\n'],
    ['nothing in them', { a: [], b: {}, c: undefined }, 'a: []\nb: {}\n'],
    ['a map in a map', { a: { b: { c: 'x' } } }, 'a:\n  b:\n    c: x\n'],
  ])('writes %s', (_, value, expected) => expect(yamlOf(value)).toBe(expected));
});

const python = spawnSync('python3', ['-c', 'import yaml']).status === 0;

describe.skipIf(!python)('YAML read by PyYAML', () => {
  const scalar = fc.oneof(
    fc.string({ unit: 'binary', maxLength: 12 }), fc.string({ unit: fc.constantFrom(...'aynNtruefalsoff01.-: #\'"*&{}[]|>%@`!,?~=\\\t\nنی\u200c🔴'), maxLength: 8 }),
    fc.integer(), fc.boolean(),
  );
  const key = fc.string({ unit: fc.constantFrom(...'abyno01: #-'), minLength: 1, maxLength: 5 });
  const { map } = fc.letrec<{ map: YamlMap; value: Yaml }>((tie) => ({
    map: fc.dictionary(key, tie('value'), { maxKeys: 3, noNullPrototype: true }),
    value: fc.oneof({ depthSize: 'small', withCrossShrink: true }, scalar, fc.array(tie('value'), { maxLength: 3 }), tie('map')),
  }));

  it('is what was written', () => {
    const written: { yaml: string; value: YamlMap }[] = [];
    forAll(map, (value) => void written.push({ yaml: yamlOf(value), value }));
    const program = 'import json, sys, yaml; print(json.dumps([yaml.safe_load(one) for one in json.load(sys.stdin)]))';
    const { stdout, stderr } = spawnSync('python3', ['-c', program], { input: JSON.stringify(written.map(({ yaml }) => yaml)), encoding: 'utf8', maxBuffer: 1e9 });
    expect(stderr).toBe('');
    const whole = (value: unknown): unknown => JSON.parse(JSON.stringify(value).replaceAll(/\\ud[89ab][0-9a-f]{2}(?!\\ud[c-f])|(?<!\\ud[89ab][0-9a-f]{2})\\ud[c-f][0-9a-f]{2}/g, '\ufffd'));
    expect(JSON.parse(stdout)).toEqual(written.map(({ value }) => whole(value)));
  });
});
