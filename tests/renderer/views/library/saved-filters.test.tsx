// @vitest-environment happy-dom
import { cleanup, fireEvent, render, screen } from '@testing-library/react';
import { afterEach, expect, it } from 'vitest';
import { MessagesProvider } from '../../../../renderer/messages/MessagesProvider.tsx';
import { type ArticleFilter } from '../../../../renderer/store/project-store.ts';
import { SavedFilters } from '../../../../renderer/views/library/SavedFilters.tsx';

afterEach(cleanup);

function shown(language: 'fa' | 'en', filter: ArticleFilter = {}): readonly ArticleFilter[] {
  const asked: ArticleFilter[] = [];
  render(
    <MessagesProvider language={language}>
      <SavedFilters filter={filter} saved={[]} onSave={() => undefined} onFilter={(next) => void asked.push(next)} />
    </MessagesProvider>,
  );
  return asked;
}

it.each([
  ['fa', 'توافق پایین', 'بی‌برچسب'],
  ['en', 'Low agreement', 'No labels'],
] as const)('what is looked for most is there from the start: low agreement, no label (%s)', (language, low, bare) => {
  const asked = shown(language);
  for (const name of [low, bare]) fireEvent.click(screen.getByRole('button', { name }));
  expect(asked).toEqual([{ further: { agreement: { least: null, most: 0.66 } } }, { further: { count: { label: null, least: null, most: 0 } } }]);
});

it('one of them that is in force is pressed, and has its name already', () => {
  shown('en', { further: { count: { label: null, least: null, most: 0 } } });
  expect(screen.getByRole('button', { name: 'No labels' }).getAttribute('aria-pressed')).toBe('true');
  expect(screen.queryByRole('textbox')).toBeNull();
});
