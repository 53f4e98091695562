import { readFile, stat } from 'node:fs/promises';
import { basename, dirname, join, resolve } from 'node:path';
import { version } from '../../package.json';
import { codecById } from '../../shared/codecs/registry.ts';
import { encode } from '../../shared/codecs/encode.ts';
import { fit } from '../../shared/codecs/fit.ts';
import { type EnvelopeFile } from '../../shared/exchange/bundle/envelope.ts';
import { extract } from '../../shared/exchange/bundle/extract.ts';
import { envelopeKeysIn, isIntroduction } from '../../shared/exchange/bundle/introduction.ts';
import { keyWords } from '../../shared/exchange/bundle/key-words.ts';
import { type Bundle } from '../../shared/exchange/bundle/read-bundle.ts';
import { type Incoming } from '../../shared/exchange/bundle/take-in-ground.ts';
import { doubtOf } from '../../shared/exchange/bundle/take-in-roster.ts';
import { type BundleReport } from '../../shared/exchange/bundle/take-in.ts';
import { writeBundle } from '../../shared/exchange/bundle/write-bundle.ts';
import { type Entry, fold } from '../../shared/exchange/log.ts';
import { applyChange } from '../../shared/model/change.ts';
import { type Dataset } from '../../shared/model/dataset.ts';
import { type ArticleId, isProjectId, makeId, type ProjectId } from '../../shared/model/id.ts';
import { at, type Problem } from '../../shared/result.ts';
import { planTakingIn } from '../../shared/review/plan-taking-in.ts';
import { writeTogether } from '../atomic-write.ts';
import { keyFrom, signedBy } from '../device-key.ts';
import { attempt, ifThere } from '../file-failure.ts';
import { decodeLine } from '../journal-line.ts';
import { journalName, segmentsIn } from '../journal-segments.ts';
import { parseJson } from '../parse-json.ts';
import { envelopeKeyHolds } from '../signature.ts';
import { complainOf, problemAnswer, writeJson, writeLines } from './answers.ts';
import { type CommandLine } from './arguments.ts';
import { hasErrors, noAccess, wrongUsage } from './command-failure.ts';
import { type ExitCode, exitCodes } from './exit-code.ts';
import { fileAt, openAll, type Opened } from './open-bundles.ts';
import { problemText, reasonOf } from './problem-text.ts';
import { readDataset } from './read-dataset.ts';
import { projectName } from './sources/journal-source.ts';
import { type FileStanding, listLine, listProblems, standingAnswer, standingIn, standingWords, teamLists } from './team-list.ts';
import { type Terminal } from './terminal.ts';

type Act = (paths: readonly string[], line: CommandLine, terminal: Terminal) => Promise<ExitCode>;

const acts: ReadonlyMap<string, Act> = new Map([
  ['make', make],
  ['inspect', inspect],
  ['verify', verify],
  ['take', take],
]);

/** Everything about the files that laptops give each other. */
export async function bundle(line: CommandLine, terminal: Terminal): Promise<ExitCode> {
  const [name = '', ...paths] = line.paths;
  const act = acts.get(name);
  if (!act) throw wrongUsage(`bundle wants ${[...acts.keys()].join(', ')}, not "${name}".`);
  return act(paths, line, terminal);
}

/** The files with what the rosters in any of them say of each: a lead's file beside others tells whose devices signed those. */
function withStanding(opened: readonly Opened[]): { readonly files: readonly (Opened & { readonly said: FileStanding | null })[]; readonly problems: readonly Problem[] } {
  const lists = teamLists(opened.flatMap((one) => one.bundle ?? []));
  const files = opened.map((one) => ({ ...one, said: one.bundle && standingIn(lists, one.bundle, one.key) }));
  const doubts = files.flatMap(({ path, said }) => (said ? at({ file: basename(path) }, doubtOf(said.standing).filter(({ code }) => code !== 'bundle-unsigned')) : []));
  return { files, problems: [...opened.flatMap((one) => one.problems), ...doubts, ...listProblems(lists)] };
}

/** What a file says of itself; only of one that is whole. */
async function inspect(paths: readonly string[], { json, bundle: { key: opener } }: CommandLine, terminal: Terminal): Promise<ExitCode> {
  const { files: opened, problems } = withStanding(await openAll(paths, 'Inspect', opener));
  if (json) await writeJson(terminal, { command: 'bundle inspect', bundles: opened.map(aboutOf), problems: problems.map(problemAnswer) });
  else {
    await complainOf(terminal, problems);
    await writeLines(terminal, opened.flatMap(linesOf));
  }
  return hasErrors(problems) ? exitCodes.dataProblems : exitCodes.fine;
}

