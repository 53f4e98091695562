// @vitest-environment jsdom
import { act, cleanup, fireEvent, render, screen, within } from '@testing-library/react';
import { afterEach, expect, test } from 'vitest';
import { MessagesProvider } from '../../../../renderer/messages/MessagesProvider.tsx';
import { type ReadingAnswer, type ReadingQuestion } from '../../../../renderer/views/import/import-tools.ts';
import { ReadingDialog } from '../../../../renderer/views/import/ReadingDialog.tsx';
import { type ColumnMapping, columnsKey, noMapping } from '../../../../shared/codecs/corpus/column-mapping.ts';
import { type NamedBytes } from '../../../../shared/codecs/codec.ts';
import { type CleaningCounts, cleaningCounts } from '../../../../shared/codecs/texts/cleaning-counts.ts';
import { surveyOf } from '../../../../shared/codecs/texts/survey.ts';
import { windows1256 } from '../../../../shared/text/single-byte.ts';
import { seedSchema } from '../../../arbitraries/schema.ts';

afterEach(cleanup);

const bytesOf = (text: string): Uint8Array => new TextEncoder().encode(text);
const old = (text: string): Uint8Array => Uint8Array.from(text, (one) => (one < '\u0080' ? one.charCodeAt(0) : 0x80 + windows1256.indexOf(one)));

function asked(files: readonly NamedBytes[], rest: Partial<ReadingQuestion> = {}) {
  const answers: (ReadingAnswer | null)[] = [];
  const look: ReadingQuestion['look'] = async (reading) => ({ survey: surveyOf(files, { schemas: [seedSchema], now: '', reading }), remembered: rest.remembered ?? {} });
  const survey = surveyOf(files, { schemas: [seedSchema], now: '' });
  const question = { survey, files: files.length, areMany: false, remembered: {}, look, count: () => Promise.reject(new Error('there is nothing to count')), ...rest };
  render(
    <MessagesProvider language="fa">
      <ReadingDialog question={question} onAnswer={(answer) => answers.push(answer)} />
    </MessagesProvider>,
  );
  return { answers, survey };
}

const choose = (name: string | RegExp, value: string): boolean => fireEvent.change(screen.getByRole('combobox', { name }), { target: { value } });
/** What stands in the files is looked at anew. */
const chooseEncoding = (encoding: string) => act(async () => void choose('خوانده شود با', encoding));
const take = (): boolean => fireEvent.click(screen.getByRole('button', { name: /^افزودن/ }));

test('an encoding that was found out is shown with its words, and another one with others', async () => {
  const { answers } = asked([{ name: 'کهنه.txt', bytes: old('وزير گفت: «ما اين راه را مي‌رويم» و در پايان افزود.') }]);
  expect(screen.getByText(/وزير گفت: «ما اين راه را مي‌رويم»/)).toBeTruthy();
  await chooseEncoding('iso-8859-6');
  expect(screen.queryByText(/وزير گفت: «ما اين راه را مي‌رويم»/)).toBeNull();
  take();
  expect(answers).toEqual([{ reading: { instead: { 'windows-1256': 'iso-8859-6' }, isWholePage: false, cleaning: [], columns: {} }, copies: null }]);
});

test('an encoding that was shown and left as it is has been chosen', () => {
  const { answers } = asked([{ name: 'کهنه.txt', bytes: old('وزير گفت: «ما اين راه را مي‌رويم» و در پايان افزود.') }]);
  take();
  expect(answers).toMatchObject([{ reading: { instead: { 'windows-1256': 'windows-1256' } } }]);
});

test('a table is shown as it reads in the encoding that was chosen, and what is said of its columns is said of those', async () => {
  const files = [{ name: 'کهنه.csv', bytes: old('سرخط,نوشته\nوزير,گفت اين را در خبر\n') }];
  const { answers } = asked(files, { count: async (reading) => cleaningCounts(files, { schemas: [seedSchema], now: '', reading }) });
  const letters = (): string => screen.getByRole<HTMLInputElement>('checkbox', { name: /ی و ک عربی/ }).labels?.[0]?.textContent ?? '';
  await act(async () => void choose('نوشته', 'text'));
  await chooseEncoding('iso-8859-6');
  expect(screen.queryByRole('combobox', { name: 'نوشته' })).toBeNull();
  await chooseEncoding('windows-1256');
  expect(screen.getByRole<HTMLSelectElement>('combobox', { name: 'نوشته' }).value, 'what was said stands there again').toBe('text');
  expect(letters()).toContain('۱ جا');
  take();
  expect(answers).toMatchObject([{ reading: { columns: { [columnsKey(['سرخط', 'نوشته'])]: { text: 'نوشته' } } } }]);
});

