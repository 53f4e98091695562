// @vitest-environment happy-dom
import { act, cleanup, render, renderHook, screen } from '@testing-library/react';
import { afterEach, expect, it, vi } from 'vitest';
import { MessagesProvider } from '../../../../renderer/messages/MessagesProvider.tsx';
import { type ProjectStore } from '../../../../renderer/store/project-store.ts';
import { type ArticleSearch, type IndexProgress } from '../../../../renderer/views/library/article-search.ts';
import { SearchResults } from '../../../../renderer/views/library/SearchResults.tsx';
import { useSearch } from '../../../../renderer/views/library/use-search.ts';

afterEach(() => {
  cleanup();
  vi.useRealTimers();
});

it('while the articles are being read for the first search, how many have been read is told, and how long the others take', () => {
  vi.useFakeTimers();
  let show: (progress: IndexProgress | null) => void = () => undefined;
  const search = {
    bring: (onProgress: typeof show) => {
      show = onProgress;
      return Promise.resolve();
    },
    find: () => Promise.resolve({ ids: [], total: 0 }),
  } as unknown as ArticleSearch;
  const { result } = renderHook(() => useSearch(search, 'سد', true, 1000));
  act(() => show({ phase: 'index', done: 0, total: 1000 }));
  vi.advanceTimersByTime(2000);
  act(() => show({ phase: 'index', done: 200, total: 1000 }));
  render(
    <MessagesProvider language="fa">
      <SearchResults store={{} as ProjectStore} search={result.current} among={null} onOpen={() => undefined} onAll={() => undefined} onEnd={() => undefined} />
    </MessagesProvider>,
  );
  const bar = screen.getByRole('progressbar');
  expect(bar.getAttribute('aria-valuenow')).toBe('20');
  expect(bar.getAttribute('aria-valuetext')).toMatch(/۲۰۰ از ۱٬۰۰۰.*۸ ثانیه/);
});