type Told = ReturnType<typeof withStanding>['files'][number];

const aboutOf = ({ path, bundle: found, envelope, key, said }: Told): object => ({
  file: path, sha256: found?.hash ?? null, key, keyWords: key === null ? null : keyWords(key, 'en'), manifest: found?.manifest ?? null, entries: found?.entries.length ?? 0, envelope: envelope?.manifest ?? null,
  ...(found && isIntroduction(found.manifest) && { introduction: { envelopeKeys: envelopeKeysOf(found, key) } }),
  ...(said && standingAnswer(said)),
});

function linesOf({ path, bundle: found, envelope, key, said }: Told): readonly string[] {
  if (!found || !said) return envelope ? linesOfEnvelope(path, envelope, key) : [];
  if (isIntroduction(found.manifest)) return linesOfIntroduction(path, found, key, said);
  const { purpose, project, person, device, made, to, schema, documents, ranges, app } = found.manifest;
  return [
    `${path}: ${purpose} of ${project.name} (${project.id})`,
    `  by ${person.name} (${person.id}) on ${device}, ${made}, Naql ${app}${to === null ? '' : `, for ${to}`}`,
    `  schema ${schema.id} ${schema.version}; ${documents.length} articles, ${found.articles.length} of them inside`,
    ...ranges.map(({ device: of, channel, from, to: last }) => `  entries ${from}-${last} of ${of}, ${channel}`),
    `  ${key === null ? 'unsigned' : `signed: ${keyWords(key, 'en').join(' ')}${standingWords(said)}`}`,
    ...(envelope ? [`  came in an envelope, ${forDevices(envelope)}`] : []),
    ...listLine(said),
  ];
}

/** With which keys envelopes can be closed for the device that signed the file; `valid`: it has signed the key, too. */
const envelopeKeysOf = ({ entries }: Bundle, key: string | null): readonly { readonly envelopeKey: string; readonly valid: boolean }[] =>
  envelopeKeysIn(entries).map((said) => ({ envelopeKey: said.envelopeKey, valid: said.signature.key === key && envelopeKeyHolds(said) }));

/** There is no work in it: what counts is whose device it is. */
function linesOfIntroduction(path: string, found: Bundle, key: string | null, said: FileStanding): readonly string[] {
  const { project, person, device, made, app } = found.manifest;
  const keys = envelopeKeysOf(found, key);
  return [
    `${path}: introduction of a device to ${project.name} (${project.id})`,
    `  by ${person.name} (${person.id}) on ${device}, ${made}, Naql ${app}`,
    `  ${key === null ? 'unsigned' : `signed: ${keyWords(key, 'en').join(' ')}${standingWords(said)}`}`,
    ...keys.map(({ envelopeKey, valid }) => `  envelopes are closed for it with: ${keyWords(envelopeKey, 'en').join(' ')}${valid ? '' : ', which this device has not signed'}`),
    ...(keys.length === 0 ? ['  no key that envelopes could be closed with'] : []),
  ];
}

const forDevices = ({ manifest: { to } }: EnvelopeFile): string => `for ${to.length} ${to.length === 1 ? 'device' : 'devices'}: ${to.map(({ key }) => keyWords(key, 'en').join(' ')).join('; ')}`;

function linesOfEnvelope(path: string, envelope: EnvelopeFile, key: string | null): readonly string[] {
  const { project, person, device, made, app } = envelope.manifest;
  return [
    `${path}: envelope of ${project.name} (${project.id})`,
    `  by ${person.name} (${person.id}) on ${device}, ${made}, Naql ${app}`,
    `  ${forDevices(envelope)}; not opened here`,
    `  ${key === null ? 'unsigned' : `signed: ${keyWords(key, 'en').join(' ')}`}`,
  ];
}

/** Is each file whole, its signature good, and whose device does a roster say it is? */
async function verify(paths: readonly string[], { json, bundle: { key: opener } }: CommandLine, terminal: Terminal): Promise<ExitCode> {
  const { files: opened, problems } = withStanding(await openAll(paths, 'Verify', opener));
  if (json) {
    const files = opened.map(({ path, bundle: found, envelope, key, said }) => ({ file: path, valid: found !== null || envelope !== null, signed: key !== null, key, ...(envelope && { enclosed: true, opened: found !== null }), ...(found && isIntroduction(found.manifest) && { introduction: true }), ...(said && standingAnswer(said)) }));
    await writeJson(terminal, { command: 'bundle verify', valid: !hasErrors(problems), files, problems: problems.map(problemAnswer) });
  } else {
    await writeLines(terminal, opened.map((one) => `${one.path}: ${verdictOn(one)}`));
    await complainOf(terminal, problems);
  }
  return hasErrors(problems) ? exitCodes.dataProblems : exitCodes.fine;
}

