import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { problem } from '../../../shared/result.ts';
import { cleanSourceText, hasForeignLineEnd, maximumTextBytes, readSourceText } from '../../../shared/text/source-text.ts';
import { encodeUtf8 } from '../../../shared/text/utf8.ts';
import { forAll } from '../../arbitraries/for-all.ts';
import { anyText } from '../../arbitraries/text.ts';

const read = (text: string) => readSourceText(encodeUtf8(text), { file: 'خبر.txt' });
const codesOf = (result: ReturnType<typeof read>) =>
  result.ok ? result.value.warnings.map(({ values }) => [values.kind, values.count]) : result.problems.map(({ code }) => code);

describe('the text of a file', () => {
  test.each([
    ['plain text is untouched', 'خبر\nدوم\n', 'خبر\nدوم\n', []],
    ['a byte order mark goes without a word', '\ufeffخبر', 'خبر', []],
    ['CRLF of Windows', 'یک\r\nدو\r\n', 'یک\nدو\n', [['CRLF', 2]]],
    ['CR of old Macs, next to CRLF', 'یک\rدو\r\nسه', 'یک\nدو\nسه', [['CR', 1], ['CRLF', 1]]],
    [
      'what Python takes for line ends',
      'یک\u2028دو\u2029سه\x85چهار\vپنج\fشش\x1cهفت\x1dهشت\x1eنه',
      'یک\nدو\nسه\nچهار\nپنج\nشش\nهفت\nهشت\nنه',
      [['LS', 1], ['PS', 1], ['NEL', 1], ['VT', 1], ['FF', 1], ['FS', 1], ['GS', 1], ['RS', 1]],
    ],
    ['ZWNJ, NBSP and direction marks stay', 'می\u200cگوید\u00a0\u200f', 'می\u200cگوید\u00a0\u200f', []],
  ])('%s', (_, text, expected, warnings) => {
    const result = read(text);
    expect(result).toMatchObject({ ok: true, value: { text: expected } });
    expect(codesOf(result)).toEqual(warnings);
  });

  test('a file with other bytes than UTF-8 names the byte and the line', () => {
    const bytes = Uint8Array.from([...encodeUtf8('خبر\nدوم\n'), 0xe3, 0xd1]);
    expect(readSourceText(bytes, { file: 'a.txt' })).toEqual({
      ok: false,
      problems: [problem('file-not-utf8', { file: 'a.txt', line: 3 }, { encoding: 'unknown', byte: 15 })],
    });
  });

  test.each([
    ['UTF-16LE by its mark', [0xff, 0xfe, 0x2e, 0x06], 'file-not-utf8', 'UTF-16LE'],
    ['UTF-16BE by its mark', [0xfe, 0xff, 0x06, 0x2e], 'file-not-utf8', 'UTF-16BE'],
    ['a NUL, as in every program and picture', [0x61, 0, 0x62], 'file-not-text', undefined],
    ['no byte at all', [], 'file-empty', undefined],
    ['nothing but a mark and blanks', [0xef, 0xbb, 0xbf, 0x20, 0x0a], 'file-empty', undefined],
  ])('refused: %s', (_, bytes, code, encoding) => {
    const result = readSourceText(Uint8Array.from(bytes));
    expect(result.ok ? [] : result.problems.map((one) => [one.code, one.values.encoding])).toEqual([[code, encoding]]);
  });

  test('a file that is too large is refused before it is read', () =>
    expect(codesOf(readSourceText(new Uint8Array(maximumTextBytes + 1)))).toEqual(['file-too-large']));

  test('a paste with half an emoji is refused', () => expect(codesOf(cleanSourceText('ا\ud83d'))).toEqual(['file-not-text']));

  test('whatever is read is a text that an Article can have, and reading it again alters nothing', () => {
    const lineEnds = fc.string({ unit: fc.constantFrom('ا', '\r', '\n', '\ufeff', '\u2028'), maxLength: 8 });
    forAll(fc.oneof(anyText, lineEnds), (text) => {
      const once = read(text);
      if (!once.ok) return;
      expect(hasForeignLineEnd(once.value.text)).toBe(false);
      expect(read(once.value.text)).toEqual({ ok: true, value: { text: once.value.text, warnings: [] } });
    });
  });
});
