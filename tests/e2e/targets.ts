import { type Page } from '@playwright/test';

/** CSS pixels (WCAG 2.5.8). */
const least = 24;

/**
 * Everything to press that is smaller than 24 × 24 pixels. Drawn badges are passed over: they are hidden from the accessibility tree,
 * and each has its equal in the list of labels, which is measured.
 */
export const smallTargets = (page: Page): Promise<readonly string[]> =>
  page.evaluate((size) => {
    const pressed = 'button, a[href], input, select, textarea, summary, [role=option], [role=radio], [role=menuitem], [role=menuitemradio], [role=row][aria-selected], [role=tab]';
    return [...document.querySelectorAll<HTMLElement>(pressed)].flatMap((target) => {
      if (target.closest('[aria-hidden="true"]') || target.matches('[aria-hidden="true"], input[type=radio], input[type=checkbox]')) return [];
      const { width, height } = target.getBoundingClientRect();
      const isShown = target.checkVisibility({ checkVisibilityCSS: true }) && width > 1 && height > 1;
      if (!isShown || (width >= size && height >= size)) return [];
      return [`${width.toFixed(1)} × ${height.toFixed(1)}: ${target.outerHTML.slice(0, 120)}`];
    });
  }, least);
