import { isReceived } from '../exchange/bundle/known.ts';
import { type Entry } from '../exchange/log.ts';
import { type Annotation } from '../model/annotation.ts';
import { type DeviceId, type EventId, type SetId } from '../model/id.ts';
import { type ReviewEvent } from '../model/review-event.ts';

/** Where the Log has something that was said of a gold set: on which device, when by its count, by which version. */
export interface Trace {
  readonly device: DeviceId;
  /** Lamport time: whatever clocks say, of two steps that knew of each other the later one has the greater. */
  readonly lamport: number;
  /** Place in the chain of its device and channel. */
  readonly sequence: number;
  /** `null` where its Entry does not say it. */
  readonly app: string | null;
  /** Annotations of the gold set that the step altered or brought, as they were after it, by id; `null` where it was taken in, and its Change is on another laptop. */
  readonly made: ReadonlyMap<string, Annotation> | null;
}

export type Traces = ReadonlyMap<EventId, Trace>;

/** Adds up as Entries of the Log come by, in their order. */
export interface Tracing {
  readonly found: Traces;
  add(entry: Entry): void;
}

const eventMark = 'event ';

type GoldEvent = Extract<ReviewEvent, { readonly kind: 'decided' | 'gold-sealed' }>;
const isOfGold = (event: ReviewEvent): event is GoldEvent => event.kind === 'decided' || event.kind === 'gold-sealed';

/**
 * Traces of decisions and closings. A step on one Article was made where its Entry says; what came in a Bundle, where the receipt says. What came otherwise – with a
 * dataset, or saved from damaged lines – has no trace.
 */
export function tracing(): Tracing {
  const found = new Map<EventId, Trace>();
  const add: Tracing['add'] = ({ device, lamport, sequence, app = null, scope, annotator, change }) => {
    for (const record of change.added) {
      if (record.kind !== 'event') continue;
      const { value } = record;
      if (isReceived(value)) {
        for (const entry of value.entries)
          for (const written of entry.writes) {
            const id = written.slice(eventMark.length) as EventId;
            if (written.startsWith(eventMark) && !found.has(id)) found.set(id, { device: value.device, lamport: entry.lamport, sequence: entry.sequence, app: entry.app ?? null, made: null });
          }
      } else if (isOfGold(value) && scope !== null && value.by === annotator && !found.has(value.id)) {
        found.set(value.id, { device, lamport, sequence, app, made: madeIn(change, value.set) });
      }
    }
  };
  return { found, add };
}

function madeIn({ added, updated }: Entry['change'], set: SetId): ReadonlyMap<string, Annotation> {
  const made = new Map<string, Annotation>();
  for (const record of [...added, ...updated.map(([, after]) => after)]) if (record.kind === 'annotation' && record.set === set) made.set(record.value.id, record.value);
  return made;
}
