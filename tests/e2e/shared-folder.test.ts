import { mkdir, readdir, readFile, rename, writeFile } from 'node:fs/promises';
import path from 'node:path';
import { type Page } from '@playwright/test';
import { inProject } from '../../build/project.mjs';
import { isEnvelope, readHanded } from '../../shared/exchange/bundle/read-bundle.ts';
import { gather, spread } from '../../shared/exchange/folder/parts.ts';
import { writeCard } from '../../shared/exchange/folder/card.ts';
import { readPiece } from '../../shared/exchange/folder/piece.ts';
import { makeId } from '../../shared/model/id.ts';
import { type Schema } from '../../shared/model/schema.ts';
import { submit } from '../../shared/review/work-commands.ts';
import { translator } from '../../renderer/messages/translate.ts';
import seed from '../../seeds/schema.json' with { type: 'json' };
import { Laptop, setOf } from '../shared/exchange/bundle/laptop.ts';
import { expect, type RunningApp, type StartOptions, test } from './app.ts';
import { answerOpenDialogs } from './dialogs.ts';
import { annotate, arrived, dialog, faults, giveOut, handIn, leadWith, rows, takeUp } from './laptops.ts';
import { misfits } from './layout.ts';

const section = (page: Page) => page.getByRole('region', { name: 'پوشهٔ مشترک' });
const lookNow = (page: Page) => section(page).getByRole('button', { name: 'همین حالا نگاه کن' });

async function connect({ app, page }: RunningApp, folder: string): Promise<void> {
  await answerOpenDialogs(app, folder);
  await section(page).getByRole('button', { name: 'وصل کردن پوشهٔ مشترک…' }).click();
}

async function filesIn(folder: string): Promise<readonly string[]> {
  const inside = await readdir(folder, { withFileTypes: true, recursive: true });
  return inside.filter((one) => one.isFile()).map((one) => path.relative(folder, path.join(one.parentPath, one.name)).replaceAll(path.sep, '/')).sort();
}

/** A lead with two articles, who has begun a shared folder. */
async function leading(start: (options: StartOptions) => Promise<RunningApp>): Promise<{ readonly lead: RunningApp; readonly folder: string }> {
  const lead = await start({ settings: { annotatorName: 'مینا' } });
  await leadWith(lead, { 'برق.txt': 'وزیر نیرو گفت برق قطع نمی‌شود.', 'آب.txt': 'خبر کوتاهی دربارهٔ آب.' });
  const folder = path.join(lead.userData, 'مشترک');
  await mkdir(folder);
  await connect(lead, folder);
  await dialog(lead.page, 'آغاز پوشهٔ مشترک').getByRole('button', { name: 'کار را من واگذار می‌کنم' }).click();
  return { lead, folder };
}

