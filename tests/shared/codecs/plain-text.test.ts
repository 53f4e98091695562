import { describe, expect, it } from 'vitest';
import { type Decoded, type NamedBytes } from '../../../shared/codecs/codec.ts';
import { plainText } from '../../../shared/codecs/plain-text/plain-text.ts';
import { originOf } from '../../../shared/model/article-origin.ts';
import { fingerprint, hashOfBytes } from '../../../shared/text/fingerprint.ts';
import { seedSchema } from '../../arbitraries/schema.ts';

const file = (name: string, content: string | readonly number[]): NamedBytes => ({
  name,
  bytes: typeof content === 'string' ? new TextEncoder().encode(content) : Uint8Array.from(content),
});
const read = (...files: readonly NamedBytes[]): Decoded =>
  plainText.decode?.(files, { schemas: [seedSchema], now: '2024-01-01T00:00:00.000Z' }) ?? { dataset: null, problems: [] };

describe('a text file', () => {
  it('is an article with an id made from its text, a title and its file name', () => {
    const text = 'وزیر: می‌سازیم\n\nوزیر نیرو گفت می‌سازیم.';
    expect(read(file('خبر.txt', text))).toEqual({
      dataset: {
        schema: seedSchema,
        articles: [{
          id: `art-${fingerprint(text).slice(0, 16)}`,
          title: 'وزیر: می‌سازیم',
          text,
          fingerprint: fingerprint(text),
          language: 'fa',
          group: null,
          source: { publisher: null, url: null, published: null, licence: null, file: 'خبر.txt' },
          added: '2024-01-01T00:00:00.000Z',
          extra: { origin: { encoding: 'utf-8', sha256: fingerprint(text) } },
        }],
        annotators: [],
        entities: [],
        sets: [],
      },
      problems: [],
    });
  });

  it('is cleaned of its byte order mark and foreign line ends, and says so', () => {
    const { dataset, problems } = read(file('a.txt', '\ufeffسطر یک\r\nسطر دو'));
    expect(dataset?.articles[0]?.text).toBe('سطر یک\nسطر دو');
    expect(problems.every(({ severity, place }) => severity === 'warning' && place.file === 'a.txt')).toBe(true);
    expect(problems.length).toBeGreaterThan(0);
  });

  it('is read once however often it comes', () => {
    const { dataset, problems } = read(file('a.txt', 'خبر'), file('b.txt', 'خبر'));
    expect(dataset?.articles.map(({ source }) => source.file)).toEqual(['a.txt']);
    expect(problems).toMatchObject([{ code: 'text-twice', severity: 'warning', place: { file: 'b.txt' }, values: { first: 'a.txt' } }]);
  });

  it.each([
    ['empty', '', 'file-empty'],
    ['written in what nobody knows', [0xe9, 0x41, 0xe9, 0x42], 'encoding-unknown'],
    ['UTF-16 without its last byte', [0xff, 0xfe, 0x2e, 0x06, 0x28], 'encoding-wrong'],
    ['a picture', [0x89, 0x50, 0x4e, 0x47, 0x00], 'file-not-text'],
  ])('that is %s is refused by name, and the others are read', (_, content, code) => {
    const { dataset, problems } = read(file('bad.txt', content), file('good.txt', 'خبر'));
    expect(problems).toMatchObject([{ code, severity: 'error', place: { file: 'bad.txt' } }]);
    expect(dataset?.articles.length).toBe(1);
  });

  it.each([
    ['Windows-1256', 'windows-1256', 'Windows-1256', [0xce, 0xc8, 0xd1], 'encoding-guessed'],
    ['UTF-16 with its mark', 'utf-16le', 'UTF-16 LE', [0xff, 0xfe, 0x2e, 0x06, 0x28, 0x06, 0x31, 0x06], 'text-decoded'],
  ])('that is %s is read as that, says so, and keeps how it was', (_, encoding, name, content, code) => {
    const { dataset, problems } = read(file('a.txt', content));
    expect(dataset?.articles[0]?.text).toBe('خبر');
    expect(problems).toMatchObject([{ code, severity: 'warning', values: { encoding: name } }]);
    expect(dataset?.articles[0]?.extra['origin']).toEqual({ encoding, sha256: hashOfBytes(Uint8Array.from(content)) });
  });

  it('is read as a person says', () => {
    const asked = { schemas: [seedSchema] as const, now: '', reading: { encodings: { 'a.txt': 'iso-8859-6' as const } } };
    const content = [0xce, 0xc8, 0xd1, 0x20, 0xe5];
    expect(plainText.decode?.([file('a.txt', content)], asked).dataset?.articles[0]?.text).toBe('خبر م');
    expect(plainText.decode?.([file('a.txt', content)], asked).problems).toMatchObject([{ code: 'text-decoded', values: { encoding: 'ISO-8859-6' } }]);
    expect(read(file('a.txt', content)).dataset?.articles[0]?.text).not.toBe('خبر م');
  });

  it('that cannot be read leaves nothing', () => expect(read(file('a.txt', '')).dataset).toBeNull());
});

const utf8 = (text: string): Uint8Array => new TextEncoder().encode(text);

describe('the fingerprint of a text file is that of its text, and its hash that of its bytes', () => {
  const utf16 = (text: string): Uint8Array => Uint8Array.from([0xff, 0xfe, ...Buffer.from(text, 'utf16le')]);
  it.each([
    ['as it is', utf8('خبر\nگفت.'), {}],
    ['with a byte order mark', utf8('\ufeffخبر'), {}],
    ['whose first letter begins as that mark does', utf8('\ufdf2 خبر'), {}],
    ['with other line ends', utf8('خبر\r\nگفت.'), {}],
    ['in another encoding', utf16('خبر گفت'), {}],
    ['that is asked to be another', Uint8Array.from([0xce, 0xc8, 0xd1]), { encodings: { 'a.txt': 'windows-1256' } }],
    ['that is cleaned', utf8('خبر ي و ك'), { cleaning: ['letters'] }],
    ['that asks for nothing where it is cleaned', utf8('خبر'), { cleaning: ['letters'] }],
  ] as const)('%s', (_, bytes, reading) => {
    const decoded = plainText.decode?.([{ name: 'a.txt', bytes }], { schemas: [seedSchema], now: '', reading });
    const article = decoded?.dataset?.articles[0] ?? expect.unreachable();
    expect([article.fingerprint, originOf(article)?.sha256]).toEqual([fingerprint(article.text), hashOfBytes(bytes)]);
  });
});
