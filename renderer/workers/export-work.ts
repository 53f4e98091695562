import { type NamedBytes } from '../../shared/codecs/codec.ts';
import { cardText } from '../../shared/dataset/card-text.ts';
import { type ExportProgress, type ExportSource } from '../../shared/dataset/export-source.ts';
import { planExport } from '../../shared/dataset/plan-export.ts';
import { runExport } from '../../shared/dataset/run-export.ts';
import { type ArticleId } from '../../shared/model/id.ts';
import { type ExportAnswers, type ExportQuestion, type ExportTask, type FromExportWorker, type SourceCard } from './export-task.ts';

/** How the work reaches the window. A question that cannot be answered, or an end of the wish for answers, ends this thread. */
export interface ExportWindow {
  readonly ask: <Kind extends ExportQuestion['kind']>(question: Extract<ExportQuestion, { kind: Kind }>) => Promise<ExportAnswers[Kind]>;
  readonly progress: (progress: ExportProgress) => void;
}

/** Does one task; its last message. */
export async function workOn(task: ExportTask, window: ExportWindow): Promise<FromExportWorker> {
  const source = sourceIn(task.source, window);
  const { progress } = window;
  if (task.kind === 'plan') return { kind: 'planned', planned: await planExport(source, task.options, { ...task.context, progress }) };
  const sink = { append: async (files: readonly NamedBytes[]) => void (await window.ask({ kind: 'append', files })) };
  const { options, plan, app } = task;
  const exported = await runExport(source, options, plan, sink, { app, card: cardText, progress });
  return { kind: 'exported', exported };
}

/** The source as it is in the window, read page by page. */
const sourceIn = (card: SourceCard, window: ExportWindow): ExportSource => ({
  ...card,
  slices: async function* () {
    for (let restart = true; ; restart = false) {
      const page = await window.ask({ kind: 'slices', restart });
      if (page.length === 0) return;
      yield* page;
    }
  },
  texts: (ids: readonly ArticleId[]) => window.ask({ kind: 'texts', ids }),
});
