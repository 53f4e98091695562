import { describe, expect, it } from 'vitest';
import { columnsKey, noMapping } from '../../../../shared/codecs/corpus/column-mapping.ts';
import { type NamedBytes } from '../../../../shared/codecs/codec.ts';
import { cleaningCounts } from '../../../../shared/codecs/texts/cleaning-counts.ts';
import { type ReadingChoices } from '../../../../shared/codecs/texts/reading-choices.ts';
import { surveyOf } from '../../../../shared/codecs/texts/survey.ts';
import { windows1256 } from '../../../../shared/text/single-byte.ts';
import { seedSchema } from '../../../arbitraries/schema.ts';
import { file, workbook } from './archives.ts';

const counted = (files: readonly NamedBytes[], reading: ReadingChoices = {}, onRead: (share: number) => void = () => undefined) =>
  cleaningCounts(files, { schemas: [seedSchema], now: '', reading, onRead });
const areCounted = (...files: readonly NamedBytes[]): boolean => surveyOf(files, { schemas: [seedSchema], now: '' }).areCounted;

const many = Array.from({ length: 1000 }, (_, index) => `كتاب ${index}`);
const cell = (name: string, words: string): string => `<c r="${name}" t="inlineStr"><is><t>${words}</t></is></c>`;

describe('what cleaning would alter', () => {
  it.each([
    ['CSV', file('a.csv', `text\n${many.join('\n')}\n`)],
    ['JSON Lines', file('a.jsonl', many.map((text) => JSON.stringify({ text })).join('\n'))],
    ['one list', file('a.json', JSON.stringify(many.map((text) => ({ text }))))],
    ['a spreadsheet', workbook('a.xlsx', { s: ['text', ...many].map((text, index) => `<row r="${index + 1}">${cell(`A${index + 1}`, text)}</row>`).join('') })],
    ['a long text', file('a.txt', `${'x'.repeat(60_000)}\n${many.join('\n')}`)],
  ])('is counted in all of %s, of which the survey looks at the beginning', (_, one) => {
    expect(areCounted(one)).toBe(false);
    expect(counted([one])).toEqual({ letters: 1000, digits: 0, joints: 0 });
  });

  it('needs no count of its own where the survey saw all', () =>
    expect(areCounted(file('a.txt', 'كتاب'), file('a.csv', 'text,id\nكتاب,1\n'))).toBe(true));

  it('is counted in the column that was chosen for the text, and as the letters were chosen to be read', () => {
    const columns = ['الف', 'ب'];
    const chosen = (text: string | null): ReadingChoices => ({ columns: { [columnsKey(columns)]: { ...noMapping, text } } });
    const table = file('a.csv', `${columns.join(',')}\nكتاب,١٢\n`);
    expect([chosen('الف'), chosen('ب'), chosen(null)].map((reading) => counted([table], reading))).toMatchObject([{ letters: 1, digits: 0 }, { letters: 0, digits: 2 }, { letters: 0, digits: 0 }]);
    const old = file('a.txt', Uint8Array.from('وزير گفت: «ما اين راه را مي رويم» و در پايان افزود.', (one) => (one < '\u0080' ? one.charCodeAt(0) : 0x80 + windows1256.indexOf(one))));
    expect(counted([old]).letters).toBe(5);
    expect(counted([old], { instead: { 'windows-1256': 'iso-8859-6' } }).letters).not.toBe(5);
  });

  it('says how far it is, and leaves files with annotations and pages alone', () => {
    const shares: number[] = [];
    counted([file('a.csv', `text\n${many.join('\n')}\n`), file('b.csv', `text\n${many.join('\n')}\n`)], {}, (share) => shares.push(share));
    expect(shares.length).toBeGreaterThan(4);
    expect(shares).toEqual([...shares].sort((a, b) => a - b));
    expect(Math.max(...shares)).toBeLessThanOrEqual(1);
    expect(counted([file('a.html', '<p>كتاب</p>')]).letters).toBe(0);
  });
});
