import { type Bridge } from '../../../shared/bridge.ts';
import { introductionChannel } from '../../../shared/exchange/bundle/introduction.ts';
import { isReceived } from '../../../shared/exchange/bundle/known.ts';
import { type RosterState, type Trust, type Version } from '../../../shared/exchange/roster/in-force.ts';
import { projectsSpokenOf } from '../../../shared/exchange/bundle/refusal.ts';
import { type EnvelopeKeyOf, firstRoster, nextRoster, type RosterStep } from '../../../shared/exchange/roster/next-roster.ts';
import { openersIn, opensEnvelopes } from '../../../shared/exchange/roster/openers.ts';
import { rosterOf, saidLead, saidRoster, trustIn, versionsIn } from '../../../shared/exchange/roster/said.ts';
import { standingOf } from '../../../shared/exchange/roster/standing.ts';
import { type AnnotatorId, makeId, type ProjectId } from '../../../shared/model/id.ts';
import { type ReviewEvent } from '../../../shared/model/review-event.ts';
import { isLive, leadWith, noRosterBefore, type ProvenEnvelopeKey, type Roster } from '../../../shared/model/roster.ts';
import { fail, ok, problem, type Problem, type Result } from '../../../shared/result.ts';
import { isStrict } from '../../../shared/review/strict.ts';
import { type ProjectStore } from '../../store/project-store.ts';

/** What altering the roster needs of the world. */
export interface RosterTools {
  readonly store: ProjectStore;
  readonly bridge: Pick<Bridge, 'signRoster' | 'deviceKey'>;
}

/** And what naming keys of envelopes does. */
export interface EnvelopeTools extends RosterTools {
  readonly bridge: Pick<Bridge, 'signRoster' | 'deviceKey' | 'envelopeKey' | 'verifyEnvelopeKey'>;
}

/** A device that signed what came in somebody's name, and that the roster does not know. */
export interface UnknownDevice {
  readonly person: AnnotatorId;
  readonly name: string;
  readonly key: string;
}

/** Who works on the project and on which devices, as it counts here. */
export interface RosterData {
  readonly state: RosterState;
  /** `lead`: this device alters it; `begins`: there is none, and this person gives the work out; `lost`: there is one, and they do so on a device that does not lead; `reads`: neither. */
  readonly part: 'lead' | 'begins' | 'lost' | 'reads';
  /** By name: what came has no order of its own. */
  readonly unknown: readonly UnknownDevice[];
  /** Keys of others who began a roster of this project. */
  readonly strangers: readonly string[];
}

/** @param own the key of this device; `null` where it cannot be read */
export async function readRoster(store: ProjectStore, own: string | null): Promise<RosterData> {
  const [events, annotators] = await Promise.all([store.allEvents(), store.annotators()]);
  const project = store.info.id;
  const state = rosterOf(events, project);
  const trust = trustIn(events, project);
  const leads = own !== null && state.newest.some(({ roster }) => leadWith(roster, own));
  const gives = events.some(({ kind, by }) => kind === 'assigned' && by === store.annotator);
  const names = new Map(annotators.map(({ id, name }) => [id, name]));
  const seen = new Map<string, UnknownDevice>();
  for (const { person, key, project: of } of events.filter(isReceived)) {
    if (key === null || of !== project || person === store.annotator) continue;
    const { kind } = standingOf(state, key, person);
    if (kind === 'unknown' || kind === 'no-roster') seen.set(`${person} ${key}`, { person, name: names.get(person) ?? '', key });
  }
  const unknown = [...seen.values()].sort((a, b) => a.name.localeCompare(b.name, 'fa') || (a.key < b.key ? -1 : 1));
  const firsts = versionsIn(events).filter(({ roster }) => roster.project === project && roster.previous === noRosterBefore);
  return {
    state, part: leads ? 'lead' : !gives ? 'reads' : trust ? 'lost' : 'begins', unknown,
    strangers: [...new Set(firsts.map(({ signature }) => signature.key))].filter((key) => key !== trust?.key),
  };
}

/** Each alteration follows the one before it: two at once would be a fork. */
const lines = new WeakMap<ProjectStore, Promise<unknown>>();

function inLine(store: ProjectStore, work: () => Promise<readonly Problem[]>): Promise<readonly Problem[]> {
  const done = (lines.get(store) ?? Promise.resolve()).then(work);
  lines.set(store, done.catch(() => undefined));
  return done;
}

async function say({ store, bridge }: RosterTools, roster: Roster, ...more: readonly ReviewEvent[]): Promise<readonly Problem[]> {
  const signed = await bridge.signRoster(roster);
  if (!signed.ok) return [problem(signed.failure)];
  const said = await store.addEvents('roster', [saidRoster({ roster, signature: signed.value }, store.annotator), ...more]);
  return said.ok ? [] : said.problems;
}

