// @vitest-environment jsdom
import 'fake-indexeddb/auto';
import { Tooltip } from '@base-ui/react/tooltip';
import { render, screen, within } from '@testing-library/react';
import { expect, it, vi } from 'vitest';
import { MessagesProvider } from '../../../../renderer/messages/MessagesProvider.tsx';
import { KeyChoicesProvider } from '../../../../renderer/ui/KeyChoicesProvider.tsx';
import { GoldView } from '../../../../renderer/views/adjudicate/GoldView.tsx';
import { goldKeys } from '../../../../renderer/views/adjudicate/keys.ts';
import { type ParagraphDirections } from '../../../../shared/bridge.ts';
import { type SetStatus } from '../../../../shared/model/annotation-set.ts';
import { type Dataset } from '../../../../shared/model/dataset.ts';
import { type DecisionReason } from '../../../../shared/model/decided.ts';
import { type EventId } from '../../../../shared/model/id.ts';
import { type ReviewEvent } from '../../../../shared/model/review-event.ts';
import { workOfTwo } from '../../../fixtures/two-annotators.ts';
import { Desk, me } from '../../store/desk.ts';
import { article, press, t } from './desk-screen.tsx';

/** Sara's work is my own, and Reza's is what was settled: of five things two are the same. */
function seed(status: SetStatus): Dataset {
  const two = workOfTwo();
  return {
    ...two,
    annotators: two.annotators.map((one) => (one.id === 'per-sara' ? { ...one, id: me } : one)),
    sets: two.sets.map((one) => (one.annotator === 'per-sara' ? { ...one, annotator: me } : { ...one, role: 'adjudicated', status })),
  };
}

async function shown(status: SetStatus, onBack = () => undefined as void, dataset = seed(status), directions: ParagraphDirections = {}) {
  const store = await new Desk().open({ seed: () => dataset });
  render(
    <MessagesProvider language="fa">
      <KeyChoicesProvider usual={goldKeys} choices={{}}>
        <Tooltip.Provider>
          <GoldView store={store} article={article} textLook={{ readingSize: 19, readingFont: 'Vazirmatn', directions }} onBack={onBack} />
        </Tooltip.Provider>
      </KeyChoicesProvider>
    </MessagesProvider>,
  );
  return store;
}

const listed = () => screen.getAllByRole('option', { hidden: true })[0]?.getAttribute('aria-setsize');
const sides = () => screen.getByRole('complementary', { name: t('gold-view.inspector') }).textContent;

it('shows where the own labels differ from a closed gold set, both sides of each, and all of them on request; Escape leads back', async () => {
  const back = vi.fn();
  const store = await shown('done', back);
  await screen.findByRole('listbox', { name: t('adjudicate.queue') });
  expect(within(screen.getByRole('contentinfo')).getByRole('status').textContent).toBe(t('gold-view.count', { n: 2, of: 5 }));
  expect(listed()).toBe('3');
  expect(sides()).toContain('مالیات‌ها را کاهش می‌دهیم');
  press('KeyJ');
  press('KeyJ');
  press('KeyK');
  expect(sides()).toContain(t('adjudicate.missing-here'));
  press('KeyH');
  expect(listed()).toBe('5');
  press('Escape');
  expect(back).toHaveBeenCalledOnce();
  expect(await store.ownSet(article), 'nothing is altered').toMatchObject({ annotations: { length: 5 } });
  await store.close();
});

it('says why the own label was not taken, where that was said', async () => {
  const whole = seed('done');
  const gold = whole.sets.find(({ role, article: on }) => role === 'adjudicated' && on === article);
  const own = whole.sets.find(({ annotator, article: on }) => annotator === me && on === article);
  if (!gold || !own) throw new Error('two sets');
  const said = (turn: number, reason: DecisionReason, note: string): ReviewEvent => ({
    id: `ev-${turn}` as EventId, article, by: gold.annotator, at: '2026-01-01T00:00:00.000Z', kind: 'decided', act: 'reject', rule: null, set: gold.id, among: [own.id], reason, note, turn,
    items: [{ from: own.annotations.map(({ id }) => ({ set: own.id, annotation: id, revision: '' })), taken: null, gold: null, links: [], readings: [], unanimous: false }],
  });
  const store = await shown('done', undefined, { ...whole, events: [said(2, 'too-wide', 'گیومه بیرون بماند'), said(1, 'slip', 'پیش از آن')] });
  await screen.findByRole('listbox', { name: t('adjudicate.queue') });
  expect(sides()).toContain(t('gold-view.why', { reason: t('reason.too-wide') }));
  expect(sides()).toContain('گیومه بیرون بماند');
  expect(sides()).not.toContain('پیش از آن');
  await store.close();
});

it('says that there is none yet while the gold set is open', async () => {
  const store = await shown('in-progress');
  expect(await screen.findByText(t('gold-view.none'))).toBeDefined();
  expect(screen.queryByRole('listbox')).toBeNull();
  await store.close();
});

it('a paragraph that was laid out in another direction lies so here', async () => {
  const store = await shown('done', undefined, seed('done'), { 0: 'ltr' });
  const text = await screen.findByRole('textbox', { name: t('gold-view.text') });
  expect([...text.querySelectorAll('[data-line]')].map((line) => line.getAttribute('dir'))).toEqual(['ltr']);
  await store.close();
});
