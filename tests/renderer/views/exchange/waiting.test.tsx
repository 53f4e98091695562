// @vitest-environment happy-dom
import { cleanup, render, screen } from '@testing-library/react';
import { afterEach, expect, it, vi } from 'vitest';
import { createStore } from 'zustand';
import { MessagesProvider } from '../../../../renderer/messages/MessagesProvider.tsx';
import { translator } from '../../../../renderer/messages/translate.ts';
import { type ProjectStore } from '../../../../renderer/store/project-store.ts';
import { ToastProvider } from '../../../../renderer/ui/Toast.tsx';
import { ExchangeView } from '../../../../renderer/views/exchange/ExchangeView.tsx';
import { type FolderDesk } from '../../../../renderer/views/exchange/folder-desk.ts';

vi.mock('../../../../renderer/bridge/bridge.ts', () => ({ bridge: {} }));

afterEach(cleanup);

it.each(['fa', 'en'] as const)('while its data is read, the screen has its name and the way back, and says what it waits for: %s', (language) => {
  const { t } = translator(language);
  const nothing = () => undefined;
  const store = { allEvents: () => new Promise(nothing) } as unknown as ProjectStore;
  const folder = { state: createStore(() => ({ folder: null, joining: null })) } as unknown as FolderDesk;
  const { container } = render(
    <MessagesProvider language={language}>
      <ToastProvider>
        <ExchangeView
          store={store} projectName="نمونه" app="1" giving={null} folder={folder}
          onShow={nothing} onOpen={nothing} onAddFiles={nothing} onBack={nothing}
        />
      </ToastProvider>
    </MessagesProvider>,
  );
  expect(container.querySelector('h1')?.textContent).toBe(t('exchange.title'));
  expect(screen.getByRole('button', { name: new RegExp(t('bar.library')) })).toBeTruthy();
  expect(container.querySelector('main')?.getAttribute('aria-busy')).toBe('true');
  expect(container.querySelector('main')?.textContent).toContain(t('screen.reading'));
});
