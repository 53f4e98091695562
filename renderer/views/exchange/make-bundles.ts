import { type Bridge, type FileFailure, type Outcome } from '../../../shared/bridge.ts';
import { bundleExtension } from '../../../shared/exchange/bundle/manifest.ts';
import { type Entry } from '../../../shared/exchange/log.ts';
import { type AnnotationSet } from '../../../shared/model/annotation-set.ts';
import { type Article } from '../../../shared/model/article.ts';
import { goldHead } from '../../../shared/model/gold-head.ts';
import { type AnnotatorId, type ArticleId, makeId, type ProjectId } from '../../../shared/model/id.ts';
import { type ReviewEvent } from '../../../shared/model/review-event.ts';
import { type Problem, problem } from '../../../shared/result.ts';
import { decisionsFor } from '../../../shared/review/feedback.ts';
import { isSealed } from '../../../shared/review/gold.ts';
import { giveBack, handIn, handOut, type HandOver, type HandOverGround, introduce, notGiven, type OwnWork } from '../../../shared/review/hand-over.ts';
import { type PersonsShare } from '../../../shared/review/plan-assignment.ts';
import { vouchedGold } from '../../../shared/review/vouched.ts';
import { submit } from '../../../shared/review/work-commands.ts';
import { type ProjectStore } from '../../store/project-store.ts';
import { writeBundleFile } from '../../workers/bundle-client.ts';
import { type PersonProgress } from './exchange-data.ts';
import { beginRoster, nameEnvelopeKeys, provenEnvelopeKeys, sayEnvelopeKey, sayOwnEnvelopeKey } from './roster-steps.ts';

/** What making a Bundle needs of the world. */
export interface MakeTools {
  readonly store: ProjectStore;
  readonly bridge: Pick<Bridge, 'signBundle' | 'saveFiles' | 'beginExport' | 'appendExport' | 'finishExport' | 'cancelExport' | 'readJournal' | 'signRoster' | 'deviceKey' | 'envelopeKey' | 'verifyEnvelopeKey' | 'encloseBundle'>;
  readonly projectName: string;
  /** Version of the app. */
  readonly app: string;
  readonly title: string;
  /** Where the project's work goes through a shared folder. */
  readonly folder?: WayThroughFolder | null;
}

export interface WayThroughFolder {
  /** The project whose work goes through it. */
  readonly id: ProjectId;
  readonly name: string;
  readonly keep: (bytes: Uint8Array) => Promise<Outcome<null>>;
  /** Puts it there, if the folder can be reached now: whether it could. */
  readonly send: () => Promise<boolean>;
}

/** `null`: no place was chosen, and nothing is remembered. `problems` of what was made: what is to be known besides. */
export type Made = { readonly ok: true; readonly name: string; readonly inFolder?: 'put' | 'kept'; readonly problems?: readonly Problem[] } | { readonly ok: false; readonly problems: readonly Problem[] } | null;

const failed = (failure: FileFailure): Made => ({ ok: false, problems: [problem(failure)] });

async function groundOf({ store, projectName, app }: MakeTools): Promise<HandOverGround> {
  const [events, schema, entities] = await Promise.all([store.allEvents(), store.schema(), store.entities()]);
  const newId: HandOverGround['newId'] = (kind) => makeId(kind, crypto.randomUUID());
  return { project: { id: store.info.id, name: projectName }, device: store.device, me: store.me, events, schema, entities, app, now: new Date().toISOString(), newId };
}

