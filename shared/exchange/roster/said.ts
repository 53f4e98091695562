import { derivedId } from '../../model/derived-id.ts';
import { type AnnotatorId, makeId, type ProjectId } from '../../model/id.ts';
import { type ReviewEvent } from '../../model/review-event.ts';
import { type LeadKnown, type Rostered, rosterVersion, type SignedRoster } from '../../model/roster.ts';
import { type Change } from '../../model/change.ts';
import { fingerprint } from '../../text/fingerprint.ts';
import { type Problem } from '../../result.ts';
import { chainOf, type RosterState, rosterInForce, type Trust } from './in-force.ts';
import { rosterHash } from './roster-file.ts';

export type SaidRoster = ReviewEvent & Rostered;
export const isRostered = (event: ReviewEvent): event is SaidRoster => event.kind === 'rostered';
const isLeadKnown = (event: ReviewEvent): event is ReviewEvent & LeadKnown => event.kind === 'lead-known';

/** Kinds of event that `rosterOf` looks at. */
export const rosterKinds = ['rostered', 'lead-known'] as const satisfies readonly ReviewEvent['kind'][];

/** By whose roster of this project is gone here; `null` before anybody has said so. */
export function trustIn(events: readonly ReviewEvent[], project: ProjectId): (ReviewEvent & LeadKnown) | null {
  const said = events.filter(isLeadKnown).filter((event) => event.project === project).sort((a, b) => b.turn - a.turn || (a.id > b.id ? -1 : 1));
  return said[0] ?? null;
}

/** All versions that came or were made here. One of a later Naql is kept and not read. */
export const versionsIn = (events: readonly ReviewEvent[]): readonly SignedRoster[] =>
  events.filter(isRostered).filter(({ roster }) => roster.reader <= rosterVersion).map(({ roster, signature }) => ({ roster, signature }));

/** The roster of a project as it counts here: its own, or that of a project which work here was given out by. */
export const rosterOf = (events: readonly ReviewEvent[], project: ProjectId, trust: Trust | null = trustIn(events, project)): RosterState =>
  rosterInForce(versionsIn(events), trust);

/**
 * Of versions that lie about, as in a shared folder, those that a chain leads to from the lead who is gone by here, and of the others why not. Those that are remembered lead, in
 * whatever portions and order they are read, to what all of them at once lead to. Nothing where no lead is known.
 */
export function rostersThatFollow(events: readonly ReviewEvent[], project: ProjectId, read: readonly SignedRoster[]): { readonly follow: readonly SignedRoster[]; readonly others: readonly { readonly signed: SignedRoster; readonly problem: Problem }[] } {
  const trust = trustIn(events, project);
  if (!trust) return { follow: [], others: [] };
  const { chained, doubts } = chainOf([...versionsIn(events), ...read], trust);
  const others = read.flatMap((signed) => {
    const hash = rosterHash(signed.roster);
    const problem = chained.has(hash) ? undefined : doubts.get(hash);
    return problem ? [{ signed, problem }] : [];
  });
  return { follow: read.filter(({ roster }) => chained.has(rosterHash(roster))), others };
}

/** A version as somebody says it: of one version, with one signature, and one person it is always the same event. */
export function saidRoster({ roster, signature }: SignedRoster, by: AnnotatorId): SaidRoster {
  const id = derivedId(makeId('event', `roster-${signedHash({ roster, signature }).slice(0, 24)}`), `by-${by.slice(-24)}`);
  return { id, article: null, by, at: roster.made, kind: 'rostered', roster, signature };
}

/** The decision to go by somebody's roster. */
export const saidLead = ({ project, key }: Trust, turn: number, by: AnnotatorId, at: string): ReviewEvent & LeadKnown =>
  ({ id: makeId('event', `lead-${project.slice(-40)}-${turn}-${key.slice(0, 24)}`), article: null, by, at, kind: 'lead-known', project, key, turn });

/** Somebody else may have signed the same version, too. */
const signedHash = ({ roster, signature }: SignedRoster): string => fingerprint(`${rosterHash(roster)} ${signature.key} ${signature.signature}`);

/** All versions, in the name of whoever gives them on: each is signed by the lead, whoever carries it. */
export function rostersFrom(events: readonly ReviewEvent[], me: AnnotatorId): readonly ReviewEvent[] {
  const given = new Map(events.filter(isRostered).map((event) => [signedHash(event), event] as const));
  return [...given.values()].map((event) => saidRoster(event, me));
}

/** The versions that a Change brings, whose signatures are still to be proven. */
export const rostersIn = ({ added, updated }: Change): readonly SignedRoster[] =>
  [...added, ...updated.map(([, after]) => after)].flatMap((record) => (record.kind === 'event' && isRostered(record.value) ? [record.value] : []));
