import { expect, it } from 'vitest';
import { span } from '../../../../shared/text/offsets.ts';
import { surroundings } from '../../../../renderer/views/annotate/surroundings.ts';

it('gives the sentence around the words, and nothing of the next', () => {
  expect(surroundings('برف آمد. او گفت راه باز است. تمام.', span(12, 15))).toEqual({ before: 'او ', after: ' راه باز است.' });
});

it('cuts a long sentence at blanks', () => {
  const text = `${'واژه '.repeat(30)}هدف ${'واژه '.repeat(30)}`.trim();
  const { before, after } = surroundings(text, span(150, 153));
  expect(before).toMatch(/^… (?:واژه ){1,12}$/);
  expect(after).toMatch(/^(?: واژه){1,12} …$/);
});
