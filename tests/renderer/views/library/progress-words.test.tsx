// @vitest-environment happy-dom
import { render } from '@testing-library/react';
import { describe, expect, it } from 'vitest';
import { MessagesProvider } from '../../../../renderer/messages/MessagesProvider.tsx';
import { ProgressWords } from '../../../../renderer/views/library/ArticleGrid.tsx';
import { type ArticleProgress } from '../../../../renderer/views/library/use-listing.ts';
import { type Language } from '../../../../shared/bridge.ts';

const said = (language: Language, more: Partial<ArticleProgress>): string => {
  const progress: ArticleProgress = { state: 'ready', received: 3, of: 3, waiting: [], isStale: false, gold: null, ...more };
  const { container, unmount } = render(<MessagesProvider language={language}><ProgressWords progress={progress} /></MessagesProvider>);
  const words = container.textContent.replaceAll(/[\u2066-\u2069]/g, '');
  unmount();
  return words;
};

describe('how far an article is, in the library', () => {
  it.each<[fa: string, en: string, more: Partial<ArticleProgress>]>([
    ['۲ از ۳؛ منتظر سارا', '2 of 3; waiting for سارا', { state: 'collecting', received: 2, waiting: ['سارا'] }],
    ['۲ از ۳؛ منتظر سارا · در حال داوری', '2 of 3; waiting for سارا · being decided', { state: 'collecting', received: 2, waiting: ['سارا'], gold: { state: 'adjudicating', version: 0 } }],
    ['هر ۳ رسیده', 'all 3 received', {}],
    ['هر ۳ رسیده · داوری کهنه', 'all 3 received · stale verdict', { isStale: true }],
    ['در حال داوری', 'being decided', { gold: { state: 'adjudicating', version: 0 } }],
    ['داوری شده، بسته نشده', 'decided, not closed', { gold: { state: 'decided', version: 0 } }],
    ['نسخهٔ طلایی ۲ بسته شده', 'closed: gold version 2', { gold: { state: 'sealed', version: 2 } }],
    ['نسخهٔ طلایی ۲ دوباره باز شده', 'gold version 2 opened again', { gold: { state: 'reopened', version: 2 } }],
  ])('%s', (fa, en, more) => expect([said('fa', more), said('en', more)]).toEqual([fa, en]));
});
