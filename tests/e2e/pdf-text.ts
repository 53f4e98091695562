import { inflateSync } from 'node:zlib';

export interface PdfText {
  readonly pages: number;
  /** Of the pages in points, each once. */
  readonly sizes: readonly string[];
  /** Every character that a font of the file stands for, as its `ToUnicode` maps say; letters as such, in whatever form they are drawn. */
  readonly characters: string;
}

/** What can be read of a PDF that Chromium wrote without setting its lines again: they stand in visual order, glyph by glyph. */
export function pdfText(file: Buffer): PdfText {
  const source = file.toString('latin1');
  const boxes = [...source.matchAll(/\/MediaBox \[([^\]]*)\]/g)].map(([, box = '']) => box.trim().split(/\s+/).map((edge) => Math.round(Number(edge))));
  const characters = new Set<string>();
  for (const [, length = '0', data] of streams(source)) {
    const text = inflated(Buffer.from(data.slice(0, Number(length)), 'latin1'));
    if (text.includes('beginbfchar') || text.includes('beginbfrange')) for (const one of mapped(text)) characters.add(one);
  }
  return { pages: source.match(/\/Type\s*\/Page\b(?!s)/g)?.length ?? 0, sizes: [...new Set(boxes.map(([, , width, height]) => `${width}×${height}`))], characters: [...characters].join('').normalize('NFKC') };
}

const streams = (source: string): readonly (readonly [string, string, string])[] =>
  [...source.matchAll(/\/Length (\d+)[^>]*>>\s*stream\r?\n/g)].map((match) => [match[0], match[1] ?? '0', source.slice(match.index + match[0].length)] as const);

function inflated(bytes: Buffer): string {
  // Pictures and fonts are compressed otherwise or not at all; there is nothing to read in them.
  return bytes[0] === 0x78 ? inflateSync(bytes).toString('latin1') : bytes.toString('latin1');
}

function mapped(map: string): readonly string[] {
  const text = (hex: string) => Buffer.from(hex, 'hex').swap16().toString('utf16le');
  const single = [...map.matchAll(/^<[0-9A-F]+> <([0-9A-F]{4,})>$/gim)].map(([, hex = '']) => text(hex));
  const ranges = [...map.matchAll(/^<([0-9A-F]+)> <([0-9A-F]+)> <([0-9A-F]{4})>$/gim)].flatMap(([, from = '', to = '', first = '']) =>
    Array.from({ length: parseInt(to, 16) - parseInt(from, 16) + 1 }, (_, index) => String.fromCodePoint(parseInt(first, 16) + index)),
  );
  return [...single, ...ranges];
}