function verdictOn({ bundle: found, envelope, key, said }: Told): string {
  const signed = key === null ? 'unsigned' : 'signed';
  if (found && said) return `valid, ${signed}${key === null ? '' : standingWords(said)}${isIntroduction(found.manifest) ? '; introduces a device' : ''}`;
  return envelope ? `a valid envelope, ${signed}; not opened` : 'not valid';
}

/** A project's Log, to its last whole line. */
async function entriesIn(folder: string): Promise<readonly Entry[]> {
  const segments = await attempt('read', () => segmentsIn(folder));
  if (!segments.ok) throw noAccess(folder, reasonOf({ code: segments.failure, values: {} }));
  const entries: Entry[] = [];
  for (const { name, first } of segments.value) {
    if (first !== entries.length + 1) break;
    const bytes = await fileAt(join(folder, name));
    for (let start = 0, end = bytes.indexOf(10); end >= 0; start = end + 1, end = bytes.indexOf(10, start)) {
      const line = decodeLine(bytes.subarray(start, end));
      if (!line) return entries;
      entries.push(line.entry);
    }
  }
  return entries;
}

const isProject = async (path: string): Promise<boolean> => {
  const isFolder = (await ifThere(() => stat(path)))?.isDirectory() ?? false;
  return isFolder && (await ifThere(() => stat(join(path, journalName)))) !== null;
};
const idOf = async (folder: string): Promise<ProjectId> => {
  const card = parseJson((await ifThere(() => readFile(join(folder, 'project.json'), 'utf8'))) ?? '');
  const id = typeof card === 'object' && card !== null && 'id' in card ? card.id : null;
  const found = [id, basename(resolve(folder))].find(isProjectId);
  if (found === undefined) throw noAccess(folder, 'Neither its project.json nor the folder has the name of a project.');
  return found;
};

/** A whole project, or some of its articles as a project of their own, as a file for another laptop. The Journal is only read. */
async function make(paths: readonly string[], { out, json, now, bundle: words }: CommandLine, terminal: Terminal): Promise<ExitCode> {
  const [folder, ...more] = paths;
  if (folder === undefined || more.length > 0) throw wrongUsage('bundle make wants one project: its folder, the one with journal.ndjson.');
  if (out === null || out === '-') throw wrongUsage('Where to? Give --out FILE.');
  const entries = await entriesIn(folder);
  const last = entries.at(-1);
  if (!last) throw noAccess(folder, 'The project has no entry.');
  const whole = fold(entries);
  const chosen = words.article && chosenArticles(whole, words.article);
  const { project, device, dataset, entries: given } = chosen
    ? extract(whole, chosen, { by: last.annotator, wall: now })
    : { project: await idOf(folder), device: last.device, dataset: whole, entries };
  const unsigned = writeBundle({
    about: {
      project: { id: project, name: await projectName(folder, basename(folder)) }, purpose: 'full',
      person: { id: last.annotator, name: dataset.annotators.find(({ id }) => id === last.annotator)?.name ?? '' },
      device, to: null, app: version, made: now, guideline: null, heads: [],
    },
    schema: dataset.schema, entries: given, articles: [], mentioned: [],
  });
  const pem = words.key === undefined ? null : (await fileAt(words.key)).toString('utf8');
  const written = await attempt('write', async () => {
    const signature = pem === null ? null : signedBy(keyFrom(pem), unsigned.manifest);
    await writeTogether([{ path: out, bytes: unsigned.file(signature) }]);
    return signature;
  });
  if (!written.ok) throw noAccess(written.failure === 'read-failed' ? (words.key ?? '') : out, reasonOf({ code: written.failure, values: {} }));
  if (json) await writeJson(terminal, { command: 'bundle make', written: [out], entries: given.length, articles: dataset.articles.length, signed: written.value !== null, problems: [] });
  else await writeLines(terminal, [out]);
  return exitCodes.fine;
}

