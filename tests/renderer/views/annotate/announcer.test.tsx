// @vitest-environment happy-dom
import { act, cleanup, render, screen } from '@testing-library/react';
import { afterEach, expect, it } from 'vitest';
import { createStore } from 'zustand/vanilla';
import { Announcer } from '../../../../renderer/views/annotate/Announcer.tsx';
import { type Said } from '../../../../renderer/views/annotate/use-announcer.ts';

afterEach(cleanup);

it('says politely what it is given, the same sentence twice as two', () => {
  const said = createStore<Said>(() => ({ words: '', turn: 0, told: null }));
  render(<Announcer said={said} />);
  // A status is a polite live region, and there before anything is said: one that comes with its words is not read.
  const region = screen.getByRole('status');
  const say = (words: string) => {
    act(() => said.setState(({ turn }) => ({ words, turn: turn + 1, told: null })));
    expect(screen.getByRole('status')).toBe(region);
    expect(region.textContent).toBe(words);
    return region.firstElementChild;
  };
  const first = say('پیوند برداشته شد.');
  expect(say('پیوند برداشته شد.')).not.toBe(first);
});
