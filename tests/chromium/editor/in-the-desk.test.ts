import { awkward, mixedSentences } from '../../fixtures/awkward.ts';
import { accessibilityFaults } from '../accessibility.ts';
import { expect, test as base } from '../app-page.ts';
import { DeskPage } from './desk-page.ts';

/** What the editor reports, wired to the rest of the program. */
const test = base.extend<{ desk: DeskPage }>({
  desk: async ({ start }, use) => {
    const { page } = await start();
    await expect(page.getByRole('textbox', { name: 'متن خبر' })).toBeFocused();
    await use(new DeskPage(page, () => Promise.reject(new Error('nothing is exported here'))));
  },
});

const legend = (desk: DeskPage) => desk.page.getByRole('region', { name: 'نویسه‌های نادیدنی' });
const lines = (desk: DeskPage) => desk.page.locator('[id^="annotation-"]');
const inspector = (desk: DeskPage) => desk.page.getByRole('complementary', { name: 'بازبین' });
const badge = (desk: DeskPage, letter: string) => desk.page.locator(`main [data-annotation][data-text="${letter}"]`);

test('a key and a button mark the invisible characters; a legend names them with their code points', async ({ desk }) => {
  await desk.bring(awkward.halfSpaces, awkward.directionMarks);
  const button = desk.page.getByRole('button', { name: 'نویسه‌های نادیدنی' });
  await expect(button).toHaveAttribute('aria-pressed', 'false');
  await desk.page.keyboard.press('KeyI');
  await expect(button).toHaveAttribute('aria-pressed', 'true');
  await expect(desk.page.locator('[data-invisible=zwnj]')).toHaveCount(2);
  await expect(desk.page.locator('[data-invisible=rlm]')).toHaveAttribute('title', 'نشان راست‌به‌چپ (U+200F)');
  await expect(legend(desk).getByRole('listitem').first()).toHaveText('نیم‌فاصلهU+200C۲');
  await expect(legend(desk).getByRole('listitem')).toHaveCount(7);
  expect(await accessibilityFaults(desk.page)).toEqual([]);
  await desk.bring(mixedSentences[1]);
  await expect(legend(desk), 'the next article shows them too').toBeVisible();
  await button.click();
  await expect(legend(desk)).toHaveCount(0);
});

test('the read-out names both ends of the selection and of what has the focus', async ({ desk }) => {
  await desk.bring(mixedSentences[1]);
  await expect(desk.readOut).toHaveCount(0);
  await desk.dragOver(desk.find('Airbus'), desk.find('تخفیف'));
  await expect(desk.readOut).toHaveText('آغازA U+0041پایانف U+0641⁨۸ واژه⁩، ⁨۴۴ نویسه⁩');
  await desk.label(3);
  await expect(desk.readOut).toContainText('U+0041');
  await desk.unselect();
  await expect(desk.readOut).toHaveCount(0);
});

test('the badge of a quote dragged onto a speaker links them; Escape on the way leaves all as it was', async ({ desk }) => {
  await desk.bring('وزیر نیرو گفت: «سدها پر می‌شود» و رفت.');
  await desk.dragOver(desk.find('وزیر'), desk.find('نیرو'));
  await desk.label(2);
  await desk.dragOver(desk.find('سدها'), desk.find('می‌شود'));
  await desk.label(1);
  const from = await badge(desk, 'ن').boundingBox();
  const to = await desk.middle(desk.find('نیرو'));
  if (!from) throw new Error('no badge');
  const { mouse, keyboard } = desk.page;
  const take = async () => {
    await mouse.move(from.x + 8, from.y + 8);
    await mouse.down();
    await mouse.move(to.x, to.y, { steps: 3 });
  };
  await take();
  await keyboard.press('Escape');
  await mouse.up();
  const link = inspector(desk).getByRole('button', { name: 'رفتن به ⁨وزیر نیرو⁩' });
  await expect(inspector(desk), 'Escape was the drag’s alone: the quote keeps the focus').toContainText('سدها پر می‌شود');
  await expect(link).toHaveCount(0);
  await take();
  await mouse.up();
  await expect(link).toBeVisible();
  await expect(desk.page.locator('main svg[aria-hidden] > path')).toHaveCount(1);
});

test('Escape while words are dragged over undoes the drag alone: the focus stays', async ({ desk }) => {
  await desk.bring('وزیر نیرو گفت: «سدها پر می‌شود» و رفت.');
  await desk.dragOver(desk.find('وزیر'), desk.find('نیرو'));
  await desk.label(2);
  const [from, to] = [await desk.middle(desk.find('سدها')), await desk.middle(desk.find('رفت'))];
  await desk.page.mouse.move(from.x, from.y);
  await desk.page.mouse.down();
  await desk.page.mouse.move(to.x, to.y, { steps: 3 });
  await expect(desk.page.locator('[data-previews]')).toHaveCount(1);
  await desk.page.keyboard.press('Escape');
  await expect(desk.page.locator('[data-previews]')).toHaveCount(0);
  await desk.page.mouse.up();
  expect(await desk.selectedText()).toBeNull();
  await expect(lines(desk)).toHaveAttribute('aria-selected', 'true');
});

test('the other button, or a long press, offers all labels of a place; the one chosen has the focus', async ({ desk }) => {
  await desk.bring('وزیر نیرو گفت: «سدها را پر می‌کنیم» و رفت.');
  await desk.dragOver(desk.find('سدها'), desk.find('می‌کنیم'));
  await desk.label(1);
  await desk.unselect();
  await desk.dragOver(desk.find('سدها'), desk.find('را'));
  await desk.label(8);
  await desk.unselect();
  const menu = desk.page.getByRole('menu', { name: 'این جای متن' });
  const { x, y } = await desk.middle(desk.find('را'));
  await desk.page.mouse.click(x, y, { button: 'right' });
  await expect(menu.getByRole('menuitem')).toHaveText([
    /سدها را.*اشاره/, /سدها را پر می‌کنیم.*نقل‌قول/, /^همین متن/, /^گرفتن ویژگی‌ها/, /^انتخاب نقل‌قول/, /^نظر/, /^پرسش از راهنما/, /^نشان کردن خبر/,
  ]);
  expect(await accessibilityFaults(desk.page)).toEqual([]);
  await menu.getByRole('menuitem').nth(1).click();
  await expect(menu).toHaveCount(0);
  await expect(inspector(desk)).toContainText('سدها را پر می‌کنیم');
  await desk.page.mouse.move(x, y);
  await desk.page.mouse.down();
  await expect(menu).toBeVisible();
  await desk.page.mouse.up();
  await expect(menu).toBeVisible();
  await desk.page.keyboard.press('Escape');
  await expect(menu).toHaveCount(0);
  await expect(desk.page.locator('[role=textbox]')).toBeFocused();
});
