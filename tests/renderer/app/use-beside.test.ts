// @vitest-environment happy-dom
import { act, renderHook } from '@testing-library/react';
import { useState } from 'react';
import { expect, it } from 'vitest';
import { useBeside } from '../../../renderer/app/use-beside.ts';

function desk() {
  const { result } = renderHook(() => {
    const [isFocusMode, onFocusMode] = useState(false);
    const [beside, onBeside] = useBeside({ isFocusMode, onFocusMode });
    return { isFocusMode, onFocusMode, beside, onBeside };
  });
  return {
    focusMode: () => act(() => result.current.onFocusMode(true)),
    show: (beside: 'guideline' | 'discussion' | null) => act(() => result.current.onBeside(beside)),
    seen: () => [result.current.isFocusMode, result.current.beside],
  };
}

it('what is opened beside the text is closed again, and the other one takes its place', () => {
  const { show, seen } = desk();
  show('guideline');
  expect(seen()).toEqual([false, 'guideline']);
  show('discussion');
  expect(seen()).toEqual([false, 'discussion']);
  show(null);
  expect(seen()).toEqual([false, null]);
});

it('what is asked for in focus mode, where nothing is seen beside the text, leads out of it', () => {
  const { focusMode, show, seen } = desk();
  focusMode();
  show('guideline');
  expect(seen()).toEqual([false, 'guideline']);
});

it('the key that would close what focus mode hides shows it', () => {
  const { focusMode, show, seen } = desk();
  show('guideline');
  focusMode();
  expect(seen()).toEqual([true, 'guideline']);
  show(null);
  expect(seen()).toEqual([false, 'guideline']);
});
