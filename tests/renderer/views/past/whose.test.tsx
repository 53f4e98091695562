// @vitest-environment happy-dom
import { cleanup, fireEvent, render, screen, within } from '@testing-library/react';
import { afterEach, expect, test } from 'vitest';
import { MessagesProvider } from '../../../../renderer/messages/MessagesProvider.tsx';
import { type PersonThen } from '../../../../renderer/views/past/people.ts';
import { Whose } from '../../../../renderer/views/past/Whose.tsx';

afterEach(cleanup);

const person = (name: string, state: string, isReading = true): PersonThen => ({ key: name, name, state, isReading });
const shown = (people: readonly PersonThen[], place = 0) => {
  const chosen: number[] = [];
  render(<MessagesProvider language="fa"><Whose people={people} place={place} onChoose={(to) => chosen.push(to)} /></MessagesProvider>);
  return chosen;
};

test('whose labels are drawn is chosen among those who have any; how far the others are is told beside them', () => {
  const chosen = shown([person('برچسب‌های من', '۲ برچسب'), person('رضا', '۵ برچسب · تحویل شده'), person('سارا', 'داده شده', false)], 1);
  const radios = within(screen.getByRole('radiogroup', { name: 'برچسب‌های چه کسی' })).getAllByRole('radio');
  expect(radios.map((one) => one.getAttribute('aria-checked'))).toEqual(['false', 'true']);
  expect(radios.map((one) => document.getElementById(one.getAttribute('aria-describedby') ?? '')?.textContent)).toEqual(['۲ برچسب', '۵ برچسب · تحویل شده']);
  fireEvent.click(screen.getByRole('radio', { name: 'برچسب‌های من' }));
  expect(chosen).toEqual([0]);
  expect(within(screen.getByRole('list', { name: 'دیگرانی که این خبر به آن‌ها داده شد' })).getAllByRole('listitem').map((one) => one.textContent)).toEqual(['سارا داده شده']);
});

test('where nobody has labels there is nothing to choose, and no empty group', () => {
  shown([person('سارا', 'داده شده', false)]);
  expect(screen.queryByRole('radiogroup')).toBeNull();
  expect(screen.getByText('داده شده')).toBeTruthy();
});
