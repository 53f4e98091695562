import { type Page } from '@playwright/test';
import path from 'node:path';
import { entryHash } from '../../shared/exchange/log.ts';
import { inProject } from '../../build/project.mjs';
import { expect, test } from '../e2e/app.ts';
import { rounds, say } from './extent.ts';
import { countsInDatabase, linesOf, projectFolder } from './profile.ts';

const article = (page: Page) => page.getByRole('textbox', { name: 'متن خبر' });

/** Marks, undoes and marks again as fast as the window takes it, until the window is gone. */
async function annotateUntilKilled(page: Page, isKilled: () => boolean): Promise<void> {
  try {
    for (let turn = 0; !isKilled(); turn++) {
      await page.keyboard.press('Control+ArrowLeft');
      await page.keyboard.press('Control+Shift+ArrowLeft');
      await page.keyboard.press(turn % 2 === 0 ? '2' : '3');
      if (turn % 4 === 3) await page.keyboard.press('Control+z');
      if (turn % 40 === 39) await page.keyboard.press('Control+Home');
    }
  } catch (error) {
    if (!isKilled()) throw error;
  }
}

const longestWork = 1_500;

test('killed at random moments under continuous annotation: nothing that was acknowledged is lost', async ({ start }) => {
  const count = rounds(200, 3);
  let userData: string | undefined;
  let [acknowledged, found, lost, unacknowledged, completed, replayed] = [0, 0, 0, 0, 0, 0];
  const openings: number[] = [];
  for (let round = 0; round <= count; round++) {
    let said = 0;
    const began = performance.now();
    const onSaid = (text: string) => {
      for (const [, sequence] of text.matchAll(/^acknowledged (\d+)$/gm)) said = Math.max(said, Number(sequence));
    };
    const running = await start({ ...(userData !== undefined && { userData }), before: inProject('tests', 'durability', 'acknowledge.cjs'), onSaid });
    userData = running.userData;
    await expect(article(running.page)).toBeFocused();
    openings.push(performance.now() - began);
    if (round > 0) {
      // The app has looked at everything by now; what it says it found is compared with what lies on the disk.
      const lines = await linesOf(userData);
      const last = lines.at(-1);
      const counts = await countsInDatabase(running.page, path.basename(await projectFolder(userData)));
      expect(last && { events: 0, ...last.counts, entries: lines.length, head: entryHash(last.entry) }).toEqual(counts);
      found = lines.length;
      lost += Math.max(0, acknowledged - found);
      unacknowledged += Math.max(0, found - acknowledged);
      expect(found, `round ${round}: entries after the kill`).toBeGreaterThanOrEqual(acknowledged);
      const words = await running.page.getByRole('status').allInnerTexts();
      completed += words.some((text) => text.includes('از پایگاه داده کامل شد')) ? 1 : 0;
      replayed += words.some((text) => text.includes('از دفتر ثبت کامل شد')) ? 1 : 0;
    }
    if (round === count) {
      acknowledged = Math.max(acknowledged, said, found);
      await running.close();
      break;
    }
    let isKilled = false;
    const work = annotateUntilKilled(running.page, () => isKilled);
    await new Promise((resolve) => setTimeout(resolve, 50 + Math.random() * longestWork));
    isKilled = true;
    await running.kill();
    await work;
    acknowledged = Math.max(said, found);
  }
  const middle = openings.sort((a, b) => a - b)[openings.length >> 1] ?? 0;
  say(`${count} kills, ${found} changes in the journal, ${lost} acknowledged changes lost; ${unacknowledged} more were found than had been acknowledged; `
    + `the journal was completed ${completed} times, the database ${replayed} times; start to ready ${Math.round(middle)} ms (median)`);
  expect(lost).toBe(0);
});
