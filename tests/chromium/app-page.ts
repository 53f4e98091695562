import { readFile } from 'node:fs/promises';
import { extname, join } from 'node:path';
import { type Page, test as base } from '@playwright/test';
import { contentSecurityPolicy } from '../../electron/content-security-policy.ts';
import { inProject } from '../../build/project.mjs';
import { type Settings } from '../../shared/bridge.ts';
import { BridgeStub } from './bridge-stub.ts';

export { expect } from '@playwright/test';

/** Secure, as `app://` is; nothing of it leaves the test. */
const origin = 'https://naql.test';
const types: Readonly<Record<string, string>> = {
  '.html': 'text/html', '.js': 'text/javascript', '.css': 'text/css', '.woff2': 'font/woff2',
};
const built = process.env['NAQL_PAGE'] ?? inProject('dist', 'renderer');

/** The built page with a stubbed bridge, under the application's own policy. */
export interface RunningPage {
  readonly page: Page;
  readonly stub: BridgeStub;
}

async function serve(page: Page): Promise<void> {
  await page.context().route(`${origin}/**`, async (route) => {
    const path = new URL(route.request().url()).pathname;
    if (path === '/favicon.ico') return route.fulfill({ status: 204 });
    const file = path === '/' ? 'index.html' : decodeURIComponent(path.slice(1));
    await route.fulfill({
      body: await readFile(join(built, file)),
      contentType: types[extname(file)] ?? 'application/octet-stream',
      headers: { 'content-security-policy': contentSecurityPolicy },
    });
  });
}

interface Fixtures {
  /** Complaints that the test brings about on purpose; all others fail it. */
  readonly expectedComplaints: RegExp | null;
  /** Opens the window. */
  readonly start: (settings?: Partial<Settings>) => Promise<RunningPage>;
}

export const test = base.extend<Fixtures>({
  expectedComplaints: [null, { option: true }],
  start: async ({ page, expectedComplaints }, use) => {
    const complaints: string[] = [];
    const complain = (text: string) => {
      if (!expectedComplaints?.test(text)) complaints.push(text);
    };
    page.on('pageerror', (error) => complain(error.stack || String(error)));
    page.on('console', (message) => {
      if (message.type() === 'error') complain(message.text());
    });
    await serve(page);
    await use(async (settings = {}) => {
      const stub = new BridgeStub(settings);
      await stub.attach(page);
      await page.goto(`${origin}/`);
      await page.evaluate(() => document.fonts.load('14px Vazirmatn', 'نقل'));
      return { page, stub };
    });
    if (complaints.length > 0) throw new Error(`the page complained:\n${complaints.join('\n')}`);
  },
});
