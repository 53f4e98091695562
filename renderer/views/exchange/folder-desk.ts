import { createStore, type StoreApi } from 'zustand/vanilla';
import { type Bridge, type FolderChoice, type Outcome, type SharedFolderState } from '../../../shared/bridge.ts';
import { type Bundle } from '../../../shared/exchange/bundle/read-bundle.ts';
import { headingOf } from '../../../shared/exchange/bundle/heading.ts';
import { type BundleReport } from '../../../shared/exchange/bundle/take-in.ts';
import { type FolderCard, readCard, writeCard } from '../../../shared/exchange/folder/card.ts';
import { type Here, type Ignored, type Late, type ListedFile, type Look, lookInto } from '../../../shared/exchange/folder/look.ts';
import { cardName, rosterName, sharedName } from '../../../shared/exchange/folder/names.ts';
import { type SharedFile } from '../../../shared/exchange/folder/shared-file.ts';
import { rosterFileName, writeRoster } from '../../../shared/exchange/roster/roster-file.ts';
import { rostersThatFollow, saidRoster, versionsIn } from '../../../shared/exchange/roster/said.ts';
import { type ArticleId, type ProjectId } from '../../../shared/model/id.ts';
import { type ReviewEvent } from '../../../shared/model/review-event.ts';
import { problem, type Problem } from '../../../shared/result.ts';
import { viewerOf } from '../../../shared/review/blind.ts';
import { hereIn } from '../../../shared/review/folder-here.ts';
import { type ProjectStore } from '../../store/project-store.ts';
import { gatherBundle, readFileOfFolder, spreadBundle } from '../../workers/bundle-client.ts';
import { openBundles, type OpenedBundle } from './take-in-bundles.ts';

/** Milliseconds between two looks: watching does not work on every share, looking does. */
export const lookEvery = 45_000;

export interface FolderTools {
  readonly store: ProjectStore;
  readonly bridge: Pick<
    Bridge,
    'chooseSharedFolder' | 'connectSharedFolder' | 'forgetSharedFolder' | 'lookIntoSharedFolder' | 'readSharedFiles' | 'keepForSharedFolder' | 'sendToSharedFolder' | 'verifyBundle' | 'verifyRoster' | 'openEnvelope' | 'deviceKey'
  >;
  readonly projectName: string;
}

/** What a look has found; what the person has to say to it is not said yet. */
export interface FolderState {
  /** `null` where none is connected. */
  readonly folder: { readonly id: ProjectId; readonly name: string } | null;
  readonly isLooking: boolean;
  /** When the folder was last reached; ISO 8601, UTC. */
  readonly looked: string | null;
  /** Why it cannot be reached, or not be used. */
  readonly problems: readonly Problem[];
  readonly sent: number;
  /** Files of this device that could not be put there yet. */
  readonly waiting: number;
  readonly came: number;
  readonly late: readonly Late[];
  readonly ignored: readonly Ignored[];
  /** To be shown as a report, and taken in if the person agrees. */
  readonly offered: readonly OpenedBundle[];
  /** The folder of a project that this one does not know: whose work of all that was given out is to be taken up? */
  readonly joining: { readonly card: FolderCard; readonly people: readonly { readonly name: string; readonly opened: OpenedBundle }[] } | null;
}

/** What came of choosing a folder: connected, or one without anything, in which the open project may begin; `null` when none was chosen. */
export type Chosen = { readonly kind: 'connected' } | { readonly kind: 'empty'; readonly choice: FolderChoice } | { readonly kind: 'problem'; readonly problem: Problem } | null;

/** The shared folder of the open project: it looks, sends what is its own, and lays out what has come. It takes nothing in. */
export interface FolderDesk {
  readonly state: StoreApi<FolderState>;
  readonly look: () => Promise<void>;
  readonly choose: (title: string) => Promise<Chosen>;
  /** The open project's work goes through this empty folder from now on. */
  readonly begin: (choice: FolderChoice) => Promise<readonly Problem[]>;
  readonly leave: () => Promise<void>;
  /** A Bundle for the folder. It is put there at the next look, and kept until then. */
  readonly keep: (bytes: Uint8Array) => Promise<Outcome<null>>;
  /** Its report was shown: what brings nothing is not shown again. */
  readonly told: (shown: readonly OpenedBundle[]) => void;
  /** The project is closed. */
  readonly end: () => void;
}

