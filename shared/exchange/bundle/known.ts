import { canonicalJson } from '../../canonical-json.ts';
import { type DataRecord, recordKey } from '../../model/change.ts';
import { type Given, type KnownEntry, type Received } from '../../model/handed-over.ts';
import { type DeviceId, type ProjectId, type SetId } from '../../model/id.ts';
import { type ReviewEvent } from '../../model/review-event.ts';
import { fingerprint } from '../../text/fingerprint.ts';
import { type Entry, entryHash } from '../log.ts';
import { type RosterState } from '../roster/in-force.ts';
import { rosterOf } from '../roster/said.ts';
import { type Doubt, isDoubt, standingOf } from '../roster/standing.ts';
import { type KnownHead } from './manifest.ts';

/** Something that came or went, and whose it was. */
export interface Seen extends KnownEntry {
  readonly device: DeviceId;
}

export const isGiven = (event: ReviewEvent): event is ReviewEvent & Given => event.kind === 'given';
export const isReceived = (event: ReviewEvent): event is ReviewEvent & Received => event.kind === 'received';

/** All Entries that this project has given away or taken in. */
export const seenEntries = (events: readonly ReviewEvent[]): readonly Seen[] =>
  events.flatMap((event) => (isGiven(event) || isReceived(event) ? event.entries.map((entry) => ({ ...entry, device: event.device })) : []));

export const placeOf = ({ device, channel, sequence }: Pick<Entry, 'device' | 'channel' | 'sequence'>): string => `${device} ${channel} ${sequence}`;

/** The last known Entry of each chain. */
export function headsOf(seen: readonly Seen[]): readonly KnownHead[] {
  const last = new Map<string, Seen>();
  for (const one of seen) {
    const key = `${one.device} ${one.channel}`;
    const there = last.get(key);
    if (!there || there.sequence < one.sequence) last.set(key, one);
  }
  return [...last].sort(([a], [b]) => (a < b ? -1 : 1)).map(([, { device, channel, sequence, hash }]) => ({ device, channel, sequence, hash }));
}

/** As `KnownEntry.writes` names it: an Entity also by what it was, so that one that was altered here since is known from one that was not. */
export function writtenAs(record: DataRecord): string | null {
  switch (record.kind) {
    case 'set':
    case 'annotator':
    case 'event':
      return recordKey(record);
    case 'entity':
      return `${recordKey(record)} ${fingerprint(canonicalJson(record.value)).slice(0, 16)}`;
    default:
      return null;
  }
}

export const knownEntry = (entry: Entry): KnownEntry => ({
  channel: entry.channel,
  sequence: entry.sequence,
  hash: entryHash(entry),
  lamport: entry.lamport,
  ...(entry.app !== undefined && { app: entry.app }),
  writes: entry.change.added.flatMap((record) => writtenAs(record) ?? []),
});

/** What of two Entries comes later for everybody. */
export const comesLater = (a: Pick<Seen, 'lamport' | 'device' | 'channel' | 'sequence'>, b: Pick<Seen, 'lamport' | 'device' | 'channel' | 'sequence'>): boolean =>
  a.lamport !== b.lamport ? a.lamport > b.lamport
  : a.device !== b.device ? a.device > b.device
  : a.channel !== b.channel ? a.channel > b.channel
  : a.sequence > b.sequence;

/**
 * Sets whose latest state nobody can be sure is from whom it says, and why: the file that it came in was unsigned, or signed by a device that the roster
 * does not give to that person. No gold is made of them unless somebody vouches for them by choosing them.
 * @param events all of the project as a whole that `received` and the roster are told by
 */
export function unprovenSets(events: readonly ReviewEvent[]): ReadonlyMap<SetId, Doubt> {
  const latest = new Map<string, Seen & { readonly from: Received }>();
  for (const event of events.filter(isReceived)) {
    for (const entry of event.entries) {
      for (const written of entry.writes) {
        const known = latest.get(written);
        const seen = { ...entry, device: event.device };
        if (written.startsWith(setMark) && (!known || comesLater(seen, known))) latest.set(written, { ...seen, from: event });
      }
    }
  }
  const rosters = new Map<ProjectId, RosterState>();
  const rosterFor = (project: ProjectId): RosterState => {
    const known = rosters.get(project) ?? rosterOf(events, project);
    rosters.set(project, known);
    return known;
  };
  const unproven = new Map<SetId, Doubt>();
  for (const [written, { from: { project, key, person, roster = 0 } }] of latest) {
    const { kind } = standingOf(rosterFor(project), key, person, roster);
    if (isDoubt(kind)) unproven.set(written.slice(setMark.length) as SetId, kind);
  }
  return unproven;
}

/** As `recordKey` begins. */
const setMark = 'set ';
