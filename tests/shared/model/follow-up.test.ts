import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { attributeKinds } from '../../../shared/model/attribute-kinds.ts';
import { evidenceQualities, type FollowUp, followUpStatuses, readFollowUps, writeFollowUps } from '../../../shared/model/follow-up.ts';
import { forAll } from '../../arbitraries/for-all.ts';

const link = 'https://example.ir/گزارش?a=1';
const entry: fc.Arbitrary<FollowUp> = fc.record(
  {
    date: fc.constantFrom('1405-04-15', '1405-06-31', '1403-12-30', '1406-01-01'),
    status: fc.constantFrom(...followUpStatuses),
    evidence: fc.option(fc.record({ quality: fc.constantFrom(...evidenceQualities), link: fc.constantFrom(link, 'http://a.b') }, { noNullPrototype: true })),
  },
  { noNullPrototype: true },
);

describe('a log of follow-ups', () => {
  it('is read as it was written, in the order of days', () =>
    forAll(fc.array(entry, { minLength: 1, maxLength: 5 }), (log) => {
      const value = writeFollowUps(log);
      const read = readFollowUps(value);
      expect(read?.map(({ date }) => date)).toEqual(log.map(({ date }) => date).sort());
      expect(read && writeFollowUps(read)).toBe(value);
      expect(attributeKinds['follow-up'].isValid({ choices: [] }, value)).toBe(true);
    }));

  it('keeps what was stalled and later kept', () =>
    expect(writeFollowUps([{ date: '1405-06-31', status: 'kept', evidence: { quality: 'clear', link } }, { date: '1405-04-15', status: 'stalled', evidence: null }])).toBe(
      `1405-04-15 stalled | 1405-06-31 kept clear ${link}`,
    ));

  it.each([
    ['nothing', ''],
    ['free text', 'انجام شد'],
    ['a day that is none', '1405-12-30 kept'],
    ['a day without its year', '--04-15 kept'],
    ['an outcome that nobody knows', '1405-04-15 done'],
    ['evidence without a link', '1405-04-15 kept clear'],
    ['a link that leads nowhere on the web', '1405-04-15 kept clear file:///etc/passwd'],
    ['too much', `1405-04-15 kept clear ${link} more`],
    ['days out of order', '1405-06-01 kept | 1405-04-15 stalled'],
  ])('is not %s', (_, value) => expect(readFollowUps(value)).toBeNull());
});
