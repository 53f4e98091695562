// @vitest-environment happy-dom
import { cleanup, fireEvent, render, screen } from '@testing-library/react';
import { afterEach, describe, expect, test } from 'vitest';
import { MessagesProvider } from '../../../../renderer/messages/MessagesProvider.tsx';
import { AlikeList } from '../../../../renderer/views/export/AlikeList.tsx';
import { FaultLine } from '../../../../renderer/views/export/FaultLine.tsx';
import { LossList } from '../../../../renderer/views/export/LossList.tsx';
import { type ProjectStore } from '../../../../renderer/store/project-store.ts';
import { type Language } from '../../../../shared/bridge.ts';
import { type Loss, lossCodes, type LossReason } from '../../../../shared/codecs/loss-report.ts';
import { type ArticleId } from '../../../../shared/model/id.ts';
import { seedSchema } from '../../../arbitraries/schema.ts';

afterEach(cleanup);
const [a, b] = ['a', 'b'] as readonly string[] as readonly [ArticleId, ArticleId];

describe('whose work has errors', () => {
  const faults = { articles: 12, errors: 31, first: [{ id: a, title: 'پایان خاموشی‌ها', errors: 2 }, { id: b, title: 'گرانی نان', errors: 1 }] };
  const shown = (language: Language, one = faults) => {
    const opened: ArticleId[] = [];
    render(<MessagesProvider language={language}><FaultLine faults={one} onOpen={(id) => opened.push(id)} /></MessagesProvider>);
    return opened;
  };

  test('is one line with the numbers, and the articles only when they are asked for', () => {
    const opened = shown('fa');
    expect(screen.getByText(/در ۱۲ خبر ۳۱ خطا هست/)).toBeTruthy();
    expect(screen.queryByRole('button', { name: /پایان خاموشی‌ها/ })).toBeNull();
    const show = screen.getByRole('button', { name: 'نشان دادن' });
    expect(show.getAttribute('aria-expanded')).toBe('false');
    fireEvent.click(show);
    expect(screen.getByRole('button', { name: 'پنهان کردن' }).getAttribute('aria-expanded')).toBe('true');
    fireEvent.click(screen.getByRole('button', { name: /^باز کردن «\u2068گرانی نان\u2069»، ۱ خطا$/ }));
    expect(opened).toEqual([b]);
    expect(screen.getByText('و ۱۰ خبر دیگر'), 'of twelve two are named').toBeTruthy();
  });

  test('is said in English, too', () => {
    shown('en', { ...faults, articles: 2, errors: 3 });
    expect(screen.getByText(/^2 articles have 3 errors to be mended/)).toBeTruthy();
    fireEvent.click(screen.getByRole('button', { name: 'Show' }));
    const button = screen.getByRole('button', { name: /گرانی نان/ });
    // Whoever speaks to the computer says what is seen: the name has to begin with it.
    const spoken = (words: string | null) => (words ?? '').replace(/[\u2000-\u206f“”:,]/g, '').replace(/\s+/g, ' ').trim();
    expect(spoken(button.textContent)).toBe('1 error گرانی نان');
    expect(spoken(button.getAttribute('aria-label'))).toBe('1 error گرانی نان open');
  });

  test('says nothing where nothing is wrong', () => {
    shown('fa', { articles: 0, errors: 0, first: [] });
    expect(document.body.textContent).toBe('');
  });
});

test('two articles that are counted as one story can be opened, and told apart', () => {
  const [opened, parted]: [ArticleId[], (readonly ArticleId[])[]] = [[], []];
  const pairs = [{ articles: [a, b], titles: ['پایان خاموشی‌ها', 'گرانی نان'], jaccard: 51, containment: 83 }] as const;
  render(<MessagesProvider language="fa"><AlikeList pairs={pairs} onOpen={(id) => opened.push(id)} onTellApart={(ids) => parted.push(ids)} /></MessagesProvider>);
  expect(screen.getByText('۸۳٪ همسان')).toBeTruthy();
  fireEvent.click(screen.getByRole('button', { name: /^باز کردن «\u2068گرانی نان\u2069»$/ }));
  fireEvent.click(screen.getByRole('button', { name: /یک خبر نیستند: می‌توانند در دو بخش باشند$/ }));
  expect([opened, parted]).toEqual([[b], [[a, b]]]);
});

describe('what a format cannot hold', () => {
  /** Every code once, and once for each reason where it has several; as many cases as its place in the list. */
  const losses = lossCodes
    .flatMap((code): readonly Omit<Loss, 'count'>[] => {
      const reasons: readonly LossReason[] = code === 'DOC_WITHHELD' ? ['licence', 'format'] : code === 'OVERLAP_DROPPED' ? ['longest'] : [];
      const loss = { code, severity: 'lossy', examples: [] } as const;
      return reasons.length === 0 ? [loss] : reasons.map((reason) => ({ ...loss, reason }));
    })
    .map((loss, index): Loss => ({ ...loss, count: index + 2 }));
  const report = { format: 'iob2', articles: 1, annotationsIn: 1, annotationsOut: 1, relationsIn: 0, relationsOut: 0, losses };

  test.each([
    ['fa', /^(?:[^A-Za-z0-9_{}]|UTF-16)+ \([۰-۹]+ مورد\)$/], ['en', /^[^\u0600-\u06ff_{}]+ \(\d+ cases\)$/],
  ] as const)('is said in a sentence of its own, code by code: %s', (language, sentence) => {
    render(<MessagesProvider language={language}><LossList report={report} articleNames={null} store={{} as ProjectStore} schema={seedSchema} onSee={() => {}} /></MessagesProvider>);
    const said = screen.getAllByRole('listitem').map(({ textContent }) => textContent);
    expect(said).toHaveLength(losses.length);
    for (const one of said) expect(one).toMatch(sentence);
    expect(new Set(said.map((one) => one.replace(/ \(.*/, ''))).size).toBe(losses.length);
  });
});