/** @param events all that was said in the project */
async function begin(tools: RosterTools, events: readonly ReviewEvent[], isAnew = false): Promise<readonly Problem[]> {
  const { store, bridge } = tools;
  const project = store.info.id;
  const before = trustIn(events, project);
  if (before && !isAnew) return [];
  const own = await bridge.deviceKey();
  if (!own.ok) return [problem(own.failure)];
  const made = new Date().toISOString();
  return say(tools, firstRoster(project, store.me, own.value, made), saidLead({ project, key: own.value }, 1 + (before?.turn ?? 0), store.annotator, made));
}

/** Whoever gives work out leads, on this device; nothing where a roster is gone by already. */
export const beginRoster = (tools: RosterTools): Promise<readonly Problem[]> => inLine(tools.store, async () => begin(tools, await tools.store.allEvents()));

/** The device that led is lost: this one begins another roster, which everybody has to agree to. */
export const beginAnew = (tools: RosterTools): Promise<readonly Problem[]> => inLine(tools.store, async () => begin(tools, await tools.store.allEvents(), true));

/** What was said once there is a roster: read once for a decision, but for the one with which it begins. */
async function saidOnceBegun(tools: RosterTools): Promise<Result<readonly ReviewEvent[]>> {
  const { store } = tools;
  const events = await store.allEvents();
  const begun = await begin(tools, events);
  if (begun.length > 0) return fail(...begun);
  return ok(trustIn(events, store.info.id) ? events : await store.allEvents());
}

/** @param from after a fork, the version that is followed */
export const changeRoster = (tools: RosterTools, step: RosterStep, from?: Version): Promise<readonly Problem[]> =>
  inLine(tools.store, async () => {
    const said = await saidOnceBegun(tools);
    return said.ok ? change(tools, said.value, step, from) : said.problems;
  });

async function change(tools: RosterTools, events: readonly ReviewEvent[], step: RosterStep, from?: Version): Promise<readonly Problem[]> {
  const { newest } = rosterOf(events, tools.store.info.id);
  const [only, ...others] = newest;
  const before = from ?? (others.length === 0 ? only : undefined);
  const own = await tools.bridge.deviceKey();
  if (!own.ok) return [problem(own.failure)];
  if (!before) return newest.map(({ hash, roster }) => problem('roster-forked', { record: hash }, { number: roster.number }));
  const after = nextRoster(before.roster, step, { key: own.value, made: new Date().toISOString() });
  return after.ok ? say(tools, after.value) : after.problems;
}

/**
 * The roster says from now on with which keys envelopes are closed: for this device, and for those of leads and adjudicators that have said theirs and proven it. Whoever gives work
 * out leads: where there is no roster, it begins here.
 */
export const nameEnvelopeKeys = (tools: EnvelopeTools): Promise<readonly Problem[]> =>
  inLine(tools.store, async () => {
    const { store, bridge } = tools;
    const before = await saidOnceBegun(tools);
    if (!before.ok) return before.problems;
    const events = before.value;
    const own = await bridge.envelopeKey();
    if (!own.ok) return [problem(own.failure)];
    const { current } = rosterOf(events, store.info.id);
    const keys: EnvelopeKeyOf[] = [];
    for (const person of current?.roster.people.filter(({ role }) => opensEnvelopes(role)) ?? []) {
      const said = [...(person.id === store.annotator ? [own.value] : []), ...events.filter((event) => event.kind === 'envelope-key' && event.by === person.id)] as readonly ProvenEnvelopeKey[];
      for (const { key } of person.devices.filter((device) => isLive(device) && device.envelopeKey === undefined)) {
        for (const { envelopeKey, signature } of said.filter((one) => one.signature.key === key))
          if (await bridge.verifyEnvelopeKey({ envelopeKey, signature })) keys.push({ key, envelopeKey });
      }
    }
    return keys.length === 0 ? [] : change(tools, events, { kind: 'name-envelope-keys', keys });
  });

/** Where work is done under strict blindness, a device that came on the roster, or whose person judges from now on, opens envelopes as soon as it has said its key. */
export async function nameNewKeys(tools: EnvelopeTools): Promise<readonly Problem[]> {
  const own = await tools.bridge.deviceKey();
  const { part, state } = await readRoster(tools.store, own.ok ? own.value : null);
  return part !== 'lead' || openersIn(state).length === 0 ? [] : nameEnvelopeKeys(tools);
}

/**
 * A device says once with which key envelopes are closed for it: one of whoever leads or adjudicates, which the lead puts on the roster; and, in a strictly
 * blind round, anybody's, since what is said back before the round is closed has to be closed for somebody. Where it cannot, why: the work goes all the same, so these are warnings.
 */
