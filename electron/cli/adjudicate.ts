import { type ReviewContext } from '../../shared/commands/review-context.ts';
import { type AnnotationSet } from '../../shared/model/annotation-set.ts';
import { type Annotator } from '../../shared/model/annotator.ts';
import { applyChange, type Change } from '../../shared/model/change.ts';
import { type Dataset, normalised } from '../../shared/model/dataset.ts';
import { type AnnotatorId, type ArticleId, makeId } from '../../shared/model/id.ts';
import { at, problem, type Problem } from '../../shared/result.ts';
import { settleAll } from '../../shared/review/bulk.ts';
import { participantsIn, usualAmong } from '../../shared/review/participants.ts';
import { settlementOf } from '../../shared/review/settlement.ts';
import { fingerprint } from '../../shared/text/fingerprint.ts';
import { complainOf, problemAnswer, writeJson, writeLines } from './answers.ts';
import { type CommandLine } from './arguments.ts';
import { hasErrors, wrongUsage } from './command-failure.ts';
import { converted, writer } from './convert.ts';
import { type ExitCode, exitCodes } from './exit-code.ts';
import { openOrigin } from './export-origin.ts';
import { lossLine } from './loss-line.ts';
import { readDataset } from './read-dataset.ts';
import { datasetSource } from './sources/dataset-source.ts';
import { type Terminal } from './terminal.ts';

/** Who it is that decides by a rule: nobody looked. */
const rule: Annotator = { id: 'per-naql-unanimous' as AnnotatorId, kind: 'machine', name: 'naql adjudicate --accept-unanimous', version: '1' };

/** Adds to each Article a gold set of what all who finished it agree on, and writes everything. What is not unanimous stays for people. */
export async function adjudicate(line: CommandLine, terminal: Terminal): Promise<ExitCode> {
  if (!line.acceptUnanimous) throw wrongUsage('adjudicate wants --accept-unanimous: everything else is for people.');
  const codec = writer(line.to ?? 'native');
  if (line.out === null) throw wrongUsage('Where to? Name a file with --out.');
  const { dataset, problems } = await readWhole(line, terminal);
  if (!dataset) {
    await complainOf(terminal, problems);
    return exitCodes.dataProblems;
  }
  const settled = acceptUnanimous(dataset, line.now);
  const source = datasetSource(settled.dataset, 'gold');
  const { written, report } = await converted({ source, problems: [], files: line.paths.length, close: () => Promise.resolve() }, codec, line.out, terminal);
  const all = [...problems, ...settled.problems];
  const { articles, decided, left, byLabel } = settled;
  if (line.json) {
    await writeJson(terminal, { command: 'adjudicate', written, articles, decided, left, byLabel, report, problems: all.map(problemAnswer) });
  } else {
    await complainOf(terminal, all);
    await terminal.complain((report?.losses ?? []).map(lossLine).join(''));
    const labels = Object.entries(byLabel).map(([label, count]) => `  ${label} ${count}`);
    await writeLines(terminal, [`${articles} articles with two people or more: ${decided} unanimous cases accepted, ${left} left to decide`, ...labels, ...written]);
  }
  return hasErrors(all) ? exitCodes.dataProblems : exitCodes.fine;
}

async function readWhole(line: CommandLine, terminal: Terminal): Promise<{ readonly dataset: Dataset | null; readonly problems: readonly Problem[] }> {
  const [path, ...others] = line.paths;
  if (path === undefined) throw wrongUsage('Whose work? Name files, folders or a project.');
  if (others.length > 0) return readDataset(line, terminal);
  const { source, problems, close } = await openOrigin(path, line, terminal);
  try {
    const { schema, annotators, entities } = source.head;
    const whole: { -readonly [Name in 'articles' | 'sets']: Dataset[Name][number][] } = { articles: [], sets: [] };
    for await (const slice of source.slices()) {
      whole.articles.push(...slice.articles);
      whole.sets.push(...slice.sets);
    }
    return { dataset: normalised({ schema, annotators, entities, ...whole }), problems };
  } finally {
    await close();
  }
}

interface Accepted {
  readonly dataset: Dataset;
  readonly problems: readonly Problem[];
  readonly articles: number;
  readonly decided: number;
  readonly left: number;
  readonly byLabel: Readonly<Record<string, number>>;
}

/** The same for the same input: ids are made of the Article's and a count. */
function acceptUnanimous(dataset: Dataset, now: string): Accepted {
  let result: Dataset = normalised({ ...dataset, annotators: [...dataset.annotators.filter(({ id }) => id !== rule.id), rule] });
  const problems: Problem[] = [];
  const counts = { articles: 0, decided: 0, left: 0 };
  const byLabel: Record<string, number> = {};
  const setsOf = new Map<ArticleId, AnnotationSet[]>();
  for (const set of dataset.sets) {
    const known = setsOf.get(set.article);
    if (known) known.push(set);
    else setsOf.set(set.article, [set]);
  }
  const changes: Change[] = [];
  for (const article of dataset.articles) {
    const sets = setsOf.get(article.id) ?? [];
    const among = usualAmong(participantsIn(sets, [], dataset.annotators));
    if (among.length < 2) continue;
    let made = 0;
    const context: ReviewContext = {
      schema: dataset.schema, article, sets, events: [], annotators: dataset.annotators, entities: dataset.entities, by: rule.id, now,
      newId: (kind) => makeId(kind, fingerprint(`${article.id} ${kind} ${(made += 1)}`).slice(0, 16)),
    };
    const cases = settlementOf(context, among).cases.length;
    const accepted = settleAll(context, among, { rule: 'unanimous' });
    counts.articles += 1;
    if (!accepted.ok) {
      problems.push(...at({ record: article.id }, accepted.problems));
      counts.left += cases;
      continue;
    }
    if (sets.some((one) => one.annotator === rule.id && one.role === 'adjudicated')) {
      problems.push(problem('gold-there-already', { record: article.id }));
      continue;
    }
    const gold = accepted.value.added.flatMap((one) => (one.kind === 'annotation' ? [one.value] : []));
    for (const { label } of gold) byLabel[label] = (byLabel[label] ?? 0) + 1;
    counts.decided += gold.length;
    counts.left += cases - gold.length;
    changes.push({ ...accepted.value, added: accepted.value.added.filter(({ kind }) => kind !== 'event') });
  }
  result = applyChange(result, { added: changes.flatMap(({ added }) => added), updated: [], removed: [] });
  return { dataset: result, problems, ...counts, byLabel: Object.fromEntries(Object.entries(byLabel).sort(([a], [b]) => (a < b ? -1 : 1))) };
}
