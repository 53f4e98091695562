// @vitest-environment happy-dom
import { cleanup, fireEvent, render, screen } from '@testing-library/react';
import { type ReactNode, useState } from 'react';
import { afterEach, expect, it } from 'vitest';
import { type NamedSelection } from '../../../../shared/dataset/named-selection.ts';
import { MessagesProvider } from '../../../../renderer/messages/MessagesProvider.tsx';
import { type ArticleFilter } from '../../../../renderer/store/project-store.ts';
import { ToastProvider } from '../../../../renderer/ui/Toast.tsx';
import { SavedSelections } from '../../../../renderer/views/export/SavedSelections.tsx';
import { SavedFilters } from '../../../../renderer/views/library/SavedFilters.tsx';
import { selectionOf } from '../../../../renderer/views/library/shelf.ts';

afterEach(cleanup);

function shown(language: 'fa' | 'en', filter: ArticleFilter = {}): readonly ArticleFilter[] {
  const asked: ArticleFilter[] = [];
  render(
    <MessagesProvider language={language}>
      <ToastProvider>
        <SavedFilters filter={filter} saved={[]} onSave={() => undefined} onFilter={(next) => void asked.push(next)} />
      </ToastProvider>
    </MessagesProvider>,
  );
  return asked;
}

it.each([
  ['fa', 'توافق پایین', 'بی‌برچسب'],
  ['en', 'Low agreement', 'No labels'],
] as const)('what is looked for most is there from the start: low agreement, no label (%s)', (language, low, bare) => {
  const asked = shown(language);
  for (const name of [low, bare]) fireEvent.click(screen.getByRole('button', { name }));
  expect(asked).toEqual([{ further: { agreement: { least: null, most: 0.66 } } }, { further: { count: { label: null, least: null, most: 0 } } }]);
});

it('one of them that is in force is pressed, and has its name already', () => {
  shown('en', { further: { count: { label: null, least: null, most: 0 } } });
  expect(screen.getByRole('button', { name: 'No labels' }).getAttribute('aria-pressed')).toBe('true');
  expect(screen.queryByRole('textbox')).toBeNull();
});

const named = (name: string): NamedSelection => ({ name, selection: selectionOf({ publishers: [name] }) });

/** A list of what has a name, as the settings keep it. */
function Kept({ children }: { readonly children: (saved: readonly NamedSelection[], onSave: (next: readonly NamedSelection[]) => void) => ReactNode }) {
  const [saved, setSaved] = useState<readonly NamedSelection[]>([named('ایرنا'), named('ایسنا')]);
  return children(saved, setSaved);
}

it.each([
  ['filter', (saved: readonly NamedSelection[], onSave: (next: readonly NamedSelection[]) => void) => <SavedFilters filter={{}} saved={saved} onSave={onSave} onFilter={() => undefined} />],
  ['choice of an export', (saved: readonly NamedSelection[], onSave: (next: readonly NamedSelection[]) => void) => (
    <SavedSelections selection={selectionOf({})} saved={saved} onChoose={() => undefined} onSave={onSave} />
  )],
] as const)('a %s that was kept and is thrown away can be had back', (_, list) => {
  render(
    <MessagesProvider language="fa">
      <ToastProvider>
        <Kept>{list}</Kept>
      </ToastProvider>
    </MessagesProvider>,
  );
  const names = () => screen.getAllByRole('button', { name: /^ای.نا$/ }).map(({ textContent }) => textContent);
  fireEvent.click(screen.getByRole('button', { name: /^دور انداختن .*ایرنا/ }));
  expect(names()).toEqual(['ایسنا']);
  fireEvent.click(screen.getByRole('button', { name: 'واگرد' }));
  expect(names()).toEqual(['ایسنا', 'ایرنا']);
});
