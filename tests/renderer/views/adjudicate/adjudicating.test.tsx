// @vitest-environment jsdom
import { act, fireEvent, screen, waitFor, within } from '@testing-library/react';
import { expect, it, vi } from 'vitest';
import { workOfTwo } from '../../../fixtures/two-annotators.ts';
import { article, gold, inspector, press, shown, status, t } from './desk-screen.tsx';

it('settles an article by keys alone: all that agree, one by one, links, and closes it', async () => {
  const store = await shown();
  expect(status()).toBe(t('adjudicate.progress', { n: 0, of: 5 }));
  expect(inspector().textContent).not.toContain('سارا');
  press('KeyB');
  fireEvent.click(await screen.findByRole('button', { name: t('adjudicate.bulk.accept', { n: 2 }) }));
  await waitFor(() => expect(status()).toBe(t('adjudicate.progress', { n: 2, of: 5 })));
  press('KeyN');
  press('Digit1');
  // At once, before anything is stored.
  expect(status()).toBe(t('adjudicate.progress', { n: 3, of: 5 }));
  press('Digit1');
  press('Digit2');
  press('Digit1');
  press('Digit2');
  await waitFor(() => expect(status()).toBe(t('adjudicate.progress', { n: 5, of: 5 })));
  await waitFor(async () => expect((await gold(store))?.annotations).toHaveLength(5));
  for (let step = 0; step < 8; step++) {
    press('KeyN');
    press('KeyL');
    await act(() => store.flush());
    await new Promise((go) => setTimeout(go, 60));
  }
  press('Enter', { ctrlKey: true });
  await waitFor(async () => expect(await gold(store)).toMatchObject({ status: 'done' }));
  await screen.findByText(t('adjudicate.sealed', { version: 1 }));
  press('KeyZ', { ctrlKey: true });
  await waitFor(async () => expect(await gold(store)).toMatchObject({ status: 'in-progress' }));
  await store.close();
});

it('is closed by a key that follows the last decision before that is stored', async () => {
  const both = workOfTwo();
  const sets = both.sets.map((set) => ({ ...set, annotations: set.annotations.filter(({ label }) => label === 'CUE'), relations: [] }));
  const store = await shown({ ...both, sets });
  press('Digit1');
  press('Enter', { ctrlKey: true });
  await waitFor(async () => expect(await gold(store)).toMatchObject({ status: 'done', annotations: [{ label: 'CUE' }] }));
  await screen.findByText(t('adjudicate.sealed', { version: 1 }));
  await store.close();
});

it.each([
  { next: [] as const, leads: 'waits for it' },
  { next: ['KeyJ'] as const, leads: 'is forgotten where one goes on' },
])('a key that asks for what was just decided $leads', async ({ next }) => {
  const store = await shown();
  press('KeyB');
  fireEvent.click(await screen.findByRole('button', { name: t('adjudicate.bulk.accept', { n: 2 }) }));
  await waitFor(() => expect(status()).toBe(t('adjudicate.progress', { n: 2, of: 5 })));
  press('KeyN');
  for (const key of ['Digit1', 'KeyK', 'KeyW', ...next]) press(key);
  expect(screen.queryByRole('dialog')).toBeNull();
  if (next.length === 0) await screen.findByRole('dialog', { name: t('adjudicate.own-link.title') });
  await waitFor(async () => expect((await gold(store))?.annotations).toHaveLength(3));
  await act(() => new Promise((go) => setTimeout(go, 60)));
  expect(screen.queryAllByRole('dialog')).toHaveLength(1 - next.length);
  await store.close();
});

it('nothing is rejected without a reason; what is rejected is not in the gold set', async () => {
  const store = await shown();
  press('KeyX');
  await screen.findByText(t('adjudicate.reason.reject'));
  fireEvent.click(screen.getByRole('radio', { name: t('reason.duplicate') }));
  fireEvent.click(screen.getByRole('button', { name: t('adjudicate.decide') }));
  await waitFor(async () => expect(await store.events(article)).toMatchObject([{ kind: 'decided', act: 'reject', reason: 'duplicate' }]));
  expect((await gold(store))?.annotations).toEqual([]);
  await store.close();
});

it('a border is moved by arrows and kept by Enter; Escape leaves it', async () => {
  const store = await shown();
  press('KeyJ');
  press('KeyE');
  expect(inspector().textContent).toContain(t('adjudicate.editing'));
  press('Escape');
  expect(inspector().textContent).not.toContain(t('adjudicate.editing'));
  press('KeyE');
  press('ArrowLeft');
  press('Enter');
  await waitFor(async () => expect(await store.events(article)).toMatchObject([{ kind: 'decided', act: 'edit' }]));
  await store.close();
});

it('a comment that blocks keeps the version open, and a question puts the case off', async () => {
  const store = await shown();
  press('KeyC');
  fireEvent.change(await screen.findByRole('textbox', { name: t('discussion.words') }), { target: { value: 'این مرز؟' } });
  fireEvent.click(screen.getByRole('checkbox', { name: t('discussion.blocking') }));
  fireEvent.click(screen.getByRole('button', { name: t('discussion.say') }));
  await waitFor(async () => expect(await store.events(article)).toMatchObject([{ kind: 'commented', words: 'این مرز؟', blocking: true }]));
  await waitFor(() => expect(screen.getByRole('contentinfo').textContent).toContain(t('problem.gold-blocked', { n: 1 })));
  press('KeyG');
  fireEvent.change(await screen.findByRole('textbox', { name: t('discussion.question') }), { target: { value: 'تا کجا؟' } });
  fireEvent.click(screen.getByRole('button', { name: t('discussion.say') }));
  await waitFor(async () => expect((await store.events(article)).map(({ kind }) => kind)).toEqual(expect.arrayContaining(['commented', 'asked', 'decided'])));
  await store.close();
});

