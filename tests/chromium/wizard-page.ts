import { expect, type Locator, type Page } from '@playwright/test';
import { translator } from '../../renderer/messages/translate.ts';
import { type Language } from '../../shared/bridge.ts';
import { type Step } from '../../renderer/views/export/ExportSteps.tsx';

/** The export wizard, in the language of the window. */
export class WizardPage {
  readonly page: Page;
  readonly t: ReturnType<typeof translator>['t'];
  readonly dialog: Locator;
  readonly save: Locator;

  constructor(page: Page, language: Language = 'fa') {
    this.page = page;
    this.t = translator(language).t;
    this.dialog = page.getByRole('dialog', { name: this.t('export.title') });
    this.save = this.dialog.getByRole('button', { name: this.t('export.save'), exact: true });
  }

  async open(): Promise<void> {
    await this.page.keyboard.press('Control+KeyE');
    await expect(this.dialog).toBeVisible();
  }

  async go(step: Step): Promise<void> {
    await this.dialog.getByRole('navigation').getByRole('button', { name: this.t(`export.step.${step}`) }).click();
    await expect(this.dialog.getByRole('navigation').locator('[aria-current=step]')).toHaveText(new RegExp(`${this.t(`export.step.${step}`)}$`));
  }

  radio(name: string): Locator {
    return this.dialog.getByRole('radio', { name, exact: true });
  }

  check(name: string): Locator {
    return this.dialog.getByRole('checkbox', { name });
  }

  /** All sets in any state, as themselves: nothing is left out and nobody has another name. Leads to the last step. */
  async chooseCopy(): Promise<void> {
    await this.go('what');
    await this.radio(this.t('export.whose.everything')).click();
    await this.anyState();
    await this.go('how');
    await this.radio(this.t('export.people.names')).click();
    await this.check(this.t('export.notes')).check();
    await this.go('check');
  }

  async anyState(): Promise<void> {
    const all = this.dialog.getByRole('button', { name: this.t('export.all.of', { what: this.t('export.states') }) });
    if (await all.isEnabled()) await all.click();
  }

  /** Where the focus is: the name of a step while it is at its beginning. */
  focusIsOn(step: Step): Promise<void> {
    return expect(this.dialog.getByRole('group', { name: this.t(`export.step.${step}`), exact: true })).toBeFocused();
  }
}
