import { metricName } from '../agreement/registry.ts';
import { runThrough } from '../agreement/run-through.ts';
import { type CardMeasurement, measurementForCard } from '../agreement/scores-for-card.ts';
import { type Codec } from '../codecs/codec.ts';
import { fitter } from '../codecs/fit.ts';
import { catalogue } from '../messages/catalogue.ts';
import { type Dataset } from '../model/dataset.ts';
import { type ArticleId } from '../model/id.ts';
import { labelDef } from '../model/schema.ts';
import { problem, type Problem } from '../result.ts';
import { type ArticleNamer, articleNamer, hidesArticles } from './article-names.ts';
import { cardFacts } from './card-facts.ts';
import { type AgreementScore } from './card-ground.ts';
import { cardSays } from './card-text.ts';
import { exportCounter } from './count-export.ts';
import { exportCodec } from './export-codec.ts';
import { type ExportOptions } from './export-options.ts';
import { type ExportPlan, type PlanContext, type Planned } from './export-plan.ts';
import { faultFinder } from './faults.ts';
import { gapProblems, optionProblems, releaseProblems, rightsProblems, splitProblems, versionProblems } from './export-problems.ts';
import { type ExportSource, isStep } from './export-source.ts';
import { type PlannedSplits, splitPlanner } from './plan-splits.ts';
import { preparer, type Whose, withLosses } from './prepare.ts';
import { previewOf } from './preview.ts';
import { pseudonymsOf } from './pseudonyms.ts';
import { changesSince } from './release-changes.ts';
import { contentHash, type ReleaseContents, termsOf } from './release-contents.ts';
import { inGroup } from './in-group.ts';

/**
 * What an export will be: reads the source once, and the texts of near-duplicates again, and writes nothing. Memory holds ids,
 * titles, hashes and signatures, never texts.
 */
export async function planExport(source: ExportSource, options: ExportOptions, context: PlanContext): Promise<Planned> {
  const codec = exportCodec(options);
  const problems = optionProblems(options, codec);
  const pseudonyms = options.pseudonyms && pseudonymsOf(source.head.annotators, context.secret, options.pseudonyms);
  const namer = hidesArticles(options.text) ? articleNamer(context.secret, options.pseudonyms?.release ?? '') : null;
  const basis = { snapshot: source.snapshot, options, annotator: context.annotator, pseudonyms, ground: { guideline: context.guideline ?? null, scores: [], measuredOn: null } };
  if (!codec || problems.length > 0)
    return { outcome: 'planned', plan: { ...basis, ...nothingRead(options), articleNames: null, problems: [...problems, ...releaseProblems(options.release)] } };
  const firstPass = reading(codec, options, { ...basis, nameOf: namer?.nameOf ?? null });
  const people = context.measures === false ? null : measurementForCard(source.head.schema);
  const faults = context.rules ? faultFinder(options.selection, context.annotator) : null;
  let done = 0;
  for await (const slice of source.slices()) {
    if (context.signal?.aborted) return { outcome: 'stopped' };
    if (firstPass.take(slice, source.stem)) {
      people?.add(slice);
      faults?.add(slice);
    }
    done += slice.articles.length;
    if (isStep(slice, done, source)) context.progress?.({ phase: 'reading', done, total: source.articles });
  }
  const splits = await firstPass.splits(source, context);
  if (splits === null || context.signal?.aborted) return { outcome: 'stopped' };
  const scores = people ? measured(people, context) : [];
  const { articles, ...read } = firstPass.read();
  const division = divisionOf(splits);
  const contents: ReleaseContents | null = articles && { ...termsOf(source.head.schema, codec), articles };
  const changes = contents && context.before ? changesSince(context.before, contents, division.lock) : null;
  const found: readonly Problem[] = [
    ...releaseProblems(options.release),
    ...versionProblems(options.release, changes),
    ...unknownLabels(options, source),
    ...rightsProblems(options, read.counts),
    ...(read.counts.articles === 0 ? [problem('export-nothing-chosen')] : []),
    ...(source.hidden ? [problem('export-blind', {}, { n: source.hidden }, 'warning')] : []),
    ...(splits === 'none' ? [] : splitProblems(splits, options, context)),
  ];
  if (namer) nameAll(namer, options, division, changes?.removed ?? []);
  const plan: ExportPlan = { ...basis, ground: { ...basis.ground, scores, measuredOn: people && people.on() }, ...read, ...division, faults: faults?.all() ?? null, contents, changes, articleNames: namer?.names() ?? null, problems: found };
  const gaps = options.release ? gapProblems(cardSays(cardFacts(plan, source, codec))) : [];
  return { outcome: 'planned', plan: { ...plan, problems: [...found, ...gaps] } };
}

