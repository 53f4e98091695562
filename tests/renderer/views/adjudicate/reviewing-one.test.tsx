// @vitest-environment jsdom
import { act, fireEvent, screen, waitFor, within } from '@testing-library/react';
import { expect, it } from 'vitest';
import { workOfOne } from '../../../fixtures/two-annotators.ts';
import { article, chips, inspector, listed, press, shown, t } from './desk-screen.tsx';

it.each([
  ['the case', /این برچسب/, { kind: 'annotation', quote: 'مالیات‌ها را کاهش می‌دهیم' }],
  ['a link of it', /این پیوند/, { kind: 'relation', quote: 'مالیات‌ها را کاهش می‌دهیم ← وزیر' }],
  ['the article', /کل خبر/, { kind: 'article' }],
])('a comment is about %s, as whoever makes it says', async (_, choice, anchor) => {
  const store = await shown(workOfOne('sara'));
  press('KeyJ');
  press('KeyJ');
  press('KeyC');
  const about = await screen.findByRole('combobox', { name: t('discussion.about') });
  fireEvent.change(about, { target: { value: within(about).getByRole<HTMLOptionElement>('option', { name: choice }).value } });
  fireEvent.change(screen.getByRole('textbox', { name: t('discussion.words') }), { target: { value: 'چرا؟' } });
  fireEvent.click(screen.getByRole('button', { name: t('discussion.say') }));
  await waitFor(async () => expect(await store.events(article)).toMatchObject([{ kind: 'commented', anchor }]));
  await store.close();
});

it('one colleague’s work is reviewed and returned with a reason', async () => {
  const store = await shown(workOfOne('sara'));
  press('KeyR');
  fireEvent.change(await screen.findByRole('textbox', { name: t('adjudicate.return.reason') }), { target: { value: 'گوینده‌ها' } });
  const [confirm] = within(screen.getByRole('dialog')).getAllByRole('button', { name: t('adjudicate.return') });
  fireEvent.click(confirm as HTMLElement);
  await waitFor(async () => expect(await store.events(article)).toMatchObject([{ kind: 'returned', reason: 'گوینده‌ها' }]));
  await store.close();
});

it('of one colleague no letter stands beside the name', async () => {
  const store = await shown(workOfOne('sara'));
  expect(chips()).toEqual([t('adjudicate.reader', { letter: 'A' })]);
  const names = screen.getAllByRole('option', { hidden: true }).map((one) => one.getAttribute('aria-label') ?? '');
  expect(names.filter((name) => !name.startsWith(t('adjudicate.class.marked'))), 'nor is it said of each that one person alone marked it').toEqual([]);
  expect(document.body.textContent).not.toContain(t('adjudicate.class.only', { letter: 'A' }));
  fireEvent.click(screen.getByRole('button', { name: t('adjudicate.blind') }));
  expect(within(inspector()).getAllByText('سارا')).toHaveLength(1);
  expect(inspector().textContent).not.toContain(t('adjudicate.reader.named', { letter: 'A', name: 'سارا' }));
  await store.close();
});

it('one colleague’s work is accepted by a key, and says so', async () => {
  const store = await shown(workOfOne('sara'));
  press('KeyR', { shiftKey: true });
  await waitFor(async () => expect(await store.events(article)).toMatchObject([{ kind: 'accepted', set: 'set-sara-0' }]));
  await within(screen.getByRole('contentinfo')).findByText(t('work.accepted'));
  press('KeyR', { shiftKey: true });
  await act(() => store.flush());
  expect(await store.events(article)).toHaveLength(1);
  press('KeyZ', { ctrlKey: true });
  await waitFor(async () => expect(await store.events(article)).toEqual([]));
  await store.close();
});

it('what a sample left out is accepted at once after a look, and one step takes it back', async () => {
  const store = await shown(workOfOne('sara'));
  fireEvent.click(screen.getByRole('radio', { name: t('adjudicate.filter.sample', { n: 5 }) }));
  fireEvent.click(screen.getByRole('radio', { name: t('adjudicate.sample.own') }));
  fireEvent.change(screen.getByRole('textbox', { name: t('adjudicate.sample.percent') }), { target: { value: '۴۰' } });
  expect(listed()).toBe(2);
  fireEvent.click(screen.getByRole('button', { name: t('adjudicate.accept-rest', { n: 3 }) }));
  const dialog = await screen.findByRole('dialog', { name: t('adjudicate.bulk.rest.title') });
  fireEvent.click(within(dialog).getByRole('button', { name: t('adjudicate.bulk.accept', { n: 3 }) }));
  await waitFor(async () => expect(await store.events(article)).toMatchObject([{ kind: 'decided', act: 'accept', rule: 'rest', items: { length: 3 } }]));
  expect(await screen.findByRole('button', { name: t('adjudicate.accept-rest', { n: 0 }) })).toHaveProperty('disabled', true);
  press('KeyZ', { ctrlKey: true });
  await waitFor(async () => expect(await store.events(article)).toEqual([]));
  await store.close();
});

it('when nothing is left undecided, the queue of what is says so, and not before', async () => {
  const store = await shown(workOfOne('sara'));
  fireEvent.click(screen.getByRole('radio', { name: t('adjudicate.filter.open', { n: 5 }) }));
  for (let left = 5; left > 0; left--) {
    expect(screen.queryByText(t('adjudicate.queue.done'))).toBeNull();
    press('Digit1');
    await screen.findByRole('radio', { name: t('adjudicate.filter.open', { n: left - 1 }) });
  }
  expect(screen.getByText(t('adjudicate.queue.done'))).toBeTruthy();
  fireEvent.click(screen.getByRole('radio', { name: t('adjudicate.filter.all', { n: 5 }) }));
  expect(screen.queryByText(t('adjudicate.queue.done'))).toBeNull();
  await store.flush();
  await store.close();
});
