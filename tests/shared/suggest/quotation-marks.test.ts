import { describe, expect, it } from 'vitest';
import { markedParts } from '../../../shared/suggest/quotation-marks.ts';
import { span } from '../../../shared/text/offsets.ts';

const marked = (text: string): readonly string[] => markedParts(text, span(0, text.length)).map(({ inner }) => text.slice(inner.start, inner.end));

describe('markedParts', () => {
  it.each([
    ['guillemets, inner ones first', 'او گفت: «وزیر «بله» گفت»', ['بله', 'وزیر «بله» گفت']],
    ['the inner level of the locale', '«او ‹نه› گفت»', ['نه', 'او ‹نه› گفت']],
    ['curly ones, also with a low one before', '“آب” و „نان“ و ‘راه’', ['آب', 'نان', 'راه']],
    ['straight ones, several in a paragraph', 'گفت: "سد پر است" و افزود:"راه باز است".', ['سد پر است', 'راه باز است']],
    ['single straight ones', "گفت 'سد پر است' و رفت", ['سد پر است']],
    ['no apostrophe', "Smith's «plan» and the students' work", ['plan']],
    ['no sign of inches', 'صفحهٔ 6" و گوشی 5" رسید', []],
    ['guillemets the wrong way round', 'گفت: »سد پر است« و رفت', ['سد پر است']],
    ['no pair of a closing one and the next opening one', 'سد پر است» و افزود: «راه باز', []],
    ['two signs for one', 'گفت: <<سد پر است>> و رفت', ['سد پر است']],
    ['blanks inside', '« سد پر است »', [' سد پر است ']],
    ['a whole pair around one without its partner', '«سد “پر است»', ['سد “پر است']],
  ])('%s', (_, text, expected) => expect(marked(text)).toEqual(expected));
});
