// @vitest-environment happy-dom
import 'fake-indexeddb/auto';
import { act, renderHook, waitFor } from '@testing-library/react';
import { describe, expect, it } from 'vitest';
import { type ArticleId } from '../../../shared/model/id.ts';
import { useLive, useLiveMeanwhile, useSaveState } from '../../../renderer/store/live.ts';
import { datasetOf, Desk, first, mark, patience, second } from './desk.ts';

const seed = () => datasetOf('1', '2');

describe('useLive', () => {
  it('gives undefined, then the answer, and the new answer after a change', async () => {
    const store = await new Desk().open({ seed });
    const useRow = ({ article }: { readonly article: ArticleId }) => useLive(() => store.row(article), [store, article]);
    const { result, rerender } = renderHook(useRow, { initialProps: { article: first } });
    expect(result.current).toBeUndefined();
    await waitFor(() => expect(result.current).toMatchObject({ id: first, annotations: 0 }), patience);
    await act(() => store.perform(first, 'annotate', mark(0, 3)));
    await waitFor(() => expect(result.current).toMatchObject({ id: first, annotations: 1 }), patience);
    rerender({ article: second });
    await waitFor(() => expect(result.current).toMatchObject({ id: second, annotations: 0 }), patience);
  });

  it.each([['useLive', useLive], ['useLiveMeanwhile', useLiveMeanwhile]] as const)('%s draws nothing anew for an answer that says the same', async (_, useAnswer) => {
    const store = await new Desk().open({ seed });
    const seen: unknown[] = [];
    const { result } = renderHook(() => {
      const title = useAnswer(async () => ({ title: (await store.row(first))?.title }), [store]);
      seen.push(title);
      return title;
    });
    await waitFor(() => expect(result.current).toBeDefined(), patience);
    const draws = seen.length;
    await act(() => store.perform(first, 'annotate', mark(0, 3)));
    await act(() => new Promise((resolve) => setTimeout(resolve, 300)));
    expect(seen).toHaveLength(draws);
  });

  it('meanwhile answers while writes follow each other faster than the query takes, and with the last state when they end', async () => {
    const store = await new Desk().open({ seed });
    const slow = async () => {
      for (let time = 0; time < 30; time++) await store.row(first);
      return store.row(first);
    };
    const { result } = renderHook(() => useLiveMeanwhile(slow, [store]));
    const done = { yet: false };
    const writing = (async () => {
      while (!done.yet) {
        await store.perform(first, 'annotate', mark(0, 3));
        await store.undo(first);
      }
      await store.perform(first, 'annotate', mark(0, 3));
    })();
    await waitFor(() => expect(result.current).toMatchObject({ id: first }), patience);
    done.yet = true;
    await writing;
    await waitFor(() => expect(result.current).toMatchObject({ annotations: 1 }), patience);
  });
});

describe('useSaveState', () => {
  it('follows the store', async () => {
    const desk = new Desk();
    const store = await desk.open({ seed });
    const { result } = renderHook(() => useSaveState(store));
    expect(result.current.kind).toBe('saved');
    desk.memory.appendFailure = 'disk-full';
    await act(() => store.perform(first, 'annotate', mark(0, 3)));
    expect(result.current).toMatchObject({ kind: 'failed', code: 'disk-full' });
    desk.memory.appendFailure = null;
    await act(() => store.retry());
    expect(result.current.kind).toBe('saved');
  });
});
