// @vitest-environment happy-dom
import 'fake-indexeddb/auto';
import { act, cleanup, fireEvent, render, screen } from '@testing-library/react';
import { readFile } from 'node:fs/promises';
import { type ReactElement } from 'react';
import { afterEach, expect, it, vi } from 'vitest';
import { MessagesProvider } from '../../../renderer/messages/MessagesProvider.tsx';
import { translator } from '../../../renderer/messages/translate.ts';
import { type ProjectStore } from '../../../renderer/store/project-store.ts';
import { ToastProvider } from '../../../renderer/ui/Toast.tsx';
import { AdjudicateView } from '../../../renderer/views/adjudicate/AdjudicateView.tsx';
import { GoldView } from '../../../renderer/views/adjudicate/GoldView.tsx';
import { newAgreementMemory } from '../../../renderer/views/agreement/agreement-memory.ts';
import { AgreementView } from '../../../renderer/views/agreement/AgreementView.tsx';
import { QuestionsView } from '../../../renderer/views/discussion/QuestionsView.tsx';
import { EntitiesView } from '../../../renderer/views/entities/EntitiesView.tsx';
import { PastView } from '../../../renderer/views/past/PastView.tsx';
import { SchemaView } from '../../../renderer/views/schema/SchemaView.tsx';
import { type ArticleId } from '../../../shared/model/id.ts';
import { inProject } from '../../../build/project.mjs';

vi.mock('../../../renderer/bridge/bridge.ts', () => ({ bridge: {} }));
afterEach(cleanup);

/** A project whose answers never come. */
const store = new Proxy({}, { get: () => () => new Promise(() => undefined) }) as ProjectStore;
const nothing = () => undefined;
const text = { store, article: 'art-0' as ArticleId, textLook: { readingSize: 19, readingFont: 'Vazirmatn' } } as const;

/** Every screen that says nothing else before it is read; handing over has a head of its own. */
const screens: Readonly<Record<string, (onBack: () => void) => ReactElement>> = {
  schema: (onBack) => <SchemaView store={store} look={{ readingSize: 19, readingFont: 'vazirmatn', lineHeight: 2.3 }} onBack={onBack} />,
  past: (onBack) => <PastView {...text} lineHeight={2.3} onBack={onBack} />,
  agreement: (onBack) => <AgreementView store={store} projectName="نمونه" memory={newAgreementMemory()} onOpen={nothing} onAddFiles={nothing} onBack={onBack} />,
  'against gold': (onBack) => <GoldView {...text} onBack={onBack} />,
  adjudicating: (onBack) => <AdjudicateView {...text} projectName="نمونه" onOpen={nothing} onBack={onBack} />,
  questions: (onBack) => <QuestionsView store={store} before={null} onOpen={nothing} onBack={onBack} />,
  people: (onBack) => <EntitiesView store={store} onOpen={nothing} onBack={onBack} />,
};

it.each(Object.entries(screens).flatMap(([name, view]) => (['fa', 'en'] as const).map((language) => ({ name, language, view }))))(
  'while it is read, $name says so, and Escape leads back: $language',
  ({ language, view }) => {
    const onBack = vi.fn();
    const { container } = render(<MessagesProvider language={language}><ToastProvider>{view(onBack)}</ToastProvider></MessagesProvider>);
    expect(screen.getByText(translator(language).t('screen.reading')).getAttribute('role')).toBe('status');
    expect(container.querySelectorAll('button, input').length).toBe(0);
    act(() => void fireEvent.keyDown(document.body, { key: 'Escape', code: 'Escape' }));
    expect(onBack).toHaveBeenCalledTimes(1);
  },
);

it('what takes less than 300 ms shows nothing', async () => {
  expect(await readFile(inProject('renderer/ui/Waiting.module.css'), 'utf8')).toMatch(/\.waiting \{[^}]*animation: appear var\(--duration\) 300ms both;[^}]*\}[^]*@keyframes appear \{\s*from \{\s*opacity: 0;/);
});

it.each(['past', 'adjudicating'])('an article that is gone is not waited for: %s', async (name) => {
  const onBack = vi.fn();
  const without = new Proxy({}, { get: (_, call) => (call === 'article' ? async () => undefined : () => new Promise(() => undefined)) }) as ProjectStore;
  const views: typeof screens = {
    past: (back) => <PastView {...text} store={without} lineHeight={2.3} onBack={back} />,
    adjudicating: (back) => <AdjudicateView {...text} store={without} projectName="نمونه" onOpen={nothing} onBack={back} />,
  };
  render(<MessagesProvider language="fa"><ToastProvider>{views[name]?.(onBack)}</ToastProvider></MessagesProvider>);
  await screen.findByText(translator('fa').t('annotate.gone'));
  fireEvent.click(screen.getByRole('button'));
  act(() => void fireEvent.keyDown(document.body, { key: 'Escape', code: 'Escape' }));
  expect(onBack).toHaveBeenCalledTimes(2);
});
