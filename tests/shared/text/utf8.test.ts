import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { decodeBrokenUtf8, decodeUtf8, encodeUtf8 } from '../../../shared/text/utf8.ts';
import { forAll } from '../../arbitraries/for-all.ts';
import { anyText } from '../../arbitraries/text.ts';

const strict = new TextDecoder('utf-8', { fatal: true, ignoreBOM: true });
const reference = (bytes: Uint8Array): string | null => {
  try {
    return strict.decode(bytes);
  } catch (error) {
    if (error instanceof TypeError) return null;
    throw error;
  }
};
const ours = (bytes: Uint8Array): string | null => {
  const decoded = decodeUtf8(bytes);
  return decoded.ok ? decoded.text : null;
};

describe('UTF-8', () => {
  test.each([
    ['sound bytes', [0x61, 0xd8, 0xa7], 'aا', -1],
    ['a character cut off between others', [0x61, 0xd8, 0x62, 0xd8, 0xa7], 'a\ufffdbا', 1],
    ['one at the end', [0xd8, 0xa7, 0xd8], 'ا\ufffd', 2],
    ['two', [0xff, 0x61, 0xff], '\ufffda\ufffd', 0],
  ])('%s, with a mark for each that is broken', (_, bytes, text, firstBroken) => expect(decodeBrokenUtf8(Uint8Array.from(bytes))).toEqual({ text, firstBroken }));

  test('very many broken bytes are no slip', () => expect(decodeBrokenUtf8(new Uint8Array(200).fill(0xff))).toBeNull());

  test('a text comes back from its bytes, which are those of the platform', () => {
    forAll(anyText, (text) => {
      const bytes = encodeUtf8(text);
      expect(bytes).toEqual(new TextEncoder().encode(text));
      expect(decodeUtf8(bytes)).toEqual({ ok: true, text });
    });
  });

  test('any bytes are judged and read as the platform does', () => {
    forAll(fc.uint8Array({ maxLength: 12 }), (bytes) => expect(ours(bytes)).toBe(reference(bytes)));
  });

  test('a text with one byte altered, dropped or doubled is judged and read as the platform does', () => {
    const damaged = fc.tuple(anyText, fc.nat(), fc.nat(255), fc.constantFrom('alter', 'drop', 'double')).map(([text, at, byte, how]) => {
      const bytes = [...encodeUtf8(text)];
      const place = bytes.length === 0 ? 0 : at % bytes.length;
      bytes.splice(place, how === 'double' ? 0 : 1, ...(how === 'drop' ? [] : [how === 'double' ? (bytes[place] ?? 0) : byte]));
      return Uint8Array.from(bytes);
    });
    forAll(damaged, (bytes) => expect(ours(bytes)).toBe(reference(bytes)));
  });

  test.each([
    ['a tail byte without a head', [0x61, 0x80], 1],
    ['an overlong slash', [0xc0, 0xaf], 0],
    ['a surrogate', [0xed, 0xa0, 0x80], 0],
    ['above U+10FFFF', [0xf4, 0x90, 0x80, 0x80], 0],
    ['a character cut off at the end', [0xd8, 0xb3, 0xd9], 2],
    ['Windows-1256', [0x73, 0xe3, 0xd1], 1],
  ])('the first byte that belongs to no character is named: %s', (_, bytes, byte) =>
    expect(decodeUtf8(Uint8Array.from(bytes))).toEqual({ ok: false, byte }));

  test('a lone surrogate has no UTF-8: a bug of the caller', () => expect(() => encodeUtf8('a\ud800')).toThrow('U+d800'));

  test('20 MB are read in a breath', () => {
    const bytes = encodeUtf8('وزیر نیرو گفت: «برق را گران نمی‌کنیم» 🔴\n'.repeat(300_000));
    const started = performance.now();
    expect(decodeUtf8(bytes).ok).toBe(true);
    expect(performance.now() - started).toBeLessThan(5000);
  });
});
