// @vitest-environment happy-dom
import 'fake-indexeddb/auto';
import { act, cleanup, fireEvent, render, screen } from '@testing-library/react';
import { afterEach, expect, it } from 'vitest';
import { MessagesProvider } from '../../../../renderer/messages/MessagesProvider.tsx';
import { ArticleGrid } from '../../../../renderer/views/library/ArticleGrid.tsx';
import { wholeShelf } from '../../../../renderer/views/library/shelf.ts';
import { type Listing } from '../../../../renderer/views/library/use-listing.ts';
import { makeId } from '../../../../shared/model/id.ts';

afterEach(cleanup);

const ids = ['a', 'b', 'c'].map((one) => makeId('article', one));

const nothing = (): void => undefined;

/** A list of three whose last is where one comes back from; `found` says when its place is known. */
function shown() {
  let found = (_place: number): void => undefined;
  const reached: (readonly [number, number])[] = [];
  const listing: Listing = {
    shelf: wholeShelf, count: ids.length, rows: () => new Promise(nothing), progress: () => Promise.resolve(new Map()),
    placeOf: () => new Promise((resolve) => (found = resolve)),
    idsBetween: (one, two) => (reached.push([one, two]), Promise.resolve([])),
  };
  render(
    <MessagesProvider language="fa">
      <ArticleGrid
        listing={listing} people={new Map()} from={ids[2] ?? null} chosen={new Set()} onChoose={nothing} onAll={nothing} onRemove={nothing} onTyped={nothing} onActive={nothing}
        onOrder={nothing} onOpen={nothing}
      />
    </MessagesProvider>,
  );
  const press = (key: string, shiftKey = false) => fireEvent.keyDown(screen.getByRole('grid'), { key, shiftKey });
  return { press, reached, find: (place: number) => act(async () => (found(place), Promise.resolve())) };
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
