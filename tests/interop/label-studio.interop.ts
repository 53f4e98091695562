import { chromium } from '@playwright/test';
import { readFileSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { pathToFileURL } from 'node:url';
import { describe, expect, it } from 'vitest';
import { type Dataset } from '../../shared/model/dataset.ts';
import { fingerprint } from '../../shared/text/fingerprint.ts';
import { goldenCorpus } from '../fixtures/golden-corpus.ts';
import { exported } from './exported.ts';
import { tool } from './tools.ts';

/** One result of a task, as the editor takes and gives it. */
interface Result {
  readonly id?: string;
  readonly type: string;
  readonly from_name?: string;
  readonly from_id?: string;
  readonly to_id?: string;
  readonly labels?: readonly string[];
  readonly value?: { readonly start: number; readonly end: number; readonly text?: string | readonly string[]; readonly [field: string]: unknown };
}
interface Task {
  readonly id?: number;
  readonly data: { readonly text: string };
  readonly annotations: readonly { readonly id?: number; readonly result: readonly Result[] }[];
}

const astral = /[\u{10000}-\u{10ffff}]/gu;

/** The published build counts UTF-16 units; newer ones count code points. Where there is no character beyond the first plane, they agree. */
const withoutAstral: Dataset = (() => {
  const articles = goldenCorpus.articles.map((article) => {
    const text = article.text.replaceAll(astral, '▲▲');
    return { ...article, text, fingerprint: fingerprint(text) };
  });
  return { ...goldenCorpus, articles };
})();

const editor = tool('labelStudio');
const browser = tool('chromium');

/** What the editor makes of each annotation of each task: its own serialisation. */
async function serialised(editorFolder: string, chrome: string, folder: string, config: string, tasks: readonly Task[]): Promise<readonly (readonly Result[])[]> {
  const page = path.join(folder, 'editor.html');
  const asset = (name: string) => pathToFileURL(path.join(editorFolder, 'build', 'static', name)).href;
  writeFileSync(page, `<!doctype html><meta charset="utf-8"><link rel="stylesheet" href="${asset('css/main.css')}"><div id="editor"></div><script src="${asset('js/main.js')}"></script>`);
  const app = await chromium.launch({ executablePath: chrome, args: ['--no-sandbox', '--allow-file-access-from-files'] });
  try {
    const answers: (readonly Result[])[] = [];
    for (const task of tasks) {
      const window = await app.newPage();
      await window.route('**/*', (route) => (route.request().url().startsWith('file:') ? route.continue() : route.abort()));
      await window.goto(pathToFileURL(page).href);
      answers.push(...(await window.evaluate(openTask, { config, task })));
      await window.close();
    }
    return answers;
  } finally {
    await app.close();
  }
}

/** Runs in the page, alone: it may use nothing from outside its body. */
function openTask({ config, task }: { readonly config: string; readonly task: Task }): Promise<readonly (readonly Result[])[]> {
  interface Shown {
    readonly id: string;
    serializeAnnotation(): readonly Result[];
  }
  interface Loaded {
    readonly annotationStore: { readonly annotations: readonly Shown[]; readonly selected: Shown; selectAnnotation(id: string): void };
  }
  const { LabelStudio } = globalThis as unknown as { readonly LabelStudio: new (root: string, options: object) => unknown };
  const rest = () => new Promise((resolve) => setTimeout(resolve, 400));
  return new Promise((resolve, reject) => {
    const onLabelStudioLoad = ({ annotationStore }: Loaded): void => {
      const readAll = async () => {
        await rest();
        const found: (readonly Result[])[] = [];
        for (const { id } of annotationStore.annotations) {
          annotationStore.selectAnnotation(id);
          await rest();
          found.push(JSON.parse(JSON.stringify(annotationStore.selected.serializeAnnotation())) as readonly Result[]);
        }
        return found;
      };
      readAll().then(resolve, reject);
    };
    void new LabelStudio('editor', { config, interfaces: ['side-column'], user: { pk: 1, firstName: 'a', lastName: 'b' }, task, onLabelStudioLoad });
  });
}

/** Without what the editor adds, in an order of its own. */
const compared = (results: readonly Result[]): readonly string[] =>
  results
    .map(({ id, type, from_name, from_id, to_id, labels, value }) => {
      const { text, start, end, ...rest } = value ?? { start: 0, end: 0 };
      const own = type === 'textarea' ? { text } : {};
      // Relations have no id in the published build; newer ones keep it.
      return JSON.stringify([type, type === 'relation' ? null : (id ?? null), from_name ?? null, from_id ?? null, to_id ?? null, labels ?? null, start, end, Object.entries(rest).filter(([name]) => ['labels', 'choices'].includes(name)), own]);
    })
    .toSorted();

const textOf = ({ value }: Result): string | null => (typeof value?.text === 'string' ? value.text : null);

describe("Label Studio's own editor opens what we write", () => {
  const setUp = () => {
    const { folder, files } = exported('label-studio', withoutAstral);
    const find = (ending: string): string => readFileSync(files.find((file) => file.endsWith(ending)) ?? '', 'utf8');
    return { folder, config: find('.xml'), tasks: JSON.parse(find('.json')) as readonly Task[] };
  };
  /** Slices are the editor's own work: it is given offsets alone. */
  const withoutText = (task: Task): Task => ({
    ...task,
    annotations: task.annotations.map((annotation) => ({
      ...annotation,
      result: annotation.result.map((result) => {
        if (!result.value || result.type === 'textarea') return result;
        const { text: _, ...value } = result.value;
        return { ...result, value };
      }),
    })),
  });

  it('every region, choice, text and relation comes back, and every slice is the one that we meant', async (context) => {
    if (editor.kind === 'missing') return context.skip(editor.reason);
    if (browser.kind === 'missing') return context.skip(browser.reason);
    const { folder, config, tasks } = setUp();
    const annotated = tasks.filter(({ annotations }) => annotations.length > 0);
    const back = await serialised(editor.path, browser.path, folder, config, annotated.map(withoutText));
    const sent = annotated.flatMap(({ annotations }) => annotations.map(({ result }) => result));
    expect(sent.flat().length).toBeGreaterThan(20);
    expect(back.map(compared)).toEqual(sent.map(compared));
    // The editor leaves line ends out of the words that it shows.
    const slices = (results: readonly Result[]) =>
      results.filter(({ type }) => type === 'labels').map((result) => `${result.id} ${textOf(result)?.replaceAll('\n', '')}`).toSorted();
    expect(back.map(slices)).toEqual(sent.map(slices));
  });

  it('offsets that are one too far give other slices: the check can fail', async (context) => {
    if (editor.kind === 'missing') return context.skip(editor.reason);
    if (browser.kind === 'missing') return context.skip(browser.reason);
    const { folder, config, tasks } = setUp();
    const [task] = tasks.filter(({ annotations }) => annotations.some(({ result }) => result.length > 0)).map(withoutText);
    if (!task) throw new Error('no task has an annotation');
    const shifted = {
      ...task,
      annotations: task.annotations.map((annotation) => ({
        ...annotation,
        result: annotation.result.map((one) => (one.value ? { ...one, value: { ...one.value, start: one.value.start + 1, end: one.value.end + 1 } } : one)),
      })),
    };
    const back = await serialised(editor.path, browser.path, folder, config, [shifted]);
    const meant = tasks.find(({ data }) => data.text === task.data.text)?.annotations.flatMap(({ result }) => result) ?? [];
    const first = meant.find((one) => one.type === 'labels');
    expect(back.flat().find(({ id }) => id === first?.id)?.value?.text).not.toBe(first?.value?.text);
  });
});
