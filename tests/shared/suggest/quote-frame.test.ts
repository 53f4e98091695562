import { describe, expect, it } from 'vitest';
import { attributedParts } from '../../../shared/suggest/attributed-text.ts';
import { quoteFrame } from '../../../shared/suggest/quote-frame.ts';
import { span } from '../../../shared/text/offsets.ts';
import { paragraphAt } from '../../../shared/text/paragraphs.ts';
import { findCues, sampleSpans, sampleTarget, sampleText, words } from './reading.ts';

/** `[` and `]` mark the quote. */
function frameOf(marked: string): readonly [cue: string | null, speaker: string | null] {
  const text = marked.replace(/[[\]]/g, '');
  const frame = quoteFrame(text, span(marked.indexOf('['), marked.indexOf(']') - 1), findCues);
  return [words(text, frame.cue?.span), words(text, frame.speaker?.span)];
}

describe('quoteFrame', () => {
  it.each([
    ['colon', 'وزیر نیرو دیروز در مجلس گفت: [سدها پر می‌شود].', 'گفت', 'وزیر نیرو'],
    ['که', 'رئیس سازمان هواشناسی اعلام کرد که [باران می‌بارد].', 'اعلام کرد', 'رئیس سازمان هواشناسی'],
    ['marks first, cue behind', '«[راه باز است]»، شهردار تهران افزود.', 'افزود', 'شهردار تهران'],
    ['a pronoun behind the quote', '«[راه باز است]»، وی گفت.', 'گفت', 'وی'],
    ['a source before its content', 'به گفتهٔ سخنگوی دولت، [کرایه زیاد نمی‌شود].', 'به گفتهٔ', 'سخنگوی دولت'],
    ['a source behind its content', '[کرایه زیاد نمی‌شود]، به گفتهٔ سخنگوی دولت.', 'به گفتهٔ', 'سخنگوی دولت'],
    ['name and office in apposition', 'علی احمدی، وزیر راه، تأکید کرد: [می‌سازیم].', 'تأکید کرد', 'علی احمدی، وزیر راه'],
    ['an adverbial in front', 'به گزارش ایرنا، استاندار گیلان با بیان اینکه [برف آمد]، گفت: راه باز است.', 'با بیان اینکه', 'استاندار گیلان'],
    ['the second quote under one speaker', 'استاندار گیلان با بیان اینکه برف آمد، گفت: [راه باز است].', 'گفت', 'استاندار گیلان'],
    ['an omitted subject', 'و در ادامه افزود: [راه باز است].', 'افزود', null],
    ['a heading', 'پوتین: [مواضع را ارزشمند می‌دانیم]', ':', 'پوتین'],
    ['a heading with marks', 'پوتین: «[مواضع را ارزشمند می‌دانیم]»', ':', 'پوتین'],
    ['the second turn of a heading', 'پزشکیان در دیدار با سفیران کشورهای همسایه در تهران: کوتاه نمی‌آییم؛ عراقچی: [مذاکره می‌کنیم]', ':', 'عراقچی'],
    ['straight marks', 'وزیر نیرو گفت: "[سدها پر است]" و رفت.', 'گفت', 'وزیر نیرو'],
    ['straight marks, cue behind', '"[راه باز است]"، شهردار تهران افزود.', 'افزود', 'شهردار تهران'],
    ['guillemets the wrong way round', 'وزیر نیرو گفت: »[سدها پر است]« و رفت.', 'گفت', 'وزیر نیرو'],
    ['half-spaced verb', 'او می‌گوید: [راه باز است].', 'می‌گوید', 'او'],
    ['the same verb with a blank, and Arabic letters', 'او مي گويد: [راه باز است].', 'مي گويد', 'او'],
    ['a verb in the perfect', 'رئیس مجلس هشدار داده است: [وقت کم است].', 'هشدار داده است', 'رئیس مجلس'],
    ['no mistaking «گفت‌وگو» for a cue', 'گفت‌وگو شد. [راه باز است].', null, null],
    ['nothing where there is nothing', '[راه باز است].', null, null],
  ])('%s', (_, marked, cue, speaker) => expect(frameOf(marked)).toEqual([cue, speaker]));

  it('finds cue and speaker of every quote of the sample, and none where a heading names none', () => {
    const found = sampleSpans('QUOTE').map((quote) => {
      const frame = quoteFrame(sampleText, quote, findCues);
      return [quote.id, words(sampleText, frame.cue?.span), words(sampleText, frame.speaker?.span)];
    });
    expect(found).toEqual(sampleSpans('QUOTE').map(({ id }) => [id, sampleTarget('CUED_BY', id), sampleTarget('SAID_BY', id)]));
  });

  it('knows what the cue is, as values of its attributes', () => {
    const text = 'او تأکید کرد: برف آمد.';
    const frame = quoteFrame(text, span(14, 21), findCues);
    expect(frame.cue?.attributes).toEqual({ form: 'light_verb', class: 'stress' });
    expect(frame.speaker?.attributes).toEqual({ mention: 'pronoun' });
  });
});

describe('attributedParts', () => {
  const parts = (text: string) => attributedParts(text, paragraphAt(text, span(0, 0).start), findCues(text, paragraphAt(text, span(0, 0).start))).map((one) => words(text, one));
  it.each([
    ['a colon without marks: to the paragraph end', 'او گفت: راه باز است. برف نیست.', ['راه باز است. برف نیست']],
    ['up to the next sentence with a colon cue', 'او گفت: راه باز است. وزیر افزود: برف نیست.', ['راه باز است', 'برف نیست']],
    ['a colon with marks: what stands in them', 'او گفت: «راه باز است» و رفت.', ['راه باز است']],
    ['که: to the sentence end', 'او گفت که راه باز است. برف نیست.', ['راه باز است']],
    ['a frame and the cue behind it', 'او با بیان اینکه برف آمد، در پایان گفت: راه باز است.', ['راه باز است', 'برف آمد']],
    ['a bare clause', 'او گفت راه باز است.', ['راه باز است']],
    ['a source announced', 'به گفتهٔ او، راه باز است.', ['راه باز است']],
    ['a stop before the closing mark, and one behind it', 'او گفت: «راه باز است.» و افزود: «برف نیست».', ['راه باز است', 'برف نیست']],
    ['a question mark stays', 'او پرسید: «راه باز است؟»', ['راه باز است؟']],
    ['blanks inside the marks', 'او گفت: « راه باز است » و رفت.', ['راه باز است']],
    ['a fragment in indirect speech', 'او گفت که این راه «باز نخواهد شد».', ['باز نخواهد شد', 'این راه «باز نخواهد شد»']],
    ['straight marks', 'او گفت: "راه باز است" و رفت.', ['راه باز است']],
    ['marks that close in the next paragraph', 'او گفت: «راه باز است.', ['راه باز است']],
    ['two turns of a heading', 'پزشکیان: کوتاه نمی‌آییم؛ عراقچی: مذاکره می‌کنیم', ['کوتاه نمی‌آییم', 'مذاکره می‌کنیم']],
    ['a turn of a dialogue', '– راه باز است؟', ['راه باز است؟']],
    ['no turn: a number below zero', '-۵ درجه شد.', []],
    ['a time of day is no colon', 'ساعت ۱۰:۳۰ رفت.', []],
  ])('%s', (_, text, expected) => expect(parts(text)).toEqual(expected));
});
