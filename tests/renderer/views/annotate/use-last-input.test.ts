// @vitest-environment happy-dom
import { renderHook } from '@testing-library/react';
import { describe, expect, it } from 'vitest';
import { useLastInput } from '../../../../renderer/views/annotate/use-annotate-keys.ts';

describe('the button of the mouse', () => {
  it.each<[how: string, release: () => Event]>([
    ['let go', () => new MouseEvent('mouseup')],
    ['let go where words were dropped that the system dragged', () => new Event('dragend')],
    ['let go in another window', () => new Event('blur')],
    ['seen not to be held when the pointer comes back', () => new MouseEvent('mousemove', { buttons: 0 })],
  ])('is not held any more once it is %s: keys are heard again', (_, release) => {
    const { result, unmount } = renderHook(() => useLastInput());
    window.dispatchEvent(new MouseEvent('mousedown', { buttons: 1 }));
    window.dispatchEvent(new MouseEvent('mousemove', { buttons: 1 }));
    expect(result.current.current.isDown).toBe(true);
    window.dispatchEvent(release());
    expect(result.current.current.isDown).toBe(false);
    unmount();
  });

  it('is held on while the focus goes from a panel to the text', () => {
    const { result, unmount } = renderHook(() => useLastInput());
    const field = document.body.appendChild(document.createElement('input'));
    field.focus();
    window.dispatchEvent(new MouseEvent('mousedown', { buttons: 1 }));
    field.blur();
    expect(result.current.current.isDown).toBe(true);
    field.remove();
    unmount();
  });
});
