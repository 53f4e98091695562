import { type Action, type Entry, entryHash, genesis } from '../../shared/exchange/log.ts';
import { type Change } from '../../shared/model/change.ts';
import { type AnnotatorId, type ArticleId, type DeviceId } from '../../shared/model/id.ts';
import { countsAfter, noCounts } from './counts.ts';
import { type Head } from './database.ts';

/** Something to enter in the Log. Its place in the chain is given in the transaction that writes it. */
export interface Step {
  readonly scope: ArticleId | null;
  readonly action: Action;
  readonly change: Change;
}

export interface Author {
  readonly device: DeviceId;
  readonly annotator: AnnotatorId;
  /** The time: ISO 8601, UTC. */
  readonly now: () => string;
  /** Version of the app. */
  readonly app: string;
}

/** The Log of Naql's own work; other audiences get chains of their own. */
const channel = 'work';

export const emptyHead: Head = { device: null, sequence: 0, hash: genesis, lamport: 0, counts: noCounts, histories: 0 };

/** The Entry that follows. A chain keeps the device it began with, even where the settings were lost since. */
export const entryAfter = (head: Head, { scope, action, change }: Step, { device, annotator, now, app }: Author): Entry => ({
  // In this order its JSON is canonical where that of its Change is: then it is written only once.
  action,
  annotator,
  app,
  change,
  channel,
  device: head.device ?? device,
  lamport: head.lamport + 1,
  previous: head.hash,
  scope,
  sequence: head.sequence + 1,
  wall: now(),
});

/**
 * `change`: that of the Entry, in the shape of today; `hash`: its `entryHash`, where that is known already.
 * @throws if the Entry does not continue the chain: its Change was made for another state.
 */
export function headAfter(head: Head, entry: Entry, change: Change = entry.change, hash: string = entryHash(entry)): Head {
  if (entry.sequence !== head.sequence + 1 || entry.previous !== head.hash)
    throw new Error(`entry ${entry.sequence} after ${entry.previous} does not follow entry ${head.sequence}, ${head.hash}`);
  const counts = countsAfter(head.counts, change);
  return { ...head, device: entry.device, sequence: entry.sequence, hash, lamport: entry.lamport, counts };
}