export async function sayEnvelopeKey(tools: EnvelopeTools): Promise<readonly Problem[]> {
  const { store, bridge } = tools;
  const events = await store.allEvents();
  const device = await bridge.deviceKey();
  const opens = projectsSpokenOf(store.info.id, events);
  const isMine = device.ok && [...opens].some((project) =>
    rosterOf(events, project).current?.roster.people.some(({ id, role, devices }) => id === store.annotator && opensEnvelopes(role) && devices.some((one) => one.key === device.value && one.envelopeKey === undefined)));
  if (!isMine && !isStrict(events, new Set(events.flatMap(({ article }) => article ?? [])))) return [];
  const failures = await sayOwnEnvelopeKey(tools);
  return failures.length === 0 ? [] : [problem('envelope-key-unmade', {}, {}, 'warning'), ...failures.map((one): Problem => ({ ...one, severity: 'warning' }))];
}

/** Whoever works here: an adjudicator may do so before the roster names them. Once. */
export async function sayOwnEnvelopeKey({ store, bridge }: EnvelopeTools): Promise<readonly Problem[]> {
  const proven = await bridge.envelopeKey();
  if (!proven.ok) return [problem(proven.failure)];
  const events = await store.allEvents();
  if (events.some((event) => event.kind === 'envelope-key' && event.envelopeKey === proven.value.envelopeKey && event.by === store.annotator)) return [];
  const id = makeId('event', `envelope-${proven.value.envelopeKey.slice(0, 32)}`);
  const said = await store.addEvents('roster', [{ id, article: null, by: store.annotator, at: new Date().toISOString(), kind: 'envelope-key', ...proven.value }]);
  return said.ok ? [] : said.problems;
}

/** With which keys envelopes are closed for somebody's devices, as these have said and proven; of none that was taken off or is somebody else's. */
export async function provenEnvelopeKeys({ store, bridge }: EnvelopeTools, person: AnnotatorId): Promise<readonly string[]> {
  const events = await store.allEvents();
  const state = rosterOf(events, store.info.id);
  const keys: string[] = [];
  for (const event of events) {
    if (event.kind !== 'envelope-key' || event.by !== person || ['foreign', 'revoked'].includes(standingOf(state, event.signature.key, person).kind)) continue;
    if (await bridge.verifyEnvelopeKey({ envelopeKey: event.envelopeKey, signature: event.signature })) keys.push(event.envelopeKey);
  }
  return keys;
}

/** To whom this device can introduce itself, and how it stands there. */
export interface Acquaintance {
  /** The project whose lead is meant. */
  readonly project: ProjectId;
  /** `listed`: it is on the roster, but for envelopes; `opens`: on the roster stands with which key they are closed for it. */
  readonly standing: 'unknown' | 'listed' | 'opens';
  /** When it was introduced last, ISO 8601; `null` before that. */
  readonly introduced: string | null;
}

/**
 * Whoever gave work out here, or leads the project that this one is another laptop's copy of; `null` where this device leads, or nobody does.
 * @param own the key of this device
 */
export function acquaintanceIn({ store, events, own }: { readonly store: Pick<ProjectStore, 'info' | 'annotator'>; readonly events: readonly ReviewEvent[]; readonly own: string }): Acquaintance | null {
  const project = events.filter(isReceived).findLast((event) => event.purpose === 'assignment')?.project ?? (trustIn(events, store.info.id) ? store.info.id : null);
  if (project === null) return null;
  const { current, newest } = rosterOf(events, project);
  if (newest.some(({ roster }) => leadWith(roster, own)) || (project === store.info.id && events.some(({ kind, by }) => kind === 'assigned' && by === store.annotator))) return null;
  const device = current?.roster.people.find(({ id }) => id === store.annotator)?.devices.find((one) => one.key === own && isLive(one));
  const channel = introductionChannel(store.info.id);
  const given = events.filter((event) => event.kind === 'given' && event.entries.some((entry) => entry.channel === channel)).map(({ at }) => at).sort();
  return { project, standing: !device ? 'unknown' : device.envelopeKey === undefined ? 'listed' : 'opens', introduced: given.at(-1) ?? null };
}

/** By this one's roster it is gone from now on. */
export async function trustLead(store: ProjectStore, key: Trust['key']): Promise<readonly Problem[]> {
  const project = store.info.id;
  const turn = 1 + (trustIn(await store.allEvents(), project)?.turn ?? 0);
  const said = await store.addEvents('roster', [saidLead({ project, key }, turn, store.annotator, new Date().toISOString())]);
  return said.ok ? [] : said.problems;
}
