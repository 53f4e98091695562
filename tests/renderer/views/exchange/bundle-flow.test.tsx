// @vitest-environment happy-dom
import { act, cleanup, configure, fireEvent, render, screen, waitFor } from '@testing-library/react';
import { createRef } from 'react';
import { afterEach, beforeEach, expect, it, vi } from 'vitest';
import { MessagesProvider } from '../../../../renderer/messages/MessagesProvider.tsx';
import { translator } from '../../../../renderer/messages/translate.ts';
import { type ProjectStore } from '../../../../renderer/store/project-store.ts';
import { ToastProvider } from '../../../../renderer/ui/Toast.tsx';
import { BundleFlow, type BundleHandle } from '../../../../renderer/views/exchange/BundleFlow.tsx';
import { type TakeInPlan } from '../../../../shared/exchange/bundle/take-in.ts';

vi.mock('../../../../renderer/bridge/bridge.ts', () => ({ bridge: { deviceKey: async () => ({ ok: true, value: 'ab'.repeat(32) }) } }));
vi.mock('../../../../renderer/views/exchange/take-in-bundles.ts', () => ({ openBundles: async () => ({ opened: [], problems: [] }) }));

const { t } = translator('fa');
const taken = vi.fn(async () => ({ ok: true, value: { reports: [] } }));
beforeEach(() => void taken.mockClear());
// A busy machine takes its time; none of these tests is about how much.
configure({ asyncUtilTimeout: 20_000 });
afterEach(cleanup);

async function takeIn(isCopy: boolean) {
  const plan: TakeInPlan = { change: { added: [], updated: [], removed: [] }, reports: [], isCopy };
  const store = { planBundles: async () => plan, takeInBundles: taken, allEvents: async () => [], annotators: async () => [], info: { id: 'prj-a' } } as unknown as ProjectStore;
  const [ref, onCopy] = [createRef<BundleHandle>(), vi.fn(async () => undefined)];
  render(
    <MessagesProvider language="fa">
      <ToastProvider>
        <BundleFlow ref={ref} store={store} projects={[]} onElsewhere={async () => []} onCopy={onCopy} />
      </ToastProvider>
    </MessagesProvider>,
  );
  act(() => ref.current?.take([{ name: 'a.naql', read: async () => new Uint8Array() }]));
  // The cross of the dialog bears the same name.
  const close = (await screen.findAllByRole('button', { name: t('take.close') })).at(-1);
  if (!close) throw new Error('nothing to close');
  expect(onCopy, 'nothing before the person has answered').not.toHaveBeenCalled();
  fireEvent.click(close);
  return onCopy;
}

it('a laptop that was restored from a backup gets a new device id, and its person is told what to hand in again, also where nothing is taken in', async () => {
  const onCopy = await takeIn(true);
  await waitFor(() => expect(onCopy).toHaveBeenCalledTimes(1));
  expect(screen.getAllByText(t('take.copy'))).not.toEqual([]);
  expect(taken).not.toHaveBeenCalled();
});

it('any other laptop keeps its id', async () => {
  const onCopy = await takeIn(false);
  await waitFor(() => expect(screen.queryByRole('dialog')).toBeNull());
  expect(onCopy).not.toHaveBeenCalled();
});
