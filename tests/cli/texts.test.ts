import { mkdirSync, mkdtempSync, readdirSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { archive, wordFile } from '../shared/codecs/texts/archives.ts';
import { naql } from './terminal.ts';

let folder = '';
beforeEach(() => void (folder = mkdtempSync(path.join(tmpdir(), 'naql-texts-'))));
afterEach(() => rmSync(folder, { recursive: true }));
const put = (name: string, content: string | Uint8Array): string => {
  writeFileSync(path.join(folder, name), content);
  return path.join(folder, name);
};
const converted = async (...args: readonly string[]) => {
  const { code, out, err } = await naql(['convert', ...args, '--to', 'native', '--out', '-']);
  return { code, err, texts: out.split('\n').filter((line) => line !== '').map((line) => (JSON.parse(line) as { text: string }).text).sort() };
};

describe('convert reads texts as it is told', () => {
  it('in the encoding that is named', async () => {
    const file = put('a.txt', Uint8Array.of(0xce, 0xc8, 0xd1, 0x20, 0xe5));
    expect((await converted(file)).texts).toEqual(['خبر ه']);
    expect((await converted(file, '--encoding', 'iso-8859-6')).texts).toEqual(['خبر م']);
  });

  it('a page whole, or its article', async () => {
    const article = 'وزیر نیرو گفت برق گران نمی‌شود و تصمیمی هم در این باره گرفته نشده است. '.repeat(4).trim();
    const file = put('a.html', `<title>خبر</title><nav><a href="/">خانه</a></nav><article><h1>خبر</h1><p>${article}</p></article>`);
    expect((await converted(file)).texts).toEqual([`خبر\n${article}`]);
    expect((await converted(file, '--whole-page')).texts).toEqual([`خبر\nخانه\nخبر\n${article}`]);
  });

  it('made uniform where that is wanted, which is said', async () => {
    const { texts, err } = await converted(put('a.txt', 'كتاب ٣'), '--clean', 'letters,digits');
    expect(texts).toEqual(['کتاب ۳']);
    expect(err).toContain('one place was made uniform: Arabic ye and kaf became Persian');
  });

  it('with columns that are named', async () => {
    const file = put('a.csv', 'a,b\nالف,ب\n');
    expect(await converted(file)).toMatchObject({ code: 1, texts: [] });
    expect(await converted(file, '--columns', 'text=b,title=a')).toMatchObject({ code: 0, texts: ['ب'] });
  });

  it('a folder of everything, and an archive of it', async () => {
    mkdirSync(path.join(folder, 'in'));
    const word = wordFile('d.docx', '<w:p><w:r><w:t>سند</w:t></w:r></w:p>');
    for (const [name, content] of [['a.txt', 'متن'], ['b.csv', 'text,date\nجدول,1403/08/02\n'], ['d.docx', word.bytes], ['e.pdf', '%PDF-1.7']] as const) writeFileSync(path.join(folder, 'in', name), content);
    const { texts, err, code } = await converted(path.join(folder, 'in'));
    expect([code, texts]).toEqual([0, ['جدول', 'سند', 'متن'].sort()]);
    expect(err).toContain('Naql does not read the text of PDF files');
    expect((await converted(put('all.zip', archive('all.zip', { 'x/a.txt': 'متن', 'd.docx': word.bytes }).bytes))).texts).toEqual(['سند', 'متن'].sort());
  });

  it.each([
    [['--encoding', 'latin1'], '--encoding wants utf-8'],
    [['--clean', 'everything'], '--clean wants letters, digits, joints, not "everything".'],
    [['--columns', 'body'], '--columns wants text=NAME'],
    [['--columns', 'body=x'], '--columns wants text=NAME'],
    [['--columns', 'text=a,text=b'], 'not "text=a,text=b"'],
  ])('%j is wrong usage', async (args, reason) => expect(await naql(['convert', put('a.txt', 'x'), '--to', 'native', '--out', '-', ...args])).toMatchObject({ code: 2, err: expect.stringContaining(reason) as string }));
});

describe('convert reads words in columns as it is told', () => {
  const rows = 'X گفت B-CUE\nX آب B-QUOTE\nX نداریم I-QUOTE\n';
  /** Texts, labels with their words, and what was said of the file as `code line`. */
  const read = async (columns: string, words?: string) => {
    const { code, out, err } = await naql(['convert', put('a.conll', columns), '--to', 'native', '--out', '-', ...(words === undefined ? [] : ['--conll', words])]);
    const records = out.split('\n').filter((line) => line !== '').map((line) => JSON.parse(line) as { text: string; spans: { label: string; fragments: { text: string }[] }[] });
    const said = err.split('\n').flatMap((line) => /a\.conll:(\d+)?.*$/.exec(line)?.[0] ?? []);
    return { code, texts: records.map(({ text }) => text), marks: records.flatMap(({ spans }) => spans.map(({ label, fragments }) => `${label} ${fragments.map(({ text }) => text).join('|')}`)), said };
  };

  it.each([
    ['column and scheme', rows, 'word=2,tag=3,scheme=iob2', ['گفت آب نداریم'], ['CUE گفت', 'QUOTE آب نداریم']],
    ['the last column where no tag is named', rows, 'word=2', ['گفت آب نداریم'], ['CUE گفت', 'QUOTE آب نداریم']],
    ['words with nothing between them', 'گفت B-CUE\nآب B-QUOTE\n', 'joiner=none', ['گفتآب'], ['CUE گفت', 'QUOTE آب']],
    ['the order of what is said', rows, 'scheme=iob2,tag=3,word=2,joiner=blank', ['گفت آب نداریم'], ['CUE گفت', 'QUOTE آب نداریم']],
  ])('%s', async (_, columns, words, texts, marks) => expect(await read(columns, words)).toMatchObject({ code: 0, texts, marks }));

  it.each([
    ['a word column that a row has not', 'گفت B-CUE\nX آب B-QUOTE\n', 'word=3', 1, 'a.conll:1:'],
    ['a column of tags that holds something else', rows, 'word=2,tag=2', 1, 'a.conll:1:'],
    ['tags of another scheme, which are read all the same', 'گفت S-CUE\nآب B-QUOTE\nX E-QUOTE\n', 'scheme=iob2', 0, 'a.conll:1:'],
  ])('%s is told with its line', async (_, columns, words, code, place) => {
    const answer = await read(columns, words);
    expect(answer.code).toBe(code);
    expect(answer.said.join('\n')).toContain(place);
  });

  it.each([
    '', ',', 'word', 'word=', 'word=0', 'word=-1', 'word=1.5', 'word=۱', 'word=1000', 'word=one', 'tag=last', 'scheme=', 'scheme=bio', 'scheme=IOB2', 'joiner=space',
    'column=1', 'Word=1', ' word=1', 'word=1,', 'word=1;tag=2', 'word=1=2', 'scheme=iob2=x', 'word=1,word=2', 'joiner=none,joiner=blank',
  ])('«%s» is wrong usage, says what is wanted, and writes nothing', async (words) => {
    const answer = await naql(['convert', put('a.conll', rows), '--to', 'native', '--out', path.join(folder, 'out'), '--conll', words]);
    expect(answer).toMatchObject({ code: 2, out: '', err: expect.stringContaining('--conll wants word=1,tag=4,scheme=iob1|iob2|bioes|bilou,joiner=blank|none') as string });
    expect(readdirSync(folder)).toEqual(['a.conll']);
  });

  it('wrong usage is a complaint where JSON is wanted, too: there is no answer to be one', async () =>
    expect(await naql(['validate', put('a.conll', rows), '--conll', 'word=x', '--json'])).toMatchObject({ code: 2, out: '', err: expect.stringContaining('not "word=x"') as string }));
});