test('work goes from a lead to an annotator and back through a folder that both have', async ({ start }) => {
  test.setTimeout(300_000);
  const { lead, folder } = await leading(start);
  await expect(section(lead.page)).toContainText(/وصل به .*مشترک/);
  await giveOut(lead, folder, ['سارا', 'رضا']);
  await expect(section(lead.page)).toContainText('۲ بسته فرستاده‌اید');
  const given = await filesIn(folder);
  expect(given.map((name) => name.replace(/\/.*/, ''))).toEqual(['docs', 'docs', 'log', 'log', 'project.json', 'roster', 'schema']);
  for (const name of given) expect(name).toMatch(/^[a-z0-9./-]+$/);

  const sara = await start({ settings: { annotatorName: 'سارا' } });
  await expect(sara.page.getByRole('textbox', { name: 'متن خبر' })).toBeFocused();
  await sara.page.keyboard.press('Control+Shift+KeyH');
  await connect(sara, folder);
  await expect(section(sara.page).getByRole('listitem')).toHaveCount(2);
  expect(await faults(sara.page)).toEqual([]);
  await sara.screenshot('folder-join');
  await section(sara.page).getByRole('button', { name: /^منم، .?سارا/ }).click();
  await takeUp(sara, 2);
  await annotate(sara.page, 'برق', 0);
  await annotate(sara.page, 'آب', null);
  await sara.page.keyboard.press('Control+Shift+KeyH');
  await expect(section(sara.page)).toContainText('۱ بسته از دیگران برداشته‌اید');
  await section(sara.page).getByText('کنار گذاشته: ۱ پرونده').click();
  await expect(section(sara.page), 'what is for another is theirs').toContainText('برای کس دیگری است');

  // The folder is away while the work is handed in: it goes as soon as it can.
  await rename(folder, `${folder}-away`);
  await sara.page.getByRole('button', { name: 'تحویل ۲ خبر', exact: true }).click();
  await expect(section(sara.page)).toContainText('۱ بستهٔ شما منتظر پوشه است');
  await expect(section(sara.page)).toContainText('اکنون در دسترس نیست');
  await sara.screenshot('folder-away');
  await rename(`${folder}-away`, folder);
  await lookNow(sara.page).click();
  await expect(section(sara.page)).toContainText('۱ بسته فرستاده‌اید');
  const after = await filesIn(folder);
  expect(after.filter((name) => !given.includes(name))).toHaveLength(1);

  // What other programs make of the files is told, and left as it is.
  const piece = after.find((name) => !given.includes(name)) ?? '';
  const whole = await readFile(path.join(folder, piece));
  await writeFile(path.join(folder, piece), whole.subarray(0, 700));
  await writeFile(path.join(folder, piece.replace('.jsonl', ' (conflicted copy).jsonl')), whole.subarray(0, 100));
  await writeFile(path.join(folder, 'یادداشت.txt'), 'سلام');
  await lookNow(lead.page).click();
  await expect(section(lead.page)).toContainText('هنوز نه: ۱ پرونده');
  await expect(section(lead.page)).toContainText('کنار گذاشته: ۲ پرونده');
  await expect(section(lead.page).getByRole('button', { name: /بستهٔ تازه/ })).toHaveCount(0);
  await writeFile(path.join(folder, piece), whole);

  await lookNow(lead.page).click();
  await expect(section(lead.page).getByRole('status'), 'nothing is spoken at each look').toHaveCount(0);
  const see = section(lead.page).getByRole('button', { name: 'دیدن ۱ بستهٔ تازه…' });
  await expect(see).toBeVisible();
  expect([...(await faults(lead.page)), ...(await misfits(lead.page))]).toEqual([]);
  await lead.screenshot('folder-lead');
  await see.click();
  await expect(arrived(lead.page)).toContainText(/تحویل .?سارا/);
  await expect(arrived(lead.page)).toContainText('امضا شده');
  await lead.page.keyboard.press('Escape');
  const row = lead.page.getByRole('row').filter({ hasText: 'سارا' });
  await expect(row, 'nothing before the person agrees').toContainText('۰ از ۲');
  await see.click();
  await arrived(lead.page).getByRole('button', { name: /برداشتن/ }).click();
  await expect(row).toContainText('۲ از ۲');
  await expect(section(lead.page)).toContainText('۱ بسته از دیگران برداشته‌اید');
  await expect(see).toHaveCount(0);

  // Another start finds the folder again; it is left without a trace.
  const profile = lead.userData;
  await lead.close();
  const again = await start({ userData: profile });
  await expect(rows(again.page)).toHaveCount(2);
  await again.page.keyboard.press('Control+Shift+KeyH');
  await expect(section(again.page)).toContainText('۲ بسته فرستاده‌اید؛ ۱ بسته از دیگران برداشته‌اید');
  const before = await filesIn(folder);
  await section(again.page).getByRole('button', { name: 'جدا کردن' }).click();
  await expect(section(again.page).getByRole('button', { name: 'وصل کردن پوشهٔ مشترک…' })).toBeVisible();
  expect(await filesIn(folder)).toEqual(before);
});

