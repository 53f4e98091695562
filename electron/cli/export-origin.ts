import { readFile, stat } from 'node:fs/promises';
import { basename, join, resolve } from 'node:path';
import english from '../../seeds/guideline/en.md?raw';
import persian from '../../seeds/guideline/fa.md?raw';
import schema from '../../seeds/schema.json';
import { hidesArticles } from '../../shared/dataset/article-names.ts';
import { guidelineIn } from '../../shared/dataset/definitions.ts';
import { earlierRelease, isReleased, releaseBefore } from '../../shared/dataset/earlier-release.ts';
import { type ExportOptions } from '../../shared/dataset/export-options.ts';
import { type ExportPlan, type PlanContext } from '../../shared/dataset/export-plan.ts';
import { type Release } from '../../shared/dataset/release.ts';
import { readLock } from '../../shared/dataset/split-lock.ts';
import { type Annotator } from '../../shared/model/annotator.ts';
import { type AnnotatorId } from '../../shared/model/id.ts';
import { type Schema } from '../../shared/model/schema.ts';
import { type Problem } from '../../shared/result.ts';
import { attempt, ifThere } from '../file-failure.ts';
import { journalName } from '../journal-segments.ts';
import { releases } from '../releases.ts';
import { type CommandLine } from './arguments.ts';
import { CommandFailure, noAccess, wrongUsage } from './command-failure.ts';
import { exitCodes } from './exit-code.ts';
import { problemText, reasonOf } from './problem-text.ts';
import { contextOf, readDataset } from './read-dataset.ts';
import { datasetSource } from './sources/dataset-source.ts';
import { journalSource, projectName } from './sources/journal-source.ts';
import { linesAt } from './sources/large-file.ts';
import { type OpenSource } from './sources/line-source.ts';
import { type Terminal } from './terminal.ts';

/** Where an export comes from, with what is known there beside the records. */
export interface ExportOrigin extends OpenSource {
  readonly context: PlanContext;
  /** A project remembers what it gave away; files remember nothing. */
  readonly keepRelease: (plan: ExportPlan) => Promise<void>;
}

type Words = CommandLine['words'];
const textOf = (word: Words[keyof Words]): string | null => (typeof word === 'string' ? word : null);

export async function exportOrigin(path: string, line: CommandLine, options: ExportOptions, terminal: Terminal): Promise<ExportOrigin> {
  const project = (await isProject(path)) ? path : null;
  // Before anything is read: whoever has forgotten a word waits for no gigabyte to learn of it.
  const secret = options.pseudonyms || hidesArticles(options.text) ? await secretFor(project, line.words) : new Uint8Array(32);
  const released = await releasedBefore(project, line.words, options.release);
  const opened = await openOrigin(path, line, terminal);
  try {
    const annotator = whoExports(line.words, options, opened.source.head.annotators);
    const context = { annotator, secret, ...released, guideline: guidelineIn(persian, english) };
    return { ...opened, context, keepRelease: (plan) => keepRelease(project, plan) };
  } catch (error) {
    await opened.close();
    throw error;
  }
}

/** A project's folder, or any file or folder that can be read. */
export async function openOrigin(path: string, line: Pick<CommandLine, 'from' | 'unit' | 'now' | 'reading'>, terminal: Terminal): Promise<OpenSource> {
  return openedSource(path, (await isProject(path)) ? path : null, line, terminal);
}

const isProject = async (path: string): Promise<boolean> => (await ifThere(() => stat(join(path, journalName)).catch(notInFolder)))?.isFile() ?? false;

/** A file has nothing in it that could be a journal. */
function notInFolder(error: NodeJS.ErrnoException): null {
  if (error.code === 'ENOTDIR' || error.code === 'ENOENT') return null;
  throw error;
}