/** The people whose work leaves or stays: how far they agree is a fact about the project's Articles, not about whose sets were chosen. */
const measured = ({ scores }: CardMeasurement, { progress }: PlanContext): readonly AgreementScore[] =>
  runThrough(scores(), ({ done, total }) => progress?.({ phase: 'measuring', done, total }))
    .map((score) => ({ ...score, metric: catalogue[metricName(score.metric)].en }));

/** A Selection that was made for another Schema may name what this one does not have. */
function unknownLabels({ selection }: ExportOptions, { head }: ExportSource): readonly Problem[] {
  const unknown = selection.labels?.filter((label) => !labelDef(head.schema, label)) ?? [];
  return unknown.length === 0 ? [] : [problem('export-labels-unknown', {}, { labels: unknown.join(', ') }, 'warning')];
}

/** Groups, released Articles, chosen ones and those that are gone may not have been read, and files tell of them. */
function nameAll({ nameOf }: ArticleNamer, { selection }: ExportOptions, { assignments, lock }: Divided, gone: readonly string[]): void {
  for (const id of gone) nameOf(id as ArticleId);
  for (const id of selection.articles ?? []) nameOf(id);
  for (const [id, { group }] of assignments ?? []) [id, group as ArticleId].forEach(nameOf);
  for (const { article, group } of lock ?? []) [article as ArticleId, group as ArticleId].forEach(nameOf);
}

/** The first pass. */
function reading(codec: Codec, options: ExportOptions, whose: Whose) {
  const { prepare, leftOut, losses, people } = preparer(options, whose);
  const { fit, report } = fitter(codec);
  const counter = exportCounter();
  const planner = options.split && splitPlanner(options.split);
  const hashes = options.release && new Map<string, string>();
  let isFirst = true;
  let preview: string | null = null;
  return {
    /** Does anything of it leave? */
    take(slice: Dataset, stem: string): boolean {
      const prepared = prepare(slice);
      const [article] = prepared?.articles ?? [];
      // Which group it is in is known after this pass; that it is in one is known now, and what a format cannot hold of that is the same.
      const given = prepared && (planner && article ? inGroup(prepared, article.id) : prepared);
      const fitted = given && fit(given);
      if (!prepared || !fitted) return false;
      const [original] = slice.articles;
      if (!original || fitted.articles.length === 0) return false;
      if (isFirst) preview = previewOf(codec, options.text, fitted, stem);
      isFirst = false;
      counter.add(prepared);
      hashes?.set(original.id, contentHash(prepared));
      planner?.add(original, prepared.sets);
      return true;
    },
    splits: async (source: ExportSource, context: PlanContext): Promise<PlannedSplits | 'none' | null> =>
      planner ? planner.plan(source.texts, context.released?.lock ?? [], context) : 'none',
    read: () => ({ counts: { ...counter.counts(leftOut()), people: people() }, losses: withLosses(report(), losses()), preview, articles: hashes && Object.fromEntries(hashes) }),
  };
}

type Divided = Pick<ExportPlan, 'splits' | 'leaks' | 'linked' | 'alike' | 'assignments' | 'lock'>;

const undivided: Divided = { splits: null, leaks: [], linked: [], alike: [], assignments: null, lock: null };

const divisionOf = (splits: PlannedSplits | 'none'): Divided =>
  splits === 'none' ? undivided : { splits: splits.sizes, leaks: splits.leaks, linked: splits.linked, alike: splits.alike, assignments: splits.assignments, lock: splits.lock };

/** The plan of a choice that cannot be. */
const nothingRead = ({ format }: ExportOptions): Omit<ExportPlan, 'snapshot' | 'options' | 'annotator' | 'pseudonyms' | 'ground' | 'articleNames' | 'problems'> => ({
  counts: exportCounter().counts({ articles: 0, sets: 0, annotations: 0, relations: 0, withheld: 0, notes: 0 }),
  losses: { format, articles: 0, annotationsIn: 0, annotationsOut: 0, relationsIn: 0, relationsOut: 0, losses: [] },
  preview: null,
  faults: null,
  contents: null,
  changes: null,
  ...undivided,
});
