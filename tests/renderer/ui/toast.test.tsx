// @vitest-environment happy-dom
import { act, cleanup, fireEvent, render, screen } from '@testing-library/react';
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import { MessagesProvider } from '../../../renderer/messages/MessagesProvider.tsx';
import { ToastProvider, useToast } from '../../../renderer/ui/Toast.tsx';

const words = 'برچسب پاک شد.';

function Teller() {
  const toast = useToast();
  return <button aria-label="بگو" onClick={() => toast(words, { actionLabel: 'واگرد', onAction: () => undefined })} />;
}

const isThere = (): boolean => screen.queryAllByText(words).length > 0;
const after = (milliseconds: number) => act(() => vi.advanceTimersByTimeAsync(milliseconds));

/** Something is said in passing; the place where it stands. */
async function said(): Promise<HTMLElement> {
  render(<MessagesProvider language="fa"><ToastProvider><Teller /></ToastProvider></MessagesProvider>);
  fireEvent.click(screen.getByRole('button', { name: 'بگو' }));
  await after(100);
  return screen.getByRole('region');
}

describe('what is said in passing', () => {
  beforeEach(() => void vi.useFakeTimers());
  afterEach(() => {
    cleanup();
    vi.useRealTimers();
  });

  it('goes after six seconds by itself', async () => {
    await said();
    await after(5_500);
    expect(isThere()).toBe(true);
    await after(1_000);
    expect(isThere()).toBe(false);
  });

  it('said again while it stands, it stands there once and for longer', async () => {
    await said();
    await after(5_000);
    for (let time = 0; time < 4; time++) fireEvent.click(screen.getByRole('button', { name: 'بگو' }));
    await after(100);
    expect(screen.getAllByText(words)).toHaveLength(1);
    await after(5_500);
    expect(isThere()).toBe(true);
    await after(1_000);
    expect(isThere()).toBe(false);
  });

  it.each([
    ['the pointer is on it', fireEvent.mouseEnter, fireEvent.mouseLeave],
    ['the focus is in it', fireEvent.focus, fireEvent.blur],
  ] as const)('stays for as long as %s, and goes on counting then', async (_, come, go) => {
    const place = await said();
    await after(3_000);
    come(place);
    await after(60_000);
    expect(isThere()).toBe(true);
    go(place);
    await after(2_000);
    expect(isThere()).toBe(true);
    await after(2_000);
    expect(isThere()).toBe(false);
  });
});
