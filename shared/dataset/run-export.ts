import { bytesToHex, utf8ToBytes } from '@noble/hashes/utils.js';
import { sha256 } from '@noble/hashes/sha2.js';
import { canonicalJson } from '../canonical-json.ts';
import { type Codec, type Writer } from '../codecs/codec.ts';
import { fitter } from '../codecs/fit.ts';
import { type LossReport } from '../codecs/loss-report.ts';
import { surroundings } from '../codecs/surroundings.ts';
import { type Dataset } from '../model/dataset.ts';
import { type ArticleId } from '../model/id.ts';
import { problem, type Problem } from '../result.ts';
import { plannedName, toldLock } from './article-names.ts';
import { cardFacts } from './card-facts.ts';
import { exportCodec } from './export-codec.ts';
import { type ExportOptions } from './export-options.ts';
import { type ExportPlan } from './export-plan.ts';
import { exportFile, exportText } from './export-record.ts';
import { type Exported, type ExportSink, type RunContext } from './export-run.ts';
import { type ExportSource, isStep } from './export-source.ts';
import { goldFile, goldLines } from './gold-file.ts';
import { inGroup } from './in-group.ts';
import { licenceFile, licenceText } from './licence.ts';
import { lossFile, lossText } from './loss-json.ts';
import { manifestFile, manifestText } from './manifest.ts';
import { preparer, withLosses } from './prepare.ts';
import { rehydrateFile, rehydrateScript } from './rehydrate.ts';
import { lockFile, lockText } from './split-lock.ts';
import { type SplitName, splitNames } from './split-options.ts';
import { writerFor } from './text-mode.ts';
import { type WrittenFiles, writtenFiles } from './written-files.ts';

export const cardFile = surroundings.card;

/**
 * Writes what was planned, slice by slice. The same source, options and version of the app give the same bytes.
 * @throws when the source gave other records than it gave for the plan under the same snapshot.
 */
export async function runExport(
  source: ExportSource, options: ExportOptions, plan: ExportPlan, sink: ExportSink, context: RunContext,
): Promise<Exported> {
  const codec = exportCodec(options);
  const reasons = reasonsAgainst(source, options, plan);
  if (!codec || reasons.length > 0) return { outcome: 'refused', problems: reasons };
  const files = writtenFiles(sink);
  const losses = await writeSlices(source, plan, codec, files, context);
  if (!losses) return { outcome: 'stopped' };
  await writeSurroundings(source, { ...plan, losses }, codec, files, context);
  return { outcome: 'written', losses, files: files.list() };
}

function reasonsAgainst(source: ExportSource, options: ExportOptions, plan: ExportPlan): readonly Problem[] {
  const errors = plan.problems.filter(({ severity }) => severity === 'error');
  const isStale = source.snapshot !== plan.snapshot || canonicalJson(options) !== canonicalJson(plan.options);
  return isStale ? [problem('export-plan-stale'), ...errors] : errors;
}

/** One Writer for each split that is not empty; without splits one for all. */
interface Writers {
  readonly of: (article: ArticleId | undefined) => readonly [name: string, writer: Writer];
  readonly all: readonly (readonly [name: string, writer: Writer])[];
}

function writersOf({ head, stem }: ExportSource, { splits, assignments, options }: ExportPlan, codec: Codec): Writers {
  const begin = writerFor(codec, options.text);
  if (!splits || !assignments) {
    const only = [stem, begin(head.schema, stem)] as const;
    return { of: () => only, all: [only] };
  }
  const names = splitNames.filter((name) => splits.sizes[name].articles > 0);
  const writers = new Map<SplitName, readonly [string, Writer]>(names.map((name) => [name, [name, begin(head.schema, name)]]));
  const [first] = writers.values();
  return {
    all: [...writers.values()],
    of(article) {
      const split = article && assignments.get(article)?.split;
      // Whom nothing refers to stands in the first file, once.
      const writer = split ? writers.get(split) : article === undefined ? first : undefined;
      if (!writer) throw new Error(`article ${article ?? '(none)'} is in no split of the plan`);
      return writer;
    },
  };
}

/** The second pass; `null` when it was told to stop. */
async function writeSlices(
  source: ExportSource, plan: ExportPlan, codec: Codec, files: WrittenFiles, { progress, signal }: RunContext,
): Promise<LossReport | null> {
  const { annotator, pseudonyms } = plan;
  const { prepare, losses } = preparer(plan.options, { annotator, pseudonyms, nameOf: plan.articleNames && ((id) => plannedName(id, plan)) });
  const { fit, report } = fitter(codec);
  const writers = writersOf(source, plan, codec);
  let done = 0;
  for await (const slice of source.slices()) {
    if (signal?.aborted) return null;
    const prepared = prepare(slice);
    const [original] = slice.articles;
    const fitted = prepared && fit(original ? withGroup(prepared, original.id, plan) : prepared);
    if (fitted && belongsInFile(slice, fitted)) {
      const [name, writer] = writers.of(original?.id);
      await files.append(writer.add(fitted), name);
      const gold = prepared ? goldLines(slice, prepared, plan.options) : '';
      if (gold !== '') await files.append([{ name: goldFile, bytes: utf8ToBytes(gold) }], goldFile);
    }
    done += slice.articles.length;
    if (isStep(slice, done, source)) progress?.({ phase: 'writing', done, total: source.articles });
  }
  for (const [name, writer] of writers.all) await files.append(writer.end(), name);
  return signal?.aborted ? null : sameAsPlanned(withLosses(report(), losses()), plan);
}

/** An Article that the format leaves out has no assignment. */
const withGroup = (prepared: Dataset, article: ArticleId, plan: ExportPlan): Dataset =>
  plan.assignments ? inGroup(prepared, plannedName((plan.assignments.get(article)?.group ?? article) as ArticleId, plan)) : prepared;

/** What a format leaves of an Article that it cannot hold is nothing. */
const belongsInFile = (slice: Dataset, fitted: Dataset): boolean =>
  fitted.articles.length > 0 || (slice.articles.length === 0 && fitted.annotators.length + fitted.entities.length > 0);

/** How a group is called can be known in the second pass only, so what a format does to names may differ; numbers may not. */
function sameAsPlanned(report: LossReport, { losses: planned, snapshot }: ExportPlan): LossReport {
  const numbers = (one: LossReport): string => canonicalJson({ ...one, losses: [] });
  if (numbers(report) !== numbers(planned)) throw new Error(`snapshot ${snapshot} was ${numbers(planned)} and is ${numbers(report)}`);
  return report;
}

/** What lies beside the encoded files, the manifest last. */
async function writeSurroundings(
  source: ExportSource, plan: ExportPlan, codec: Codec, files: WrittenFiles, { app, card }: RunContext,
): Promise<void> {
  const { schema } = source.head;
  const write = async (name: string, text: string): Promise<void> => files.append([{ name, bytes: utf8ToBytes(text) }], name);
  const losses = lossText(plan.losses);
  await write(lossFile, losses);
  if (plan.options.text.kind === 'offsets') await write(rehydrateFile, rehydrateScript);
  if (plan.lock) await write(lockFile, lockText(toldLock(plan.lock, plan)));
  await write(exportFile, exportText(plan, { schema, codec, app, lossHash: bytesToHex(sha256(utf8ToBytes(losses))) }));
  const licence = licenceText(plan.options.release);
  if (licence !== null) await write(licenceFile, licence);
  // Call site of the card: its text comes from whoever runs the export (`card-text.ts`).
  await write(cardFile, card(cardFacts(plan, source, codec, { app, files: files.list() })));
  await write(manifestFile, manifestText(files.list()));
}