/** A name that every file system takes: not too long, and without points at its ends. */
function soundPart(name: string): string {
  const part = name.replaceAll(/[\\/:*?"<>|\p{Cc}]/gu, '-').replace(/^\.+/, '').slice(0, 80);
  let end = part.length;
  while (end > 0 && (part[end - 1] === '.' || part[end - 1] === ' ')) end--;
  return part.slice(0, end) || 'naql';
}

/** The file as it goes, signed and where it must be in an envelope, and what is to be remembered of it. */
async function written({ bridge }: MakeTools, { parts, events, openers }: HandOver): Promise<Outcome<{ readonly bytes: Uint8Array; readonly events: readonly ReviewEvent[] }>> {
  const sign = (manifest: string) => bridge.signBundle(manifest);
  const open = await writeBundleFile(parts, sign);
  if (!open.ok) return open;
  if (openers === null) return { ok: true, value: { bytes: open.value, events } };
  const { project, person, device, app, made } = parts.about;
  const enclosed = await bridge.encloseBundle({ project: project.id, person: person.id, device }, openers, open.value);
  if (!enclosed.ok) return enclosed;
  const { holds, ...locked } = enclosed.value;
  const closed = await writeBundleFile({ about: { project, person, device, app, made, holds }, ...locked }, sign);
  return closed.ok ? { ok: true, value: { bytes: closed.value, events: events.map((event) => (event.kind === 'given' ? { ...event, enclosed: holds } : event)) } } : closed;
}

/** All into the shared folder: kept for it first, then remembered, then put there, so that whatever is cut off between is made good at the next look. */
async function intoFolder(tools: MakeTools, { name, keep, send }: WayThroughFolder, all: readonly HandOver[]): Promise<Made> {
  const said: ReviewEvent[] = [];
  for (const handed of all) {
    const file = await written(tools, handed);
    const kept = file.ok ? await keep(file.value.bytes) : file;
    if (!kept.ok) return failed(kept.failure);
    if (file.ok) said.push(...file.value.events);
  }
  const made = await remembered(tools, said, name);
  const isThere = await send();
  return made?.ok ? { ...made, inFolder: isThere ? 'put' : 'kept' } : made;
}

/** What is not the project's whose folder it is goes another way, and so does a project as a whole. */
const goesThroughFolder = ({ folder }: MakeTools, { parts: { about } }: HandOver): WayThroughFolder | null =>
  folder?.id === about.project.id && about.purpose !== 'full' ? folder : null;

/** One file where somebody wants it; what it says is remembered once it stands there. */
async function saveOne(tools: MakeTools, handed: HandOver, name: string): Promise<Made> {
  if (handed.openers?.length === 0) return { ok: false, problems: [problem('envelope-nobody')] };
  const folder = goesThroughFolder(tools, handed);
  if (folder) return intoFolder(tools, folder, [handed]);
  const file = await written(tools, handed);
  if (!file.ok) return failed(file.failure);
  const saved = await tools.bridge.saveFiles(tools.title, `${soundPart(name)}.${bundleExtension}`, [{ suffix: `.${bundleExtension}`, bytes: file.value.bytes }]);
  if (!saved.ok) return failed(saved.failure);
  if (saved.value === null) return null;
  return remembered(tools, file.value.events, saved.value);
}

async function remembered({ store }: MakeTools, events: readonly ReviewEvent[], name: string): Promise<Made> {
  const kept = await store.addEvents('hand-over', events);
  return kept.ok ? { ok: true, name } : { ok: false, problems: kept.problems };
}

/** Several in one folder, all or none. */
async function saveAll(tools: MakeTools, all: readonly HandOver[], folder: string): Promise<Made> {
  const { bridge } = tools;
  const begun = await bridge.beginExport(tools.title, soundPart(folder));
  if (!begun.ok) return failed(begun.failure);
  if (begun.value === null) return null;
  const { token, name } = begun.value;
  const taken = new Set<string>();
  const said: ReviewEvent[] = [];
  for (const one of all) {
    const made = await written(tools, one);
    let file = soundPart(one.name);
    while (taken.has(file)) file = `${file}-2`;
    taken.add(file);
    const appended = made.ok ? await bridge.appendExport(token, `${file}.${bundleExtension}`, made.value.bytes) : made;
    if (!appended.ok) {
      await bridge.cancelExport(token);
      return failed(appended.failure);
    }
    if (made.ok) said.push(...made.value.events);
  }
  const finished = await bridge.finishExport(token);
  return finished.ok ? remembered(tools, said, name) : failed(finished.failure);
}

export interface Assignment {
  readonly shares: readonly PersonsShare[];
  readonly names: ReadonlyMap<AnnotatorId, string>;
  readonly round: string;
  readonly blind: boolean;
  readonly hold?: boolean;
  readonly strict?: boolean;
}

/** An assignment for each person. Whoever gives work out leads: where there is no roster, it begins here. */
export async function makeAssignments(tools: MakeTools, { shares, names, round, blind, hold = false, strict = false }: Assignment): Promise<Made> {
  const ids = [...new Set(shares.flatMap((share) => [...share.articles, ...share.repeats]))];
  const texts = await Promise.all(ids.map((id) => tools.store.article(id)));
  const articles = new Map<ArticleId, Article>(texts.flatMap((one) => (one ? [[one.id, one] as const] : [])));
  const begun = strict ? await nameEnvelopeKeys(tools) : await beginRoster(tools);
  if (begun.length > 0) return { ok: false, problems: begun };
  const made = handOut(await groundOf(tools), { shares, names, articles, round, blind, hold, strict });
  const [only] = made;
  if (!only) return { ok: false, problems: [problem('nothing-to-hand-out')] };
  const through = goesThroughFolder(tools, only);
  if (through) return intoFolder(tools, through, made);
  return made.length === 1 ? saveOne(tools, only, `${tools.projectName} - ${only.name}`) : saveAll(tools, made, `${tools.projectName} - ${round}`);
}

/** What a lead says who annotates, too: it goes to those whom it is about. */
const leadKinds: ReadonlySet<string> = new Set(['assigned', 'round-closed', 'planted', 'returned', 'accepted', 'abandoned']);

/** Seals what is ready, and makes a file of all that was said and not given away yet. */
export async function makeSubmission(tools: MakeTools, ready: readonly ArticleId[]): Promise<Made> {
  const { store } = tools;
  const time = ready.length === 0 ? null : await store.activeTime();
  for (const article of ready) {
    const done = await store.performReview(article, 'submit', (context) => submit(context, time?.get(article)));
    if (!done.ok) return { ok: false, problems: done.problems };
  }
  const untold = await sayEnvelopeKey(tools);
  const ground = await groundOf(tools);
  const unsaid = new Set(notGiven(ground.events, store.annotator).flatMap(({ article }) => article ?? []));
  const works: OwnWork[] = [];
  for (const id of unsaid) {
    const article = await store.article(id);
    if (!article) continue;
    const own = ground.events.filter((event) => event.article === id && event.by === store.annotator && !leadKinds.has(event.kind));
    const isHandedIn = own.some(({ kind }) => kind === 'submitted');
    const closesGold = own.some(({ kind }) => kind === 'gold-sealed');
    const gold = closesGold ? ((await store.otherSets(id)).find(({ annotator, role }) => annotator === store.annotator && role === 'adjudicated') ?? null) : null;
    works.push({ article, set: isHandedIn ? await store.ownSet(id) : null, gold, events: own });
  }
  if (works.length === 0) return { ok: false, problems: [problem('nothing-to-hand-in')] };
  const made = await saveOne(tools, handIn(ground, works), `${tools.projectName} - ${ground.me.name}`);
  return made?.ok && untold.length > 0 ? { ...made, problems: untold } : made;
}

/** This device, to whoever leads a project, before there is any work: so it can be put on the roster, and open envelopes from then on. */
export async function makeIntroduction(tools: MakeTools, project: HandOverGround['project']): Promise<Made> {
  const failures = await sayOwnEnvelopeKey(tools);
  if (failures.length > 0) return { ok: false, problems: failures };
  const ground = await groundOf(tools);
  return saveOne(tools, introduce(ground, project), `${project.name} - ${ground.me.name}`);
}

/** What one person is to hear of their work; where a gold set that counts was closed and is still as it was, with it and what was decided about what they marked. */
export async function makeReview(tools: MakeTools, person: PersonProgress): Promise<Made> {
  const { store } = tools;
  const { annotator, name, waiting } = person;
  const ground = await groundOf(tools);
  const ids = [...new Set(waiting.flatMap(({ article }) => article ?? []))];
  const articles = (await Promise.all(ids.map((id) => store.article(id)))).filter((one) => one !== undefined);
  const gold: AnnotationSet[] = [];
  for (const id of new Set(waiting.flatMap(({ kind, article }) => (kind === 'gold-sealed' || kind === 'gold-named' ? (article ?? []) : [])))) {
    const events = ground.events.filter(({ article }) => article === id);
    const head = goldHead(await store.otherSets(id), events);
    if (!head || head.annotator === annotator || !isSealed(head, events)) continue;
    gold.push(head.annotator === store.annotator ? head : vouchedGold(head, store.annotator));
  }
  // Of another's gold set that was opened again since nothing is said before it is closed again.
  const stored = new Set(ground.events.map(({ id }) => id));
  const sent = new Set(gold.map(({ id }) => id));
  const sayable = waiting.filter((event) => stored.has(event.id) || !('set' in event) || sent.has(event.set));
  const decisions = decisionsFor(person, store.annotator, ground.events, new Set(gold.map(({ article }) => article)));
  const readers = await provenEnvelopeKeys(tools, annotator);
  const back = giveBack(ground, { person: annotator, name, articles, events: [...sayable, ...decisions], gold, readers });
  const isForNobody = back.openers?.length === 0;
  if (isForNobody && goesThroughFolder(tools, back)) return { ok: false, problems: [problem('envelope-no-reader', {}, { person: name })] };
  // A file goes to this person alone.
  return saveOne(tools, isForNobody ? { ...back, openers: null } : back, `${tools.projectName} - ${name} - ${tools.title}`);
}

const linesPerStep = 500;

/** The whole project with its real Log: for another laptop, or a colleague. */
export async function makeWholeProject(tools: MakeTools): Promise<Made> {
  const { store, bridge, projectName } = tools;
  await store.flush();
  const entries: Entry[] = [];
  for (;;) {
    const read = await bridge.readJournal(store.info.id, entries.at(-1)?.sequence ?? 0, linesPerStep);
    if (!read.ok) return failed(read.failure);
    if (read.value.length === 0) break;
    entries.push(...read.value.map(({ entry }) => entry));
  }
  const { me, device, schema, app, now } = await groundOf(tools);
  const about = { project: { id: store.info.id, name: projectName }, purpose: 'full', person: { id: me.id, name: me.name }, device, to: null, app, made: now, guideline: null, heads: [] } as const;
  return saveOne(tools, { to: null, name: projectName, openers: null, parts: { about, schema, entries, articles: [], mentioned: [] }, events: [] }, projectName);
}
