// @vitest-environment jsdom
import { act, fireEvent, screen, waitFor, within } from '@testing-library/react';
import { expect, it, vi } from 'vitest';
import { type AnnotationSet } from '../../../../shared/model/annotation-set.ts';
import { normalised } from '../../../../shared/model/dataset.ts';
import { type AnnotationId, type AnnotatorId, type SetId } from '../../../../shared/model/id.ts';
import { workOfOne, workOfTwo } from '../../../fixtures/two-annotators.ts';
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

it('one colleague’s work is reviewed and returned with a reason', async () => {
  const store = await shown(workOfOne('sara'));
  press('KeyR');
  fireEvent.change(await screen.findByRole('textbox', { name: t('adjudicate.return.reason') }), { target: { value: 'گوینده‌ها' } });
  const [confirm] = within(screen.getByRole('dialog')).getAllByRole('button', { name: t('adjudicate.return') });
  fireEvent.click(confirm as HTMLElement);
  await waitFor(async () => expect(await store.events(article)).toMatchObject([{ kind: 'returned', reason: 'گوینده‌ها' }]));
  await store.close();
});

/** How many cases the queue has; without a layout few of its lines are drawn. */
const listed = () => Number(screen.getAllByRole('option', { hidden: true })[0]?.getAttribute('aria-setsize'));

const chips = () => within(screen.getByRole('group', { name: t('adjudicate.people') })).getAllByRole('button').map(({ textContent }) => textContent);

it('while names are hidden people are called by letters, and by name when all is decided', async () => {
  const store = await shown();
  expect(chips()).toEqual(['A', 'B'].map((letter) => t('adjudicate.reader', { letter })));
  press('KeyB');
  fireEvent.click(await screen.findByRole('button', { name: t('adjudicate.bulk.accept', { n: 2 }) }));
  await waitFor(() => expect(status()).toBe(t('adjudicate.progress', { n: 2, of: 5 })));
  press('KeyN');
  for (const key of ['Digit1', 'Digit1', 'Digit2', 'Digit1', 'Digit2']) press(key);
  await waitFor(() => expect(chips().sort()).toEqual(['رضا', 'سارا']));
  await store.close();
});

it('what a machine proposed is compared like a person’s reading, and is called by a letter like one', async () => {
  const two = workOfTwo();
  const machine = { id: 'per-machine' as AnnotatorId, kind: 'machine' as const, name: 'یابنده', version: '2' };
  const [reading] = two.sets.filter((set) => set.article === article);
  const proposed: AnnotationSet = {
    ...(reading as AnnotationSet), id: 'set-machine' as SetId, annotator: machine.id, role: 'suggestion', status: 'in-progress', relations: [],
    annotations: (reading?.annotations ?? []).map((one) => ({ ...one, id: `${one.id}-m` as AnnotationId })),
  };
  const store = await shown(normalised({ ...two, annotators: [...two.annotators, machine], sets: [...two.sets, proposed] }));
  const group = within(screen.getByRole('group', { name: t('adjudicate.people') }));
  expect(chips()).toEqual(['A', 'B', 'C'].map((letter) => t('adjudicate.reader', { letter })));
  fireEvent.click(group.getByRole('button', { name: t('adjudicate.reader', { letter: 'C' }) }));
  expect(within(inspector()).getAllByRole('button', { name: /^پذیرش ⁨?[ABC]/ })).toHaveLength(3);
  fireEvent.click(screen.getByRole('button', { name: t('adjudicate.blind') }));
  expect(chips()).toContain('یابنده');
  await store.close();
});

it('of one colleague no letter stands beside the name', async () => {
  const store = await shown(workOfOne('sara'));
  expect(chips()).toEqual([t('adjudicate.reader', { letter: 'A' })]);
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

it('cases are counted by class, and one class is shown alone; what a rule decided can be looked at later', async () => {
  const store = await shown();
  const kinds = () => within(screen.getByRole('group', { name: t('adjudicate.kinds') }));
  const chip = (kind: string, n: number) => kinds().getByRole('button', { name: t('adjudicate.kind', { kind, n }) });
  expect(kinds().getAllByRole('button')).toHaveLength(4);
  fireEvent.click(chip(t('adjudicate.class.boundary'), 1));
  expect(listed()).toBe(1);
  expect(inspector().textContent).toContain(t('adjudicate.class.boundary'));
  fireEvent.click(chip(t('adjudicate.class.boundary'), 1));
  expect(listed()).toBe(5);
  press('KeyB');
  fireEvent.click(await screen.findByRole('button', { name: t('adjudicate.bulk.accept', { n: 2 }) }));
  fireEvent.click(await kinds().findByRole('button', { name: t('adjudicate.kind', { kind: t('adjudicate.kind.by-rule'), n: 2 }) }));
  expect(listed()).toBe(2);
  press('KeyZ', { ctrlKey: true });
  await waitFor(() => expect(listed()).toBe(5));
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

it('gold sets of two adjudicators are compared by a press on their names, and one of them is named', async () => {
  const two = workOfTwo();
  const adjudicators = ['مینا', 'امید'].map((name, place) => ({ id: `per-adjudicator-${place}` as AnnotatorId, kind: 'person' as const, name, version: null }));
  const work = two.sets.filter((set) => set.article === article);
  const golds = adjudicators.map(({ id: annotator }, place): AnnotationSet => ({
    ...(work[place] as AnnotationSet), id: `set-gold-${place}` as SetId, annotator, role: 'adjudicated', status: 'done',
    annotations: (work[place]?.annotations ?? []).map((one) => ({ ...one, id: `${one.id}-gold` as AnnotationId })), relations: [],
  }));
  const store = await shown(normalised({ ...two, annotators: [...two.annotators, ...adjudicators], sets: [...two.sets, ...golds] }));
  const people = within(screen.getByRole('group', { name: t('adjudicate.people') }));
  fireEvent.click(screen.getByRole('button', { name: t('adjudicate.blind') }));
  const chip = (name: string) => people.getByRole('button', { name });
  const [mina, omid] = [t('adjudicate.gold-of', { name: 'مینا' }), t('adjudicate.gold-of', { name: 'امید' })];
  expect([chip('سارا'), chip('رضا'), chip(mina), chip(omid)].map((one) => one.getAttribute('aria-pressed'))).toEqual(['true', 'true', 'false', 'false']);
  for (const name of ['سارا', 'رضا', mina, omid]) fireEvent.click(chip(name));
  await waitFor(() => expect(status()).toBe(t('adjudicate.progress', { n: 0, of: 5 })));
  expect([chip('سارا'), chip('رضا'), chip(mina), chip(omid)].map((one) => one.getAttribute('aria-pressed'))).toEqual(['false', 'false', 'true', 'true']);
  press('KeyN');
  press('Digit1');
  await waitFor(async () => expect((await store.events(article)).find(({ kind }) => kind === 'decided')).toMatchObject({ among: ['set-gold-0', 'set-gold-1'] }));
  press('KeyI');
  fireEvent.click(await screen.findByRole('radio', { name: 'امید' }));
  await waitFor(async () => expect((await store.events(article)).find(({ kind }) => kind === 'gold-named')).toMatchObject({ set: 'set-gold-1', turn: 1 }));
  expect(await screen.findByRole('radio', { name: t('gold-head.mine') })).toBeDefined();
});