test('the columns of a table whose encoding nobody can tell are asked about once it was said', async () => {
  const { answers } = asked([{ name: 'x.csv', bytes: Uint8Array.of(0xe9, 0x2c, 0x62, 0x0a, 0xe9, 0x41, 0xe9, 0x2c, 0x42, 0x0a) }]);
  expect(screen.queryByRole('combobox', { name: 'b' })).toBeNull();
  await chooseEncoding('windows-1256');
  choose('b', 'text');
  take();
  expect(answers).toMatchObject([{ reading: { instead: { unknown: 'windows-1256' }, columns: { [columnsKey(['é', 'b'])]: { text: 'b' } } } }]);
});

test('while files are looked at in another encoding nothing can be added', async () => {
  asked([{ name: 'کهنه.txt', bytes: old('وزير گفت: «ما اين راه را مي‌رويم» و در پايان افزود.') }], { look: () => new Promise(() => undefined) });
  choose('خوانده شود با', 'utf-8');
  expect(screen.getByRole<HTMLButtonElement>('button', { name: /^افزودن/ }).disabled).toBe(true);
});

test('without a column for the text nothing can be added; a role goes from one column to another', () => {
  const key = columnsKey(['الف', 'ب']);
  const { answers } = asked([{ name: 'جدول.csv', bytes: bytesOf('الف,ب\nیک,دو\n') }]);
  expect(screen.getByRole('alert').textContent).toContain('متن خبر در کدام ستون است');
  expect(screen.getByRole<HTMLButtonElement>('button', { name: /^افزودن/ }).disabled).toBe(true);
  choose('الف', 'text');
  choose('ب', 'text');
  expect(screen.getByRole<HTMLSelectElement>('combobox', { name: 'الف' }).value).toBe('');
  choose('الف', 'title');
  expect(within(screen.getByRole('region', { name: 'نخستین ردیف‌ها' })).getAllByRole('cell').map(({ textContent }) => textContent)).toEqual(['یک', 'دو']);
  take();
  expect(answers).toMatchObject([{ reading: { columns: { [key]: { ...noMapping, text: 'ب', title: 'الف' } } } }]);
});

test('what was said of such columns before stands there again', () => {
  const key = columnsKey(['الف', 'ب']);
  const remembered: Readonly<Record<string, ColumnMapping>> = { [key]: { ...noMapping, text: 'ب' } };
  asked([{ name: 'جدول.csv', bytes: bytesOf('ب,الف\nدو,یک\n') }], { remembered });
  expect(screen.getByRole<HTMLSelectElement>('combobox', { name: 'ب' }).value).toBe('text');
});

test('cleaning is off, says how many places it would alter and shows some, and is done only where it is chosen', () => {
  const { answers } = asked([{ name: 'الف.txt', bytes: bytesOf('كتاب '.repeat(12)) }]);
  const letters = screen.getByRole<HTMLInputElement>('checkbox', { name: /ی و ک عربی/ });
  expect(letters.checked).toBe(false);
  expect(letters.labels?.[0]?.textContent).toContain('۱۲ جا');
  expect(document.querySelector('del')?.textContent).toBe('ك');
  expect(document.querySelector('ins')?.textContent).toBe('ک');
  fireEvent.click(letters);
  take();
  expect(answers).toMatchObject([{ reading: { cleaning: ['letters'] } }]);
});

