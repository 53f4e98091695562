import { describe, expect, it } from 'vitest';
import { type NamedBytes } from '../../../shared/codecs/codec.ts';
import { batches, codecFor } from '../../../shared/codecs/codec-for.ts';

const file = (name: string, content = ''): NamedBytes => ({ name, bytes: new TextEncoder().encode(content) });
const native = '{"format":"naql.annotations","version":"1.0"}\n';
const standoff = '{"text_sha256":"","spans":[]}';

const row = '{"doc_id":"d1","text":"","spans":[]}\n';
const tags = '{"doc_id":"d1","tokens":[]}\n';

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
    ['the tables of a dataset together', [file('data/train.jsonl', row), file('bio/train.jsonl', tags), file('data/test.jsonl', row)],
      ['hf-jsonl data/train.jsonl bio/train.jsonl data/test.jsonl']],
    ['Parquet by what stands in it', [file('data/train-00000-of-00001.parquet', 'PAR1'), file('test', 'PAR1')],
      ['hf-parquet data/train-00000-of-00001.parquet test']],
    ['native lines beside rows of a dataset', [file('a.jsonl', native), file('b.jsonl', row)], ['native a.jsonl', 'hf-jsonl b.jsonl']],
    ['names with dots', [file('خبر.1.json', standoff), file('خبر.1.txt')], ['standoff خبر.1.json خبر.1.txt']],
  ])('%s', (_, files, expected) => expect(sorted(...files)).toEqual({ found: expected, problems: [] }));

  it.each([
    ['a picture', [file('a.png', '\x89PNG')]],
    ['another JSON', [file('a.json', '{"a":1}')]],
    ['a broken JSON', [file('a.json', '{')]],
    ['a tag set alone', [file('a.tagset.json', '{}')]],
  ])('%s is nobody\'s, and says so', (_, files) =>
    expect(sorted(...files, file('b.txt'))).toEqual({ found: ['plain-text b.txt'], problems: [`format-unknown ${files[0]?.name}`] }));
});

describe('codecFor', () => {
  it.each([
    ['a.txt', '', 'plain-text'],
    ['a.jsonl', '', 'native'],
    ['a.jsonl', '{"doc_id":"d1","text":""}', 'native'],
    ['a.jsonl', row, 'hf-jsonl'],
    ['a.parquet', 'PAR1', 'hf-parquet'],
    ['a.json', standoff, 'standoff'],
    ['a.bin', native, 'native'],
    ['a.docx', 'PK', undefined],
  ])('%s', (name, content, expected) => expect(codecFor(file(name, content))?.id).toBe(expected));
});
