// @vitest-environment jsdom
import 'fake-indexeddb/auto';
import { cleanup, configure, fireEvent, render, screen, waitFor } from '@testing-library/react';
import { afterEach, describe, expect, it, vi } from 'vitest';
import { copyGroups } from '../../../../shared/dataset/copy-groups.ts';
import { type Article } from '../../../../shared/model/article.ts';
import { normalised } from '../../../../shared/model/dataset.ts';
import { fingerprint } from '../../../../shared/text/fingerprint.ts';
import { MessagesProvider } from '../../../../renderer/messages/MessagesProvider.tsx';
import { type ProjectStore } from '../../../../renderer/store/project-store.ts';
import { ToastProvider } from '../../../../renderer/ui/Toast.tsx';
import { type BeforeImport, CopyStep } from '../../../../renderer/views/import/CopyStep.tsx';
import { copies, sent } from '../../../fixtures/wire-copies.ts';
import { articleOf, Desk, schema } from '../../store/desk.ts';

/** The thread that compares, without a thread. `gate`: nothing is found before it is opened. */
let gate: Promise<void> = Promise.resolve();
vi.mock('../../../../renderer/workers/copy-client.ts', () => ({
  foundCopies: async (pages: AsyncIterable<readonly Article[]>, fresh: readonly string[]) => {
    const all: Article[] = [];
    for await (const page of pages) all.push(...page);
    await gate;
    return (await copyGroups(all, (id) => fresh.includes(id))) ?? [];
  },
}));

// A busy machine takes its time; none of these tests is about how much.
configure({ asyncUtilTimeout: 20_000 });
afterEach(() => {
  cleanup();
  gate = Promise.resolve();
});

const textOf = (token: string, text: string): Article => ({ ...articleOf(token), text, fingerprint: fingerprint(text) });
const holding = (...articles: readonly Article[]) => normalised({ schema, articles, annotators: [], entities: [], sets: [] });

/** A project into which a copy has just come. */
async function imported(said: Partial<BeforeImport> = {}) {
  const store = await new Desk().open({ seed: () => holding(textOf('1', sent)) });
  const before: BeforeImport = { ids: await store.articleIds(), copies: null, mayShow: true, ...said };
  await store.takeIn(holding(textOf('2', copies['with a corrected headline']), articleOf('3')));
  return { store, before };
}

const shown = (store: ProjectStore, before: BeforeImport, isWaiting = false) => (
  <MessagesProvider language="fa">
    <ToastProvider>
      <CopyStep store={store} before={before} isWaiting={isWaiting} />
    </ToastProvider>
  </MessagesProvider>
);

const dialog = () => screen.findByRole('dialog', { name: '۱ گروه خبر همسان' });

describe('the last step of an import', () => {
  it('shows by itself what says the same, and does what is chosen', async () => {
    const { store, before } = await imported();
    render(shown(store, before));
    expect((await dialog()).textContent).toContain('در پروژه');
    fireEvent.click(screen.getByRole('radio', { name: 'تنها یکی بماند' }));
    fireEvent.click(screen.getByRole('button', { name: 'انجام' }));
    await waitFor(async () => expect(await store.articleIds()).toEqual(['art-1', 'art-3']));
  });

  it('waits until nothing else of the import is shown', async () => {
    const { store, before } = await imported();
    const { rerender } = render(shown(store, before, true));
    await new Promise((resolve) => setTimeout(resolve, 200));
    expect(screen.queryByRole('dialog')).toBeNull();
    rerender(shown(store, before, false));
    expect(await dialog()).toBeTruthy();
  });

  it('only tells whoever has gone on meanwhile', async () => {
    const { store, before } = await imported();
    let open = (): void => undefined;
    gate = new Promise((resolve) => (open = resolve));
    render(shown(store, before));
    fireEvent.keyDown(document.body, { key: 'a' });
    open();
    fireEvent.click(await screen.findByRole('button', { name: 'دیدن' }));
    expect(await dialog()).toBeTruthy();
  });

  it('only tells whoever is before a text that was opened, or has taken in work', async () => {
    const { store, before } = await imported({ mayShow: false });
    render(shown(store, before));
    expect(await screen.findByRole('button', { name: 'دیدن' })).toBeTruthy();
    expect(screen.queryByRole('dialog')).toBeNull();
  });

  it('asks nothing where it was said beforehand, and looks for nothing where all are kept', async () => {
    const { store, before } = await imported({ copies: 'link' });
    render(shown(store, before));
    await waitFor(async () => expect((await store.article(before.ids[0] as Article['id']))?.group).not.toBeNull());
    expect(screen.queryByRole('dialog', { name: '۱ گروه خبر همسان' })).toBeNull();
    cleanup();
    const kept = await imported({ copies: 'keep' });
    const asked = vi.spyOn(kept.store, 'articlesOf');
    render(shown(kept.store, kept.before));
    await new Promise((resolve) => setTimeout(resolve, 200));
    expect(asked).not.toHaveBeenCalled();
  });
});
