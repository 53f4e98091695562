// @vitest-environment happy-dom
import { act, cleanup, render } from '@testing-library/react';
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import { createStore } from 'zustand/vanilla';
import { FocusHint } from '../../../../renderer/views/annotate/FocusHint.tsx';
import { type Said } from '../../../../renderer/views/annotate/use-announcer.ts';

const wayOut = 'حالت تمرکز؛ Esc برای بیرون آمدن';
const undone = 'برگشت: پیوند';

function shown() {
  const said = createStore<Said>(() => ({ words: wayOut, turn: 1, told: null }));
  const hint = (question: string | null) => <FocusHint question={question} wayOut={wayOut} said={said} />;
  const { container, rerender } = render(hint(null));
  return {
    words: () => container.textContent,
    ask: (question: string | null) => rerender(hint(question)),
    tell: (words: string) => act(() => said.setState(({ turn }) => ({ words, turn: turn + 1, told: { words } }))),
  };
}

const after = (milliseconds: number) => act(() => vi.advanceTimersByTimeAsync(milliseconds));

describe('over the text in focus mode', () => {
  beforeEach(() => void vi.useFakeTimers());
  afterEach(() => {
    cleanup();
    vi.useRealTimers();
  });

  it('the way out stands for six seconds, then nothing', async () => {
    const { words } = shown();
    await after(5_900);
    expect(words()).toBe(wayOut);
    await after(200);
    expect(words()).toBe('');
  });

  it('what is told is read there, as the bar that tells it elsewhere is hidden: which step was taken back', async () => {
    const { words, tell } = shown();
    await after(7_000);
    tell(undone);
    expect(words()).toBe(undone);
    await after(6_100);
    expect(words()).toBe('');
  });

  it('a question comes before both', () => {
    const { words, tell, ask } = shown();
    tell(undone);
    ask('گوینده را با ۱ تا ۹ انتخاب کنید');
    expect(words()).toBe('گوینده را با ۱ تا ۹ انتخاب کنید');
  });
});
