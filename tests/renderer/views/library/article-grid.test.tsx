// @vitest-environment happy-dom
import 'fake-indexeddb/auto';
import { act, cleanup, fireEvent, render, screen } from '@testing-library/react';
import { afterEach, expect, it, vi } from 'vitest';
import { MessagesProvider } from '../../../../renderer/messages/MessagesProvider.tsx';
import { ArticleGrid } from '../../../../renderer/views/library/ArticleGrid.tsx';
import { wholeShelf } from '../../../../renderer/views/library/shelf.ts';
import { type Listing } from '../../../../renderer/views/library/use-listing.ts';
import { type ArticleId, makeId } from '../../../../shared/model/id.ts';

afterEach(cleanup);

const ids = ['a', 'b', 'c'].map((one) => makeId('article', one));

const nothing = (): void => undefined;

/** A list of three none of which is read yet, whose last is where one comes back from; `found` says when its place is known. */
function shown(rows: Listing['rows'] = () => new Promise(nothing)) {
  let found = (_place: number): void => undefined;
  const reached: (readonly [number, number])[] = [];
  const opened: ArticleId[] = [];
  const listing: Listing = {
    shelf: wholeShelf, count: ids.length, rows, progress: () => Promise.resolve(new Map()),
    placeOf: () => new Promise((resolve) => (found = resolve)),
    idsBetween: (one, two) => (reached.push([one, two]), Promise.resolve(ids.slice(Math.min(one, two), Math.max(one, two) + 1))),
  };
  render(
    <MessagesProvider language="fa">
      <ArticleGrid
        listing={listing} people={new Map()} from={ids[2] ?? null} chosen={new Set()} onChoose={nothing} onAll={nothing} onRemove={nothing} onTyped={nothing} onActive={nothing}
        onOrder={nothing} onOpen={(article) => void opened.push(article)}
      />
    </MessagesProvider>,
  );
  const press = (key: string, shiftKey = false) => fireEvent.keyDown(screen.getByRole('grid'), { key, shiftKey });
  return { press, reached, opened, find: (place: number) => act(async () => (found(place), Promise.resolve())) };
}

it('the place one comes back to is where the keys begin', async () => {
  const { press, reached, find } = shown();
  await find(2);
  press('ArrowUp', true);
  expect(reached).toEqual([[2, 1]]);
});

it('whoever has moved before that place is known is not taken back to it', async () => {
  const { press, reached, find } = shown();
  press('Home');
  await find(2);
  press('ArrowDown', true);
  expect(reached).toEqual([[0, 1]]);
});

it('a row that is still being read is opened by a press and by Enter', async () => {
  const { press, opened, find } = shown();
  await find(2);
  await act(async () => fireEvent.click(screen.getByRole('grid').querySelector('[data-active=true]') ?? document.body));
  await act(async () => press('Enter'));
  expect(opened).toEqual([ids[2], ids[2]]);
});

it('where no row is drawn, as the count is ahead of them, Enter opens none', async () => {
  const { press, reached } = shown(() => Promise.resolve([]));
  await vi.waitFor(() => expect(screen.getByRole('grid').getAttribute('aria-rowcount')).toBe('1'));
  await act(async () => press('Enter'));
  expect(reached).toEqual([]);
});
