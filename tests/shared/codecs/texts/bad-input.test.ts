import { zipSync } from 'fflate';
import { beforeAll, describe, expect, it } from 'vitest';
import { parsePage } from '../../../../electron/cli/parse-page.ts';
import { problemMessage, translator } from '../../../../renderer/messages/translate.ts';
import { batches } from '../../../../shared/codecs/codec-for.ts';
import { type NamedBytes } from '../../../../shared/codecs/codec.ts';
import { type Article } from '../../../../shared/model/article.ts';
import { checkArticle } from '../../../../shared/model/check-article.ts';
import { at, type Problem } from '../../../../shared/result.ts';
import { problems as messages } from '../../../../shared/messages/problems.ts';
import { seedSchema } from '../../../arbitraries/schema.ts';
import { archive, bytesOf, file, wordFile } from './archives.ts';

const context = { schemas: [seedSchema] as const, now: '2026-01-01T00:00:00.000Z', parsePage };

/** As the window and the command line read files: sorted, then each batch by its Codec. */
function read(...files: readonly NamedBytes[]): { readonly articles: readonly Article[]; readonly problems: readonly Problem[] } {
  const sorted = batches(files);
  const decoded = sorted.batches.map(({ codec, files: own }) => ({ own, ...(codec.decode?.(own, context) ?? { dataset: null, problems: [] }) }));
  return {
    articles: decoded.flatMap(({ dataset }) => dataset?.articles ?? []),
    problems: [...sorted.problems, ...decoded.flatMap(({ own, problems }) => at({ file: own[0]?.name ?? '' }, problems))],
  };
}

const megabyte = 1024 * 1024;
const sound = 'وزیر نیرو گفت برق گران نمی‌شود.';
const cp1256 = (text: string): Uint8Array => Uint8Array.from(text, (one) => ({ خ: 0xce, ب: 0xc8, ر: 0xd1 })[one] ?? one.charCodeAt(0));

const utf16 = (text: string): Uint8Array => Uint8Array.from(Buffer.from(text, 'utf16le'));

/** A table with so many columns. */
const wide = (columns: number): string => `text,${Array.from({ length: columns - 1 }, (_, index) => `c${index}`).join(',')}\nسالم\n`;

/** Replaces bytes of one length by others of it, everywhere: names in an archive stand there twice. */
function renamed({ name, bytes }: NamedBytes, from: Uint8Array, to: Uint8Array): NamedBytes {
  const written = Uint8Array.from(bytes);
  for (let place = 0; place + from.length <= written.length; place++)
    if (from.every((byte, index) => written[place + index] === byte)) written.set(to, place);
  return { name, bytes: written };
}

interface Row {
  readonly files: () => readonly NamedBytes[];
  /** Texts that came in. */
  readonly texts: readonly string[];
  /** `code:line`, in order; `!` before what was refused, `~` before what was repaired or kept with a word. */
  readonly said: readonly string[];
}

const jsonl = (...lines: readonly string[]) => file('a.jsonl', `${lines.join('\n')}\n`);
const page = (body: string): string => `<!doctype html><html lang="fa" dir="rtl"><head><title>خبر</title></head><body>${body}</body></html>`;