it('the texts stand side by side, the history has its steps, Escape leads out step by step', async () => {
  const back = vi.fn();
  const store = await shown(workOfTwo(), back);
  press('Digit1');
  await waitFor(async () => expect(await store.events(article)).toHaveLength(1));
  press('KeyV');
  expect(screen.getAllByRole('textbox', { name: /خوانش/ })).toHaveLength(2);
  press('KeyI');
  await within(inspector()).findByRole('slider');
  press('Escape');
  press('Escape');
  expect(back).not.toHaveBeenCalled();
  press('Escape');
  expect(back).toHaveBeenCalledOnce();
  await store.close();
});

it('attributes are part of a form of its own, and a link of one’s own leads to what stands in the gold set', async () => {
  const store = await shown();
  press('KeyB');
  fireEvent.click(await screen.findByRole('button', { name: t('adjudicate.bulk.accept', { n: 2 }) }));
  await waitFor(() => expect(status()).toBe(t('adjudicate.progress', { n: 2, of: 5 })));
  press('KeyN');
  press('KeyE');
  fireEvent.change(within(inspector()).getByRole('combobox', { name: 'حالت' }), { target: { value: 'indirect' } });
  press('Enter');
  await waitFor(async () => expect((await gold(store))?.annotations.find(({ label }) => label === 'QUOTE')).toMatchObject({ attributes: { mode: 'indirect' } }));
  press('KeyK');
  await within(inspector()).findByText(t('adjudicate.in-gold'));
  press('KeyW');
  const dialog = await screen.findByRole('dialog', { name: t('adjudicate.own-link.title') });
  fireEvent.click(within(dialog).getByRole('button', { name: t('adjudicate.own-link.make') }));
  // Both had linked it to its speaker; that it was said with «گفت» nobody had.
  await waitFor(async () => expect((await gold(store))?.relations.map(({ type }) => type).sort()).toEqual(['CUED_BY', 'SAID_BY']));
  fireEvent.click(await within(inspector()).findByRole('button', { name: t('adjudicate.own-link.cut') }));
  await waitFor(async () => expect((await gold(store))?.relations.map(({ type }) => type)).toEqual(['SAID_BY']));
  await store.close();
});

it('the reason for what was just accepted is given by a key, or chosen in the case', async () => {
  const store = await shown();
  press('Digit1');
  // At once, before anything is stored.
  press('KeyF');
  const dialog = await screen.findByRole('dialog');
  fireEvent.click(within(dialog).getByRole('radio', { name: t('reason.too-wide') }));
  fireEvent.click(within(dialog).getByRole('button', { name: t('adjudicate.decide') }));
  await waitFor(async () => expect((await store.events(article)).map((one) => String('reason' in one && one.reason)).sort()).toEqual(['null', 'too-wide']));
  press('KeyK');
  fireEvent.change(await within(inspector()).findByRole('combobox', { name: t('adjudicate.reason') }), { target: { value: 'slip' } });
  await waitFor(async () => expect(await store.events(article)).toHaveLength(3));
  await store.close();
});

it('a link that was accepted proposes the reading it leads to, until that is decided', async () => {
  const store = await shown();
  const readings = () => within(inspector()).getByRole('list', { name: t('adjudicate.title') });
  /** In reading order the speaker comes before what was said. */
  const goTo = (words: string): void => {
    for (let step = 0; step < 5; step++) press('KeyK');
    for (let step = 0; step < 5 && !readings().textContent.includes(words); step++) press('KeyJ');
    expect(readings().textContent).toContain(words);
  };
  const proposed = () => within(readings()).queryAllByText(t('adjudicate.proposed')).map((hint) => hint.closest('li')?.querySelector('button')?.textContent);
  const take = (letter: string) => fireEvent.click(within(readings()).getByRole('button', { name: new RegExp(`^${t('adjudicate.accept', { letter })}`) }));
  goTo('رئیس سازمان');
  expect(proposed(), 'no link was accepted').toEqual([]);
  goTo('پل ساخته می‌شود');
  // Whose letter that is, the text decides: the link says who made it.
  const letter = within(inspector()).getByRole('region', { name: t('adjudicate.links') }).querySelector('small')?.textContent ?? '';
  take(letter);
  goTo('رئیس سازمان');
  await waitFor(() => expect(proposed()).toEqual([expect.stringContaining(t('adjudicate.accept', { letter }))]));
  goTo('را کاهش می‌دهیم');
  expect(proposed(), 'no link leads there').toEqual([]);
  goTo('رئیس سازمان');
  take(letter);
  goTo('رئیس سازمان');
  await waitFor(() => expect(proposed(), 'it was taken').toEqual([]));
  await waitFor(async () => expect((await gold(store))?.relations).toHaveLength(1));
  await store.close();
});
