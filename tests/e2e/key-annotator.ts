import { expect, type Locator, type Page } from '@playwright/test';
import seedSchema from '../../seeds/schema.json' with { type: 'json' };
import { type Annotation, hull } from '../../shared/model/annotation.ts';
import { type AnnotationSet } from '../../shared/model/annotation-set.ts';
import { type Dataset } from '../../shared/model/dataset.ts';
import { type AnnotationId, type EntityId } from '../../shared/model/id.ts';
import { type Relation } from '../../shared/model/relation.ts';
import { labelDef, type RelationDef, relationsFrom, type Schema } from '../../shared/model/schema.ts';
import { type Span } from '../../shared/text/offsets.ts';
import { tokens } from '../../shared/text/segment.ts';

const schema = seedSchema as unknown as Schema;

/**
 * A person who never touches the mouse: presses the keys that lead from what the window shows to what a finished AnnotationSet
 * says. It looks at the window as a person would (where the caret is, which value is chosen, which name stands in the list).
 */
export class KeyAnnotator {
  readonly #page: Page;
  readonly #text: string;
  readonly #wanted: AnnotationSet;
  readonly #entityName: ReadonlyMap<EntityId, string>;
  /** What has been linked so far, as `type from to`. */
  readonly #linked = new Set<string>();

  constructor(page: Page, dataset: Dataset, wanted: AnnotationSet) {
    const article = dataset.articles.find(({ id }) => id === wanted.article);
    if (!article) throw new Error(`article ${wanted.article} is not in the dataset`);
    this.#page = page;
    this.#text = article.text;
    this.#wanted = wanted;
    this.#entityName = new Map(dataset.entities.map(({ id, name }) => [id, name]));
  }

  async annotateEverything(): Promise<void> {
    await this.#press('Control+Home');
    for (const [index, annotation] of this.#wanted.annotations.entries()) {
      await this.#mark(annotation, index + 1);
      await this.#setAttributes(annotation);
      await this.#setEntity(annotation);
    }
    for (const relation of this.#wanted.relations) await this.#relate(relation);
  }

  async #press(key: string, times = 1): Promise<void> {
    for (let i = 0; i < times; i++) await this.#page.keyboard.press(key);
  }

