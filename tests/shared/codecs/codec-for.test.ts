import { zipSync } from 'fflate';
import { describe, expect, it } from 'vitest';
import { type NamedBytes } from '../../../shared/codecs/codec.ts';
import { batches, codecFor } from '../../../shared/codecs/codec-for.ts';

const file = (name: string, content = ''): NamedBytes => ({ name, bytes: new TextEncoder().encode(content) });
const native = '{"format":"naql.annotations","version":"1.0"}\n';
const standoff = '{"text_sha256":"","spans":[]}';

const jsonCas = '{"%TYPES":{},"%FEATURE_STRUCTURES":[]}';
const archive = (name: string, ...inside: readonly string[]): NamedBytes => ({
  name, bytes: zipSync(Object.fromEntries(inside.map((one) => [one, new TextEncoder().encode(one.endsWith('.json') ? jsonCas : '')]))),
});

const sorted = (...files: readonly NamedBytes[]) => {
  const { batches: found, problems } = batches(files);
  return {
    found: found.map(({ codec, files: own }) => [codec.id, ...own.map(({ name }) => name)].join(' ')),
    problems: problems.map(({ code, place }) => `${code} ${place.file}`),
  };
};

describe('batches', () => {
  const sidecars = ['a.jsonl', 'a.schema.json', 'a.tagset.json'];
  it.each([
    ['a text', [file('a.txt')], ['plain-text a.txt']],
    ['texts together, however their extension is written', [file('a.txt'), file('b.TXT')], ['plain-text a.txt b.TXT']],
    ['lines with their sidecars', sidecars.map((name) => file(name)), [`native ${sidecars.join(' ')}`]],
    ['lines of two stems apart', [file('a.jsonl'), file('b.jsonl')], ['native a.jsonl', 'native b.jsonl']],
    ['annotations with their text', [file('a.json', standoff), file('a.txt')], ['standoff a.json a.txt']],
    ['annotations of one stem and the text of another', [file('a.json', standoff), file('b.txt')], ['standoff a.json', 'plain-text b.txt']],
    ['lines and a text of one stem', [file('a.jsonl'), file('a.txt')], ['native a.jsonl', 'plain-text a.txt']],
    ['lines under a strange name', [file('export', native)], ['native export']],
    ['XMI files of several stems and their types together', [file('a.xmi'), file('TypeSystem.xml'), file('b.xmi')], ['uima-xmi a.xmi TypeSystem.xml b.xmi']],
    ['an archive with XMI files', [archive('a.zip', 'TypeSystem.xml', 'd1.xmi')], ['uima-xmi a.zip']],
    ['an archive with JSON CASes', [archive('a.zip', 'd1.json')], ['uima-json a.zip']],
    ['JSON CASes together', [file('a.json', jsonCas), file('b.json', jsonCas)], ['uima-json a.json b.json']],
    ['names with dots', [file('خبر.1.json', standoff), file('خبر.1.txt')], ['standoff خبر.1.json خبر.1.txt']],
  ])('%s', (_, files, expected) => expect(sorted(...files)).toEqual({ found: expected, problems: [] }));

  it.each([
    ['a picture', [file('a.png', '\x89PNG')]],
    ['another JSON', [file('a.json', '{"a":1}')]],
    ['a broken JSON', [file('a.json', '{')]],
    ['an archive of something else', [archive('a.zip', 'x.png')]],
    ['a broken archive', [file('a.zip', 'PK\x03\x04')]],
    ['a tag set alone', [file('a.tagset.json', '{}')]],
  ])('%s is nobody\'s, and says so', (_, files) =>
    expect(sorted(...files, file('b.txt'))).toEqual({ found: ['plain-text b.txt'], problems: [`format-unknown ${files[0]?.name}`] }));
});

describe('codecFor', () => {
  it.each([
    ['a.txt', '', 'plain-text'],
    ['a.jsonl', '', 'native'],
    ['a.json', standoff, 'standoff'],
    ['a.bin', native, 'native'],
    ['a.docx', 'PK', undefined],
  ])('%s', (name, content, expected) => expect(codecFor(file(name, content))?.id).toBe(expected));
});
