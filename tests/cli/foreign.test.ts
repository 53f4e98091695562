import { createHash } from 'node:crypto';
import { readFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { describe, expect, it } from 'vitest';
import { naql } from './terminal.ts';

/** Files of other programs (`tests/fixtures/foreign/README.md`), read as the command line reads them. */
const at = (name: string): string => fileURLToPath(new URL(`../fixtures/foreign/${name}`, import.meta.url));

interface Line {
  readonly title: string;
  readonly text: string;
  readonly meta: { readonly published: string | null; readonly publisher: string | null; readonly file: string | null };
  readonly origin: { readonly encoding: string; readonly sha256: string };
}

async function converted(name: string, ...options: readonly string[]): Promise<readonly Line[]> {
  const { code, out, err } = await naql(['convert', at(name), '--to', 'native', '--out', '-', ...options]);
  if (code !== 0) throw new Error(err);
  return out.split('\n').filter((line) => line !== '').map((line) => JSON.parse(line) as Line);
}
const texts = (lines: readonly Line[]): readonly string[] => lines.map(({ text }) => text).sort();

const title = 'قیمت برق تغییر نمی‌کند';
const news = [
  title,
  'وزیر نیرو در حاشیهٔ نشست هیئت دولت گفت: «برق را گران نمی‌کنیم» و افزود که تصمیمی در این باره گرفته نشده است. 🔴',
  'او به شرکت Microsoft و عدد ۱۲٬۵۰۰ و 2024 هم اشاره کرد،',
  'و گفت سه نیروگاه تازه تا خرداد به مدار می‌آید.',
];
const row = 'وزیر نیرو گفت: «برق را گران نمی‌کنیم»\nو افزود: «این را قول می‌دهم.» 🔴';
const persian = 'وزیر نیرو گفت: «برق را گران نمی‌کنیم» 🔴\nو افزود: «این را قول می‌دهم.»\n';

describe('LibreOffice made', () => {
  it('a document', async () => {
    const [read] = await converted('news.docx');
    expect(read).toMatchObject({ title, text: [...news, 'نیروگاه', 'توان', 'یکم', '۳۰۰'].join('\n'), origin: { encoding: 'docx' } });
  });

  it('a page', async () => {
    const [read] = await converted('news.html', '--whole-page');
    expect(read).toMatchObject({ title, text: [...news, 'نیروگاه', 'توان', 'یکم', '۳۰۰'].join('\n'), origin: { encoding: 'utf-8' } });
  });

  it.each(['rows.xlsx', 'rows.csv'])('a table: %s', async (name) => {
    const read = await converted(name);
    expect(texts(read)).toEqual([row, 'او گفت: "نه"'].sort());
    expect(read.find((one) => one.title === title)?.meta).toMatchObject({ published: '2024-10-23', publisher: 'ایرنا' });
    expect(read.find((one) => one.title === 'دومی')?.meta).toMatchObject({ published: '2024-10-24', publisher: 'ایسنا' });
  });
});

describe('iconv made', () => {
  it.each([
    ['utf-16le.txt', 'utf-16le', persian], ['utf-16be.txt', 'utf-16be', persian], ['utf-16.txt', 'utf-16le', persian],
    ['cp1256.txt', 'windows-1256', 'وزير نيرو گفت: «برق را گران نمي‌كنيم»\nو افزود كه پيش از خرداد سه نيروگاه تازه به مدار مي‌آيد.\n'],
    ['iso-8859-6.txt', 'iso-8859-6', 'قال الوزير ان الكهرباء لن ترتفع\nو قال في اجتماع الحكومة من اليوم على الطريق.\n'],
  ])('%s, which is told, read, and kept by the hash of its bytes', async (name, encoding, text) => {
    const read = await converted(name);
    expect(read.map((one) => [one.text, one.origin])).toEqual([[text, { encoding, sha256: createHash('sha256').update(readFileSync(at(name))).digest('hex') }]]);
  });
});

describe('Info-ZIP made', () => {
  it('an archive of a folder, and all of it is read, the page and the document as one: they say the same', async () => {
    const read = await converted('folder.zip', '--whole-page');
    expect(texts(read)).toEqual(['خبر سوم', 'خبر چهارم', persian, [...news, 'نیروگاه', 'توان', 'یکم', '۳۰۰'].join('\n')].sort());
    expect(read.map(({ meta }) => meta.file)).toContain('یکم.txt');
  });

  it.each([['names-1256.zip', ['خبر دوم.txt', 'خبر يكم.txt']], ['names-437.zip', ['résumé.txt']]])('names that nothing says the encoding of: %s', async (name, files) => {
    const read = await converted(name);
    expect(read.map(({ meta }) => meta.file ?? '').sort()).toEqual(files);
  });

  it('half an archive, which is said', async () => {
    const { code, out, err } = await naql(['validate', at('half.zip')]);
    expect(code).toBe(1);
    expect(out + err).toContain('half.zip: This archive (zip) is damaged or incomplete');
  });

  it('an archive with a password on one of its files: that is said, and the other one is read', async () => {
    const { code, out, err } = await naql(['convert', at('locked.zip'), '--to', 'native', '--out', '-']);
    expect(code).toBe(1);
    expect(err).toContain('“خبرها/یکم.txt” in this archive has a password');
    expect(out.trim().split('\n').map((line) => (JSON.parse(line) as Line).text)).toEqual(['سالم\n']);
  });
});
