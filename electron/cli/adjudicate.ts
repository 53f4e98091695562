import { type ReviewContext } from '../../shared/commands/review-context.ts';
import { goldFile, sourceLines } from '../../shared/dataset/gold-file.ts';
import { unprovenSets } from '../../shared/exchange/bundle/known.ts';
import { type Doubt } from '../../shared/exchange/roster/standing.ts';
import { type AnnotationSet } from '../../shared/model/annotation-set.ts';
import { type Annotator } from '../../shared/model/annotator.ts';
import { byArticle } from '../../shared/model/by-article.ts';
import { applyChange, type Change } from '../../shared/model/change.ts';
import { type Dataset, normalised } from '../../shared/model/dataset.ts';
import { type AnnotatorId, type ArticleId, makeId, type SetId } from '../../shared/model/id.ts';
import { type ReviewEvent } from '../../shared/model/review-event.ts';
import { at, problem, type Problem } from '../../shared/result.ts';
import { settleAll } from '../../shared/review/bulk.ts';
import { participantsIn, usualAmong } from '../../shared/review/participants.ts';
import { settlementOf } from '../../shared/review/settlement.ts';
import { fingerprint } from '../../shared/text/fingerprint.ts';
import { writeAtomically } from '../atomic-write.ts';
import { attempt } from '../file-failure.ts';
import { complainOf, problemAnswer, writeJson, writeLines } from './answers.ts';
import { type CommandLine } from './arguments.ts';
import { hasErrors, noAccess, wrongUsage } from './command-failure.ts';
import { converted, writer } from './convert.ts';
import { type ExitCode, exitCodes } from './exit-code.ts';
import { openOrigin } from './export-origin.ts';
import { lossLine } from './loss-line.ts';
import { reasonOf } from './problem-text.ts';
import { readDataset } from './read-dataset.ts';
import { datasetSource } from './sources/dataset-source.ts';
import { type Terminal } from './terminal.ts';

/** Who it is that decides by a rule: nobody looked. */
const rule: Annotator = { id: 'per-naql-unanimous' as AnnotatorId, kind: 'machine', name: 'naql adjudicate --accept-unanimous', version: '1' };

/**
 * Adds to each Article a gold set of what all who finished it agree on, and writes everything. What is not unanimous stays for people, and so
 * does what came unsigned, or from a device that the roster does not give to that person: a rule cannot know whether it is from whom it says.
 */
export async function adjudicate(line: CommandLine, terminal: Terminal): Promise<ExitCode> {
  if (!line.acceptUnanimous) throw wrongUsage('adjudicate wants --accept-unanimous: everything else is for people.');
  const codec = writer(line.to ?? 'native');
  if (line.out === null) throw wrongUsage('Where to? Name a file with --out.');
  const { dataset, said, problems } = await readWhole(line, terminal);
  if (!dataset) {
    await complainOf(terminal, problems);
    return exitCodes.dataProblems;
  }
  const settled = acceptUnanimous(dataset, said, line.now);
  const source = datasetSource(settled.dataset, 'gold');
  const { written: main, report } = await converted({ source, problems: [], files: line.paths.length, close: () => Promise.resolve() }, codec, line.out, terminal);
  const beside = await writeSources(settled.sources, line.out);
  const all = [...problems, ...settled.problems];
  const written = [...main, ...beside];
  const { articles, decided, left, byLabel, unproven } = settled;
  if (line.json) {
    await writeJson(terminal, { command: 'adjudicate', written, articles, decided, left, byLabel, unproven, report, problems: all.map(problemAnswer) });
  } else {
    await complainOf(terminal, all);
    await terminal.complain((report?.losses ?? []).map(lossLine).join(''));
    const labels = Object.entries(byLabel).map(([label, count]) => `  ${label} ${count}`);
    await writeLines(terminal, [`${articles} articles with two people or more: ${decided} unanimous cases accepted, ${left} left to decide`, ...labels, ...written]);
  }
  return hasErrors(all) ? exitCodes.dataProblems : exitCodes.fine;
}

/** How gold came about, a line an item, beside the file with it; none where that goes to the standard output. */
async function writeSources(sources: string, out: string): Promise<readonly string[]> {
  if (sources === '' || out === '-') return [];
  const beside = `${out.replace(/(?<=[^/\\])\.[^./\\]*$/, '')}.${goldFile}`;
  const outcome = await attempt('write', () => writeAtomically(beside, sources));
  if (!outcome.ok) throw noAccess(beside, reasonOf({ code: outcome.failure, values: {} }));
  return [beside];
}

