import { describe, expect, it } from 'vitest';
import { translator } from '../../../../renderer/messages/translate.ts';
import { attributeWords, description, listLine, servedWords, wordCount } from '../../../../renderer/views/annotate/wording.ts';
import { annotation, dams, entityId, minister, relation, road, scene, text, toAnnotation } from './sample-scene.ts';

/** Isolates are invisible: compared without them. */
const seen = (words: string): string => words.replace(/[\u2068\u2069]/g, '');
const linked = { ...scene, relations: [relation('r', 'SAID_BY', 'dams', toAnnotation('minister'))] };

describe('description', () => {
  it.each([
    ['a quote with its speaker', dams, 'نقل‌قول، ۳ واژه، گفتهٔ وزیر نیرو'],
    ['an interrupted quote', road, 'نقل‌قول، ۶ واژه، ۲ تکه'],
    ['a speaker who is known', { ...minister, entity: entityId('e2') }, 'گوینده، ۲ واژه، شهردار تهران'],
    ['a quote of which nobody knows who said it', { ...road, attributes: { source_status: 'unknown' } }, 'نقل‌قول، ۶ واژه، ۲ تکه، گوینده نامشخص'],
    ['a flag and a note', { ...minister, flagged: true, note: 'شاید' }, 'گوینده، ۲ واژه، با نشان تردید، با یادداشت'],
  ])('%s', (_, described, words) => expect(seen(description(linked, described, translator('fa')))).toBe(words));

  it('speaks English too', () =>
    expect(seen(description(linked, dams, translator('en')))).toBe('Quote, 3 words, said by وزیر نیرو'));
});

describe('what became of an attribute', () => {
  const quote = { ...dams, attributes: { mode: 'indirect' } };
  const commitment = annotation('promise', 'COMMITMENT', 'راه را می‌سازیم');
  const deadline = annotation('deadline', 'DEADLINE', 'باز می‌کنیم');
  it.each([
    ['a choice, by its name', quote, 'mode', 'حالت: غیرمستقیم', 'Mode: indirect'],
    ['an option that was taken back', quote, 'confidence', '«اطمینان» برداشته شد.', '“Confidence” cleared.'],
    ['a day, in both calendars', { ...deadline, attributes: { value: '1405-04-15' } }, 'value', 'تاریخ یا مدت: ۱۵ تیر ۱۴۰۵ (2026-07-06)', 'Date or duration: 6 July 2026 (1405/04/15)'],
    ['a log, by how much is in it', { ...commitment, attributes: { follow_up: '1405-04-15 kept' } }, 'follow_up', 'پیگیری (۱ ثبت)', 'Follow-up (1 entry)'],
  ])('%s', (_, of, attribute, fa, en) => {
    const said = (language: 'fa' | 'en') => seen(attributeWords(scene, of, attribute, '2026-01-01', translator(language)));
    expect([said('fa'), said('en')]).toEqual([fa, en]);
  });
});

it('what serves another is told as a phrase that can be read: the link, then what it leads to', () => {
  const [link] = linked.relations;
  if (!link) throw new Error('no link');
  expect([seen(servedWords(linked, link, translator('fa'))), seen(servedWords(linked, link, translator('en')))]).toEqual(['گفتهٔ «وزیر نیرو»', 'said by “وزیر نیرو”']);
});

it('a line of the list says the label, then the words of the text, then what is known', () =>
  expect(seen(listLine(scene, road, { errors: 0, warnings: 0 }, translator('fa')))).toBe('نقل‌قول، «راه را می‌سازیم … و باز می‌کنیم»، ۶ واژه، ۲ تکه'));

it('a line of the list says that nobody knows who said it', () =>
  expect(seen(listLine(scene, { ...dams, attributes: { source_status: 'unknown' } }, { errors: 0, warnings: 0 }, translator('en')))).toMatch(/, 3 words, unknown speaker$/));

it('a line of the list says last what is wrong', () =>
  expect(seen(listLine(scene, dams, { errors: 1, warnings: 2 }, translator('fa')))).toMatch(/^نقل‌قول، «.*، ۱ خطا، ۲ هشدار$/));

it('wordCount counts words, not marks', () => 
  expect(wordCount(text, annotation('all', 'QUOTE', 'وزیر نیرو گفت: سدها پر می‌شود.'))).toBe(6));

it('names of labels, people and words of the text stand isolated: a Latin one does not turn the sentence round', () => {
  expect(description(linked, minister, translator('fa'))).toContain('\u2068گوینده\u2069، ');
  expect(listLine(scene, minister, { errors: 0, warnings: 0 }, translator('fa'))).toContain('\u2068گوینده\u2069، ');
  expect(description(linked, { ...minister, entity: entityId('e2') }, translator('fa'))).toContain('\u2068شهردار تهران\u2069');
  expect(listLine(scene, minister, { errors: 0, warnings: 0 }, translator('fa'))).toContain('«\u2068وزیر نیرو\u2069»');
});
