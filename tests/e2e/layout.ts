import { type Page } from '@playwright/test';
import { codecs } from '../../shared/codecs/registry.ts';

/**
 * What does not fit: panes that scroll sideways, words cut off without an ellipsis or running out of their control, controls that
 * something else covers, fields whose words stand on the side on which nobody begins to read them.
 * Behind an open dialog everything is covered, and on purpose.
 */
export const misfits = (page: Page): Promise<readonly string[]> =>
  page.evaluate(() => {
    const edge = 4;
    const name = (element: Element) => `${element.tagName.toLowerCase()}.${element.getAttribute('class') ?? ''} «${(element.textContent ?? '').slice(0, 40)}»`;
    const isSeen = (element: Element) => element.checkVisibility({ checkVisibilityCSS: true }) && element.getBoundingClientRect().width > 1;
    const all = [...document.body.querySelectorAll<HTMLElement>('*')].filter((element) => isSeen(element) && !element.closest('[role=textbox] *'));
    const isWider = (element: Element) => element.scrollWidth > element.clientWidth + 1 && element.clientWidth > 0;

    const sideways = [document.documentElement, ...all].filter(
      (element) => isWider(element) && (element === document.documentElement || /auto|scroll/.test(getComputedStyle(element).overflowX)),
    );
    const cut = all.filter((element) => {
      const { overflowX, textOverflow, clipPath } = getComputedStyle(element);
      return isWider(element) && /hidden|clip/.test(overflowX) && textOverflow !== 'ellipsis' && clipPath === 'none' && !element.matches('body, #root');
    });
    // A control whose words run out of it, over whatever stands beside it.
    const runsOut = all.filter((element) => element.matches('button, a[href], label') && isWider(element) && getComputedStyle(element).overflowX === 'visible');
    const modal = document.querySelector('[role=dialog]:not([aria-modal=false]), [role=menu]');
    const covered = [...(modal ?? document).querySelectorAll<HTMLElement>('button, input, textarea, [role=radio]')].filter((control) => {
      if (!isSeen(control) || control.closest('[inert], [aria-hidden=true]') || control.matches('[aria-hidden=true]')) return false;
      const { left, top, width, height } = control.getBoundingClientRect();
      const [x, y] = [left + width / 2, top + height / 2];
      const pane = control.parentElement?.closest<HTMLElement>('*');
      for (let box = pane ?? null; box; box = box.parentElement) {
        const around = box.getBoundingClientRect();
        // The middle at the very edge of a pane may lie on either side of it.
        const isScrolledAway = /auto|scroll/.test(getComputedStyle(box).overflowY) && (y < around.top + edge || y >= around.bottom - edge);
        if (isScrolledAway) return false;
      }
      const found = document.elementFromPoint(x, y);
      // What sticks to the edge of a scrolling pane covers only what can be scrolled out from under it.
      for (let box = found; box; box = box.parentElement) if (getComputedStyle(box).position === 'sticky') return false;
      return !(found && (control.contains(found) || found.contains(control) || found.closest('[role=toolbar], [data-type]') !== null));
    });
    // What to do next is no use when its end is missing.
    const clamped = all.filter((element) => getComputedStyle(element).webkitLineClamp !== 'none' && element.scrollHeight > element.clientHeight + 1);
    const astray = all.filter((element) => {
      if (!(element instanceof HTMLTextAreaElement || (element instanceof HTMLInputElement && /^(text|search)$/.test(element.type)))) return false;
      const written = element.value || element.placeholder;
      const [isPersian, isLatin] = [/[\u0621-\u06cc]/.test(written), /[A-Za-z]/.test(written)];
      const { direction } = getComputedStyle(element);
      if (isPersian !== isLatin) return direction !== (isPersian ? 'rtl' : 'ltr');
      return written === '' && !element.matches('[dir=ltr], [dir=rtl]') && direction !== document.documentElement.dir;
    });
    const toLines = (kind: string, elements: readonly Element[]) => elements.map((element) => `${kind}: ${name(element)}`);
    return [...toLines('scrolls sideways', sideways), ...toLines('is cut off', cut), ...toLines('runs out of itself', runsOut), ...toLines('lacks its end', clamped), ...toLines('is covered', covered), ...toLines('stands on the wrong side', astray)];
  });

/** Latin words that a Persian reader meets all the same: on keys, in names of formats and of the runtime. */
const known = /^(?:[A-Z]|Ctrl|Shift|Alt|Enter|Esc|Space|Del|Delete|Backspace|Home|End|Tab|F\d{1,2}|UTF-8|UTF-16|JSONL|JSON|Electron|English|naql)$/;

/** Words in the names of formats, which are called so by everybody. */
const inTitles = new Set(codecs.flatMap(({ title }) => title.match(/[A-Za-z][\w.-]*/g) ?? []));

/** Latin words on the screen outside the article and what is marked as not to be translated: text, names, descriptions, hints. */
export async function latinWords(page: Page): Promise<readonly string[]> {
  const said = await page.evaluate(() => {
    const attributes = ['aria-label', 'aria-description', 'aria-roledescription', 'aria-valuetext', 'title', 'placeholder', 'alt'];
    const isOwn = (element: Element | null) => element !== null && element.closest('[role=textbox].ProseMirror, script, style, [translate=no]') === null;
    const walker = document.createTreeWalker(document.body, NodeFilter.SHOW_TEXT);
    const words: string[] = [];
    for (let node = walker.nextNode(); node; node = walker.nextNode()) if (isOwn(node.parentElement)) words.push(node.textContent ?? '');
    for (const element of document.body.querySelectorAll('*')) {
      const isText = element.matches('[role=textbox].ProseMirror');
      if (!isText && !isOwn(element)) continue;
      words.push(...attributes.flatMap((attribute) => element.getAttribute(attribute) ?? []));
    }
    return words;
  });
  return said.flatMap((words) => (words.replace(/U\+[0-9A-F]{4,6}/g, '').match(/[A-Za-z][\w.-]*/g) ?? []).filter((word) => !known.test(word) && !inTitles.has(word)).map((word) => `${word}: ${words.slice(0, 80)}`));
}
