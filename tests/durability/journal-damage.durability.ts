import { rm } from 'node:fs/promises';
import path from 'node:path';
import { type Entry, fold } from '../../shared/exchange/log.ts';
import { expect, test } from '../e2e/app.ts';
import { rounds, say } from './extent.ts';
import { markWords } from './prepared-profile.ts';
import { copyOfProfile, countsInDatabase, journalBytes, linesOf, projectFolder, spoilJournal } from './profile.ts';

/** Each spoils the bytes at a place. */
const damages = {
  'a byte flipped': (bytes: Buffer, at: number): Buffer => {
    const spoilt = Buffer.from(bytes);
    spoilt[at] = (spoilt[at] ?? 0) ^ (1 << Math.floor(Math.random() * 8));
    return spoilt;
  },
  'cut in the middle': (bytes: Buffer, at: number): Buffer => bytes.subarray(0, at),
} as const;

/** Offsets of the first byte and of the line end of each line. */
function extents(bytes: Buffer): readonly (readonly [start: number, end: number])[] {
  const found: [number, number][] = [];
  for (let from = 0, end = bytes.indexOf('\n'); end !== -1; from = end + 1, end = bytes.indexOf('\n', from)) found.push([from, end]);
  return found;
}

const annotationsIn = (entries: readonly Entry[]): ReadonlySet<string> =>
  new Set(entries.flatMap(({ change }) => change.added.flatMap((record) => (record.kind === 'annotation' ? [record.value.id as string] : []))));

test('a damaged journal: everything before and after the line is there, and the line is named', async ({ start }) => {
  const made = await start();
  await expect(made.page.getByRole('textbox', { name: 'متن خبر' })).toBeFocused();
  await markWords(made.page, 14);
  await made.close();
  const before = await linesOf(made.userData);
  const whole = before.map(({ entry }) => entry);
  const bytes = await journalBytes(made.userData);
  const lines = extents(bytes);
  // The first lines bring Schema, sample and annotator: what rests on them goes with them where the database is lost too, and is counted.
  const firstOfWork = whole.findIndex(({ scope }) => scope !== null);
  const project = path.basename(await projectFolder(made.userData));
  const times = rounds(20, 2);

  for (const [name, damage] of Object.entries(damages)) {
    for (const isDatabaseLost of [false, true]) {
      let [named, recovered, lost] = [0, 0, 0];
      for (let round = 0; round < times; round++) {
        const userData = await copyOfProfile(made.userData);
        const from = lines[firstOfWork]?.[0] ?? 0;
        const at = isDatabaseLost ? from + Math.floor(Math.random() * (bytes.length - from)) : Math.floor(Math.random() * bytes.length);
        await spoilJournal(userData, damage(bytes, at));
        if (isDatabaseLost) await rm(path.join(userData, 'IndexedDB'), { recursive: true });

        const { page, close } = await start({ userData });
        const spoilt = lines.findIndex(([, end]) => end >= at);
        const isLineHit = name === 'a byte flipped' ? at !== lines[spoilt]?.[1] : true;
        const number = new Intl.NumberFormat('fa').format(spoilt + 1);
        if (at > 0 && at !== lines[spoilt]?.[0]) {
          await expect(page.getByText(`دفتر ثبت از سطر ${number} آسیب دیده بود`), `line ${spoilt + 1}, byte ${at}`).toBeVisible();
          named += 1;
        }
        await expect(page.locator('[data-save="saved"]')).toBeVisible();
        const counts = await countsInDatabase(page, project);
        await close();

        const after = await linesOf(userData);
        const state = fold(after.map(({ entry }) => entry));
        expect(after.at(-1)?.counts, `${name} at ${at}`).toMatchObject({ annotations: counts.annotations, sets: counts.sets });
        if (!isDatabaseLost) expect(after, `${name} at ${at}`).toEqual(before);
        else {
          // Everything that was marked in a line that is whole is there; nothing else can be.
          const kept = whole.filter((_, index) => (name === 'a byte flipped' ? index !== spoilt || !isLineHit : (lines[index]?.[1] ?? 0) <= at));
          const present = new Set(state.sets.flatMap(({ annotations }) => annotations.map(({ id }) => id as string)));
          const wanted = [...annotationsIn(kept)];
          expect(wanted.filter((id) => !present.has(id)), `${name} at ${at} in line ${spoilt + 1}`).toEqual([]);
          recovered += wanted.length;
          lost += whole.length - kept.length;
        }
        await rm(userData, { recursive: true, force: true, maxRetries: 5 });
      }
      say(`journal, ${name}${isDatabaseLost ? ', and the database deleted' : ''}: ${times} of ${times} recovered, the line named ${named} times`
        + (isDatabaseLost ? `; ${recovered} labels of whole lines, 0 missing; ${lost} lines unreadable` : '; every line restored from the database'));
    }
  }
});
