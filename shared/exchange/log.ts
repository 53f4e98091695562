import { sha256 } from '@noble/hashes/sha2.js';
import { bytesToHex, utf8ToBytes } from '@noble/hashes/utils.js';
import { canonicalJson } from '../canonical-json.ts';
import { type Change, type DataRecord, implode, recordKey, type RecordMap } from '../model/change.ts';
import { type Dataset } from '../model/dataset.ts';
import { type AnnotatorId, type ArticleId, type DeviceId } from '../model/id.ts';

/** What an Entry did: a command by its name, or the undoing or redoing of the Entry with that sequence. */
export type Action =
  | { readonly kind: 'do'; readonly command: string }
  | { readonly kind: 'undo'; readonly of: number }
  | { readonly kind: 'redo'; readonly of: number };

/** One Change in the Log of one device and channel. */
export interface Entry {
  readonly device: DeviceId;
  /** The audience; each channel has a chain of its own. Labels travel in `work`. */
  readonly channel: string;
  /** 1, 2, 3 … without a gap. */
  readonly sequence: number;
  /** `entryHash` of the Entry before it in the same device and channel; `genesis` for the first. */
  readonly previous: string;
  /** Lamport time: greater than that of every Entry its device had seen. Orders Entries of several devices. */
  readonly lamport: number;
  /** ISO 8601, UTC; for people, never for order. */
  readonly wall: string;
  readonly annotator: AnnotatorId;
  /** The Article that the step belongs to for undo; `null` for the project as a whole. */
  readonly scope: ArticleId | null;
  readonly action: Action;
  readonly change: Change;
}

export const genesis = '0'.repeat(64);

/** SHA-256 of the Entry's canonical JSON, 64 hexadecimal digits. */
export const entryHash = (entry: Entry): string => bytesToHex(sha256(utf8ToBytes(canonicalJson(entry))));

/** The place of the first Entry that does not follow its predecessor, or `null` when the chain holds. */
export function brokenAt(entries: readonly Entry[]): number | null {
  let previous: { readonly hash: string; readonly sequence: number } | null = null;
  for (const [index, entry] of entries.entries()) {
    if (previous && (entry.previous !== previous.hash || entry.sequence !== previous.sequence + 1)) return index;
    if (!previous && entry.sequence === 1 && entry.previous !== genesis) return index;
    previous = { hash: entryHash(entry), sequence: entry.sequence };
  }
  return null;
}

const compareEntries = (a: Entry, b: Entry): number =>
  a.lamport - b.lamport ||
  compareText(a.device, b.device) ||
  compareText(a.channel, b.channel) ||
  a.sequence - b.sequence;
const compareText = (a: string, b: string): number => (a < b ? -1 : a > b ? 1 : 0);

/** The union of Logs: each Entry once, in the one order that every device agrees on. */
export function merge(...logs: readonly (readonly Entry[])[]): readonly Entry[] {
  const byPlace = new Map<string, Entry>();
  for (const entry of logs.flat()) byPlace.set(`${entry.device} ${entry.channel} ${entry.sequence}`, entry);
  return [...byPlace.values()].sort(compareEntries);
}

/**
 * The state that Entries lead to, whatever order, split or repetition they arrive in. Where two devices wrote one
 * record the later one by Lamport time wins; a record in a set that is gone goes with it.
 */
export function fold(entries: readonly Entry[]): Dataset {
  const records: RecordMap = new Map();
  for (const { change } of merge(entries)) {
    for (const record of change.removed) records.delete(recordKey(record));
    for (const [, after] of change.updated) put(records, after);
    for (const record of change.added) put(records, record);
  }
  const inLostSet = (record: DataRecord): boolean =>
    (record.kind === 'annotation' || record.kind === 'relation') && !records.has(`set ${record.set}`);
  for (const [key, record] of records) if (inLostSet(record)) records.delete(key);
  return implode(records);
}

const put = (records: RecordMap, record: DataRecord): void => void records.set(recordKey(record), record);
