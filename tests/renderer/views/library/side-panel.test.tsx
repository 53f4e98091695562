// @vitest-environment happy-dom
import { cleanup, fireEvent, render, screen } from '@testing-library/react';
import { afterEach, describe, expect, it } from 'vitest';
import { MessagesProvider } from '../../../../renderer/messages/MessagesProvider.tsx';
import { type ArticleFilter, type StatusTotals } from '../../../../renderer/store/project-store.ts';
import { ToastProvider } from '../../../../renderer/ui/Toast.tsx';
import { wholeShelf } from '../../../../renderer/views/library/shelf.ts';
import { SidePanel } from '../../../../renderer/views/library/SidePanel.tsx';
import { type Language } from '../../../../shared/bridge.ts';

afterEach(cleanup);

const nothing = (): void => undefined;
/** The numbers of the drawing in ux.md 2.1. */
const drawn: StatusTotals = { todo: 812, 'in-progress': 96, 'needs-review': 40, done: 292 };

function shown(totals: StatusTotals, pace: number | null, language: Language = 'en') {
  const asked: ArticleFilter[] = [];
  const { container } = render(
    <MessagesProvider language={language}>
      <ToastProvider>
        <SidePanel
          totals={totals} pace={pace} filter={{}} saved={[]} onSave={nothing} onFilter={(filter) => void asked.push(filter)} onAskFilter={nothing}
          order={wholeShelf.order} onOrder={nothing}
        />
      </ToastProvider>
    </MessagesProvider>,
  );
  return { words: container.querySelector('p')?.textContent, asked };
}

describe('how much is left', () => {
  it.each<[words: string, fa: string, totals: StatusTotals, pace: number | null]>([
    ['948 articles left; about 9 hours at your pace.', '۹۴۸ خبر مانده است؛ با سرعت شما نزدیک به ۹ ساعت.', drawn, 35_000],
    ['948 articles left; about 79 minutes at your pace.', '۹۴۸ خبر مانده است؛ با سرعت شما نزدیک به ۷۹ دقیقه.', drawn, 5_000],
    ['948 articles left.', '۹۴۸ خبر مانده است.', drawn, null],
    ['1 article left; about 1 minute at your pace.', '۱ خبر مانده است؛ با سرعت شما نزدیک به ۱ دقیقه.', { ...drawn, todo: 1, 'in-progress': 0, 'needs-review': 0 }, 6_000],
    ['All articles are done.', 'همهٔ خبرها پایان یافته است.', { ...drawn, todo: 0, 'in-progress': 0, 'needs-review': 0 }, 35_000],
  ])('%s', (words, fa, totals, pace) => {
    expect(shown(totals, pace).words).toBe(words);
    cleanup();
    expect(shown(totals, pace, 'fa').words).toBe(fa);
  });
});

it('all states have their number, and each is a filter', () => {
  const { asked } = shown(drawn, null);
  const buttons = screen.getAllByRole('button').filter((button) => button.hasAttribute('aria-pressed')).slice(0, 5);
  expect(buttons.map((button) => button.textContent)).toEqual(['All1,240', 'To do812', 'In progress96', 'Needs review40', 'Done292']);
  for (const button of buttons) fireEvent.click(button);
  expect(asked).toEqual([{}, { states: ['todo'] }, { states: ['in-progress'] }, { states: ['needs-review'] }, { states: ['done'] }]);
});
