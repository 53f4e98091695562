import { spawnSync } from 'node:child_process';
import { mkdirSync, mkdtempSync, readFileSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import mammoth from 'mammoth';
import { beforeAll, describe, expect, it } from 'vitest';
import { naql } from '../cli/terminal.ts';
import { ran, tool, type ToolName } from './tools.ts';

/** Files that programs made which we did not write, read as the command line reads them: `convert` to lines of the native format. */
interface Line {
  readonly title: string;
  readonly text: string;
  readonly meta: { readonly published: string | null; readonly publisher: string | null };
  readonly origin: { readonly encoding: string; readonly sha256: string };
}

const folder = mkdtempSync(path.join(tmpdir(), 'naql-foreign-'));
const at = (...names: readonly string[]): string => path.join(folder, ...names);

async function converted(source: string, ...options: readonly string[]): Promise<readonly Line[]> {
  const { code, out, err } = await naql(['convert', source, '--to', 'native', '--out', '-', ...options]);
  if (code !== 0) throw new Error(err);
  return out.split('\n').filter((line) => line !== '').map((line) => JSON.parse(line) as Line);
}

function programs(...names: readonly ToolName[]): readonly string[] {
  return names.map((name) => {
    const found = tool(name);
    if (found.kind === 'missing') throw new Error(found.reason);
    return found.path;
  });
}
const missing = (...names: readonly ToolName[]): string | null =>
  names.flatMap((name) => { const found = tool(name); return found.kind === 'missing' ? [found.reason] : []; })[0] ?? null;

const title = 'قیمت برق تغییر نمی‌کند';
const lines = [
  title,
  'وزیر نیرو در حاشیهٔ نشست هیئت دولت گفت: «برق را گران نمی‌کنیم» و افزود که تصمیمی در این باره گرفته نشده است.',
  'او به شرکت Microsoft و عدد ۱۲٬۵۰۰ و 2024 هم اشاره کرد، و گفت سه نیروگاه تازه تا خرداد به مدار می‌آید.',
];
const html = `<!doctype html><html lang="fa" dir="rtl"><head><meta charset="utf-8"><title>${title}</title></head><body><h1>${title}</h1>${lines.slice(1).map((one) => `<p>${one}</p>`).join('')}</body></html>`;

/** Of a CSV: comma, quotes, UTF-8, from line 1, and what looks like a day or a number is one. */
const infilterOf = (input: string): readonly string[] =>
  input.endsWith('.html') ? ['--infilter=HTML (StarWriter)'] : input.endsWith('.csv') ? ['--infilter=Text - txt - csv (StarCalc):44,34,76,1,,0,false,true'] : [];

function byOffice(input: string, filter: string): string {
  const [soffice = ''] = programs('soffice');
  const out = at('office');
  mkdirSync(out, { recursive: true });
  const [extension = ''] = filter.split(':');
  const { code, output } = ran(soffice, [`-env:UserInstallation=file://${at('profile')}`, '--headless', ...infilterOf(input), '--convert-to', filter, '--outdir', out, input]);
  if (code !== 0) throw new Error(output);
  return path.join(out, `${path.basename(input).replace(/\.[^.]*$/, '')}.${extension}`);
}

describe('LibreOffice Writer', () => {
  const reason = missing('soffice', 'writer');
  beforeAll(() => writeFileSync(at('news.html'), html));

  it('makes a DOCX, and every word is read, as mammoth reads it', async (context) => {
    if (reason) return context.skip(reason);
    const made = byOffice(at('news.html'), 'docx:MS Word 2007 XML');
    const read = await converted(made);
    expect(read.map(({ text }) => text)).toEqual([lines.join('\n')]);
    expect(read[0]).toMatchObject({ title, origin: { encoding: 'docx' } });
    const { value } = await mammoth.extractRawText({ path: made });
    expect(read[0]?.text.split('\n')).toEqual(value.split('\n').filter((line) => line !== ''));
  });

  it('makes a page, and its words are read', async (context) => {
    if (reason) return context.skip(reason);
    const made = byOffice(byOffice(at('news.html'), 'odt'), 'html:HTML (StarWriter)');
    const read = await converted(made, '--whole-page');
    expect(read.map(({ text }) => text.split('\n').map((line) => line.trim()))).toEqual([lines]);
  });
});

describe('LibreOffice Calc', () => {
  it('makes a spreadsheet, and each row is an article', async (context) => {
    const reason = missing('soffice');
    if (reason) return context.skip(reason);
    writeFileSync(at('rows.csv'), `\ufeffتیتر,متن,تاریخ,منبع,شمار\n${title},"${lines.join('\n')}",1403/08/02,ایرنا,0012\nدومی,"او گفت: ""نه""",2024-10-24,ایسنا,7\n`);
    const made = byOffice(at('rows.csv'), 'xlsx:Calc MS Excel 2007 XML');
    const read = await converted(made);
    expect(read.map(({ text }) => text).sort()).toEqual([lines.join('\n'), 'او گفت: "نه"'].sort());
    expect(read.find(({ title: own }) => own === 'دومی')?.meta).toMatchObject({ published: '2024-10-24', publisher: 'ایسنا' });
    expect(read.find(({ title: own }) => own === title)?.meta).toMatchObject({ published: '2024-10-23', publisher: 'ایرنا' });
  });
});

describe('iconv', () => {
  const arabic = lines.join('\n').replaceAll('ی', 'ي').replaceAll('ک', 'ك').replaceAll(/[ٔ]/g, '').replaceAll(/[۰-۹]/g, (digit) => String(digit.charCodeAt(0) - 0x6f0)).replaceAll('٬', ',');
  const plain = arabic.replaceAll('پ', 'ب').replaceAll('چ', 'ج').replaceAll('ژ', 'ز').replaceAll('گ', 'ك').replaceAll(/[«»\u200c]/g, ' ');
  it.each([
    ['UTF-16LE', 'utf-16le', lines.join('\n')], ['UTF-16BE', 'utf-16be', lines.join('\n')], ['UTF-16', 'utf-16le', lines.join('\n')], ['UTF-8', 'utf-8', lines.join('\n')],
    ['CP1256', 'windows-1256', arabic], ['ISO-8859-6', 'iso-8859-6', plain],
  ])('writes %s, and it is told and read', async (name, encoding, text) => {
    const [iconv = ''] = programs('iconv');
    const { stdout, status, stderr } = spawnSync(iconv, ['-f', 'UTF-8', '-t', name], { input: text });
    if (status !== 0) throw new Error(stderr.toString());
    writeFileSync(at(`${name}.txt`), stdout);
    const read = await converted(at(`${name}.txt`));
    expect(read.map((line) => [line.text, line.origin.encoding])).toEqual([[text, encoding]]);
    const asked = await converted(at(`${name}.txt`), '--encoding', encoding, '--clean', 'letters');
    expect(asked[0]?.text).toBe(text.replaceAll('ي', 'ی').replaceAll('ك', 'ک').replaceAll('ى', 'ی'));
  });
});

describe('Info-ZIP', () => {
  it('packs a folder of everything, with Persian names, and all of it is read', async (context) => {
    const reason = missing('zip');
    if (reason) return context.skip(reason);
    const [zip = ''] = programs('zip');
    mkdirSync(at('pack', 'خبرها'), { recursive: true });
    writeFileSync(at('pack', 'خبرها', 'یکم.txt'), 'خبر یکم');
    writeFileSync(at('pack', 'خبرها', 'page.html'), html);
    writeFileSync(at('pack', 'rows.jsonl'), '{"text":"خبر سوم"}\n{"text":"خبر چهارم"}\n');
    const { status, stderr } = spawnSync(zip, ['-q', '-r', at('all.zip'), '.'], { cwd: at('pack') });
    if (status !== 0) throw new Error(stderr.toString());
    const read = await converted(at('all.zip'));
    expect(read.map(({ text }) => text).sort()).toEqual(['خبر سوم', 'خبر چهارم', 'خبر یکم', lines.join('\n')].sort());
    expect(JSON.stringify(read)).toContain('یکم.txt');
    const half = readFileSync(at('all.zip'));
    writeFileSync(at('half.zip'), half.subarray(0, half.length / 2));
    const halved = await naql(['validate', at('half.zip')]);
    expect(halved.code).toBe(1);
    expect(halved.out + halved.err).toContain('half.zip');
  });
});