  /** UTF-16 offset of the caret in the article, as the page's own selection has it. */
  #caret(): Promise<number> {
    return this.#page.evaluate(() => {
      const { focusNode, focusOffset } = document.getSelection() ?? {};
      const paragraphs = [...document.querySelectorAll('[role="textbox"] [data-line] > div:nth-child(2)')];
      const here = paragraphs.findIndex((paragraph) => focusNode && paragraph.contains(focusNode));
      if (here < 0) throw new Error('the caret is not in the text');
      return paragraphs.slice(0, here).reduce((sum, { textContent }) => sum + (textContent ?? '').length + 1, 0) + (focusOffset ?? 0);
    });
  }

  async #mark({ label, spans }: Annotation, count: number): Promise<void> {
    for (const [piece, wanted] of spans.entries()) {
      await this.#select(wanted);
      if (piece < spans.length - 1 || spans.length > 1) await this.#press('c');
    }
    await this.#press(String(labelDef(schema, label)?.key));
    await expect(this.#page.locator('[id^="annotation-"]').first()).toHaveAttribute('aria-setsize', String(count));
  }

  async #select({ start, end }: Span): Promise<void> {
    const starts = tokens(this.#text).map((token) => token.start);
    const ends = tokens(this.#text).map((token) => token.end);
    const caret = await this.#caret();
    if (start > caret) await this.#press('Control+ArrowLeft', starts.filter((one) => one > caret && one <= start).length);
    else await this.#press('Control+ArrowRight', starts.filter((one) => one >= start && one < caret).length);
    await this.#press('Control+Shift+ArrowLeft', ends.filter((one) => one > start && one <= end).length);
  }

  async #setAttributes({ label, attributes }: Annotation): Promise<void> {
    const defs = labelDef(schema, label)?.attributes ?? [];
    const groups = this.#page.getByRole('radiogroup');
    const shown = await groups.evaluateAll((all) =>
      all.map((group) => [...group.querySelectorAll('[role="radio"]')].findIndex((chip) => chip.getAttribute('aria-checked') === 'true')),
    );
    let at = -1;
    for (const [index, def] of defs.entries()) {
      const value = attributes[def.id];
      if (value === undefined || def.kind !== 'choice') continue;
      const target = def.choices.findIndex((choice) => choice.id === value);
      const chosen = shown[index] ?? -1;
      if (target === chosen) continue;
      if (at < 0) await this.#press('a');
      await this.#press('Tab', index - Math.max(at, 0));
      at = index;
      await this.#press(target > chosen ? 'ArrowDown' : 'ArrowUp', Math.abs(target - chosen));
      await this.#press('Enter');
      await expect(groups.nth(index).getByRole('radio').nth(target)).toHaveAttribute('aria-checked', 'true');
    }
    if (at >= 0) await this.#press('Escape');
  }

  async #setEntity({ entity }: Annotation): Promise<void> {
    if (entity === null) return;
    const name = this.#entityName.get(entity) ?? '';
    await this.#press('p');
    await this.#choosePerson(this.#page.getByRole('combobox', { name: 'این کیست؟' }), name);
  }

  /** By the number at the name, where it has one; else by writing it. */
  async #choosePerson(field: Locator, name: string): Promise<void> {
    await expect(field).toBeFocused();
    const digit = await this.#numberOf(field.locator('xpath=..').getByRole('option'), name);
    if (digit !== null) await this.#press(String(digit));
    else {
      await this.#page.keyboard.type(name);
      await this.#press('Enter');
    }
    await expect(field).toHaveCount(0);
    await expect(this.#page.getByRole('textbox', { name: 'متن خبر' })).toBeFocused();
  }

  /** The number at the line that says exactly this; null when there is none, or it stands beyond the digits. */
  async #numberOf(lines: ReturnType<Page['locator']>, words: string): Promise<number | null> {
    const found = (await lines.locator('bdi').allInnerTexts()).findIndex((line) => line.trim() === words);
    return found < 0 || found > 8 ? null : found + 1;
  }

  async #relate(relation: Relation): Promise<void> {
    const from = this.#annotation(relation.from);
    const defs = relationsFrom(schema, from.label);
    const index = defs.findIndex(({ type }) => type === relation.type);
    const def = defs[index];
    if (!def) throw new Error(`${relation.type} may not start at ${from.label}`);
    await this.#focus(from.id);
    if (await this.#isLinked(relation, def)) return void this.#linked.add(`${relation.type} ${relation.from} ${relation.to.id}`);
    if (index === 0) await this.#press('l');
    else {
      await this.#press('r');
      await this.#press(String(index + 1));
    }
    if (relation.to.kind === 'entity') {
      await this.#press('e');
      await this.#choosePerson(this.#page.getByRole('combobox', { name: /کدام؟$/ }), this.#entityName.get(relation.to.id) ?? '');
    } else {
      const position = this.#byDistance(def, from).findIndex(({ id }) => id === relation.to.id);
      if (position < 9) await this.#press(String(position + 1));
      else {
        await this.#press('j', position);
        await this.#press('Enter');
      }
    }
    this.#linked.add(`${relation.type} ${relation.from} ${relation.to.id}`);
  }

  /** Does the list say that the focused annotation is linked so? Some links are made at once with what they lead to. */
  async #isLinked({ to }: Relation, { name }: RelationDef): Promise<boolean> {
    const said = (await this.#page.locator('[id^="annotation-"][aria-selected="true"]').getAttribute('aria-label')) ?? '';
    const words = to.kind === 'entity' ? this.#entityName.get(to.id) : this.#annotation(to.id).spans.map(({ start, end }) => this.#text.slice(start, end)).join(' … ');
    return said.replace(/[\u2066-\u2069]/g, '').includes(`${name.fa} ${words?.slice(0, 20)}`);
  }

  #annotation(id: AnnotationId): Annotation {
    const found = this.#wanted.annotations.find((one) => one.id === id);
    if (!found) throw new Error(`annotation ${id} is not in the set`);
    return found;
  }

  /** The candidates as the interface promises them: same paragraph first, then the nearest, then the earlier; none that is linked. */
  #byDistance(def: RelationDef, from: Annotation): readonly Annotation[] {
    const here = hull(from);
    const gap = (other: Annotation) => {
      const [gapStart, gapEnd] = [Math.min(here.end, hull(other).end), Math.max(here.start, hull(other).start)];
      return { paragraphs: this.#text.slice(gapStart, Math.max(gapStart, gapEnd)).split('\n').length, units: Math.max(0, gapEnd - gapStart) };
    };
    return this.#wanted.annotations
      .filter((one) => one.id !== from.id && def.to.includes(one.label) && (!def.sameLabel || one.label === from.label))
      .filter((one) => !this.#linked.has(`${def.type} ${from.id} ${one.id}`))
      .sort((a, b) => gap(a).paragraphs - gap(b).paragraphs || gap(a).units - gap(b).units || hull(a).start - hull(b).start);
  }

  async #focus(id: AnnotationId): Promise<void> {
    // By their places: a long list does not have all its lines in the page while it scrolls.
    const selected = this.#page.locator('[id^="annotation-"][aria-selected="true"]');
    const target = this.#wanted.annotations.findIndex((one) => one.id === id) + 1;
    const now = Number(await selected.getAttribute('aria-posinset'));
    await this.#press(target > now ? 'j' : 'k', Math.abs(target - now));
    await expect(selected).toHaveAttribute('aria-posinset', String(target));
  }
}