test('of a longer table the whole is counted: until that is known it says so, and another column for the text begins anew', async () => {
  const rows = Array.from({ length: 300 }, () => 'كتاب,متن\n').join('');
  const asks: { readonly text: string | null | undefined; readonly signal: AbortSignal; readonly answer: (counts: CleaningCounts) => void }[] = [];
  const count: ReadingQuestion['count'] = ({ columns = {} }, signal) =>
    new Promise((answer) => asks.push({ text: columns[columnsKey(['text', 'b'])]?.text, signal, answer }));
  asked([{ name: 'a.csv', bytes: bytesOf(`text,b\n${rows}`) }], { count });
  const letters = (): string => screen.getByRole<HTMLInputElement>('checkbox', { name: /ی و ک عربی/ }).labels?.[0]?.textContent ?? '';
  expect(letters()).toContain('در حال شمردن…');
  await act(async () => asks[0]?.answer({ letters: 300, digits: 0, joints: 0 }));
  expect(letters()).toContain('۳۰۰ جا');
  choose('b', 'text');
  expect(letters()).toContain('در حال شمردن…');
  choose('b', 'title');
  choose('text', 'text');
  expect(letters(), 'what is known is not counted again').toContain('۳۰۰ جا');
  expect(asks.map(({ text }) => text)).toEqual(['text', 'b', null]);
  expect(asks.slice(1).map(({ signal }) => signal.aborted)).toEqual([true, true]);
});

test('pages are not counted, and nobody is told that there is nothing in them', () => {
  asked([{ name: 'الف.html', bytes: bytesOf('<p>كتاب</p>') }]);
  expect(document.body.textContent).toContain('جاهای صفحه‌های وب در این شمار نیست.');
  expect(document.body.textContent).not.toContain('در این‌ها نیست');
});

test('of a page the article is taken unless all of it is wanted; who closes the dialog adds nothing', () => {
  const { answers } = asked([{ name: 'الف.html', bytes: bytesOf('<p>خبر</p>') }]);
  fireEvent.click(screen.getByRole('radio', { name: 'همهٔ نوشته‌های صفحه' }));
  take();
  fireEvent.click(screen.getByRole('button', { name: 'لغو' }));
  expect(answers).toMatchObject([{ reading: { isWholePage: true } }, null]);
});

test('one large file that was looked at is not called one of one', () => {
  asked([{ name: 'الف.html', bytes: bytesOf('<p>خبر</p>') }], { areMany: true });
  expect(screen.queryByText(/برای این پیش‌نمایش نگاه شد/)).toBeNull();
});

test('what becomes of copies is asked beforehand where many files come in, and only there', () => {
  const { answers } = asked([{ name: 'الف.txt', bytes: bytesOf('خبر') }], { areMany: true, files: 1000 });
  fireEvent.click(screen.getByRole('radio', { name: 'یک خبر بشمار' }));
  take();
  expect(answers).toMatchObject([{ copies: 'link' }]);
  cleanup();
  asked([{ name: 'الف.txt', bytes: bytesOf('خبر') }]);
  expect(screen.queryByRole('radio', { name: 'یک خبر بشمار' })).toBeNull();
});

test('of words in columns it is said which is which, in what scheme, and what stands between them', () => {
  const { answers } = asked([{ name: 'ستون.conll', bytes: bytesOf('B-CUE 1 گفت\nO 2 برق\n') }]);
  expect(screen.getByRole<HTMLSelectElement>('combobox', { name: 'ستون ۱' }).value).toBe('word');
  expect(screen.getByRole<HTMLSelectElement>('combobox', { name: 'ستون ۳' }).value).toBe('tag');
  choose('ستون ۱', 'tag');
  expect(screen.getByRole<HTMLSelectElement>('combobox', { name: 'ستون ۳' }).value).toBe('word');
  choose('شیوهٔ نشان‌گذاری', 'iob1');
  choose('میان واژه‌ها', 'none');
  take();
  expect(answers).toMatchObject([{ reading: { conll: { word: 3, tag: 1, scheme: 'iob1', joiner: 'none' } } }]);
});

test('columns with their tokens are not asked about', () => {
  const files = [{ name: 'a.tokens.jsonl', bytes: bytesOf('{"text":"x","sentences":[]}') }, { name: 'a.quote.iob2.conll', bytes: bytesOf('x O\n') }];
  expect(surveyOf(files, { schemas: [seedSchema], now: '' }).conll).toBeNull();
});
