import { describe, expect, test } from 'vitest';
import { translator } from '../../../renderer/messages/translate.ts';
import { groupProblems, placeWords, problemDetails } from '../../../renderer/ui/problem-report.ts';
import { problem } from '../../../shared/result.ts';

describe('groupProblems', () => {
  test('the same sentence in one file is said once, with all its places', () => {
    const groups = groupProblems([
      problem('read-failed', { file: 'a.jsonl', line: 3 }),
      problem('read-failed', { file: 'a.jsonl', line: 9 }),
      problem('read-failed', { file: 'b.txt' }),
    ]);
    expect(groups.map(({ file, groups: own }) => [file, own.map(({ places }) => places.length)])).toEqual([
      ['a.jsonl', [2]],
      ['b.txt', [1]],
    ]);
  });

  test('other values make another sentence', () => {
    const [file] = groupProblems([
      problem('file-too-large', { file: 'a' }, { megabytes: 64 }),
      problem('file-too-large', { file: 'a' }, { megabytes: 65 }),
    ]);
    expect(file?.groups).toHaveLength(2);
  });

  test('errors stand before warnings', () => {
    const [file] = groupProblems([problem('not-found', { file: 'a' }, {}, 'warning'), problem('disk-full', { file: 'a' })]);
    expect(file?.groups.map(({ severity }) => severity)).toEqual(['error', 'warning']);
  });

  test('what belongs to no file stands under none', () => {
    expect(groupProblems([problem('disk-full')])[0]?.file).toBeNull();
  });
});

describe('placeWords', () => {
  const place = { file: 'a.jsonl', line: 12, record: 'art-1', field: 'spans.0.end' };

  test('line, record and field, in the words of the language; the file is named above', () => {
    expect(placeWords(translator('fa'), place)).toBe('سطر ۱۲، رکورد \u2068art-1\u2069، فیلد \u2068spans.0.end\u2069');
    expect(placeWords(translator('en'), place)).toBe('line 12, record \u2068art-1\u2069, field \u2068spans.0.end\u2069');
  });

  test('nothing to say gives nothing', () => {
    expect(placeWords(translator('fa'), { file: 'a.jsonl' })).toBe('');
  });
});

test('details for a bug report hold codes, places and names, never free text', () => {
  const details = problemDetails([problem('read-failed', { file: 'a.jsonl', line: 3 }, { found: '2.0', text: 'متن خبر', count: 4 })]);
  expect(details).toBe('error read-failed {"file":"a.jsonl","line":3} {"found":"2.0","count":4}');
});
