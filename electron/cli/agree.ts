import { basename } from 'node:path';
import { type Independence } from '../../shared/agreement/independence.ts';
import { measure } from '../../shared/agreement/measure.ts';
import { methodsOf } from '../../shared/agreement/methods.ts';
import { meansOfPairs, measuringPairs, type PairScores } from '../../shared/agreement/pair-table.ts';
import { metricById, metricName } from '../../shared/agreement/registry.ts';
import { runThrough } from '../../shared/agreement/run-through.ts';
import { fewArticles, type Score } from '../../shared/agreement/score.ts';
import { scoresCsv } from '../../shared/agreement/score-table.ts';
import { type Contribution, gather, type Gathered, type Person } from '../../shared/agreement/shared-articles.ts';
import { type Subjects, subjectsIn, usedIn } from '../../shared/agreement/subjects.ts';
import { catalogue } from '../../shared/messages/catalogue.ts';
import { type AnnotationSet } from '../../shared/model/annotation-set.ts';
import { type Article } from '../../shared/model/article.ts';
import { type ReviewEvent } from '../../shared/model/review-event.ts';
import { type Schema } from '../../shared/model/schema.ts';
import { problem, type Problem } from '../../shared/result.ts';
import { type Compared, comparedWith } from './agree-difference.ts';
import { agreeOptions } from './agree-words.ts';
import { complainOf, problemAnswer, writeJson, writeLines } from './answers.ts';
import { type CommandLine } from './arguments.ts';
import { hasErrors, wrongUsage } from './command-failure.ts';
import { type ExitCode, exitCodes } from './exit-code.ts';
import { openOrigin } from './export-origin.ts';
import { methodsLines } from './methods-lines.ts';
import { table } from './table.ts';
import { type Terminal } from './terminal.ts';

/** How far the people agree who marked the same texts, in one file, project or folder or in several. */
export async function agree(line: CommandLine, terminal: Terminal): Promise<ExitCode> {
  if (line.paths.length === 0) throw wrongUsage('Whose agreement? Name files, folders or projects.');
  const options = agreeOptions(line);
  const names = namesOf(line.paths);
  const read: Read[] = [];
  for (const path of line.paths) read.push(await readWhole(path, names.get(path) ?? path, line, terminal));
  const gathered = among(gather(read.map(({ contribution }) => contribution), options.choice), options.between);
  const nothing = gathered.articles.length === 0 ? [problem('no-shared-article', {}, { people: gathered.people.length })] : [];
  const problems = [...read.flatMap((one) => one.problems), ...nothing];
  const subjects = usedIn(gathered.articles.map(({ continuum }) => continuum), subjectsOf(read.map(({ schema }) => schema)));
  const scores = measure(gathered.articles, { ...options, subjects });
  const pairs = options.pairs ? runThrough(measuringPairs(gathered.articles, { ...options, subjects })) : [];
  const compared = options.difference && comparedWith(gathered, options.difference, scores, options.parameters);
  const { articles, people, independence } = gathered;
  const methods = methodsOf(scores, { articles: articles.length, people: people.length, parameters: options.parameters, independence });
  if (line.json) {
    await writeJson(terminal, {
      command: 'agree', articles: articles.length, people, independence, parameters: options.parameters, scores: scores.map(scoreAnswer),
      pairs: pairs.map((pair) => ({ people: pair.people, scores: pair.scores.map(scoreAnswer) })), meansOfPairs: meansOfPairs(pairs), ...(compared && { difference: compared }),
      methods: methodsLines(methods), problems: problems.map(problemAnswer),
    });
  } else {
    await complainOf(terminal, problems);
    if (articles.length === 0) {
      await terminal.complain(independenceLines(independence).map((said) => `${said}\n`).join(''));
      return exitCodes.dataProblems;
    }
    const ofPairs = pairs.map((pair) => ({ people: pairTitle(pair), scores: pair.scores }));
    if (options.csv) await terminal.write(scoresCsv([{ people: 'all', scores }, ...ofPairs], 'en'));
    else await writeLines(terminal, [...headLines(gathered), '', ...scoreLines(scores), ...pairs.flatMap(pairLines), ...meanLines(pairs), ...differenceLines(compared)]);
    if (options.methods) await writeLines(terminal, ['', ...methodsLines(methods)]);
  }
  return hasErrors(problems) ? exitCodes.dataProblems : exitCodes.fine;
}

interface Read {
  readonly contribution: Contribution;
  readonly schema: Schema;
  readonly problems: readonly Problem[];
}

async function readWhole(path: string, name: string, line: CommandLine, terminal: Terminal): Promise<Read> {
  const { source, problems, close } = await openOrigin(path, line, terminal);
  try {
    const articles: Article[] = [];
    const sets: AnnotationSet[] = [];
    const events: ReviewEvent[] = [];
    for await (const slice of source.slices()) {
      articles.push(...slice.articles);
      sets.push(...slice.sets);
      events.push(...(slice.events ?? []));
    }
    const { schema, annotators, entities } = source.head;
    return { contribution: { name, dataset: { articles, sets, annotators, entities, events } }, schema, problems };
  } finally {
    await close();
  }
}

