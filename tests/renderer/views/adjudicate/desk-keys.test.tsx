// @vitest-environment jsdom
import { fireEvent, screen, waitFor, within } from '@testing-library/react';
import { expect, it } from 'vitest';
import { article, inspector, press, shown, t } from './desk-screen.tsx';

/** Each key on the first case that two readers see differently: how far the key alone leads, and what then is written. */
it.each([
  ['S puts it off', 'KeyS', {}, null, [{ act: 'defer' }]],
  ['U calls it undecidable, with a reason', 'KeyU', {}, 'adjudicate.reason.undecidable', [{ act: 'undecidable', items: [{ gold: null, readings: [{ weight: 0.5 }, { weight: 0.5 }] }] }]],
  ['X leaves it out, with a reason', 'KeyX', {}, 'adjudicate.reason.reject', [{ act: 'reject', items: [{ gold: null, taken: null }] }]],
  ['M makes one of both', 'KeyM', {}, 'adjudicate.merge.title', [{ act: 'merge', items: [{ taken: null }] }]],
] as const)('%s', async (_, code, more, dialog, expected) => {
  const store = await shown();
  await toTheBoundary();
  press(code, more);
  if (dialog) fireEvent.click(within(await screen.findByRole('dialog', { name: t(dialog) })).getByRole('button', { name: t('adjudicate.decide') }));
  await waitFor(async () => expect(await store.events(article)).toMatchObject(expected));
  await store.close();
});

it('B shows how many are taken at once, of which labels, and a tenth of them to look at first', async () => {
  const store = await shown();
  press('KeyB');
  const dialog = await screen.findByRole('dialog', { name: t('adjudicate.bulk.title') });
  expect(dialog.textContent).toContain(t('adjudicate.bulk.count', { n: 2 }));
  const [counts, sample] = within(dialog).getAllByRole('list').map((list) => within(list).getAllByRole('listitem').map(({ textContent }) => textContent?.trim()));
  expect(counts?.sort()).toEqual([t('adjudicate.bulk.label', { label: 'نشانهٔ نقل', n: 1 }), t('adjudicate.bulk.label', { label: 'گوینده', n: 1 })].sort());
  expect(within(dialog).getByRole('heading', { name: t('adjudicate.bulk.sample', { n: 1 }) })).toBeTruthy();
  expect(sample).toEqual([expect.stringMatching(/^(وزیر|گفت)$/)]);
  expect(await store.events(article), 'nothing before it is agreed to').toEqual([]);
  await store.close();
});

it('T asks for the same decision where the same words stand, once there is one', async () => {
  const store = await shown();
  press('KeyT');
  expect(screen.queryByRole('dialog')).toBeNull();
  press('Digit1');
  await waitFor(async () => expect(await store.events(article)).toHaveLength(1));
  press('KeyK');
  await within(inspector()).findByText(t('adjudicate.in-gold'));
  press('KeyT');
  await screen.findByRole('dialog', { name: t('adjudicate.bulk.same-text.title') });
  await store.close();
});

it('Shift+T takes all labels of this kind of one reading', async () => {
  const store = await shown();
  await toTheBoundary();
  press('KeyT', { shiftKey: true });
  const dialog = await screen.findByRole('dialog');
  fireEvent.click(within(dialog).getByRole('button', { name: t('adjudicate.bulk.accept', { n: 2 }) }));
  await waitFor(async () => expect(await store.events(article)).toMatchObject([{ act: 'accept', rule: 'all-of-one', items: { length: 2 } }]));
  await store.close();
});

it('A without words says that words are chosen first', async () => {
  const store = await shown();
  press('KeyA');
  await screen.findByText(t('adjudicate.add-missed'));
  await store.close();
});

async function toTheBoundary(): Promise<void> {
  const chip = within(screen.getByRole('group', { name: t('adjudicate.kinds') })).getByRole('button', { name: t('adjudicate.kind', { kind: t('adjudicate.class.boundary'), n: 1 }) });
  fireEvent.click(chip);
  await screen.findByText(t('adjudicate.class.boundary'));
}

it('its keys stay where they are, whatever keys somebody has chosen for commands of the same name while annotating', async () => {
  const store = await shown(undefined, undefined, undefined, { comment: 'KeyS' });
  await toTheBoundary();
  press('KeyS');
  await waitFor(async () => expect(await store.events(article)).toMatchObject([{ act: 'defer' }]));
  expect(screen.queryByRole('dialog')).toBeNull();
  await store.close();
});
