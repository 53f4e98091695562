import mammoth from 'mammoth';
import { describe, expect, it } from 'vitest';
import { docx } from '../../../../shared/codecs/docx/docx.ts';
import { seedSchema } from '../../../arbitraries/schema.ts';
import { wordFile } from './archives.ts';

const run = (text: string): string => `<w:r><w:t xml:space="preserve">${text}</w:t></w:r>`;
const paragraph = (...inside: readonly string[]): string => `<w:p><w:pPr><w:bidi/></w:pPr>${inside.join('')}</w:p>`;
const read = (body: string) => {
  const decoded = docx.decode?.([wordFile('خبر.docx', body)], { schemas: [seedSchema], now: '' });
  return { text: decoded?.dataset?.articles[0]?.text, said: decoded?.problems.map(({ code }) => code) };
};

const list = (number: number): string => `<w:numPr><w:ilvl w:val="0"/><w:numId w:val="${number}"/></w:numPr>`;
const numberedParagraph = (number: number, words: string): string => `<w:p><w:pPr>${list(number)}</w:pPr>${run(words)}</w:p>`;

describe('a Word document', () => {
  it.each([
    ['a line for each paragraph', paragraph(run('خبر')) + paragraph(run('وزیر '), run('گفت.')), 'خبر\nوزیر گفت.', []],
    ['empty paragraphs between, none at the ends', paragraph() + paragraph(run('الف')) + paragraph() + paragraph(run('ب')) + paragraph(), 'الف\n\nب', []],
    ['half spaces and Latin words in their order', paragraph(run('می‌گوید Microsoft'), run(' ۲۰۲۴')), 'می‌گوید Microsoft ۲۰۲۴', []],
    ['breaks and tabs', paragraph('<w:r><w:t>الف</w:t><w:br/><w:t>ب</w:t><w:tab/><w:t>پ</w:t></w:r>'), 'الف\nب\tپ', []],
    ['what was inserted, and not what was deleted', paragraph(run('الف'), `<w:ins>${run('ب')}</w:ins>`, '<w:del><w:r><w:delText>پ</w:delText></w:r></w:del>'), 'الفب', ['docx-deletions']],
    ['soft hyphens are left out', paragraph('<w:r><w:t>خب\u00adر</w:t><w:softHyphen/></w:r>'), 'خبر', ['soft-hyphens-dropped']],
    ['hidden text is left out, which is said', paragraph(run('الف'), '<w:r><w:rPr><w:b/><w:vanish/></w:rPr><w:t>پنهان</w:t><w:br/></w:r>', run('ب')), 'الفب', ['docx-hidden']],
    ['text that is not hidden, at a hidden end of a paragraph too', `<w:p><w:pPr><w:rPr><w:vanish/></w:rPr></w:pPr><w:r><w:rPr><w:vanish w:val="0"/></w:rPr><w:t>الف</w:t></w:r></w:p>`, 'الف', []],
    ['numbers that the program writes before a list are missed with a word; a list that was taken away is none', numberedParagraph(3, 'الف') + numberedParagraph(0, 'ب'), 'الف\nب', ['docx-numbers']],
    ['so are those that a change put in place of others, once', `<w:p><w:pPr>${list(2)}<w:pPrChange><w:pPr>${list(1)}</w:pPr></w:pPrChange></w:pPr>${run('الف')}</w:p>`, 'الف', ['docx-numbers']],
    ['signs of a font of signs are missed with a word, those of a deleted text are not', paragraph(run('الف'), '<w:r><w:sym w:font="Wingdings" w:char="F0FC"/></w:r>', '<w:del><w:r><w:sym w:font="Wingdings" w:char="F0FC"/></w:r></w:del>'), 'الف', ['docx-symbols']],
    ['codes of fields are no words', paragraph('<w:r><w:instrText>HYPERLINK "http://192.0.2.1"</w:instrText></w:r>', run('پیوند')), 'پیوند', []],
    ['tables row by row', `<w:tbl><w:tr><w:tc>${paragraph(run('۱'))}</w:tc><w:tc>${paragraph(run('۲'))}</w:tc></w:tr></w:tbl>`, '۱\n۲', []],
    ['a text box once', paragraph(`<w:r><mc:AlternateContent><mc:Choice><w:txbxContent>${paragraph(run('جعبه'))}</w:txbxContent></mc:Choice><mc:Fallback>${run('جعبه')}</mc:Fallback></mc:AlternateContent></w:r>`), 'جعبه', []],
    ['a text box of 2007', paragraph(`<w:r><w:pict><v:shape><v:textbox><w:txbxContent>${paragraph(run('جعبه'))}</w:txbxContent></v:textbox></v:shape></w:pict></w:r>`), 'جعبه', []],
    ['footnotes are left out, which is said', paragraph(run('الف'), '<w:r><w:footnoteReference w:id="1"/></w:r>', run('ب'), '<w:r><w:endnoteReference w:id="1"/></w:r>'), 'الفب', ['docx-notes']],
    ['entities of XML', paragraph(run('a &amp; b &lt;p&gt;')), 'a & b <p>', []],
  ] as const)('%s', (_, body, text, said) => {
    // Text boxes leave the line empty that they hang on.
    const found = read(body);
    expect({ ...found, text: found.text?.replace(/\n+$/, '') }).toEqual({ text, said });
  });

  it('says what mammoth says, where both keep the same', async () => {
    const file = wordFile('a.docx', paragraph(run('خبر')) + paragraph(run('وزیر «'), run('گفت» می‌رود.')), { '_rels/.rels': '<Relationships xmlns="http://schemas.openxmlformats.org/package/2006/relationships"><Relationship Id="r" Type="http://schemas.openxmlformats.org/officeDocument/2006/relationships/officeDocument" Target="word/document.xml"/></Relationships>' });
    const { value } = await mammoth.extractRawText({ buffer: Buffer.from(file.bytes) });
    expect(docx.decode?.([file], { schemas: [seedSchema], now: '' }).dataset?.articles[0]?.text).toBe(value.trim().replaceAll('\n\n', '\n'));
  });

  const relations = (...lines: readonly (readonly [type: string, target: string, mode?: string])[]): string =>
    `<Relationships xmlns="http://schemas.openxmlformats.org/package/2006/relationships">${lines.map(([type, target, mode], index) =>
      `<Relationship Id="r${index}" Type="http://schemas.openxmlformats.org/officeDocument/2006/relationships/${type}" Target="${target}"${mode ? ` TargetMode="${mode}"` : ''}/>`).join('')}</Relationships>`;
  const readBeside = (name: string, beside: Readonly<Record<string, string>>) => {
    const { dataset, problems } = docx.decode?.([wordFile(name, paragraph(run('خبر')), beside)], { schemas: [seedSchema], now: '' }) ?? { problems: [] };
    return { text: dataset?.articles[0]?.text, said: problems.map(({ code, severity, values }) => `${severity} ${code} ${values?.['count'] ?? ''}`.trim()) };
  };

  it.each(['خبر.docx', 'خبر.docm'])('says of macros and of parts that lie elsewhere that they were left out: %s', (name) => {
    const found = readBeside(name, {
      'word/vbaProject.bin': 'Sub AutoOpen()',
      'word/_rels/settings.xml.rels': relations(['attachedTemplate', 'http://192.0.2.1/t.dotm', 'External']),
      'word/_rels/document.xml.rels': relations(['image', 'http://192.0.2.1/x.png', 'External'], ['hyperlink', 'http://192.0.2.1/', 'External'], ['image', 'media/image1.png'], ['vbaProject', 'vbaProject.bin']),
    });
    expect(found).toEqual({ text: 'خبر', said: ['warning docx-macros', 'warning docx-outside 2'] });
  });

  it('says nothing of addresses that one may click, and of relations that cannot be read', () => {
    expect(readBeside('a.docx', { 'word/_rels/document.xml.rels': relations(['hyperlink', 'http://192.0.2.1/', 'External']) })).toEqual({ text: 'خبر', said: [] });
    expect(readBeside('a.docx', { 'word/_rels/document.xml.rels': '<!DOCTYPE x [<!ENTITY a "b">]><Relationships><Relationship' })).toEqual({ text: 'خبر', said: [] });
  });

  it('reads the main part that the package names', () => {
    const xml = `<w:document xmlns:w="w"><w:body>${paragraph(run('متن دوم'))}</w:body></w:document>`;
    for (const target of ['word/document2.xml', '/word/document2.xml'])
      expect(readBeside('a.docx', { '_rels/.rels': relations(['officeDocument', target]), 'word/document2.xml': xml })).toEqual({ text: 'متن دوم', said: [] });
  });

  it('keeps the hash of its bytes', () => {
    const decoded = docx.decode?.([wordFile('a.docx', paragraph(run('خبر')))], { schemas: [seedSchema], now: '' });
    expect(decoded?.dataset?.articles[0]?.extra['origin']).toMatchObject({ encoding: 'docx', sha256: expect.stringMatching(/^[0-9a-f]{64}$/) as string });
  });
});
