import { strToU8, zipSync } from 'fflate';
import { type NamedBytes } from '../../../../shared/codecs/codec.ts';

export const bytesOf = (content: string): Uint8Array => new TextEncoder().encode(content);
export const file = (name: string, content: string | Uint8Array): NamedBytes => ({ name, bytes: typeof content === 'string' ? bytesOf(content) : content });

export const archive = (name: string, inside: Readonly<Record<string, string | Uint8Array>>): NamedBytes => ({
  name, bytes: zipSync(Object.fromEntries(Object.entries(inside).map(([one, content]) => [one, typeof content === 'string' ? strToU8(content) : content]))),
});

const wordSpace = 'http://schemas.openxmlformats.org/wordprocessingml/2006/main';

/** A word processor's document around the markup of its body. */
export const wordFile = (name: string, body: string, beside: Readonly<Record<string, string>> = {}): NamedBytes =>
  archive(name, {
    '[Content_Types].xml': '<Types xmlns="http://schemas.openxmlformats.org/package/2006/content-types"/>',
    'word/document.xml': `<?xml version="1.0" encoding="UTF-8"?><w:document xmlns:w="${wordSpace}"><w:body>${body}</w:body></w:document>`,
    ...beside,
  });

const sheetSpace = 'http://schemas.openxmlformats.org/spreadsheetml/2006/main';

/** A spreadsheet around the markup of its sheets' rows. */
export const workbook = (name: string, sheets: Readonly<Record<string, string>>, parts: Readonly<Record<string, string>> = {}): NamedBytes =>
  archive(name, {
    'xl/workbook.xml': `<workbook xmlns="${sheetSpace}" xmlns:r="r"><sheets>${Object.keys(sheets)
      .map((title, index) => `<sheet name="${title}" r:id="rId${index}"/>`).join('')}</sheets></workbook>`,
    'xl/_rels/workbook.xml.rels': `<Relationships>${Object.keys(sheets)
      .map((_, index) => `<Relationship Id="rId${index}" Target="worksheets/sheet${index}.xml"/>`).join('')}</Relationships>`,
    ...Object.fromEntries(Object.values(sheets).map((rows, index) => [`xl/worksheets/sheet${index}.xml`, `<worksheet xmlns="${sheetSpace}"><sheetData>${rows}</sheetData></worksheet>`])),
    ...parts,
  });
