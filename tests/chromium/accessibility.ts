import { type Page } from '@playwright/test';
import axe from 'axe-core';

/** What axe finds wrong on the page, one line a rule. Run beside the page's own policy, so that it may be strict. */
export async function accessibilityFaults(page: Page): Promise<readonly string[]> {
  // Fades would be judged half-way; one that is cut short is over, too.
  await page.evaluate(() => Promise.allSettled(document.getAnimations().map((animation) => animation.finished)));
  // Half a megabyte, compiled once a document: half of the time that the walk through all screens took was reading it again.
  if (!(await page.evaluate(() => 'axe' in window))) await page.evaluate(axe.source);
  return page.evaluate(async () => {
    const { violations } = await (window as unknown as { readonly axe: typeof axe }).axe.run({ resultTypes: ['violations'] });
    return violations.map(({ id, nodes }) => `${id}: ${nodes.map(({ target }) => String(target)).join(' ')}`);
  });
}
