import { comparedArticle, isSetAside } from '../../shared/agreement/compared-article.ts';
import { casesFound, type FoundCase, isOfOne } from '../../shared/agreement/found-case.ts';
import { type MeasureProgress } from '../../shared/agreement/measure.ts';
import { reckoning, researchMeasurement, used } from '../../shared/agreement/report.ts';
import { type Dataset } from '../../shared/model/dataset.ts';
import { type AgreementAnswers, type AgreementProgress, type AgreementTask } from './agreement-task.ts';

/** How the work reaches the window. */
export interface AgreementWindow {
  /** The next slices of the project; none at the end. */
  readonly more: () => Promise<readonly Dataset[]>;
  readonly progress: (progress: AgreementProgress) => void;
  readonly partial: (answer: AgreementAnswers[keyof AgreementAnswers]) => void;
  /** Milliseconds, never going back. */
  readonly now: () => number;
}

/** Milliseconds between two answers that are not whole. */
const partialEvery = 700;
const progressEvery = 100;

/** Does one task; its answer. */
export function workOnAgreement(task: AgreementTask, window: AgreementWindow): Promise<AgreementAnswers[keyof AgreementAnswers]> {
  switch (task.kind) {
    case 'report':
      return reported(task, window);
    case 'research':
      return researched(task, window);
    case 'cases':
      return searched(task, window);
  }
}

type Task<Kind extends AgreementTask['kind']> = Extract<AgreementTask, { kind: Kind }>;

async function reported({ schema, choice, parameters, articles }: Task<'report'>, window: AgreementWindow): Promise<AgreementAnswers['report']> {
  const { add, soFar, report } = reckoning(schema, choice, parameters);
  await readAll(articles, window, add, () => window.partial(soFar()));
  window.partial(soFar());
  return drawn(report(), window);
}

async function researched({ schema, choice, parameters, articles }: Task<'research'>, window: AgreementWindow): Promise<AgreementAnswers['research']> {
  const { add, scores, soFar } = researchMeasurement(schema, choice, parameters);
  const addSlice = function* (slice: Dataset): Generator<undefined, void, undefined> {
    const compared = comparedArticle(slice, choice);
    if (compared && !isSetAside(compared, choice)) yield* add(compared.shared);
  };
  await readAll(articles, window, addSlice, () => window.partial(used(soFar())));
  return used(await drawn(scores(), window));
}

/** Stops at the end of the page on which there were enough. */
async function searched({ choice, query, most, articles }: Task<'cases'>, window: AgreementWindow): Promise<AgreementAnswers['cases']> {
  const found: FoundCase[] = [];
  let read = 0;
  for (let page = await window.more(); page.length > 0; page = await window.more()) {
    for (const slice of page) {
      const compared = comparedArticle(slice, choice);
      if (compared && (!isSetAside(compared, choice) || isOfOne(query))) found.push(...casesFound(compared, slice.entities, query));
    }
    read += page.length;
    window.progress({ phase: 'reading', done: Math.min(read, articles), total: articles });
    if (found.length > most) return { cases: found.slice(0, most), isCut: true };
  }
  return { cases: found, isCut: false };
}

async function readAll(
  articles: number, window: AgreementWindow, add: (slice: Dataset) => Generator<undefined, void, undefined>, partial: () => void,
): Promise<void> {
  let [read, told, shown] = [0, window.now(), window.now()];
  const tell = (): void => {
    const now = window.now();
    if (now - told >= progressEvery) {
      told = now;
      window.progress({ phase: 'reading', done: Math.min(read, articles), total: articles });
    }
    if (now - shown < partialEvery) return;
    partial();
    // Adding up what is known takes longer the more there is: it never takes more than a small part of the time.
    shown = window.now() + 9 * (window.now() - now);
  };
  for (let page = await window.more(); page.length > 0; page = await window.more()) {
    for (const slice of page) {
      for (const counting = add(slice); !counting.next().done; ) tell();
      read += 1;
    }
    tell();
  }
}

async function drawn<Outcome>(steps: Generator<MeasureProgress, Outcome, undefined>, window: AgreementWindow): Promise<Outcome> {
  let told = window.now();
  for (;;) {
    const next = steps.next();
    if (next.done) return next.value;
    if (window.now() - told < progressEvery) continue;
    told = window.now();
    window.progress({ phase: 'drawing', done: next.value.done, total: next.value.total });
  }
}