test('a folder that holds other things is not taken for a shared one, and says what to do', async ({ start }) => {
  const lead = await start({ settings: { annotatorName: 'مینا' } });
  await expect(lead.page.getByRole('textbox', { name: 'متن خبر' })).toBeFocused();
  await lead.page.keyboard.press('Control+Shift+KeyH');
  const folder = path.join(lead.userData, 'عکس‌ها');
  await mkdir(folder);
  await writeFile(path.join(folder, 'عکس.png'), 'x');
  await connect(lead, folder);
  await expect(section(lead.page)).toContainText('پوشهٔ مشترک نقل نیست');
  expect(await readdir(folder)).toEqual(['عکس.png']);
  await lead.page.screenshot({ path: inProject('test-results', 'screenshots', 'folder-other.png') });
  await expect(rows(lead.page)).toHaveCount(0);
});

test('under strict blindness work goes through the folder in an envelope: another annotator is told that it is not for them, and the lead opens it; beside the folder, files go as well', async ({ start }) => {
  test.setTimeout(300_000);
  const { lead, folder } = await leading(start);
  await giveOut(lead, folder, ['سارا', 'رضا'], true);
  await expect(section(lead.page)).toContainText('۲ بسته فرستاده‌اید');
  expect((await filesIn(folder)).filter((name) => name.startsWith('roster/')), 'who leads, and then with which key envelopes are closed').toHaveLength(2);

  const joined = async (name: string): Promise<RunningApp> => {
    const person = await start({ settings: { annotatorName: name } });
    await expect(person.page.getByRole('textbox', { name: 'متن خبر' })).toBeFocused();
    await person.page.keyboard.press('Control+Shift+KeyH');
    await connect(person, folder);
    await section(person.page).getByRole('button', { name: new RegExp(`^منم، .?${name}`) }).click();
    await takeUp(person, 2);
    return person;
  };
  const sara = await joined('سارا');
  await annotate(sara.page, 'برق', 0);
  await annotate(sara.page, 'آب', null);
  await sara.page.keyboard.press('Control+Shift+KeyH');
  await expect(sara.page.getByRole('region', { name: 'کار من' })).toContainText('کار شما سربسته تحویل می‌شود');
  expect([...(await faults(sara.page)), ...(await misfits(sara.page))]).toEqual([]);
  await sara.screenshot('strict-annotator');
  const before = await filesIn(folder);
  await sara.page.getByRole('button', { name: 'تحویل ۲ خبر', exact: true }).click();
  await expect(section(sara.page)).toContainText('۱ بسته فرستاده‌اید');
  const [envelope = '', ...others] = (await filesIn(folder)).filter((name) => !before.includes(name));
  expect(others).toEqual([]);
  expect(envelope).toMatch(/^sealed\/[a-z0-9-]+\/[0-9a-f]{64}-\d+\.naql$/);
  const bytes = await readFile(path.join(folder, envelope), 'latin1');
  for (const word of ['SPEAKER', 'set-', 'art-', 'sha256":"docs']) expect(bytes).not.toContain(word);

  const reza = await joined('رضا');
  await reza.page.keyboard.press('Control+Shift+KeyH');
  await lookNow(reza.page).click();
  await section(reza.page).getByText('کنار گذاشته: ۲ پرونده').click();
  await expect(section(reza.page)).toContainText('پاکتی است که برای این دستگاه نیست');
  await expect(section(reza.page).getByText(/^پاکت .?سارا/), 'whose, and not which file').toBeVisible();
  await expect(section(reza.page)).not.toContainText('sealed/');
  await expect(section(reza.page).getByRole('button', { name: /بستهٔ تازه/ })).toHaveCount(0);
  await expect(section(reza.page).getByRole('alert')).toHaveCount(0);
  expect([...(await faults(reza.page)), ...(await misfits(reza.page))]).toEqual([]);
  await reza.screenshot('strict-other');

  const see = section(lead.page).getByRole('button', { name: 'دیدن ۱ بستهٔ تازه…' });
  await expect(see, 'nobody asked: it looks by itself').toBeVisible({ timeout: 75_000 });
  await see.click();
  await expect(arrived(lead.page)).toContainText(/تحویل .?سارا/);
  await lead.screenshot('strict-lead');
  await arrived(lead.page).getByRole('button', { name: /برداشتن/ }).click();
  await expect(lead.page.getByRole('row').filter({ hasText: 'سارا' }).first()).toContainText('۲ از ۲');
  await expect(section(lead.page)).toContainText('۱ بسته از دیگران برداشته‌اید');

  // Beside the folder, in a file: the lead opens it, too.
  await reza.page.keyboard.press('Control+KeyL');
  await annotate(reza.page, 'برق', 0);
  await annotate(reza.page, 'آب', null);
  await reza.page.keyboard.press('Control+Shift+KeyH');
  await section(reza.page).getByRole('radio', { name: 'در پرونده' }).click();
  await expect(section(reza.page)).toContainText('در پوشه گذاشته نمی‌شود');
  expect([...(await faults(reza.page)), ...(await misfits(reza.page))]).toEqual([]);
  await reza.screenshot('folder-way-file');
  const there = await filesIn(folder);
  const file = path.join(reza.userData, 'رضا.naql');
  await handIn(reza, file);
  await lookNow(reza.page).click();
  await expect(section(reza.page)).toContainText('هنوز چیزی نفرستاده‌اید');
  expect(await filesIn(folder)).toEqual(there);
  await answerOpenDialogs(lead.app, file);
  await lead.page.getByRole('button', { name: 'باز کردن پرونده…' }).click();
  await arrived(lead.page).getByRole('button', { name: /برداشتن/ }).click();
  await expect(lead.page.getByRole('row').filter({ hasText: 'رضا' }).first()).toContainText('۲ از ۲');
});