const nothing: FolderState = { folder: null, isLooking: false, looked: null, problems: [], sent: 0, waiting: 0, came: 0, late: [], ignored: [], offered: [], joining: null };

/** Files that are asked for at once. */
const together = 100;

export function createFolderDesk({ store, bridge, projectName }: FolderTools): FolderDesk {
  const state = createStore<FolderState>(() => nothing);
  const { setState, getState } = state;
  const project = store.info.id;
  /** What is in a file never changes: each is read once. */
  const pieces = new Map<string, SharedFile>();
  const gathered = new Map<string, OpenedBundle | Problem>();
  const texts = new Map<ArticleId, string>();
  const told = new Set<string>();
  let joined: FolderCard | null = null;
  let isEnded = false;
  let running: Promise<void> | null = null;
  let isAsked = false;

  async function read(folder: ProjectId, names: readonly string[]): Promise<ReadonlyMap<string, Uint8Array>> {
    const found = new Map<string, Uint8Array>();
    for (let start = 0; start < names.length; start += together) {
      const some = names.slice(start, start + together);
      const answer = await bridge.readSharedFiles(folder, some);
      if (answer.ok) for (const [index, bytes] of answer.value.entries()) if (bytes) found.set(some[index] ?? '', bytes);
    }
    return found;
  }

  async function hereNow(events: readonly ReviewEvent[]): Promise<Here> {
    for (const id of viewerOf(store.annotator, events).blind.keys()) if (!texts.has(id)) texts.set(id, (await store.article(id))?.fingerprint ?? '');
    const here = hereIn({ project, me: store.annotator, device: store.device, events, textOf: (id) => texts.get(id) });
    return joined ? { ...here, names: null, projects: new Set([joined.project.id]) } : here;
  }

  /** Does the folder say that it is this project's? */
  async function cardProblem(folder: ProjectId): Promise<Problem | null> {
    const bytes = (await read(folder, [cardName])).get(cardName);
    if (!bytes) return problem('folder-card-missing');
    const card = readCard(bytes);
    if (!card.ok) return card.problems[0] ?? null;
    return card.value.project.id === folder ? null : problem('folder-other-project', {}, { project: card.value.project.name });
  }

  async function lookOnce(): Promise<void> {
    if (isEnded) return;
    // All that was said is read only where there is a folder: a project without one is asked every time, too.
    const spokenOf = await store.projectsSpokenOf();
    if (joined && spokenOf.has(joined.project.id)) joined = null;
    for (const folder of joined ? [joined.project.id] : spokenOf) {
      const answer = await bridge.lookIntoSharedFolder(project, folder);
      if (!answer.ok) return setState({ problems: [problem(answer.failure)] });
      if (answer.value === null) continue;
      const { name, found, outbox } = answer.value;
      setState({ folder: { id: folder, name } });
      if (!found.ok) return setState({ problems: [problem(found.failure === 'not-found' ? 'folder-away' : found.failure)], waiting: Math.max(0, parcelsIn(outbox.map((one) => one.name)) - getState().sent) });
      const wrong = await cardProblem(folder);
      if (wrong) return setState({ ...nothing, folder: { id: folder, name }, isLooking: true, problems: [wrong] });
      const events = await store.allEvents();
      return arrange(folder, events, found.value, [...outbox, ...(await keepOwnRosters(folder, events, outbox))]);
    }
    setState(nothing);
  }

  /** Versions of the roster that this device signed lie in the folder by themselves, so that whoever is taken off is known as such before the next Bundle. Those of other devices are theirs to write. */
  async function keepOwnRosters(folder: ProjectId, events: readonly ReviewEvent[], outbox: SharedFolderState['outbox']): Promise<SharedFolderState['outbox']> {
    const versions = versionsIn(events).filter(({ roster }) => roster.project === folder);
    const own = versions.length > 0 ? await bridge.deviceKey() : null;
    if (!own?.ok) return [];
    const there = new Set(outbox.map(({ name }) => name));
    const files = new Map(versions.filter(({ signature }) => signature.key === own.value).map((one) => [rosterName(rosterFileName(one.roster)), writeRoster(one)] as const));
    const missing = [...files].filter(([name]) => !there.has(name)).map(([name, bytes]) => ({ name, bytes }));
    const kept = missing.length === 0 || (await bridge.keepForSharedFolder(project, missing)).ok;
    return kept ? missing.map(({ name, bytes }) => ({ name, size: bytes.length })) : [];
  }

  async function readContents(name: string, bytes: Uint8Array | undefined): Promise<SharedFile> {
    if (!bytes) return { kind: 'late', why: 'unread' };
    const contents = await readFileOfFolder({ name, bytes });
    if (contents.kind === 'roster') return (await bridge.verifyRoster(contents.signed)) ? contents : { kind: 'refused', problem: problem('roster-signature-wrong') };
    if (contents.kind !== 'envelope') return contents;
    const { opened: [one], problems: [why] } = await openBundles([{ name, read: async () => bytes }], bridge);
    return one ? { ...contents, inside: one.bundle.manifest } : why && why.code !== 'envelope-elsewhere' ? { kind: 'refused', problem: why } : contents;
  }

  /** Whose roster is gone by the person has said: what follows it is remembered at once. */
  async function followRosters(folder: ProjectId, events: readonly ReviewEvent[], found: Look['rosters']): Promise<readonly Ignored[]> {
    const { follow, others } = rostersThatFollow(events, folder, found.map(({ signed }) => signed));
    if (follow.length > 0) await store.addEvents('roster', follow.map((one) => saidRoster(one, store.annotator)));
    const problems = new Map(others.map((one) => [one.signed, one.problem]));
    return found.filter(({ signed }) => !follow.includes(signed)).map(({ name, signed }) => {
      const why = problems.get(signed);
      return { name, why: 'roster', ...(why && { problem: why }) };
    });
  }

  async function arrange(folder: ProjectId, events: readonly ReviewEvent[], listing: readonly ListedFile[], outbox: SharedFolderState['outbox']): Promise<void> {
    const here = await hereNow(events);
    for (const [name, piece] of pieces) if (piece.kind === 'late') pieces.delete(name);
    const ask = (): Look => lookInto({ listing, outbox, pieces, here });
    const { read: unread } = ask();
    for (let start = 0; start < unread.length; start += together) {
      const names = unread.slice(start, start + together);
      const files = await read(folder, names);
      for (const name of names) {
        pieces.set(name, await readContents(name, files.get(name)));
      }
    }
    const seen = ask();
    const failure = await send(folder, seen.send);
    const { opened, late, ignored: refused } = await opening(folder, seen);
    const ignored = [...seen.ignored, ...refused, ...(joined ? [] : await followRosters(folder, events, seen.rosters))];
    const common = {
      looked: new Date().toISOString(), problems: failure ? [failure] : [], came: seen.came, late: [...seen.late, ...late],
      sent: seen.sent + (failure ? 0 : parcelsIn(seen.send)), waiting: failure ? parcelsIn(seen.send) : 0,
    };
    if (joined) {
      const people = opened.map((one) => ({ name: givenTo(one.bundle), opened: one })).sort((a, b) => (a.name < b.name ? -1 : 1));
      return setState({ ...common, offered: [], ignored, joining: { card: joined, people } });
    }
    const { offered, useless } = await judged(opened);
    setState({ ...common, offered, ignored: [...ignored, ...useless], joining: null });
  }

  async function send(folder: ProjectId, names: readonly string[]): Promise<Problem | null> {
    for (let start = 0; start < names.length; start += together) {
      const sent = await bridge.sendToSharedFolder(project, folder, names.slice(start, start + together));
      if (!sent.ok) return problem(sent.failure);
    }
    return null;
  }

  /** What is offered, as files whose signatures hold. */
  async function opening(folder: ProjectId, { offers, opened: envelopes }: Look) {
    const opened: OpenedBundle[] = [];
    const late: Late[] = [];
    const ignored: Ignored[] = [];
    const files = [
      ...offers.map(({ name, piece, parts }) => ({ name, read: async () => gatherBundle(piece, await read(folder, parts)) })),
      ...envelopes.map((name) => ({ name, read: async () => (await read(folder, [name])).get(name) })),
    ];
    const current = new Set(files.map(({ name }) => name));
    for (const name of gathered.keys()) if (!current.has(name)) gathered.delete(name);
    for (const { name, read: gather } of files) {
      if (!gathered.has(name)) {
        const bytes = await gather();
        if (!(bytes instanceof Uint8Array)) {
          late.push({ name, why: 'parts' });
          continue;
        }
        const { opened: [one], problems } = await openBundles([{ name, read: async () => bytes }], bridge);
        const made = one ?? problems[0];
        if (made) gathered.set(name, made);
      }
      const there = gathered.get(name);
      if (there && 'bundle' in there) opened.push(there);
      else if (there) ignored.push({ name, why: 'refused', problem: there });
    }
    return { opened, late, ignored };
  }

  /** What would come of it, as of files that were opened: what brings something, or has to be known, is shown. */
  async function judged(opened: readonly OpenedBundle[]) {
    const offered: OpenedBundle[] = [];
    const useless: Ignored[] = [];
    if (opened.length === 0) return { offered, useless };
    const plan = await store.planBundles(opened, false);
    const reports = new Map(plan.reports.map((report) => [report.bundle.hash, report]));
    for (const one of opened) {
      const report = reports.get(one.bundle.hash);
      if (!report) continue;
      const { name } = one.bundle;
      const isNews = !told.has(name) && (plan.isCopy || report.problems.some(({ code }) => toBeKnown.has(code)));
      const [why] = report.problems;
      if (brings(report) || isNews) offered.push(one);
      else useless.push({ name, heading: headingOf(one.bundle.manifest), ...(why ? { why: 'refused', problem: why } : { why: 'nothing' }) });
    }
    return { offered, useless };
  }

  /** One look at a time. What was asked for while one was under way is looked at again, for it may have been too early. */
  function look(): Promise<void> {
    isAsked = true;
    running ??= (async () => {
      setState({ isLooking: true });
      while (isAsked) {
        isAsked = false;
        await lookOnce();
      }
    })()
      .catch((bug: unknown) => {
        // A project that was closed meanwhile answers nothing any more.
        if (!isEnded) throw bug;
      })
      .finally(() => {
        running = null;
        setState({ isLooking: false });
      });
    return running;
  }

  async function connect(choice: FolderChoice, folder: ProjectId, card: Uint8Array | null): Promise<readonly Problem[]> {
    const done = await bridge.connectSharedFolder(choice.token, folder, card);
    if (!done.ok) return [problem(done.failure)];
    await look();
    return [];
  }

  return {
    state,
    look,
    async choose(title) {
      const answer = await bridge.chooseSharedFolder(title);
      if (!answer.ok) return { kind: 'problem', problem: problem(answer.failure) };
      const choice = answer.value;
      if (choice === null) return null;
      if (choice.isEmpty) return { kind: 'empty', choice };
      const card = choice.card && readCard(choice.card);
      if (!card) return { kind: 'problem', problem: problem(choice.hasCard ? 'too-slow' : 'folder-not-empty') };
      if (!card.ok) return { kind: 'problem', problem: card.problems[0] ?? problem('folder-card-wrong') };
      joined = (await store.projectsSpokenOf()).has(card.value.project.id) ? null : card.value;
      const [failed] = await connect(choice, card.value.project.id, null);
      return failed ? { kind: 'problem', problem: failed } : { kind: 'connected' };
    },
    begin: (choice) => connect(choice, project, writeCard({ project: { id: project, name: projectName }, person: store.me.name, made: new Date().toISOString() })),
    async leave() {
      const { folder } = getState();
      joined = null;
      if (folder) await bridge.forgetSharedFolder(folder.id);
      setState(nothing);
    },
    async keep(bytes) {
      const files = await spreadBundle({ name: 'outbox', bytes });
      return bridge.keepForSharedFolder(project, files);
    },
    told: (shown) => shown.forEach(({ bundle }) => told.add(bundle.name)),
    end: () => void (isEnded = true),
  };
}

/** Somebody’s device was copied, or somebody writes in their name: a person must hear of it, though nothing comes in. */
const toBeKnown: ReadonlySet<string> = new Set(['bundle-forked', 'bundle-key-changed']);

const isParcel = (name: string): boolean => ['piece', 'envelope'].includes(sharedName(name)?.kind ?? '');
const parcelsIn = (names: readonly string[]): number => names.filter(isParcel).length;

const brings = ({ verdict, events, sets, newArticles }: BundleReport): boolean => verdict === 'new' && events + sets + newArticles > 0;

/** The name that the lead wrote for whoever an assignment is for. */
function givenTo({ manifest, entries }: Bundle): string {
  for (const { change } of entries) {
    for (const record of change.added) if (record.kind === 'event' && record.value.kind === 'assigned' && record.value.annotator === manifest.to) return record.value.name;
  }
  return '';
}
