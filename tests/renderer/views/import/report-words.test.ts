import { expect, test } from 'vitest';
import { translator } from '../../../../renderer/messages/translate.ts';
import { emptyReport, type ImportReport, joinedReports } from '../../../../renderer/views/import/import-report.ts';
import { reportWords } from '../../../../renderer/views/import/report-words.ts';
import { problem } from '../../../../shared/result.ts';

const none = emptyReport;
const fa = translator('fa');

test.each([
  ['one article', { ...none, articles: 1 }, ['۱ خبر افزوده شد']],
  ['nothing at all', none, ['خبر تازه‌ای افزوده نشد']],
  ['nothing but duplicates', { ...none, duplicates: 2 }, ['خبر تازه‌ای افزوده نشد', '۲ خبر تکراری کنار گذاشته شد']],
  [
    'a colleague’s set for an article that is there',
    { ...none, sets: 1, annotations: 61, duplicates: 1 },
    ['۱ مجموعه با ۶۱ برچسب پذیرفته شد', '۱ خبر تکراری کنار گذاشته شد'],
  ],
])('%s', (_, report, words) => {
  expect(reportWords(fa, report)).toEqual(words);
});

test('sets of another schema are counted over all parts of a file, and file by file', () => {
  const other = (file: string, count: number) => ({ ...none, problems: [problem('schema-of-another-project', { file }, { id: 'x', version: '1.0', expected: 'y 1.0', count })] });
  const { problems } = [other('a', 400), other('a', 30), other('b', 2)].reduce<ImportReport>(joinedReports, none);
  expect(problems.map(({ place, values }) => [place.file, values['count']])).toEqual([['a', 430], ['b', 2]]);
});
