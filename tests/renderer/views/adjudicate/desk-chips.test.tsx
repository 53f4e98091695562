// @vitest-environment jsdom
import { act, fireEvent, screen, waitFor, within } from '@testing-library/react';
import { expect, it } from 'vitest';
import { type AnnotationSet } from '../../../../shared/model/annotation-set.ts';
import { normalised } from '../../../../shared/model/dataset.ts';
import { type AnnotationId, type AnnotatorId, type SetId } from '../../../../shared/model/id.ts';
import { workOfTwo } from '../../../fixtures/two-annotators.ts';
import { article, chips, inspector, listed, press, shown, status, t } from './desk-screen.tsx';

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

it.each([['annotator', 1], ['adjudicator', 0], [undefined, 0]] as const)('whoever is %s on the team list is told %i times that what they decide does not count for others', async (role, times) => {
  const store = await shown(workOfTwo(), undefined, role);
  await within(inspector()).findAllByRole('button', { name: /^پذیرش/ });
  await act(async () => store.roles());
  expect(within(inspector()).queryAllByText(t('adjudicate.no-office'))).toHaveLength(times);
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
