// @vitest-environment jsdom
import 'fake-indexeddb/auto';
import { DirectionProvider } from '@base-ui/react/direction-provider';
import { Tooltip } from '@base-ui/react/tooltip';
import { act, cleanup, fireEvent, render, screen, waitFor, within } from '@testing-library/react';
import { afterEach, beforeAll, expect, it, vi } from 'vitest';
import { MessagesProvider } from '../../../../renderer/messages/MessagesProvider.tsx';
import { translator } from '../../../../renderer/messages/translate.ts';
import { type ProjectStore } from '../../../../renderer/store/project-store.ts';
import { KeyChoicesProvider } from '../../../../renderer/ui/KeyChoicesProvider.tsx';
import { ToastProvider } from '../../../../renderer/ui/Toast.tsx';
import { AdjudicateView } from '../../../../renderer/views/adjudicate/AdjudicateView.tsx';
import { adjudicateKeys } from '../../../../renderer/views/adjudicate/keys.ts';
import { type AnnotationSet } from '../../../../shared/model/annotation-set.ts';
import { normalised } from '../../../../shared/model/dataset.ts';
import { type AnnotationId, type AnnotatorId, type ArticleId, type SetId } from '../../../../shared/model/id.ts';
import { workOfOne, workOfTwo } from '../../../fixtures/two-annotators.ts';
import { Desk } from '../../store/desk.ts';

const { t } = translator('fa');
const article = 'art-0' as ArticleId;
vi.setConfig({ testTimeout: 90_000 });

/** What a page without layout lacks: nothing is drawn here, and nothing is measured. */
beforeAll(() => {
  vi.stubGlobal('ResizeObserver', class { observe = () => undefined; unobserve = () => undefined; disconnect = () => undefined; });
  Object.assign(Range.prototype, { getClientRects: () => [], getBoundingClientRect: () => new DOMRect() });
  Object.assign(Element.prototype, { scrollIntoView: () => undefined, scrollTo: () => undefined });
  Object.assign(HTMLElement.prototype, { checkVisibility: () => true });
  Object.defineProperty(document, 'fonts', { value: new EventTarget(), configurable: true });
  HTMLCanvasElement.prototype.getContext = (() => ({ measureText: () => ({ fontBoundingBoxAscent: 100, fontBoundingBoxDescent: 50 }) })) as never;
});
afterEach(cleanup);

async function shown(seed = workOfTwo(), onBack = () => undefined as void): Promise<ProjectStore> {
  const store = await new Desk().open({ seed: () => seed });
  render(
    <MessagesProvider language="fa">
      <DirectionProvider direction="rtl">
        <KeyChoicesProvider usual={adjudicateKeys} choices={{}}>
          <Tooltip.Provider>
            <ToastProvider>
              <AdjudicateView store={store} article={article} readingSize={19} readingFont="Vazirmatn" onOpen={() => undefined} onBack={onBack} />
            </ToastProvider>
          </Tooltip.Provider>
        </KeyChoicesProvider>
      </DirectionProvider>
    </MessagesProvider>,
  );
  await screen.findByRole('listbox', { name: t('adjudicate.queue') });
  return store;
}

/** Keys by their place on the board, as a Persian layout sends them. */
function press(code: string, more: Partial<KeyboardEventInit> = {}): void {
  const target = document.activeElement ?? document.body;
  act(() => void fireEvent.keyDown(target, { code, key: code.startsWith('Key') ? 'ش' : code.startsWith('Digit') ? '۱' : code, ...more }));
}
const status = () => within(screen.getByRole('contentinfo')).getByRole('status').textContent;
const inspector = () => screen.getByRole('complementary', { name: t('adjudicate.inspector') });
const gold = async (store: ProjectStore) => (await store.otherSets(article)).find(({ role }) => role === 'adjudicated');

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
