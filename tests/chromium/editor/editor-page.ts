import { mkdtemp, readFile, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { extname, join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { test as base, type Page } from '@playwright/test';
import react from '@vitejs/plugin-react';
import { build } from 'vite';
import { type Annotation } from '../../../shared/model/annotation.ts';
import { type AnnotationId, type LabelId } from '../../../shared/model/id.ts';
import { span } from '../../../shared/text/offsets.ts';
import { type Call, type ReviewScenario, type Scenario } from './harness.tsx';

const origin = 'https://editor.test';
const types: Readonly<Record<string, string>> = {
  '.html': 'text/html',
  '.js': 'text/javascript',
  '.css': 'text/css',
  '.woff2': 'font/woff2',
};
/** As strict as the application's own. */
const policy =
  "default-src 'none'; script-src 'self'; style-src 'self'; style-src-attr 'unsafe-inline'; font-src 'self'; img-src 'self' data:; " +
  "require-trusted-types-for 'script'; trusted-types ProseMirrorClipboard";

/** Builds the harness page as the application is built. */
export async function buildHarness(): Promise<string> {
  const outDir = await mkdtemp(join(tmpdir(), 'naql-editor-'));
  await build({
    root: fileURLToPath(new URL('.', import.meta.url)),
    configFile: false,
    logLevel: 'error',
    plugins: [react()],
    build: { outDir, emptyOutDir: true, target: 'chrome114', modulePreload: false, assetsInlineLimit: 0 },
  });
  return outDir;
}

/** Opens the harness from a built directory, with the application's policy; a violation fails the test. */
export async function openHarness(page: Page, directory: string): Promise<string[]> {
  const errors: string[] = [];
  page.on('pageerror', (error) => errors.push(String(error)));
  page.on('console', (message) => {
    if (message.type() === 'error' || message.type() === 'warning') errors.push(message.text());
  });
  await page.route(`${origin}/**`, async (route) => {
    const path = new URL(route.request().url()).pathname;
    const file = path === '/' ? 'index.html' : path.slice(1);
    if (file === 'favicon.ico') return route.fulfill({ status: 204 });
    const contentType = types[extname(file)] ?? 'application/octet-stream';
    await route.fulfill({ body: await readFile(join(directory, file)), contentType, headers: { 'content-security-policy': policy } });
  });
  await page.goto(`${origin}/`);
  await page.waitForFunction(() => 'harness' in window);
  await page.evaluate(() => document.fonts.load('19px Vazirmatn', 'نقل'));
  return errors;
}

export const scenario = (text: string, rest: Partial<Scenario> = {}): Scenario => ({
  annotations: [],
  focused: null,
  related: [],
  pieces: [],
  badges: [],
  readingSize: 19,
  language: 'fa',
  ...rest,
  text,
});

/** An Annotation over the words given, in the order of the text; each piece is looked for after the one before it. */
export function annotationOf(text: string, id: string, label: string, ...pieces: readonly string[]): Annotation {
  let from = 0;
  const spans = pieces.map((piece) => {
    const start = text.indexOf(piece, from);
    if (start < 0) throw new Error(`«${piece}» is not in the text after ${from}`);
    from = start + piece.length;
    return span(start, from);
  });
  return annotationAt(id, label, spans);
}

export const annotationAt = (id: string, label: string, spans: Annotation['spans']): Annotation => ({
  id: id as AnnotationId,
  label: label as LabelId,
  spans,
  attributes: {},
  entity: null,
  note: '',
  flagged: false,
  origin: 'manual',
});

/** The page, driven as a person and read as a test. */
export class EditorPage {
  readonly page: Page;
  constructor(page: Page) {
    this.page = page;
  }

  /** Shows a scenario and waits until it is drawn. */
  async show(given: Scenario): Promise<void> {
    await this.page.evaluate((value) => window.harness.show(value), given);
    await this.drawn();
  }

  /** Shows a text under review and waits until it is drawn. */
  async review(given: ReviewScenario): Promise<void> {
    await this.page.evaluate((value) => window.harness.review(value), given);
    await this.drawn();
  }

  async drawn(): Promise<void> {
    await this.page.evaluate(async () => {
      await document.fonts.ready;
      for (let frame = 0; frame < 4; frame++) await new Promise(requestAnimationFrame);
    });
  }

  /** Waits until nothing has been drawn for a while: what is out of sight is drawn a few milliseconds a frame. */
  async still(): Promise<void> {
    await this.page.evaluate(async () => {
      let isStill = false;
      const watch = new MutationObserver(() => void (isStill = false));
      watch.observe(document.body, { subtree: true, childList: true });
      while (!isStill) {
        isStill = true;
        for (let frame = 0; frame < 20; frame++) await new Promise(requestAnimationFrame);
      }
      watch.disconnect();
    });
  }

  /** What was reported since the last time. */
  calls(): Promise<Call[]> {
    return this.page.evaluate(() => window.harness.calls.splice(0));
  }

  /** Middle of the last drawn box of `[start, end)`, in viewport pixels: where a person would point. */
  middle(start: number, end: number): Promise<{ x: number; y: number }> {
    return this.page.evaluate(
      ([from, to]) => {
        const place = window.harness.handle.rectangle({ start: from as never, end: to as never });
        if (!place) throw new Error(`${from}–${to} is not on the screen`);
        return { x: place.x + place.width / 2, y: place.y + place.height / 2 };
      },
      [start, end] as const,
    );
  }

  async drag(from: { x: number; y: number }, to: { x: number; y: number }): Promise<void> {
    await this.page.mouse.move(from.x, from.y);
    await this.page.mouse.down();
    await this.page.mouse.move((from.x + to.x) / 2, (from.y + to.y) / 2);
    await this.page.mouse.move(to.x, to.y);
    await this.page.mouse.up();
  }

  /** Text nodes of the paragraphs, and the DOM around them, as they are now. */
  textDom(): Promise<readonly string[]> {
    return this.page.evaluate(() => {
      const paragraphs = [...document.querySelectorAll('[role=textbox] [data-line] > div:nth-child(2)')];
      return paragraphs.map((paragraph) => `${paragraph.childNodes.length}:${paragraph.innerHTML}`);
    });
  }
}

export const test = base.extend<{ editor: EditorPage }, { harness: string }>({
  harness: [
    // oxlint-disable-next-line no-empty-pattern -- Playwright reads the fixtures from the pattern
    async ({}, use) => {
      const directory = await buildHarness();
      await use(directory);
      await rm(directory, { recursive: true });
    },
    { scope: 'worker' },
  ],
  editor: async ({ page, harness }, use) => {
    const errors = await openHarness(page, harness);
    await use(new EditorPage(page));
    if (errors.length > 0) throw new Error(`the page reported:\n${errors.join('\n')}`);
  },
});
export { expect } from '@playwright/test';