interface Whole {
  readonly dataset: Dataset | null;
  /** Of the project as a whole. */
  readonly said: readonly ReviewEvent[];
  readonly problems: readonly Problem[];
}

async function readWhole(line: CommandLine, terminal: Terminal): Promise<Whole> {
  const [path, ...others] = line.paths;
  if (path === undefined) throw wrongUsage('Whose work? Name files, folders or a project.');
  if (others.length > 0) return { ...(await readDataset(line, terminal)), said: [] };
  const { source, problems, close } = await openOrigin(path, line, terminal);
  try {
    const { schema, annotators, entities } = source.head;
    const whole: { -readonly [Name in 'articles' | 'sets']: Dataset[Name][number][] } & { readonly events: ReviewEvent[] } = { articles: [], sets: [], events: [] };
    for await (const slice of source.slices()) {
      whole.articles.push(...slice.articles);
      whole.sets.push(...slice.sets);
      whole.events.push(...(slice.events ?? []));
    }
    return { dataset: normalised({ schema, annotators, entities, ...whole }), said: source.said ?? [], problems };
  } finally {
    await close();
  }
}

interface Accepted {
  readonly dataset: Dataset;
  /** Lines of how the items of all gold sets came about, as far as it is known. */
  readonly sources: string;
  readonly problems: readonly Problem[];
  readonly articles: number;
  readonly decided: number;
  readonly left: number;
  readonly byLabel: Readonly<Record<string, number>>;
  /** Sets that would have counted, had they been known to be from whom they say; and why that is not known. */
  readonly unproven: readonly { readonly set: SetId; readonly why: Doubt }[];
}

/** The same for the same input: ids are made of the Article's and a count. */
function acceptUnanimous({ events = [], ...dataset }: Dataset, said: readonly ReviewEvent[], now: string): Accepted {
  let result: Dataset = normalised({ ...dataset, annotators: [...dataset.annotators.filter(({ id }) => id !== rule.id), rule] });
  const problems: Problem[] = [];
  const counts = { articles: 0, decided: 0, left: 0 };
  const byLabel: Record<string, number> = {};
  const setsOf = byArticle(dataset.sets);
  const eventsOf = new Map<ArticleId, readonly ReviewEvent[]>(byArticle(events));
  const doubts = unprovenSets(said);
  const unproven: { readonly set: AnnotationSet; readonly why: Doubt }[] = [];
  const changes: Change[] = [];
  for (const article of dataset.articles) {
    const sets = setsOf.get(article.id) ?? [];
    const people = participantsIn(sets, [...(eventsOf.get(article.id) ?? []), ...said], dataset.annotators);
    const among = usualAmong(people, doubts);
    for (const set of sets) {
      const why = doubts.get(set.id);
      if (why && usualAmong(people).includes(set.id)) unproven.push({ set, why });
    }
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
    eventsOf.set(article.id, [...(eventsOf.get(article.id) ?? []), ...accepted.value.added.flatMap((one) => (one.kind === 'event' ? [one.value] : []))]);
  }
  result = applyChange(result, { added: changes.flatMap(({ added }) => added), updated: [], removed: [] });
  const goldOf = byArticle(result.sets.filter(({ role }) => role === 'adjudicated'));
  const sources = result.articles.map((article) => {
    const part = { ...result, articles: [article], sets: goldOf.get(article.id) ?? [], events: eventsOf.get(article.id) ?? [] };
    return sourceLines(part, part, { notes: true, isWhole: true });
  });
  const nameOf = (id: AnnotatorId): string => dataset.annotators.find((one) => one.id === id)?.name ?? id;
  problems.push(...unproven.map(({ set: { id, article, annotator }, why }) => {
    const values = { name: nameOf(annotator), article };
    return why === 'unsigned' ? problem('set-unsigned', { record: id }, values, 'warning') : problem('set-unproven', { record: id }, values, 'warning');
  }));
  return { dataset: result, sources: sources.join(''), problems, unproven: unproven.map(({ set, why }) => ({ set: set.id, why })), ...counts, byLabel: Object.fromEntries(Object.entries(byLabel).sort(([a], [b]) => (a < b ? -1 : 1))) };
}
