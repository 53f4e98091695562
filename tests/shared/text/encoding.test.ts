import { describe, expect, it } from 'vitest';
import { decodeText, detectEncoding, type TextEncoding, textEncodings } from '../../../shared/text/encoding.ts';
import { codePage437, decodeSingleByte, iso88596, windows1256 } from '../../../shared/text/single-byte.ts';

const persian = 'رئيس جمهور گفت: «ما اين راه را با مردم مي‌رويم» و در پايان افزود كه دولت به وعده است.';
const withoutPersianLetters = 'الوزير في المؤتمر قال: من أراد أن يعمل معنا فليأت إلى هذا المكان على الفور.';

/** The bytes of a text, by the table that reads them back. */
function bytesOf(text: string, encoding: TextEncoding): Uint8Array {
  if (encoding === 'utf-8') return new TextEncoder().encode(text);
  if (encoding.startsWith('utf-16')) {
    const view = new DataView(new ArrayBuffer(2 * text.length));
    for (let at = 0; at < text.length; at++) view.setUint16(2 * at, text.charCodeAt(at), encoding === 'utf-16le');
    return new Uint8Array(view.buffer);
  }
  const upper = encoding === 'windows-1256' ? windows1256 : iso88596;
  return Uint8Array.from(text, (character) => (character < '\u0080' ? character.charCodeAt(0) : 0x80 + upper.indexOf(character)));
}

describe('tables of one-byte encodings', () => {
  it.each([['windows-1256', windows1256], ['iso-8859-6', iso88596]] as const)('%s is that of the platform', (name, table) => {
    const upper = Uint8Array.from({ length: 128 }, (_, index) => 0x80 + index);
    expect(table).toBe(new TextDecoder(name).decode(upper));
  });

  it('code page 437 has 128 characters above ASCII', () => expect(codePage437).toHaveLength(128));

  it('a byte without a character is named by its place', () => {
    expect(decodeSingleByte(Uint8Array.of(0xc7, 0xa1), iso88596)).toEqual({ ok: false, byte: 1 });
    expect(decodeSingleByte(new Uint8Array(20_000).fill(0xc7), windows1256)).toEqual({ ok: true, text: 'ا'.repeat(20_000) });
  });
});

describe('detectEncoding', () => {
  it.each([
    ['UTF-8 is certain', bytesOf('سلام', 'utf-8'), { encoding: 'utf-8', isCertain: true }],
    ['ASCII is UTF-8', bytesOf('Tehran', 'utf-8'), { encoding: 'utf-8', isCertain: true }],
    ['nothing is UTF-8', new Uint8Array(0), { encoding: 'utf-8', isCertain: true }],
    ['a mark of UTF-8', Uint8Array.of(0xef, 0xbb, 0xbf, 0x41), { encoding: 'utf-8', isCertain: true }],
    ['a mark of UTF-16, little end first', Uint8Array.of(0xff, 0xfe, 0x33, 0x06), { encoding: 'utf-16le', isCertain: true }],
    ['a mark of UTF-16, big end first', Uint8Array.of(0xfe, 0xff, 0x06, 0x33), { encoding: 'utf-16be', isCertain: true }],
    ['UTF-16LE by parity', bytesOf(persian, 'utf-16le'), { encoding: 'utf-16le', isCertain: false }],
    ['UTF-16BE by parity', bytesOf(persian, 'utf-16be'), { encoding: 'utf-16be', isCertain: false }],
    ['English UTF-16 by parity', bytesOf('The minister said so.', 'utf-16le'), { encoding: 'utf-16le', isCertain: false }],
    ['Windows-1256 by letters', bytesOf(persian.replaceAll(/[«»‌]/g, ' '), 'windows-1256'), { encoding: 'windows-1256', isCertain: false }],
    ['Windows-1256 with its own quotes and half spaces', bytesOf(persian, 'windows-1256'), { encoding: 'windows-1256', isCertain: false }],
    ['one word of Windows-1256', bytesOf('سلام', 'windows-1256'), { encoding: 'windows-1256', isCertain: false }],
    ['ISO-8859-6 by letters', bytesOf(withoutPersianLetters, 'iso-8859-6'), { encoding: 'iso-8859-6', isCertain: false }],
    ['a picture is no text', Uint8Array.of(0x89, 0x50, 0x4e, 0x47, 0x0d, 0x0a, 0x1a, 0x0a, 0, 0, 0, 0x0d), null],
    ['noise without a zero is no text', Uint8Array.from({ length: 4000 }, (_, index) => 1 + ((index * 7919) % 255)), null],
    ['Latin-1 is none of ours', Uint8Array.from('d\xe9j\xe0 vu, \xe9t\xe9, no\xebl, gar\xe7on', (one) => one.charCodeAt(0)), null],
  ] as const)('%s', (_, bytes, expected) => {
    const detected = detectEncoding(bytes);
    expect(detected && { encoding: detected.encoding, isCertain: detected.isCertain }).toEqual(expected);
  });
});

describe('decodeText', () => {
  it.each(textEncodings)('reads back what was written in %s', (encoding) => {
    const text = encoding === 'iso-8859-6' ? withoutPersianLetters : persian;
    expect(decodeText(bytesOf(text, encoding), encoding)).toEqual({ ok: true, text });
  });

  it.each([
    ['half a character at the end of UTF-16', [0x33, 0x06, 0x33], 2],
    ['half of a surrogate pair', [0x33, 0x06, 0x00, 0xd8, 0x33, 0x06], 2],
  ])('refuses %s and names the byte', (_, bytes, byte) => expect(decodeText(Uint8Array.from(bytes), 'utf-16le')).toEqual({ ok: false, byte }));
});
