import { graphemes } from '../../shared/text/graphemes.ts';

const text = '🔴 وزیر نیرو گفت: «برق را گران نمی‌کنیم» و افزود که کتاب‌ها رسید.';

const inUtf16 = (word: string) => [text.indexOf(word), text.indexOf(word) + word.length] as const;
const inGraphemes = (word: string) => inUtf16(word).map((offset) => graphemes(text.slice(0, offset)).length) as unknown as readonly [number, number];

/** A line of doccano whose marks count two units at once, so that none fits: `title` tells one such file from another. */
export const unclearUnits = (title: string): string =>
  JSON.stringify({
    text: `${text}\n${title}`,
    label: [[...inUtf16('وزیر نیرو'), 'SPEAKER'], [...inGraphemes('گفت'), 'CUE'], [...inUtf16('افزود'), 'CUE'], [...inGraphemes('رسید'), 'CUE']],
  });

const told = 'وزیر نیرو دیروز در تهران گفت که برق گران شد.';
const mark = (id: number, label: string, word: string) =>
  ({ id, label, start_offset: told.indexOf(word), end_offset: told.indexOf(word) + word.length });

/** A line of doccano with labels and a relation that no schema of ours has, and two labels in another spelling; all units see it alike. */
export const foreignNames = (title: string): string =>
  JSON.stringify({
    text: `${told}\n${title}`,
    entities: [mark(1, 'شخص', 'وزیر نیرو'), mark(2, 'مکان', 'تهران'), mark(3, 'Cue', 'گفت'), mark(4, 'نقل قول', 'برق گران شد')],
    relations: [{ id: 1, from_id: 4, to_id: 1, type: 'ازآن' }],
  });
