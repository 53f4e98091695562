import { describe, expect, it } from 'vitest';
import { utf16 } from '../../../../shared/text/offsets.ts';
import { translator } from '../../../../renderer/messages/translate.ts';
import { caretSpeech } from '../../../../renderer/views/annotate/caret-speech.ts';
import { annotation, dams, minister, relation, scene, spanOf, text, toAnnotation } from './sample-scene.ts';

/** Isolates are invisible: compared without them. */
const seen = (words: string): string => words.replace(/[\u2068\u2069]/g, '');
const start = (words: string) => spanOf(words).start;
const end = (words: string) => spanOf(words).end;

const linked = { ...scene, relations: [relation('r', 'SAID_BY', 'dams', toAnnotation('minister'))] };
const sentence = annotation('sentence', 'COMMITMENT', 'وزیر نیرو گفت: سدها پر می‌شود.');
const nested = { ...scene, annotations: [sentence, minister, dams] };

describe('caretSpeech', () => {
  it.each([
    ['nothing where nothing is crossed', scene, utf16(start('او رفت')), utf16(start('رفت')), ''],
    ['nothing inside one span', scene, start('سدها'), start('پر'), ''],
    ['the start of a span, with what is known about it', linked, start('گفت'), start('سدها'), 'پایان نشانهٔ نقل؛ شروع نقل‌قول، ۳ واژه، گفتهٔ وزیر نیرو'],
    ['the end of a span, at the offset after its last letter', scene, utf16(end('سدها پر می‌شود') - 1), end('سدها پر می‌شود'), 'پایان نقل‌قول'],
    ['an arrival in the middle', scene, utf16(start('او رفت')), utf16(start('پر')), 'درون نقل‌قول، ۳ واژه'],
    ['what was jumped over is not met', scene, utf16(start('او رفت')), utf16(text.length), ''],
    ['the outer span before the inner one', nested, utf16(text.length), start('وزیر نیرو'), 'شروع تعهد، ۶ واژه؛ شروع گوینده، ۲ واژه'],
    ['the inner span is left before the outer one', nested, start('پر'), utf16(text.length), 'پایان نقل‌قول؛ پایان تعهد'],
    ['a piece of an interrupted quote', scene, utf16(text.length), start('و باز'), 'شروع تکهٔ ۲ نقل‌قول، ۶ واژه، ۲ تکه'],
    ['from one piece to the next', scene, start('راه'), start('باز'), 'درون تکهٔ ۲ نقل‌قول، ۶ واژه، ۲ تکه'],
    ['the gap between two pieces', scene, start('راه'), start('افزود'), 'پایان تکهٔ ۱ نقل‌قول'],
  ])('%s', (_, here, before, after, words) => expect(seen(caretSpeech(here, before, after, 'full', translator('fa')))).toBe(words));

  it('says the label alone where little is wanted', () =>
    expect(seen(caretSpeech(linked, start('رفت'), start('سدها'), 'low', translator('fa')))).toBe('شروع نقل‌قول'));

  it('speaks English too', () =>
    expect(seen(caretSpeech(scene, start('راه'), start('افزود'), 'full', translator('en')))).toBe('end of piece 1 of Quote'));
});
