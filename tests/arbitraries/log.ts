import fc from 'fast-check';
import { type Action, type Entry, entryHash, genesis } from '../../shared/exchange/log.ts';
import { advance, type History, noHistory } from '../../shared/exchange/history.ts';
import { applyChange, type Change, explode, isEmptyChange, recordKey, reverse } from '../../shared/model/change.ts';
import { type Dataset } from '../../shared/model/dataset.ts';
import { type AnnotatorId, type DeviceId, makeId } from '../../shared/model/id.ts';
import { changeFor } from './change.ts';
import { dataset } from './dataset.ts';

/** A Log of one device and channel, and the state that applying its Changes in order leads to. */
export interface LogCase {
  readonly entries: readonly Entry[];
  readonly state: Dataset;
}

interface Writer {
  readonly device: DeviceId;
  readonly annotator: AnnotatorId;
}

/** The next Entry of a chain. `gap` lets Lamport time run ahead, as it does after hearing from another device. */
export function nextEntry(entries: readonly Entry[], by: Writer, change: Change, action: Action, gap = 1): Entry {
  const last = entries.at(-1);
  return {
    device: by.device,
    channel: 'work',
    sequence: (last?.sequence ?? 0) + 1,
    previous: last ? entryHash(last) : genesis,
    lamport: (last?.lamport ?? 0) + gap,
    wall: '2026-01-02T03:04:05.678Z',
    annotator: by.annotator,
    scope: null,
    action,
    change,
  };
}

const writer: fc.Arbitrary<Writer> = fc.constantFrom('a', 'b', 'c').map((token) => ({
  device: makeId('device', token),
  annotator: makeId('annotator', token),
}));

/** What is added when a project begins: everything in the Dataset. */
export const firstChange = (start: Dataset): Change => ({ added: [...explode(start).values()], updated: [], removed: [] });

type Step = 'do' | 'undo' | 'redo';
interface Progress extends LogCase {
  readonly history: History;
}

function walked(now: Progress, by: Writer, step: Step, gap: number): fc.Arbitrary<Progress> {
  const of = step === 'undo' ? now.history.undo.at(-1) : step === 'redo' ? now.history.redo.at(-1) : undefined;
  const told = (change: Change, action: Action): Progress => {
    const entry = nextEntry(now.entries, by, change, action, gap);
    return { entries: [...now.entries, entry], state: applyChange(now.state, change), history: advance(now.history, entry) };
  };
  if (step === 'do' || of === undefined)
    return changeFor(now.state).map((change) => (isEmptyChange(change) ? now : told(change, { kind: 'do', command: 'edit' })));
  const { change } = now.entries[of - 1] as Entry;
  return fc.constant(step === 'undo' ? told(reverse(change), { kind: 'undo', of }) : told(change, { kind: 'redo', of }));
}

/** A Log that goes on from a state: up to eight steps forward, back and forward again. */
const logFrom = (start: LogCase, by: Writer): fc.Arbitrary<LogCase> =>
  fc
    .array(fc.tuple(fc.constantFrom<Step>('do', 'do', 'undo', 'redo'), fc.integer({ min: 1, max: 3 })), { maxLength: 8 })
    .chain((steps) =>
      steps.reduce<fc.Arbitrary<Progress>>(
        (before, [step, gap]) => before.chain((now) => walked(now, by, step, gap)),
        fc.constant({ ...start, history: noHistory }),
      ),
    )
    .map(({ entries, state }) => ({ entries, state }));

const begun = fc.tuple(dataset, writer).map(([state, by]) => {
  const entries = [nextEntry([], by, firstChange(state), { kind: 'do', command: 'begin' })];
  return { start: { entries, state }, by };
});

/** A Log from the first Entry of a project on. */
export const log: fc.Arbitrary<LogCase> = begun.chain(({ start, by }) => logFrom(start, by));

/** What a device made itself: ids are random, so no other device makes the same. */
const madeAfterBeginning = (entries: readonly Entry[]): readonly string[] =>
  entries.slice(1).flatMap(({ change }) => change.added.map(recordKey));

/** Logs of two devices: the second heard of the project's beginning, then both went on without hearing of each other. */
export const twoLogs: fc.Arbitrary<readonly [readonly Entry[], readonly Entry[]]> = begun.chain(({ start, by }) => {
  const other: Writer = { device: makeId('device', 'z'), annotator: makeId('annotator', 'z') };
  const hello = nextEntry([], other, { added: [], updated: [], removed: [] }, { kind: 'do', command: 'hello' }, 2);
  return fc
    .tuple(logFrom(start, by), logFrom({ entries: [hello], state: start.state }, other))
    .map(([mine, theirs]) => [mine.entries, theirs.entries] as const)
    .filter(([mine, theirs]) => {
      const [known, made] = [new Set(explode(start.state).keys()), new Set(madeAfterBeginning(mine))];
      return !madeAfterBeginning(theirs).some((key) => made.has(key) && !known.has(key));
    });
});