/** Every kind of bad input that is known of, and what the report says of it. */
const table: Readonly<Record<string, Row>> = {
  'another encoding than UTF-8': { files: () => [file('a.txt', cp1256('خبر'))], texts: ['خبر'], said: ['~encoding-guessed'] },
  'an encoding that nobody can tell': { files: () => [file('a.txt', Uint8Array.of(0xe9, 0x41, 0xe9, 0x42, 0xe9))], texts: [], said: ['!encoding-unknown'] },
  'half a character at the end': { files: () => [file('a.txt', Uint8Array.of(0xff, 0xfe, 0x2e, 0x06, 0x0a, 0x00, 0x28))], texts: [], said: ['!encoding-wrong:2'] },
  'UTF-8 that ends in half a character': { files: () => [file('a.txt', bytesOf(`${sound}\n${sound}گ`).slice(0, -1)), file('b.txt', bytesOf('گفت').slice(0, -1))], texts: [], said: ['!encoding-wrong:2', '!encoding-wrong:1'] },
  'UTF-8 with a spoilt byte': { files: () => [file('a.txt', bytesOf(`${sound}\n${sound}`).map((byte, place) => (place === 80 ? 0xff : byte)))], texts: [], said: ['!encoding-wrong:2'] },
  'nothing': { files: () => [file('a.txt', '')], texts: [], said: ['!file-empty'] },
  'blanks alone': { files: () => [file('a.txt', ' \n\u200c \r\n')], texts: [' \n\u200c \n'], said: ['~line-ends-unified'] },
  'a byte order mark': { files: () => [file('a.txt', `\ufeff${sound}`)], texts: [sound], said: ['~byte-order-mark'] },
  'every kind of line end': {
    files: () => [file('a.txt', 'a\r\nb\rc\u2028d\u2029e\u0085f')], texts: ['a\nb\nc\nd\ne\nf'],
    said: ['~line-ends-unified', '~line-ends-unified', '~line-ends-unified', '~line-ends-unified', '~line-ends-unified'],
  },
  'a picture that is called a text': { files: () => [file('a.txt', Uint8Array.of(0x89, 0x50, 0x4e, 0x47, 0x0d, 0x0a, 0x1a, 0x0a, 0, 0, 0, 0x0d))], texts: [], said: ['!file-not-text:3'] },
  'a program that is called a text': { files: () => [file('a.txt', Uint8Array.from({ length: 5000 }, (_, index) => 1 + ((index * 7919) % 255)))], texts: [], said: ['!encoding-unknown'] },
  'a PDF that is called a text': { files: () => [file('a.txt', '%PDF-1.7\n…')], texts: [], said: ['!file-is-pdf'] },
  'one line of 200 MB': { files: () => [file('a.txt', new Uint8Array(200 * megabyte).fill(0x61))], texts: [], said: ['!file-too-large'] },
  'one line of 15 MB': { files: () => [file('a.txt', new Uint8Array(15 * megabyte).fill(0x61))], texts: ['a'.repeat(15 * megabyte)], said: ['~text-long'] },
  '10 MB of combining marks': { files: () => [file('a.txt', `س\n${'\u064e\u0651'.repeat(2.5 * megabyte)}`)], texts: [], said: ['!marks-too-many'] },
  'one mark too many on a letter, wherever it stands': { files: () => [1, 60, 64, 65, 129, 130].map((before) => file(`${before}.txt`, `${'س'.repeat(before)}${'\u0651'.repeat(65)} پایان`)), texts: [], said: Array.from({ length: 6 }, () => '!marks-too-many') },
  'as many marks on a letter as there may be': { files: () => [file('a.txt', `${'س'.repeat(63)}${'\u0651'.repeat(64)}`)], texts: [`${'س'.repeat(63)}${'\u0651'.repeat(64)}`], said: [] },
  'marks beyond the first plane': { files: () => [file('a.txt', `س${'\u{1e8d0}'.repeat(65)}`)], texts: [], said: ['!marks-too-many'] },
  'short vowels as they are written': { files: () => [file('a.txt', 'مُحَمَّدٌ')], texts: ['مُحَمَّدٌ'], said: [] },
  'characters that another program lost': { files: () => [file('a.txt', 'سلام\nمی\ufffdرود \ufffd')], texts: ['سلام\nمی\ufffdرود \ufffd'], said: ['~characters-lost:2'] },
  'a page with half a character': { files: () => [file('a.html', `<article><p>${'وزیر نیرو گفت برق گران نمی‌شود. '.repeat(9)}&#xD800;</p></article>`)], texts: [`${'وزیر نیرو گفت برق گران نمی‌شود. '.repeat(9)}\ufffd`], said: ['~characters-lost:1'] },
  'characters that set the direction': { files: () => [file('a.txt', 'سلام \u202edlrow\u202c \u2067x\u2069')], texts: ['سلام \u202edlrow\u202c \u2067x\u2069'], said: ['~bidi-controls'] },
  'a name that hides its ending': { files: () => [file('gpj.\u202etxt.png', 'x')], texts: [], said: ['!format-unknown'] },
  'half a surrogate pair in JSON': { files: () => [jsonl('{"text":"\\ud800"}', `{"text":"${sound}"}`)], texts: [sound], said: ['!text-not-unicode:1'] },
  'half a surrogate pair in UTF-16': { files: () => [file('a.txt', Uint8Array.of(0xff, 0xfe, 0x00, 0xd8, 0x28, 0x06))], texts: [], said: ['!encoding-wrong:1'] },

  'an archive that was cut off': { files: () => [{ ...archive('a.zip', { 'a.txt': sound }), bytes: archive('a.zip', { 'a.txt': sound }).bytes.subarray(0, 60) }], texts: [], said: ['!zip-broken'] },
  'an archive with a bit that fell': {
    files: () => {
      const { name, bytes } = { name: 'a.zip', bytes: zipSync({ 'a.txt': bytesOf(sound), 'b.txt': bytesOf('سالم') }, { level: 0 }) };
      const fallen = Uint8Array.from(bytes);
      fallen[40] = (fallen[40] ?? 0) ^ 1;
      return [{ name, bytes: fallen }];
    },
    texts: ['سالم'], said: ['!zip-entry-broken'],
  },
  'an archive that unpacks to more than there is room for': { files: () => [archive('a.zip', { 'a.txt': new Uint8Array(60 * megabyte) })], texts: [], said: ['!zip-too-large'] },
  'names that lead outside of the archive': {
    files: () => [archive('a.zip', { '../../etc/a.txt': 'x', '/b.txt': 'x', 'C:\\c.txt': 'x', 'd.txt': 'سالم' })], texts: ['سالم'],
    said: ['!zip-name-unsafe', '!zip-name-unsafe', '!zip-name-unsafe'],
  },
  'a name of Windows-1256 in an archive': {
    files: () => [renamed(archive('a.zip', { 'qqq.txt': 'سالم' }), bytesOf('qqq'), Uint8Array.of(0xce, 0xc8, 0xd1))], texts: ['سالم'], said: [],
  },
  'an archive with a file that is packed in another way, and one with a password': {
    files: () => {
      const other = zipSync({ 'a.txt': bytesOf(sound), 'b.txt': bytesOf('سالم'), 'c.txt': bytesOf(sound) }, { level: 0 });
      const view = new DataView(other.buffer);
      const lines = [...other.keys()].filter((place) => place + 4 <= other.length && view.getUint32(place, true) === 0x02014b50);
      view.setUint16((lines[0] ?? 0) + 10, 14, true);
      view.setUint16((lines[2] ?? 0) + 8, 1, true);
      return [{ name: 'a.zip', bytes: other }];
    },
    texts: ['سالم'], said: ['!zip-entry-packed-otherwise', '!zip-entry-locked'],
  },
  'an archive in an archive': { files: () => [archive('a.zip', { 'a.txt': 'سالم', 'b.zip': archive('b.zip', { 'c.txt': 'x' }).bytes })], texts: ['سالم'], said: ['~format-unknown'] },

  'a page with scripts': {
    files: () => [file('a.html', page(`<h1>خبر</h1><p onclick="alert(1)">${sound}</p><script>document.body.textContent = 'بد'</script><img src="http://192.0.2.1/x" onerror="alert(1)"><p>${sound}</p>`))],
    texts: [`خبر\n${sound}\n${sound}`], said: ['~page-whole'],
  },
  'a page with soft hyphens': { files: () => [file('a.html', page(`<p>گف\u00adت و شن&shy;ید</p>`))], texts: ['خبر\nگفت و شنید'], said: ['~page-whole', '~soft-hyphens-dropped'] },
  '50 MB of markup': { files: () => [file('a.html', new Uint8Array(50 * megabyte).fill(0x3c))], texts: [], said: ['!page-too-large'] },
  'a page without a word': { files: () => [file('a.html', page('<script>1</script><img>'))], texts: [], said: ['!page-empty'] },
  'tags as deep as a well': { files: () => [file('a.html', page('<div>'.repeat(20_000) + sound))], texts: [], said: ['!page-too-deep'] },

  'a document with macros and links to elsewhere': {
    files: () => [wordFile('a.docx', `<w:p><w:r><w:t>${sound}</w:t></w:r></w:p>`, {
      'word/vbaProject.bin': 'Sub AutoOpen()', 'word/_rels/document.xml.rels': '<Relationships><Relationship Id="1" TargetMode="External" Target="http://192.0.2.1/t.dotm"/></Relationships>',
    })],
    texts: [sound], said: ['~docx-macros', '~docx-outside'],
  },
  'a document with entities that grow': {
    files: () => [archive('a.docx', { 'word/document.xml': '<!DOCTYPE x [<!ENTITY a "aaaa"><!ENTITY b "&a;&a;">]><w:document><w:body><w:p><w:t>&b;</w:t></w:p></w:body></w:document>' })],
    texts: [], said: ['!docx-broken'],
  },
  'a document that is something else': { files: () => [archive('a.docx', { 'ppt/slide.xml': '<x/>' })], texts: [], said: ['!docx-no-text'] },

  'rows of a CSV that are too long and too short': {
    files: () => [file('a.csv', `text,date\n${sound},1403/08/02\nx,y,z\nسالم\n`)], texts: [sound, 'سالم'], said: ['!row-too-long:3', '~row-too-short:4'],
  },
  'a quotation mark in a CSV that is never closed': { files: () => [file('a.csv', `text,date\n${sound},x\n"سالم,y\nz,w\n`)], texts: [sound], said: ['~row-date-unclear:2', '!csv-quote-open:3'] },
  'a quotation mark in a CSV that is not doubled, and nobody knows where its cell ends': {
    files: () => [file('a.csv', `text,date\n"سلام" گفت,1403/08/02\n${sound},1403/08/02\n"خبر سوم",1403/08/02\nسالم,1403/08/02\n`)], texts: ['سالم'], said: ['!csv-quote-stray:2'],
  },
  'a quotation mark in a CSV that is not doubled, in a cell that has swallowed the next one': { files: () => [file('a.csv', 'text,title\n"سلام" گفت,"تیتر"\nسالم,ب\n')], texts: ['سالم'], said: ['!csv-quote-stray:2'] },
  'quotation marks in a CSV that are not doubled, on one line': {
    files: () => [file('a.csv', 'text,date\n"او گفت "نه" و رفت",1403/08/02\n"او گفت "بله" و ماند",1403/08/02\n')], texts: ['او گفت "بله" و ماند', 'او گفت "نه" و رفت'], said: ['~csv-quote-kept:2'],
  },
  'a quotation mark in the header of a CSV that is not doubled': { files: () => [file('a.csv', '"text" x,date\nسالم,1\n"y",2\n')], texts: [], said: ['!csv-quote-stray:1'] },
  'rows of a CSV that end in different ways': { files: () => [file('a.csv', 'text\r\nیک\nدو\rسه\r\nx,y\n')], texts: ['دو', 'سه', 'یک'], said: ['!row-too-long:5'] },
  'a CSV whose text cannot be told': { files: () => [file('a.csv', 'a,b\n1,2\n')], texts: [], said: ['!columns-unclear'] },
  'a table that is as wide as tables may be, and wider ones': {
    files: () => [file('a.csv', wide(1000)), file('b.csv', wide(1001)), file('c.csv', `${','.repeat(10 * megabyte)}\nx`), file('d.csv', `text,b\nیک\n${','.repeat(5 * megabyte)}x\n`), jsonl(JSON.stringify(Object.fromEntries(wide(1001).split('\n', 1)[0]?.split(',').map((name) => [name, 'x']) ?? [])))],
    texts: ['سالم', 'یک'], said: ['!columns-too-many', '~row-too-short:2', '!columns-too-many', '!columns-too-many', '~row-too-short:2', '!row-too-wide:3'],
  },
  'a CSV with a header alone': { files: () => [file('a.csv', 'text,date\n')], texts: [], said: ['!table-empty'] },
  'ids that stand on two lines': { files: () => [jsonl('{"id":"7","text":"یک"}', '{"id":"7","text":"دو"}', '{"id":8,"text":"سه"}')], texts: ['سه', 'یک'], said: ['!row-id-twice:2'] },
  'numbers that are too large, and numbers for words': {
    files: () => [jsonl('{"text":"یک","x":1e308}', '{"text":"دو","x":1e999}', '{"text":1e308}')], texts: ['دو', 'یک'], said: ['~number-too-large:2', '!row-text-wrong:3'],
  },
  'lines that are no objects': { files: () => [jsonl('{"text":"یک"}', '{"text":', '[1]', '"x"', '{"title":"x"}')], texts: ['یک'], said: ['!line-not-json:2', '!row-not-object:3', '!row-not-object:4', '!row-without-text:5'] },
  'rows that are wrong in their cells and lines that are no rows, told in the order of their lines': {
    files: () => [jsonl('{"title":"x"}', '{"text":', '{"text":1}', '[1]'), { ...jsonl('{"text":"یک"}', '{"title":"y"}', '1'), name: 'b.jsonl' }],
    texts: ['یک'], said: ['!row-without-text:1', '!line-not-json:2', '!row-text-wrong:3', '!row-not-object:4', '!row-without-text:2', '!row-not-object:3'],
  },
  'a list that breaks off': { files: () => [file('a.json', '[{"text":"یک"},{"text":"دو"},{"text":"س')], texts: ['دو', 'یک'], said: ['!list-broken:3'] },
  'a list with a comma too many': { files: () => [file('a.json', '[{"text":"یک"},]')], texts: ['یک'], said: ['!list-broken:2'] },
  'a list in which not all are objects': { files: () => [file('a.json', '[{"text":"یک"},[2],"x"]')], texts: ['یک'], said: ['!row-not-object:2', '!row-not-object:3'] },
  'fields that would become a prototype': { files: () => [jsonl('{"text":"یک","__proto__":{"x":1},"constructor":"y"}')], texts: ['یک'], said: [] },
  'names of fields that are no Unicode': { files: () => [jsonl('{"text":"یک","\\ud800":"x","m":{"a\\u0000":"y"}}')], texts: ['یک'], said: ['~column-name-wrong', '~column-name-wrong'] },
  'rows of JSON in other encodings than UTF-8': {
    files: () => [
      file('a.jsonl', utf16('\ufeff{"text":"گرانی برق"}\n{"text":"دو"}\n')), file('b.json', utf16('\ufeff[{"text":"کمبود آب"}]')), file('c.jsonl', utf16('{"text":"بی‌نشان"}\n')),
      file('d.jsonl', cp1256('{"text":"خبر خبر رخ"}\n{"text":"خبر"}\n')), file('e.json', cp1256('[{"text":"ربخ خبر"}]')),
    ],
    texts: ['بی‌نشان', 'خبر', 'خبر خبر رخ', 'دو', 'ربخ خبر', 'گرانی برق', 'کمبود آب'], said: ['~text-decoded', '~encoding-guessed', '~encoding-guessed', '~text-decoded', '~encoding-guessed'],
  },
  'a byte order mark in a cell': { files: () => [jsonl('{"text":"\\ufeffیک"}', '{"text":"\\ufeffدو"}')], texts: ['دو', 'یک'], said: ['~text-mark-dropped'] },
  'lists a hundred thousand deep': { files: () => [jsonl('{"text":"یک"}', `{"text":"دو","x":${'['.repeat(100_000)}${']'.repeat(100_000)}}`)], texts: ['یک'], said: ['!line-too-deep:2'] },
};

