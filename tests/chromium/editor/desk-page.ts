import { type CDPSession, expect, type Page } from '@playwright/test';
import { type Span, span } from '../../../shared/text/offsets.ts';
import { dropFiles } from '../../e2e/drop-files.ts';

export interface ScreenPoint {
  readonly x: number;
  readonly y: number;
}

/** An Annotation as the native file states it: offsets in code points, and the text they cut. */
export interface ExportedSpan {
  readonly label: string;
  readonly fragments: readonly { readonly start: number; readonly end: number; readonly text: string }[];
}

interface ExportedLine {
  readonly text: string;
  readonly set: { readonly role: string } | null;
  readonly spans: readonly ExportedSpan[];
}

/** The whole program with an article in it, in a browser or in the real window: driven as a person, read by its DOM alone. */
export class DeskPage {
  readonly page: Page;
  /** The article, as it was brought in. */
  text = '';
  /** Carries out a saving that was asked for; the text of the native file. */
  readonly #saved: () => Promise<string>;
  #articles = 0;
  #wire: CDPSession | null = null;
  /** Bits of the keys held, as the protocol counts them. */
  #modifiers = 0;

  constructor(page: Page, saved: () => Promise<string>) {
    this.page = page;
    this.#saved = saved;
  }

  /** Lets a text file fall on the window, under a title that tells it from all others. */
  async bring(...paragraphs: readonly string[]): Promise<void> {
    await this.bringUnder('خبر شمارهٔ', ...paragraphs);
  }

  /** The same under a title of its own; gives the title with the number that makes it one of a kind. */
  async bringUnder(words: string, ...paragraphs: readonly string[]): Promise<string> {
    this.#articles++;
    const title = `${words} ${this.#articles}`;
    this.text = [title, ...paragraphs].join('\n');
    await dropFiles(this.page, { name: `${this.#articles}.txt`, text: this.text });
    // A text with characters that turn the direction comes in with a word about them.
    const report = this.page.getByRole('dialog', { name: 'گزارش افزودن' });
    await expect
      .poll(async () => {
        if (await report.isVisible()) await this.page.keyboard.press('Enter');
        return this.page.locator('[role=textbox]').evaluate((dom) => Array.from(dom.querySelectorAll('[data-line]'), (one) => one.children[1]?.textContent).join('\n'));
      })
      .toBe(this.text);
    await this.drawn();
    return title;
  }

  async drawn(): Promise<void> {
    await this.page.evaluate(async () => {
      await document.fonts.ready;
      for (let frame = 0; frame < 4; frame++) await new Promise(requestAnimationFrame);
    });
  }

  /** @throws if the article lacks the words. */
  find(words: string, from = 0): Span {
    const start = this.text.indexOf(words, from);
    if (start < 0) throw new Error(`«${words}» is not in the article after ${from}`);
    return span(start, start + words.length);
  }

  /** What the browser draws of a part of one paragraph: one rectangle for each line and direction. */
  rectangles({ start, end }: Span): Promise<readonly { readonly left: number; readonly right: number; readonly top: number; readonly bottom: number }[]> {
    return this.page.evaluate(
      ([from, to]) => {
        let lineStart = 0;
        for (const paragraph of document.querySelectorAll('[role=textbox] [data-line]')) {
          const node = paragraph.children[1]?.firstChild;
          const length = node instanceof Text ? node.length : 0;
          if (from >= lineStart && to <= lineStart + length && node) {
            const range = document.createRange();
            range.setStart(node, from - lineStart);
            range.setEnd(node, to - lineStart);
            return Array.from(range.getClientRects(), ({ left, right, top, bottom }) => ({ left, right, top, bottom })).filter((one) => one.right > one.left);
          }
          lineStart += length + 1;
        }
        throw new Error(`${from}–${to} lies in no paragraph`);
      },
      [start as number, end as number] as const,
    );
  }

  /** Where a person would point at a word. */
  async middle(part: Span): Promise<ScreenPoint> {
    const last = (await this.rectangles(part)).at(-1);
    if (!last) throw new Error(`${part.start}–${part.end} is not drawn`);
    return { x: (last.left + last.right) / 2, y: (last.top + last.bottom) / 2 };
  }