/** What was given out through the folder, handed in by a Naql that knows of no strictness. */
async function handInOpenly(folder: string): Promise<void> {
  const files = new Map(await Promise.all((await filesIn(folder)).map(async (name) => [name, new Uint8Array(await readFile(path.join(folder, name)))] as const)));
  const given = [...files].filter(([name]) => name.startsWith('log/')).map(([name, bytes]) => readPiece({ name, bytes }));
  const schema = seed as unknown as Schema;
  const older = new Laptop('سارا', schema);
  for (const one of given) {
    const bytes = one.kind === 'whole' ? gather(one.piece, files) : null;
    if (!(bytes instanceof Uint8Array)) throw new Error('the assignment is not whole');
    older.apply(older.plan([bytes], true).change);
  }
  older.dataset = { ...older.dataset, events: older.events.map((event) => (event.kind === 'assigned' ? { ...event, strict: false } : event)) };
  for (const { id } of older.dataset.articles) {
    older.put(setOf(older, id, [0, 4]));
    older.perform(id, submit);
  }
  for (const { name, bytes } of spread({ name: 'a.naql', bytes: older.handIn() })) {
    await mkdir(path.dirname(path.join(folder, name)), { recursive: true });
    await writeFile(path.join(folder, name), bytes);
  }
}