/** The last part of each path; the whole one where two have the same. */
function namesOf(paths: readonly string[]): ReadonlyMap<string, string> {
  const short = paths.map((path) => basename(path).replace(/(?<=.)\.[^.]*$/, ''));
  return new Map(paths.map((path, place) => [path, short.filter((one) => one === short[place]).length > 1 ? path : (short[place] ?? path)]));
}

/** Of these people alone. */
function among(gathered: Gathered, between: readonly string[] | null): Gathered {
  if (between === null) return gathered;
  const isMeant = ({ key, annotator }: Person): boolean => between.includes(key) || between.includes(annotator);
  const people = gathered.people.filter(isMeant);
  const unknown = between.filter((one) => !gathered.people.some(({ key, annotator }) => key === one || annotator === one));
  const known = gathered.people.map(({ key }) => key).join(', ');
  if (unknown.length > 0) throw wrongUsage(`Nobody here is called ${unknown.join(', ')}. There are: ${known}.`);
  const keys = new Set(people.map(({ key }) => key));
  const articles = gathered.articles.map(({ text, continuum }) =>
    ({ text, continuum: { ...continuum, voices: continuum.voices.filter(({ annotator }) => keys.has(annotator)) } }));
  const isShared = articles.map(({ continuum }) => continuum.voices.length > 1);
  return { ...gathered, people, articles: articles.filter((_, place) => isShared[place]), sources: gathered.sources.filter((_, place) => isShared[place]) };
}

function subjectsOf(schemas: readonly Schema[]): Subjects {
  const all = schemas.map(subjectsIn);
  const once = (of: keyof Subjects): readonly string[] => [...new Set(all.flatMap((subjects) => subjects[of]))];
  return { labels: once('labels'), relations: once('relations'), attributes: once('attributes') };
}

/** With what `n` counts. */
const scoreAnswer = (score: Score): object => ({ ...score, counts: metricById(score.metric)?.counts });

function headLines({ articles, people, independence }: Gathered): readonly string[] {
  const number = articles.length;
  return [
    `${number} ${number === 1 ? 'article' : 'articles'} that two people or more marked${number < fewArticles ? ': few, so intervals say little' : ''}`,
    ...independenceLines(independence),
    ...people.map(({ key, name }) => `${key}\t${name}`),
  ];
}

function independenceLines({ reworked, isReworkCounted, proposed, annotations }: Independence): readonly string[] {
  const again = `${reworked} ${reworked === 1 ? 'article' : 'articles'} handed in again after being given back or opened`;
  return [
    ...(reworked > 0 ? [isReworkCounted ? `${again}: counted, though it is not independent` : `${again}: left out (--reworked counts them)`] : []),
    ...(proposed > 0 ? [`${proposed} of ${annotations} annotations were proposed by a machine`] : []),
  ];
}

function scoreLines(scores: readonly Score[]): readonly string[] {
  const rows = scores.map(({ metric, label, value, interval, n, coverage, precision, leftOut, approached }) => [
    catalogue[metricName(metric)].en, label ?? '', numberText(value), interval ? `[${interval.map(numberText).join(', ')}]` : '',
    `${n} ${metricById(metric)?.counts ?? ''}`,
    [...(coverage === null ? [] : [`on ${(100 * coverage).toFixed(1)}% of the text`]), ...(precision === null ? [] : [`chance known to ±${(100 * precision).toFixed(1)}%`]), ...(leftOut > 0 ? [`${leftOut} articles left out`] : []), ...(approached > 0 ? [`${approached} alignments approached`] : [])].join('; '),
  ]);
  return table([['measure', 'of', 'value', '95% interval', 'n', ''], ...rows]);
}

const pairTitle = ({ people }: PairScores): string => people.join(' – ');
const pairLines = (pair: PairScores): readonly string[] => ['', pairTitle(pair), ...scoreLines(pair.scores.filter(({ label }) => label === null))];

const meanLines = (pairs: readonly PairScores[]): readonly string[] => (pairs.length === 0 ? [] : ['', 'means of pairs', ...table([
  ['measure', 'value', 'pairs'],
  ...meansOfPairs(pairs).filter(({ label }) => label === null).map((mean) => [catalogue[metricName(mean.metric)].en, numberText(mean.value), String(mean.pairs)]),
])]);

function differenceLines(compared: Compared | null): readonly string[] {
  if (!compared) return [];
  const { first, second, beside, differences } = compared;
  const rows = differences.map(({ metric, label, value, interval, articles }) =>
    [catalogue[metricName(metric)].en, label ?? '', numberText(value), interval ? `[${interval.map(numberText).join(', ')}]` : '', String(articles)]);
  return ['', `with ${beside}: ${second} minus ${first}`, ...table([['measure', 'of', 'difference', '95% interval', 'articles'], ...rows])];
}

const numberText = (value: number | null): string => (value === null ? 'undefined' : value.toFixed(3));
