import { type Page } from '@playwright/test';
import path from 'node:path';
import { entryHash } from '../../shared/exchange/log.ts';
import { inProject } from '../../build/project.mjs';
import { expect, test } from '../e2e/app.ts';
import { rounds, say } from './extent.ts';
import { countsInDatabase, linesOf, projectFolder } from './profile.ts';

const article = (page: Page) => page.getByRole('textbox', { name: 'متن خبر' });

const upTo = (most: number): number => 1 + Math.floor(Math.random() * most);

/**
 * Labels words at random places, undoes and does again as fast as the window takes it, until the window is gone. About as much is undone as is
 * labelled: the article stays what an article is, however many rounds there are. Labels of several words at random places are seldom the same,
 * and only what is new is a change.
 */
async function annotateUntilKilled(page: Page, isKilled: () => boolean): Promise<void> {
  const press = async (key: string, times = 1) => {
    for (let time = 0; time < times; time++) await page.keyboard.press(key);
  };
  try {
    // Each round begins where no round began before it.
    await press('Control+ArrowLeft', upTo(40));
    while (!isKilled()) {
      const act = Math.random();
      if (act < 0.35) await press('Control+z', upTo(2));
      else if (act < 0.45) await press('Control+y');
      else {
        await press('Escape');
        await press('Control+ArrowLeft', upTo(2));
        await press('Control+Shift+ArrowLeft', upTo(3));
        await press(String(upTo(8)));
      }
      if (act > 0.97) await press('Control+Home');
    }
  } catch (error) {
    if (!isKilled()) throw error;
  }
}

const pause = (milliseconds: number) => new Promise((resolve) => setTimeout(resolve, milliseconds));

/** From the first change of a round on, in milliseconds. */
const longestWork = 3_000;
/** From the window's first sign on, in milliseconds: some kills fall while the program looks after what the one before left. */
const longestStart = 2_500;
const before = inProject('tests', 'durability', 'acknowledge.cjs');

test('killed at random moments under continuous annotation: nothing that was acknowledged is lost', async ({ start }) => {
  const count = rounds(200, 3);
  let userData: string | undefined;
  let [acknowledged, found, lost, unacknowledged, completed, replayed, inStart] = [0, 0, 0, 0, 0, 0, 0];
  let head: string | null = null;
  const openings: number[] = [];
  const changes: number[] = [];
  for (let round = 0; round <= count; round++) {
    let said = 0;
    const began = performance.now();
    const onSaid = (text: string) => {
      for (const [, sequence] of text.matchAll(/^acknowledged (\d+)$/gm)) said = Math.max(said, Number(sequence));
    };
    const running = await start({ ...(userData !== undefined && { userData }), before, onSaid });
    userData = running.userData;
    if (round > 0 && round < count && Math.random() < 0.1) {
      await pause(Math.random() * longestStart);
      await running.kill();
      inStart += 1;
      acknowledged = Math.max(acknowledged, said);
      continue;
    }
    await expect(article(running.page)).toBeFocused();
    openings.push(performance.now() - began);
    // The app has looked at everything by now; what it says it found is compared with what lies on the disk.
    const lines = await linesOf(userData);
    const last = lines.at(-1);
    const counts = await countsInDatabase(running.page, path.basename(await projectFolder(userData)));
    expect(last && { events: 0, ...last.counts, entries: lines.length, head: entryHash(last.entry) }).toEqual(counts);
    if (round > 0) {
      // Nothing that stood there was written anew: the chain that was found last time goes on.
      const then = lines[found - 1];
      expect(then && entryHash(then.entry), `round ${round}: the head of the round before`).toBe(head);
      lost += Math.max(0, acknowledged - lines.length);
      unacknowledged += Math.max(0, lines.length - acknowledged);
      expect(lines.length, `round ${round}: entries after the kill`).toBeGreaterThanOrEqual(acknowledged);
      const words = await running.page.getByRole('status').allInnerTexts();
      completed += words.some((text) => text.includes('از پایگاه داده کامل شد')) ? 1 : 0;
      replayed += words.some((text) => text.includes('از دفتر ثبت کامل شد')) ? 1 : 0;
    }
    found = lines.length;
    head = counts.head;
    if (round === count) {
      await running.close();
      break;
    }
    let isKilled = false;
    const work = annotateUntilKilled(running.page, () => isKilled);
    await expect.poll(() => said, { message: 'the first change of the round', timeout: 60_000, intervals: [5] }).toBeGreaterThan(found);
    await pause(Math.random() * longestWork);
    isKilled = true;
    await running.kill();
    await work;
    changes.push(Math.max(0, said - found));
    acknowledged = Math.max(said, found);
  }
  const middle = openings.sort((a, b) => a - b)[openings.length >> 1] ?? 0;
  const perRound = changes.sort((a, b) => a - b);
  say(`${count} kills (${inStart} while starting, ${count - inStart} while labelling), ${found} changes in the journal (${perRound[0]} to ${perRound.at(-1)} in a round of work, `
    + `${perRound[perRound.length >> 1]} in the middle one), ${lost} acknowledged changes lost; ${unacknowledged} more were found than had been acknowledged; `
    + `the journal was completed ${completed} times, the database ${replayed} times; start to ready ${Math.round(middle)} ms (median)`);
  expect(lost).toBe(0);
});
