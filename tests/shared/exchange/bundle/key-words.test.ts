import { expect, it } from 'vitest';
import { keyWords, wordLists } from '../../../../shared/exchange/bundle/key-words.ts';

it.each(['fa', 'en'] as const)('%s has sixty-four words, each once, none with white space', (language) => {
  expect(new Set(wordLists[language]).size).toBe(64);
  expect(wordLists[language].filter((word) => /\s/.test(word))).toEqual([]);
});

it('one key has the same words always, another has others, and the languages agree on their places', () => {
  const [one, other] = ['00'.repeat(32), '01'.repeat(32)];
  expect(keyWords(one, 'en')).toEqual(keyWords(one, 'en'));
  expect(keyWords(one, 'en')).not.toEqual(keyWords(other, 'en'));
  const placesOf = (language: 'fa' | 'en') => keyWords(one, language).map((word) => (wordLists[language] as readonly string[]).indexOf(word));
  expect(placesOf('fa')).toEqual(placesOf('en'));
});
