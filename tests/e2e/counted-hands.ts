import { type Page } from '@playwright/test';

interface Point {
  readonly x: number;
  readonly y: number;
}

/** Where the words stand in the window, scrolled to: the middle of their first and of their last letter. `within` tells which of several. */
function placeOf(page: Page, words: string, within = words): Promise<readonly [first: Point, last: Point]> {
  return page.evaluate(([wanted, around]) => {
    const texts = [...document.querySelectorAll('[role="textbox"] p, [role="textbox"] [data-line] > div:nth-child(2)')].flatMap((one) => [...one.childNodes]);
    const text = texts.find((node) => node.textContent?.includes(around));
    if (!text?.parentElement) throw new Error(`"${around}" is not in the article`);
    const start = text.textContent?.indexOf(wanted, text.textContent.indexOf(around)) ?? 0;
    const range = document.createRange();
    range.setStart(text, start);
    range.setEnd(text, start + 1);
    const { top } = range.getBoundingClientRect();
    if (top < 80 || top > innerHeight - 120) text.parentElement.scrollIntoView({ block: 'center' });
    const middle = (from: number) => {
      range.setStart(text, from);
      range.setEnd(text, from + 1);
      const box = range.getBoundingClientRect();
      return { x: (box.left + box.right) / 2, y: (box.top + box.bottom) / 2 };
    };
    return [middle(start), middle(start + wanted.length - 1)] as const;
  }, [words, within] as const);
}

/** A person's hands, whose every key, click or drag counts as one action; a chord is one. */
export class CountedHands {
  readonly #page: Page;
  #actions = 0;

  constructor(page: Page) {
    this.#page = page;
  }

  /** Actions since the caret was put down last. */
  get actions(): number {
    return this.#actions;
  }

  /** Where the counting begins: the caret stands at the words, nothing is focused. */
  async putCaret(words: string): Promise<void> {
    await this.#page.keyboard.press('Escape');
    // Border handles of what had the focus go with the next frame.
    await this.#page.evaluate(() => new Promise((drawn) => requestAnimationFrame(() => requestAnimationFrame(drawn))));
    const [first] = await placeOf(this.#page, words);
    await this.#page.mouse.click(first.x, first.y);
    this.#actions = 0;
  }

  async press(...chords: readonly string[]): Promise<void> {
    for (const chord of chords) {
      await this.#page.keyboard.press(chord);
      this.#actions++;
    }
  }

  /** Selects the words with the pointer, from the last to the first: at their beginning may stand the border handle of what was marked before. */
  async drag(words: string, within = words): Promise<void> {
    const [first, last] = await placeOf(this.#page, words, within);
    await this.#page.mouse.move(last.x, last.y);
    await this.#page.mouse.down();
    await this.#page.mouse.move(first.x, first.y, { steps: 4 });
    await this.#page.mouse.up();
    this.#actions++;
  }
}
