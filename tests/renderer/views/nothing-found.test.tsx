// @vitest-environment happy-dom
import 'fake-indexeddb/auto';
import { cleanup, fireEvent, render, screen, waitFor } from '@testing-library/react';
import { type ReactNode } from 'react';
import { afterEach, describe, expect, it } from 'vitest';
import { MessagesProvider } from '../../../renderer/messages/MessagesProvider.tsx';
import { type ProjectStore } from '../../../renderer/store/project-store.ts';
import { ConcordanceView } from '../../../renderer/views/concordance/ConcordanceView.tsx';
import { SearchResults } from '../../../renderer/views/library/SearchResults.tsx';
import { type Entity } from '../../../shared/model/entity.ts';
import { type ArticleId } from '../../../shared/model/id.ts';
import { schema } from './annotate/sample-scene.ts';

afterEach(cleanup);

const show = (contents: ReactNode) => render(<MessagesProvider language="fa">{contents}</MessagesProvider>);
const store = {
  schema: () => Promise.resolve(schema), entities: () => Promise.resolve([]), setsWith: () => Promise.resolve([]), articlesOf: () => Promise.resolve([]),
  annotators: () => Promise.resolve([]),
} as unknown as ProjectStore;
const plain = (text: string): string => text.replaceAll(/[\u2068\u2069]/g, '');

/** Where nothing is found the next step has a button, as in every other place where there is nothing. */
describe('a search without an answer', () => {
  const article = 'art-1' as ArticleId;
  function searched(ids: readonly ArticleId[], among: ReadonlySet<ArticleId> | null): readonly string[] {
    const pressed: string[] = [];
    const found = { ids, total: ids.length, words: 'سد' };
    show(
      <SearchResults
        store={store} search={{ found, progress: null }} among={among} onOpen={() => undefined}
        onAll={() => void pressed.push('all')} onEnd={() => void pressed.push('end')}
      />,
    );
    return pressed;
  }

  it('is ended, where the words stand nowhere', () => {
    const pressed = searched([], null);
    fireEvent.click(screen.getByRole('button', { name: 'پایان جست‌وجو' }));
    expect(pressed).toEqual(['end']);
  });

  it('says where the words do stand, when a filter hides it, and takes the filter away', () => {
    const pressed = searched([article], new Set());
    expect(plain(document.body.textContent)).toContain('در ۱ خبر هست که با پالایش نمی‌خواند.');
    fireEvent.click(screen.getByRole('button', { name: 'برداشتن پالایش' }));
    expect(pressed).toEqual(['all']);
  });
});

describe('a concordance without a line', () => {
  const opened = (over: Partial<ProjectStore> = {}) => {
    let isLeft = false;
    show(<ConcordanceView store={{ ...store, ...over }} onOpen={() => undefined} onBack={() => (isLeft = true)} />);
    return () => isLeft;
  };

  it('is looked for once, though the people of the project come in later', async () => {
    let looks = 0;
    let arrive: (people: readonly Entity[]) => void = () => undefined;
    const people = new Promise<readonly Entity[]>((resolve) => (arrive = resolve));
    opened({ entities: () => people, setsWith: () => (looks++, Promise.resolve([])) });
    await screen.findByText('هیچ جایی نیست');
    arrive([{ id: 'ent-1', kind: 'person', name: 'مریم رضایی' } as Entity]);
    await screen.findByRole('option', { name: /مریم رضایی/ });
    expect([looks, screen.queryAllByText('هیچ جایی نیست').length]).toEqual([1, 1]);
  });

  it('has nowhere to go but back, where nothing bears the label', async () => {
    const isLeft = opened();
    await screen.findByText('هیچ جایی نیست');
    const buttons = screen.getAllByRole('button', { name: 'بازگشت' });
    fireEvent.click(buttons.at(-1) as HTMLElement);
    expect([buttons.length, isLeft()]).toEqual([2, true]);
  });

  it('takes conditions and words away, where there are any', async () => {
    opened();
    const words = () => screen.getByRole<HTMLInputElement>('searchbox');
    await screen.findByText('هیچ جایی نیست');
    fireEvent.change(words(), { target: { value: 'سد' } });
    fireEvent.click(await screen.findByRole('button', { name: 'بی هیچ شرط و واژه‌ای' }));
    await waitFor(() => expect(words().value).toBe(''));
  });
});
