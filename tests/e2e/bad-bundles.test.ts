import { readdir, readFile, writeFile } from 'node:fs/promises';
import path from 'node:path';
import { type Page } from '@playwright/test';
import { translator } from '../../renderer/messages/translate.ts';
import { makeId, type ProjectId } from '../../shared/model/id.ts';
import { type Schema } from '../../shared/model/schema.ts';
import { writeBundle } from '../../shared/exchange/bundle/write-bundle.ts';
import { handIn } from '../../shared/review/hand-over.ts';
import { submit } from '../../shared/review/work-commands.ts';
import seed from '../../seeds/schema.json' with { type: 'json' };
import { bombFrom, forged } from '../shared/exchange/bundle/forged.ts';
import { articleOf, Laptop, setOf } from '../shared/exchange/bundle/laptop.ts';
import { expect, test } from './app.ts';
import { answerOpenDialogs } from './dialogs.ts';
import { arrived, faults, leadWith } from './laptops.ts';
import { latinWords, misfits } from './layout.ts';

const { t } = translator('fa');
const water = 'خبر کوتاهی دربارهٔ آب.';

/** A colleague's work on one text, without a signature, as a file of this project. */
function unsigned(project: ProjectId, text: string): Uint8Array {
  const article = articleOf('1', text);
  const schema = seed as unknown as Schema;
  const sara = new Laptop('sara', schema, { dataset: { schema, articles: [article], annotators: [], entities: [], sets: [] } });
  sara.put(setOf(sara, article.id, [0, 3]));
  sara.perform(article.id, submit);
  const set = sara.dataset.sets[0] ?? null;
  const { parts } = handIn({ ...sara.ground(), project: { id: project, name: 'پروژه‌ای دیگر' } }, [{ article, set, gold: null, events: sara.events }]);
  return writeBundle(parts).file(null);
}

/** The folder of the project that the lead made. */
async function projectIn(userData: string): Promise<{ readonly id: ProjectId; readonly journal: () => Promise<string> }> {
  const all = path.join(userData, 'projects');
  for (const name of await readdir(all)) {
    const { id, name: called } = JSON.parse(await readFile(path.join(all, name, 'project.json'), 'utf8')) as { readonly id: ProjectId; readonly name: string };
    if (called === 'نقل‌های انرژی') return { id, journal: () => readFile(path.join(all, name, 'journal.ndjson'), 'utf8') };
  }
  throw new Error('the project is not there');
}

/** The sentence stands in what is said of the files. */
const says = (page: Page, sentence: string) => expect(arrived(page)).toContainText(sentence);

test('a file that may not come in says why in a sentence, and nothing is altered by it', async ({ start }) => {
  test.setTimeout(120_000);
  const running = await start({ settings: { annotatorName: 'مینا' } });
  const { app, page, userData } = running;
  await leadWith(running, { 'آب.txt': water, 'برق.txt': 'وزیر نیرو گفت برق قطع نمی‌شود.' });
  const { id, journal } = await projectIn(userData);
  const before = await journal();
  const good = unsigned(id, water);
  const open = async (files: Readonly<Record<string, Uint8Array>>) => {
    const paths = Object.keys(files).map((name) => path.join(userData, `${name}.naql`));
    for (const [name, bytes] of Object.entries(files)) await writeFile(path.join(userData, `${name}.naql`), bytes);
    await answerOpenDialogs(app, ...paths);
    await page.keyboard.press('Control+KeyO');
    await expect(arrived(page)).toBeVisible();
  };

  await open({
    'دیگر': unsigned(makeId('project', 'other'), water),
    'ناشناس': unsigned(id, 'این خبر در پروژه نیست.'),
    'تازه‌تر': forged(good, (manifest) => Object.assign(manifest, { version: 9, reader: 9, extra: 1 })),
    'بیرون': forged(good, (_manifest, files) => void files.set('../evil.jsonl', '{}')),
    // Smaller than what is refused for its size alone: it is no part of the parcel.
    'بمب': bombFrom(good),
  });
  for (const [what, toDo] of [
    ['نه از این پروژه', 'نخست همان پروژه را باز کنید'], ['در این پروژه نیست', 'خبرها را بیفزایید و پرونده را دوباره باز کنید'], ['نسخهٔ تازه‌تری از نقل', 'نقل را به‌روز کنید'],
    ['در بستهٔ کار جایی ندارد', 'از فرستنده بپرسید آن را از کجا آورده است'], ['آن نیست که باید باشد', 'از فرستنده بخواهید آن را دوباره بسازد'],
  ] as const) {
    await says(page, what);
    await says(page, toDo);
  }
  await running.screenshot('bad-bundles');
  expect(await misfits(page)).toEqual([]);
  expect(await faults(page)).toEqual([]);
  expect((await latinWords(page)).filter((words) => !/naql|jsonl?|^docs|^sara/.test(words))).toEqual([]);
  await arrived(page).getByRole('button', { name: t('take.close') }).last().click();
  expect(await journal(), 'nothing was written').toBe(before);

  await open({ 'بی‌امضا': good });
  await says(page, 'امضا ندارد');
  await says(page, 'پیش از برداشتن از خودش بپرسید');
  await running.screenshot('unsigned-bundle');
  await arrived(page).getByRole('button', { name: t('take.nothing') }).click();
  await expect(arrived(page)).toHaveCount(0);
  expect(await journal(), 'nothing before the person agrees').toBe(before);
  await expect(page.getByText(t('exchange.people.none'))).toBeVisible();
});