test('of work that came openly, though the round is strictly blind, the lead is told before it is taken in: under the name of whoever handed it in, and not under that of a file', async ({ start }) => {
  test.setTimeout(300_000);
  const { t } = translator('fa');
  const { lead, folder } = await leading(start);
  await giveOut(lead, folder, ['سارا'], true);
  await expect(section(lead.page)).toContainText('۱ بسته فرستاده‌اید');
  await handInOpenly(folder);
  await lookNow(lead.page).click();
  const see = section(lead.page).getByRole('button', { name: 'دیدن ۱ بستهٔ تازه…' });
  await see.click();
  const report = arrived(lead.page);
  await expect(report.getByRole('heading', { name: /^تحویل .?سارا/ })).toBeVisible();
  await expect(report).toContainText(/سارا.? این کار را سرگشاده تحویل داده است/);
  await expect(report, 'which Naql that was').toContainText(/نسخهٔ .?0/);
  await expect(report, 'a name that says nothing to people').not.toContainText(/jsonl|log\//);
  expect([...(await faults(lead.page)), ...(await misfits(lead.page))]).toEqual([]);
  await lead.screenshot('open-though-strict');
  await lead.page.keyboard.press('Escape');
  const row = lead.page.getByRole('row').filter({ hasText: 'سارا' }).first();
  await expect(row, 'nothing before the person agrees').toContainText('۰ از ۲');
  await see.click();
  await report.getByRole('button', { name: t('take.do', { n: 1 }) }).click();
  await expect(row, 'it is told, and not refused').toContainText('۲ از ۲');
});

test('who is to judge introduces their device through the folder before there is any work, and the lead puts it on the team list as an adjudicator, whose envelopes open from then on', async ({ start }) => {
  test.setTimeout(300_000);
  const { t } = translator('fa');
  const { lead, folder } = await leading(start);
  await giveOut(lead, folder, ['سارا'], true);
  const judge = await start({ settings: { annotatorName: 'نیما' } });
  await expect(judge.page.getByRole('textbox', { name: 'متن خبر' })).toBeFocused();
  await judge.page.keyboard.press('Control+Shift+KeyH');
  await expect(judge.page.getByRole('button', { name: t('exchange.introduce') }), 'nobody to introduce it to').toHaveCount(0);
  await connect(judge, folder);
  const introduce = section(judge.page).getByRole('button', { name: t('exchange.introduce') });
  await expect(introduce).toBeVisible();
  expect([...(await faults(judge.page)), ...(await misfits(judge.page))]).toEqual([]);
  await judge.screenshot('introduce');
  const before = await filesIn(folder);
  await introduce.press('Enter');
  await expect.poll(async () => (await filesIn(folder)).filter((name) => !before.includes(name))).toMatchObject([expect.stringMatching(/^log\/[a-z0-9-]+\/introduced-/)]);

  await lookNow(lead.page).click();
  await section(lead.page).getByRole('button', { name: 'دیدن ۱ بستهٔ تازه…' }).click();
  await expect(arrived(lead.page)).toContainText(/معرفی دستگاه .?نیما/);
  await arrived(lead.page).getByRole('checkbox').press('Space');
  await expect(arrived(lead.page).getByRole('combobox', { name: /نقش .?نیما/ })).toHaveValue('adjudicator');
  expect([...(await faults(lead.page)), ...(await misfits(lead.page))]).toEqual([]);
  await lead.screenshot('introduced-lead');
  await arrived(lead.page).getByRole('button', { name: /برداشتن/ }).press('Enter');
  const list = lead.page.getByRole('region', { name: t('roster.title') });
  await expect(list.getByRole('combobox', { name: /نقش .?نیما/ })).toHaveValue('adjudicator');
  await expect(list, 'the device, and with which key envelopes are closed for it').toContainText(/شمارهٔ .?۴/);
  await lookNow(lead.page).click();
  await expect.poll(async () => (await filesIn(folder)).filter((name) => name.startsWith('roster/')).length).toBe(4);

  const sara = await start({ settings: { annotatorName: 'سارا' } });
  await expect(sara.page.getByRole('textbox', { name: 'متن خبر' })).toBeFocused();
  await sara.page.keyboard.press('Control+Shift+KeyH');
  await connect(sara, folder);
  await section(sara.page).getByRole('button', { name: /^منم، .?سارا/ }).click();
  await takeUp(sara, 2);
  await sara.page.keyboard.press('Control+Shift+KeyH');
  await lookNow(sara.page).click();
  await expect(section(sara.page)).toContainText('کنار گذاشته: ۱ پرونده');
  await expect(section(sara.page).getByRole('button', { name: /بستهٔ تازه/ }), 'whose device it is matters to the lead alone').toHaveCount(0);
  const own = sara.page.getByRole('region', { name: t('exchange.key.own') });
  await own.getByRole('button', { name: t('exchange.introduce') }).scrollIntoViewIfNeeded();
  expect([...(await faults(sara.page)), ...(await misfits(sara.page))]).toEqual([]);
  await sara.screenshot('introduce-own');
  await annotate((await sara.page.keyboard.press('Control+KeyL'), sara.page), 'برق', 0);
  await sara.page.keyboard.press('Control+Shift+KeyH');
  await sara.page.getByRole('button', { name: 'تحویل ۱ خبر', exact: true }).click();
  await expect.poll(async () => (await filesIn(folder)).filter((name) => name.startsWith('sealed/')).length).toBe(1);
  const [envelope = ''] = (await filesIn(folder)).filter((name) => name.startsWith('sealed/'));
  const handed = readHanded({ name: envelope, bytes: await readFile(path.join(folder, envelope)) });
  expect(handed.ok && isEnvelope(handed.value) ? handed.value.manifest.to.length : 0, 'for the lead and the adjudicator').toBe(2);
});

for (const settings of [{ language: 'fa', theme: 'dark' }, { language: 'en', theme: 'light' }, { language: 'en', theme: 'dark' }] as const) {
  test(`a device can be introduced where work goes through a folder: ${settings.language}, ${settings.theme}`, async ({ start }) => {
    const { t } = translator(settings.language);
    const judge = await start({ settings: { annotatorName: 'Nima', ...settings } });
    const { page } = judge;
    await expect(page.getByRole('textbox', { name: t('annotate.text') })).toBeFocused();
    await page.keyboard.press('Control+Shift+KeyH');
    const folder = path.join(judge.userData, 'shared');
    await mkdir(folder);
    await writeFile(path.join(folder, 'project.json'), writeCard({ project: { id: makeId('project', 'energy'), name: 'Energy' }, person: 'Mina', made: '2026-01-01T00:00:00.000Z' }));
    await answerOpenDialogs(judge.app, folder);
    const shared = page.getByRole('region', { name: t('folder.title') });
    await shared.getByRole('button', { name: t('folder.connect') }).click();
    await expect(shared.getByRole('button', { name: t('exchange.introduce') })).toBeVisible();
    await expect(shared).toContainText(t('exchange.introduce.how'));
    expect([...(await faults(page)), ...(await misfits(page))]).toEqual([]);
    await judge.screenshot(`introduce-${settings.language}-${settings.theme}`);
  });

  test(`strict blindness and the way that work goes: ${settings.language}, ${settings.theme}`, async ({ start }) => {
    const { t } = translator(settings.language);
    const lead = await start({ settings: { annotatorName: 'Mina', ...settings } });
    const { page } = lead;
    await expect(page.getByRole('textbox', { name: t('annotate.text') })).toBeFocused();
    await page.keyboard.press('Control+Shift+KeyH');
    const folder = path.join(lead.userData, 'shared');
    await mkdir(folder);
    await answerOpenDialogs(lead.app, folder);
    const shared = page.getByRole('region', { name: t('folder.title') });
    await shared.getByRole('button', { name: t('folder.connect') }).click();
    await dialog(page, t('folder.begin.title')).getByRole('button', { name: t('folder.begin.do') }).click();
    await shared.getByRole('radio', { name: t('folder.way.file') }).click();
    await expect(shared).toContainText(t('folder.way.file.hint'));
    expect([...(await faults(page)), ...(await misfits(page))]).toEqual([]);
    await lead.screenshot(`folder-way-${settings.language}-${settings.theme}`);
    await page.getByRole('button', { name: t('exchange.hand-out') }).click();
    await page.getByRole('checkbox', { name: t('hand-out.strict') }).check();
    await page.getByText(t('hand-out.strict.hint')).scrollIntoViewIfNeeded();
    expect([...(await faults(page)), ...(await misfits(page))]).toEqual([]);
    await lead.screenshot(`hand-out-strict-${settings.language}-${settings.theme}`);
  });
}