  /** The events that `page.mouse` would send, but one behind the other: waiting for each would take a frame. */
  async drag(from: ScreenPoint, to: ScreenPoint): Promise<void> {
    this.#wire ??= await this.page.context().newCDPSession(this.page);
    const wire = this.#wire;
    const send = (type: 'mouseMoved' | 'mousePressed' | 'mouseReleased', at: ScreenPoint, buttons: number) =>
      wire.send('Input.dispatchMouseEvent', {
        type, ...at, buttons, modifiers: this.#modifiers, button: type === 'mouseMoved' && buttons === 0 ? 'none' : 'left', clickCount: 1,
      });
    await Promise.all([send('mouseMoved', from, 0), send('mousePressed', from, 1), send('mouseMoved', to, 1), send('mouseReleased', to, 0)]);
  }

  /** Presses at one place and moves to another without letting go, looks, and steps back with Escape. */
  async whileDragging<Seen>(from: ScreenPoint, to: ScreenPoint, look: () => Promise<Seen>): Promise<Seen> {
    await this.page.mouse.move(from.x, from.y);
    await this.page.mouse.down();
    await this.page.mouse.move(to.x, to.y);
    await this.page.evaluate(() => new Promise((resolve) => requestAnimationFrame(() => requestAnimationFrame(resolve))));
    const seen = await look();
    await this.page.keyboard.press('Escape');
    await this.page.mouse.up();
    return seen;
  }

  /** What is tinted for as long as the button is down, in viewport pixels. */
  preview(): Promise<readonly { readonly left: number; readonly right: number; readonly top: number; readonly bottom: number }[]> {
    return this.page.evaluate(() =>
      Array.from(document.querySelectorAll('[data-previews] > svg > rect'), (one) => {
        const { left, right, top, bottom } = one.getBoundingClientRect();
        return { left, right, top, bottom };
      }),
    );
  }

  /** Drags with Alt held, which takes letters. */
  async letterDrag(first: Span, last: Span): Promise<void> {
    this.#modifiers = 1;
    await this.dragOver(first, last);
    this.#modifiers = 0;
  }

  async dragOver(first: Span, last: Span): Promise<void> {
    await this.drag(await this.middle(first), await this.middle(last));
  }

  /** The selection in offsets of the article; `null` where nothing is selected. */
  selected(): Promise<{ readonly start: number; readonly end: number } | null> {
    return this.page.evaluate(() => {
      const offsetOf = (node: Node | null, offset: number): number => {
        let lineStart = 0;
        for (const paragraph of document.querySelectorAll('[role=textbox] [data-line]')) {
          const text = paragraph.children[1];
          const length = text?.textContent?.length ?? 0;
          if (node && paragraph.contains(node)) return lineStart + (node instanceof Text ? offset : offset > 0 ? length : 0);
          lineStart += length + 1;
        }
        throw new Error('the selection lies outside the text');
      };
      const selection = getSelection();
      if (!selection || selection.isCollapsed) return null;
      const ends = [offsetOf(selection.anchorNode, selection.anchorOffset), offsetOf(selection.focusNode, selection.focusOffset)];
      return { start: Math.min(...ends), end: Math.max(...ends) };
    });
  }

  /** Takes the selection away, and with it the bar of labels that would lie over the next words. */
  async unselect(): Promise<void> {
    await this.page.evaluate(() =>
      document.activeElement?.dispatchEvent(new KeyboardEvent('keydown', { key: 'Escape', code: 'Escape', bubbles: true, cancelable: true })),
    );
  }

  async selectedText(): Promise<string | null> {
    const found = await this.selected();
    return found && this.text.slice(found.start, found.end);
  }

  /** The label that a digit puts on the selection. */
  async label(digit: number): Promise<void> {
    // The number that each line says: a list does not have all its lines in the page while it scrolls.
    const lines = this.page.locator('[id^="annotation-"]');
    const before = (await lines.count()) === 0 ? 0 : Number(await lines.first().getAttribute('aria-setsize'));
    await this.page.keyboard.press(`Digit${digit}`);
    await expect(lines.first()).toHaveAttribute('aria-setsize', String(before + 1));
  }

  get readOut() {
    return this.page.getByRole('region', { name: 'نویسهٔ آغاز و پایان' });
  }

  /** What the native file says of this article. */
  async exported(): Promise<readonly ExportedSpan[]> {
    await expect(this.page.locator('[data-save="saved"]')).toBeVisible();
    const lines = (await this.#saved()).trimEnd().split('\n').map((line) => JSON.parse(line) as ExportedLine);
    const own = lines.find(({ text, set }) => text === this.text && set?.role === 'work');
    if (!own) throw new Error('the exported file lacks the article');
    return own.spans;
  }
}
