// @vitest-environment happy-dom
import { DirectionProvider } from '@base-ui/react/direction-provider';
import { Tooltip } from '@base-ui/react/tooltip';
import { act, cleanup, render, screen } from '@testing-library/react';
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import { createStore } from 'zustand/vanilla';
import { MessagesProvider } from '../../../../renderer/messages/MessagesProvider.tsx';
import { translator } from '../../../../renderer/messages/translate.ts';
import { type ProjectStore, type SaveState } from '../../../../renderer/store/project-store.ts';
import { KeyChoicesProvider } from '../../../../renderer/ui/KeyChoicesProvider.tsx';
import { type Checking } from '../../../../renderer/views/annotate/checking.ts';
import { annotateKeys } from '../../../../renderer/views/annotate/keys.ts';
import { StatusBar } from '../../../../renderer/views/annotate/StatusBar.tsx';
import { type Said } from '../../../../renderer/views/annotate/use-announcer.ts';
import { type Finding, finding } from '../../../../shared/checks/finding.ts';

const { t } = translator('fa');
const undone = t('annotate.undone', { step: t('command.relate') });
const nothing = (): undefined => undefined;
const checking: Checking = { check: () => [], findings: () => null, subscribe: () => nothing, follow: () => nothing };

/** A store of which nothing is known but how saving goes. */
function saving() {
  const state = createStore<{ readonly now: SaveState }>(() => ({ now: { kind: 'saved', at: null } }));
  const store = { saveState: () => state.getState().now, onSaveState: (listener: () => void) => state.subscribe(listener), retry: async () => undefined };
  return { store: store as unknown as ProjectStore, become: (now: SaveState) => act(() => state.setState({ now })) };
}

function shown({ findings = [], isDone = false, answeredFor = [] }: Partial<{ findings: readonly Finding[]; isDone: boolean; answeredFor: readonly string[] }> = {}) {
  const onFinding = vi.fn<() => void>();
  const said = createStore<Said>(() => ({ words: '', turn: 0, told: null }));
  const { store, become } = saving();
  const bar = (hint: string | null, coach: string | null = null) => (
    <MessagesProvider language="fa">
      <DirectionProvider direction="rtl">
        <KeyChoicesProvider usual={annotateKeys} choices={{}}>
          <Tooltip.Provider>
            <StatusBar
              store={store} projectName="طرح" annotations={2} checking={{ ...checking, findings: () => findings }} onFinding={onFinding} openTalk={0} isDone={isDone} answeredFor={answeredFor} canFinish hint={hint} coach={coach} said={said}
              neighbours={{ previous: null, next: null, place: 1, count: 1 }} selectionUnit="word" readingSize={19} onSelectionUnit={nothing}
              showsInvisibles={false} onInvisibles={nothing} onOpen={nothing} onLibrary={nothing} onFinish={nothing} onReopen={nothing}
            />
          </Tooltip.Provider>
        </KeyChoicesProvider>
      </DirectionProvider>
    </MessagesProvider>
  );
  const { rerender } = render(bar(null));
  return {
    become,
    onFinding,
    hint: (hint: string | null) => rerender(bar(hint)),
    coach: (coach: string) => rerender(bar(null, coach)),
    say: (words: string, told: Said['told']) => act(() => said.setState(({ turn }) => ({ words, turn: turn + 1, told }))),
  };
}

const words = (): string => screen.getByRole('contentinfo').textContent ?? '';
const after = (milliseconds: number) => act(() => vi.advanceTimersByTimeAsync(milliseconds));

describe('the status bar', () => {
  beforeEach(() => void vi.useFakeTimers());
  afterEach(() => {
    cleanup();
    vi.useRealTimers();
  });

  it('shows what was told for six seconds, the same words told again for six more', async () => {
    const { say } = shown();
    say(undone, { words: undone });
    await after(4_000);
    say(undone, { words: undone });
    await after(5_900);
    expect(words()).toContain(undone);
    await after(200);
    expect(words()).not.toContain(undone);
  });

  it('keeps it while the caret wanders, and drops it for what is said aloud alone', () => {
    const { say } = shown();
    const told = { words: undone };
    say(undone, told);
    say('شروع نقل‌قول', told);
    expect(words()).toContain(undone);
    say('نقل‌قول', null);
    expect(words()).not.toContain(undone);
  });

  it('gives way to what a mode asks, and does not catch up on what was told meanwhile', () => {
    const { say, hint } = shown();
    hint(t('annotate.choose-source'));
    say(undone, { words: undone });
    expect(words()).toContain(t('annotate.choose-source'));
    hint(null);
    expect(words()).not.toContain(undone);
  });

  it('what was told comes before what the coach says, which is there again after it', async () => {
    const { say, coach } = shown();
    coach(t('coach.select'));
    expect(words()).toContain(t('coach.select'));
    say(undone, { words: undone });
    expect(words()).toContain(undone);
    expect(words()).not.toContain(t('coach.select'));
    await after(6_100);
    expect(words()).toContain(t('coach.select'));
    expect(words()).not.toContain(undone);
  });

  it('says that something is being saved only after 400 milliseconds', async () => {
    const { become } = shown();
    expect(words()).toContain(t('save.saved'));
    become({ kind: 'saving', since: '2026-01-01T00:00:00.000Z' });
    await after(390);
    expect(words()).not.toContain(t('save.saving'));
    await after(20);
    expect(words()).toContain(t('save.saving'));
    become({ kind: 'saved', at: '2026-01-01T00:00:01.000Z' });
    expect(words()).not.toContain(t('save.saving'));
  });

  it('never says so of what is saved sooner, however often', async () => {
    const { become } = shown();
    for (const _ of [1, 2, 3]) {
      become({ kind: 'saving', since: '2026-01-01T00:00:00.000Z' });
      await after(300);
      become({ kind: 'saved', at: '2026-01-01T00:00:01.000Z' });
      await after(300);
    }
    expect(words()).not.toContain(t('save.saving'));
  });

  describe('an article that is done, and breaks a rule since', () => {
    const [error, warning] = [finding('E3.explicit', []), finding('W4.long', [])];
    const sign = (n: number) => t('checks.done-with-errors', { n });

    it('says so at once, and leads to it; the label that broke it was not refused', () => {
      const { onFinding } = shown({ findings: [error, warning], isDone: true });
      screen.getByRole('button', { name: sign(1) }).click();
      expect(onFinding).toHaveBeenCalledOnce();
      expect(words()).not.toContain(t('checks.counts', { errors: 1, warnings: 1 }));
    });

    it.each([
      ['one that is not done has its counts as ever', { findings: [error, warning] }, { errors: 1, warnings: 1 }],
      ['an error that was answered for is none', { findings: [error], isDone: true, answeredFor: ['E3.explicit'] }, { errors: 1, warnings: 0 }],
      ['a warning stands in nobody’s way', { findings: [warning], isDone: true }, { errors: 0, warnings: 1 }],
    ] as const)('%s', (_, given, counts) => {
      shown(given);
      expect(words()).toContain(t('checks.counts', counts));
      expect(words()).not.toContain(sign(1));
    });
  });

  it('the button that finishes shows its key, and is called by its word alone', () => {
    shown();
    expect(screen.getByRole('button', { name: t('bar.finish') }).textContent).toContain('Ctrl+Enter');
  });
});
