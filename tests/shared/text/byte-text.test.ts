import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { byteText, encodedText } from '../../../shared/text/byte-text.ts';
import { encodeUtf8 } from '../../../shared/text/utf8.ts';
import { forAll } from '../../arbitraries/for-all.ts';
import { anyText } from '../../arbitraries/text.ts';

const number = fc.oneof(fc.constantFrom(0, 9, 10, 2 ** 31 - 1), fc.nat());

describe('a text that is bytes from the beginning', () => {
  it('is what the same pieces are as one text, however long', () =>
    forAll(fc.tuple(fc.array(fc.oneof(anyText, number), { maxLength: 30 }), fc.integer({ min: 1, max: 400 })), ([pieces, times]) => {
      const written = byteText();
      for (let turn = 0; turn < times; turn++)
        for (const piece of pieces) if (typeof piece === 'number') written.writeNumber(piece);
        else written.write(piece);
      const expected = encodeUtf8(pieces.join('').repeat(times));
      expect(written.length()).toBe(expected.length);
      expect(Buffer.compare(written.bytes(), expected)).toBe(0);
    }, 200));

  it('takes parts of another text by their places', () =>
    forAll(anyText.filter((text) => text !== ''), (text) => {
      const written = byteText();
      const of = encodedText(text);
      for (let at = 0; at < text.length; ) {
        const next = at + String.fromCodePoint(text.codePointAt(at) as number).length;
        written.writePart(of, at, next);
        at = next;
      }
      expect(Buffer.compare(written.bytes(), encodeUtf8(text))).toBe(0);
    }));

  it('gives bytes that are not altered by what is written later', () => {
    const written = byteText();
    written.write('الف');
    const before = written.bytes();
    written.write('b');
    expect([before.length, written.bytes().length]).toEqual([6, 7]);
  });

  it('throws for a lone surrogate, in a short text and in a long one', () => {
    expect(() => byteText().write('a\ud800')).toThrow('U+d800');
    expect(() => byteText().write(`${'a'.repeat(100)}\ud800`)).toThrow('U+d800');
    expect(() => encodedText('\udc00')).toThrow('U+dc00');
  });
});