/** @throws for one that there is none of: a file with fewer articles than were asked for would be taken for the whole. */
function chosenArticles({ articles }: Dataset, wanted: readonly string[]): ReadonlySet<ArticleId> {
  const ids = new Set<string>(articles.map(({ id }) => id));
  const missing = wanted.filter((id) => !ids.has(id));
  if (missing.length > 0) throw wrongUsage(`The project has no article ${missing.join(', ')}. Exports name articles by these ids (doc_id).`);
  return new Set(wanted as readonly ArticleId[]);
}

/** The project or files that take in. */
async function ground(path: string, line: CommandLine, terminal: Terminal): Promise<{ readonly dataset: Dataset; readonly project: ProjectId | null; readonly problems: readonly Problem[] }> {
  if (await isProject(path)) return { dataset: fold(await entriesIn(path)), project: await idOf(path), problems: [] };
  const { dataset, problems } = await readDataset({ ...line, paths: [path] }, terminal);
  if (!dataset) throw noAccess(path, 'There is nothing here that takes in.');
  return { dataset, project: null, problems };
}

/** What taking files in would do; with `--out`, the dataset after it. A project's Journal is only read: its window takes in for good. */
async function take(paths: readonly string[], line: CommandLine, terminal: Terminal): Promise<ExitCode> {
  const [into, ...files] = paths;
  if (into === undefined) throw wrongUsage('bundle take wants a project or a dataset, and then the files.');
  const opened = await openAll(files, 'Take in', line.bundle.key);
  const { dataset, project, problems } = await ground(into, line, terminal);
  const incoming = opened.flatMap(({ bundle: found, envelope, key }): readonly Incoming[] => (found ? [{ bundle: found, key, isEnclosed: envelope !== null }] : []));
  const plan = planTakingIn({
    // Files know of no project: whatever speaks of their texts may come in.
    project: project ?? incoming[0]?.bundle.manifest.project.id ?? makeId('project', 'none'),
    me: makeId('annotator', 'nobody'), device: makeId('device', 'nobody'), dataset, mayJoin: project === null, now: line.now,
  }, incoming);
  const closed = opened.filter((one) => one.bundle === null);
  const unread = closed.flatMap((one) => one.problems);
  const all = [...problems, ...unread, ...plan.reports.flatMap((report) => report.problems)];
  const written = line.out === null || closed.length > 0 ? [] : await writeDataset(applyChange(dataset, plan.change), line.out);
  if (line.json) await writeJson(terminal, { command: 'bundle take', reports: plan.reports.map(reportAnswer), written, problems: all.map(problemAnswer) });
  else {
    await writeLines(terminal, [...plan.reports.map(reportLine), ...written]);
    await terminal.complain(all.map((one) => `${problemText(one)}\n`).join(''));
  }
  return hasErrors(all) || closed.length > 0 ? exitCodes.dataProblems : exitCodes.fine;
}

async function writeDataset(dataset: Dataset, out: string): Promise<readonly string[]> {
  const codec = codecById('native');
  if (!codec) throw new Error('there is no native format');
  const stem = basename(out).replace(/\.jsonl$/, '');
  const files = encode(codec, fit(dataset, codec).dataset, stem).map(({ name, bytes }, index) => ({ path: index === 0 ? out : join(dirname(out), name), bytes }));
  const outcome = await attempt('write', () => writeTogether(files));
  if (!outcome.ok) throw noAccess(out, reasonOf({ code: outcome.failure, values: {} }));
  return files.map(({ path }) => path);
}

const reportAnswer = ({ bundle: { name, hash, manifest }, key, verdict, sets, annotations, events, on, newArticles, unknownArticles, standing, newLead }: BundleReport): object => ({
  file: name, sha256: hash, key, purpose: manifest.purpose, person: manifest.person, verdict, sets, annotations, events, on, newArticles, unknownArticles,
  standing: standing.kind, newLead, ...(isIntroduction(manifest) && { introduction: true }),
});

function reportLine({ bundle: { name, manifest }, verdict, annotations, events, on, newArticles, unknownArticles }: BundleReport): string {
  if (verdict === 'refused') return `${name}: refused`;
  if (verdict === 'known') return `${name}: 0 new`;
  if (isIntroduction(manifest)) return `${name}: introduces a device of ${manifest.person.name}, no work`;
  const articles = `${newArticles > 0 ? `, ${newArticles} new articles` : ''}${unknownArticles > 0 ? `, ${unknownArticles} unknown here` : ''}`;
  return `${name}: ${annotations} annotations and ${events} events by ${manifest.person.name} on ${on} articles${articles}`;
}
