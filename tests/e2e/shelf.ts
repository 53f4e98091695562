import { writeFile } from 'node:fs/promises';
import path from 'node:path';
import { type Page } from '@playwright/test';
import schemaJson from '../../seeds/schema.json' with { type: 'json' };
import { encode } from '../../shared/codecs/encode.ts';
import { native } from '../../shared/codecs/native/native.ts';
import { type Article, unknownSource } from '../../shared/model/article.ts';
import { makeId } from '../../shared/model/id.ts';
import { type Schema } from '../../shared/model/schema.ts';
import { fingerprint } from '../../shared/text/fingerprint.ts';
import { expect, type RunningApp } from './app.ts';
import { answerOpenDialogs } from './dialogs.ts';

const schema = schemaJson as unknown as Schema;

export interface ShelfArticle {
  readonly title: string;
  readonly text: string;
  readonly publisher?: string;
  readonly published?: string;
  readonly url?: string;
  readonly tags?: readonly string[];
}

const articleOf = ({ title, text, publisher, published, url, tags }: ShelfArticle, index: number): Article => ({
  id: makeId('article', `shelf-${String(index).padStart(6, '0')}`),
  title, text, fingerprint: fingerprint(text), language: 'fa', group: null,
  source: { ...unknownSource, publisher: publisher ?? null, published: published ?? null, url: url ?? null },
  added: new Date(Date.UTC(2026, 0, 1) + index * 1000).toISOString(),
  extra: tags ? { tags } : {},
});

/** A native file with these articles. */
export async function writeShelf(file: string, articles: readonly ShelfArticle[], from = 0): Promise<void> {
  const whole = { schema, articles: articles.map((one, index) => articleOf(one, index + from)), annotators: [], entities: [], sets: [] };
  const [written] = encode(native, whole, 'shelf');
  if (!written) throw new Error('the native format wrote nothing');
  await writeFile(file, written.bytes);
}

/** A few articles of two agencies. */
export const fewArticles: readonly ShelfArticle[] = [
  { title: 'پایان خاموشی‌ها', text: 'پایان خاموشی‌ها\nوزیر نیرو گفت: «خاموشی‌ها تا تیرماه پایان می‌یابد.»', publisher: 'ایرنا', published: '2026-03-21', tags: ['انرژی'] },
  { title: 'چاپ کتاب‌های درسی', text: 'چاپ کتاب‌های درسی\nوزیر آموزش افزود که كتابها تا مهر می‌رسد.', publisher: 'مهر', published: '2026-03-20' },
  { title: 'گرانی نان', text: 'گرانی نان\nنانوایان گفتند نان گران نمی‌شود.', publisher: 'ایرنا', published: '2026-02-10' },
  { title: 'بی‌خبری', text: 'بی‌خبری\nاین خبر نه منبع دارد و نه تاریخ.' },
];

export const rowsIn = (page: Page) => page.getByRole('grid', { name: /خبرها|Articles/ }).getByRole('row').filter({ has: page.getByRole('gridcell') });

/** The library with the sample and these articles. */
export async function openShelf({ app, page, userData }: RunningApp, articles: readonly ShelfArticle[] = fewArticles): Promise<void> {
  const file = path.join(userData, 'shelf.jsonl');
  await writeShelf(file, articles);
  await expect(page.getByRole('textbox', { name: /متن خبر|article text/i })).toBeFocused();
  await page.keyboard.press('Control+KeyL');
  await expect(rowsIn(page)).toHaveCount(1);
  await answerOpenDialogs(app, file);
  await page.keyboard.press('Control+KeyO');
  await expect(page.getByRole('grid', { name: /خبرها|Articles/ })).toHaveAttribute('aria-rowcount', String(articles.length + 2), { timeout: 60_000 });
}