async function openedSource(path: string, project: string | null, line: Pick<CommandLine, 'from' | 'unit' | 'now' | 'reading'>, terminal: Terminal): Promise<OpenSource> {
  const name = basename(resolve(path));
  if (project !== null) return journalSource(project, soundStem(await projectName(project, name)), schema as unknown as Schema);
  const lines = await linesAt(path, line.from, contextOf(line), 0);
  if (lines) return { ...lines, source: lines.source ?? nothingIn(path, lines.problems) };
  const { dataset, problems } = await readDataset({ paths: [path], from: line.from, unit: line.unit, now: line.now, reading: line.reading }, terminal);
  return { source: datasetSource(dataset ?? nothingIn(path, problems), soundStem(name.replace(/(?<=.)\.[^.]*$/, ''))), problems, close: async () => {} };
}

function nothingIn(path: string, problems: readonly Problem[]): never {
  throw new CommandFailure(problems.map(problemText).join('\n') || `${path}: there is nothing in it.`, exitCodes.dataProblems);
}

/** A name that every file system takes, from one that a person made. */
const soundStem = (name: string): string => name.replaceAll(/[\p{C}<>:"/\\|?*]+/gu, ' ').trim().replace(/^\.+|\.+$/g, '').slice(0, 80).trim() || 'naql';

function whoExports(words: Words, { selection }: ExportOptions, annotators: readonly Annotator[]): AnnotatorId {
  const named = textOf(words.annotator);
  if (named !== null) return named as AnnotatorId;
  const people = annotators.filter(({ kind }) => kind === 'person');
  const [only] = people;
  if (selection.sets.kind !== 'mine' || (only && people.length === 1)) return only?.id ?? ('nobody' as AnnotatorId);
  throw wrongUsage(`Whose work is "mine"? Give --annotator with one of: ${people.map(({ id }) => id).join(', ')}.`);
}

const secretForm = /^(?:[0-9a-f]{2}){16,64}$/;

/** A project has one of its own; for files it must be given, for what could be worked out from the files would protect nobody. */
async function secretFor(project: string | null, words: Words): Promise<Uint8Array> {
  const path = textOf(words.secret);
  if (path === null && project === null) throw wrongUsage('Pseudonyms need a secret: give --secret FILE (32 hexadecimal digits or more), or keep names with --names (and --article-names with windows).');
  const read = await attempt('read', () => (path === null ? releases.secret(project ?? '') : readFile(path, 'utf8')));
  if (!read.ok) throw noAccess(path ?? project ?? '', reasonOf({ code: read.failure, values: {} }));
  const digits = read.value.trim();
  if (!secretForm.test(digits)) throw wrongUsage(`${path ?? ''} holds no secret: 32 hexadecimal digits or more are wanted.`);
  return Uint8Array.from(Buffer.from(digits, 'hex'));
}

/** The lock that a person gives, or that of an earlier release of the project, as the export screen takes it. */
async function releasedBefore(project: string | null, words: Words, release: Release | null): Promise<Pick<PlanContext, 'released' | 'before'>> {
  const path = textOf(words.lock);
  if (path !== null) {
    const read = await attempt('read', () => readFile(path, 'utf8'));
    if (!read.ok) throw noAccess(path, reasonOf({ code: read.failure, values: {} }));
    const { lock, problems } = readLock(read.value, path);
    if (problems.length > 0) throw new CommandFailure(problems.map(problemText).join('\n'), exitCodes.dataProblems);
    return { released: { version: textOf(words['lock-version']) ?? '0.0.0', lock }, before: null };
  }
  const kept = project === null ? [] : await releases.list(project);
  if (isReleased(kept, release)) throw new CommandFailure(reasonOf({ code: 'released-already', values: {} }), exitCodes.dataProblems);
  return { released: earlierRelease(kept, release), before: releaseBefore(kept, release) };
}

async function keepRelease(project: string | null, { options: { release }, lock, contents }: ExportPlan): Promise<void> {
  if (project === null || !release) return;
  const kept = await attempt('write', () => releases.keep(project, { version: release.version, date: release.date, lock, ...(contents && { contents }) }));
  if (!kept.ok) throw noAccess(project, reasonOf({ code: kept.failure, values: {} }));
}