/** A message that asks for a value nobody gives cannot be shown. */
const translators = [translator('fa'), translator('en')];

describe('bad input ends in the report', () => {
  // What a reader loads when it is first asked is no part of how long it takes to answer.
  beforeAll(() => void parsePage('<p>x'));

  it.each(Object.entries(table))('%s', (_, { files, texts, said }) => {
    const given = files();
    const start = performance.now();
    const { articles, problems } = read(...given);
    // No step that cannot be stopped may take longer than a person waits.
    expect(performance.now() - start).toBeLessThan(5000);
    expect(problems.map(({ code, severity, place: { line } }) => `${severity === 'error' ? '!' : '~'}${code}${line === undefined ? '' : `:${line}`}`)).toEqual(said);
    expect(articles.map(({ text }) => text).sort()).toEqual([...texts].sort());
    expect(articles.flatMap(checkArticle)).toEqual([]);
    for (const { code, place, values } of problems) {
      expect(messages).toHaveProperty(code);
      for (const { t } of translators) expect(t(problemMessage(code), values)).not.toBe('');
      expect(place.file).toBeTruthy();
    }
  });

  it('no object gets a field from a file', () => {
    read(jsonl('{"text":"یک","__proto__":{"polluted":1}}'));
    expect(({} as Record<string, unknown>)['polluted']).toBeUndefined();
  });
});
