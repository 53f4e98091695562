import { type AnnotationSet } from '../model/annotation-set.ts';
import { type Annotator } from '../model/annotator.ts';
import { type AnnotatorId, type SetId } from '../model/id.ts';
import { type Assigned, type ReviewEvent } from '../model/review-event.ts';
import { isSecondTime } from '../model/second-time.ts';
import { sealOf } from '../model/seal.ts';

/** How far one person is with one Article. */
export const workStates = ['assigned', 'open', 'submitted', 'returned', 'accepted', 'declined', 'skipped', 'abandoned'] as const;
export type WorkState = (typeof workStates)[number];

/** One person's work on one Article, as it follows from what was said of it. */
export interface Work {
  readonly annotator: AnnotatorId;
  /** Of somebody who has not been heard of: as the lead wrote it. */
  readonly name: string;
  readonly state: WorkState;
  /** What was handed in last; `null` before that. */
  readonly seal: string | null;
  readonly set: AnnotationSet | null;
  /** The last verdict was on an earlier state than the one that was handed in since. */
  readonly isStale: boolean;
  /** What lies there is no longer what was handed in. */
  readonly isAltered: boolean;
  /** Why it was given back, opened again or not done; empty where nobody said. */
  readonly reason: string;
  readonly isAssigned: boolean;
  readonly isBlind: boolean;
  /** Nothing of others' work on it is shown to them, though they have handed in: the round is not closed. */
  readonly isHeld: boolean;
  readonly round: string;
  /** When it was given to them last, ISO 8601; `null` where it was not. */
  readonly since: string | null;
  /** What the next statement is to count. */
  readonly nextTurn: number;
}

/** What work is derived from: everything about one Article. */
export interface WorkGround {
  /** What was said of the Article. */
  readonly events: readonly ReviewEvent[];
  /** Those on the Article. */
  readonly sets: readonly AnnotationSet[];
  readonly annotators: readonly Pick<Annotator, 'id' | 'name'>[];
  /** Who answers to a name that the lead wrote before they had met (`answersTo`). */
  readonly answersTo: ReadonlyMap<AnnotatorId, AnnotatorId>;
  /** Rounds that were closed (`closedRounds`); without it, none. */
  readonly closed?: ReadonlySet<string>;
  /** Whoever knows seals already gives them: they are dear. As `sealOf` where it is not there. */
  readonly sealOf?: (set: AnnotationSet) => string;
}

/** From what was said of the project as a whole. */
export const answersTo = (events: readonly ReviewEvent[]): ReadonlyMap<AnnotatorId, AnnotatorId> =>
  new Map(events.flatMap((event) => (event.kind === 'taken-up' ? [[event.place, event.annotator] as const] : [])));

const roundKey = (by: AnnotatorId, round: string): string => `${by} ${round}`;

/** From what was said of the project as a whole: a round is closed by whoever gave it out. */
export const closedRounds = (events: readonly ReviewEvent[]): ReadonlySet<string> =>
  new Set(events.flatMap((event) => (event.kind === 'round-closed' ? [roundKey(event.by, event.round)] : [])));

/** @param closed as `closedRounds` */
export const isClosed = (closed: ReadonlySet<string>, { by, round }: Pick<Assigned & ReviewEvent, 'by' | 'round'>): boolean => closed.has(roundKey(by, round));

type WorkEvent = Extract<ReviewEvent, { readonly turn: number; readonly kind: 'submitted' | 'returned' | 'accepted' | 'reopened' | 'declined' | 'skipped' | 'abandoned' }>;
const workKinds: ReadonlySet<string> = new Set(['submitted', 'returned', 'accepted', 'reopened', 'declined', 'skipped', 'abandoned']);
const isWorkEvent = (event: ReviewEvent): event is WorkEvent => workKinds.has(event.kind);

const inTurn = (a: WorkEvent, b: WorkEvent): number => a.turn - b.turn || (a.id < b.id ? -1 : a.id > b.id ? 1 : 0);

/** Everybody's work on an Article that was given out or handed in, by name and id. It does not matter in which order things were heard. */
export function worksOn(ground: WorkGround): readonly Work[] {
  const people = new Map<AnnotatorId, { assigned: (Assigned & ReviewEvent)[]; said: WorkEvent[] }>();
  const of = (id: AnnotatorId) => {
    const person = ground.answersTo.get(id) ?? id;
    const known = people.get(person) ?? { assigned: [], said: [] };
    people.set(person, known);
    return known;
  };
  const ownerOf = new Map<SetId, AnnotatorId>(ground.sets.map((set) => [set.id, set.annotator]));
  for (const event of ground.events) if (event.kind === 'submitted') ownerOf.set(event.set, event.by);
  for (const event of ground.events) {
    // A second marking of the same text is nobody's work here: nobody waits for it, and nobody settles it.
    if ('by' in event && isSecondTime(event.by)) continue;
    if (event.kind === 'assigned') of(event.annotator).assigned.push(event);
    else if (isWorkEvent(event)) {
      const person = 'annotator' in event ? event.annotator : ownerOf.get(event.set);
      if (person !== undefined) of(person).said.push(event);
    }
  }
  const works = [...people].map(([id, { assigned, said }]) => workOf(ground, id, assigned, said.sort(inTurn)));
  return works.sort((a, b) => compare(a.name, b.name) || compare(a.annotator, b.annotator));
}

const compare = (a: string, b: string): number => (a < b ? -1 : a > b ? 1 : 0);

function workOf({ sets, annotators, closed = new Set(), sealOf: sealed = sealOf }: WorkGround, annotator: AnnotatorId, assigned: readonly (Assigned & ReviewEvent)[], said: readonly WorkEvent[]): Work {
  const latest = [...assigned].sort((a, b) => compare(a.at, b.at) || compare(a.id, b.id)).at(-1);
  const submitted = said.flatMap((event) => (event.kind === 'submitted' ? event : [])).at(-1);
  const set = sets.find((one) => (submitted ? one.id === submitted.set : one.annotator === annotator && one.role === 'work')) ?? null;
  const verdict = said.flatMap((event) => (event.kind === 'returned' || event.kind === 'accepted' ? event : [])).at(-1);
  const isStale = verdict !== undefined && submitted !== undefined && verdict.seal !== submitted.seal;
  const last = said.filter((event) => !(isStale && event === verdict)).at(-1);
  const isAltered = submitted !== undefined && set !== null && sealed(set) !== submitted.seal;
  const state = stateAfter(last, isStale || !verdict ? undefined : verdict, set, isAltered);
  return {
    annotator,
    name: annotators.find(({ id }) => id === annotator)?.name ?? latest?.name ?? '',
    state,
    seal: submitted?.seal ?? null,
    set,
    isStale,
    isAltered: isAltered && (state === 'submitted' || state === 'accepted'),
    reason: last && 'reason' in last ? last.reason : '',
    isAssigned: latest !== undefined,
    isBlind: assigned.some(({ blind }) => blind),
    isHeld: assigned.some((event) => event.blind && (event.hold === true || event.strict === true) && !isClosed(closed, event)),
    round: latest?.round ?? '',
    since: latest?.at ?? null,
    nextTurn: said.reduce((most, { turn }) => Math.max(most, turn), 0) + 1,
  };
}

function stateAfter(last: WorkEvent | undefined, verdict: WorkEvent | undefined, set: AnnotationSet | null, isAltered: boolean): WorkState {
  switch (last?.kind) {
    case undefined:
      return set && set.status !== 'todo' ? 'open' : 'assigned';
    case 'submitted':
      // A verdict on just this state holds, though it was said before this was handed in again as it was.
      return verdict?.kind === 'accepted' || verdict?.kind === 'returned' ? judged(verdict.kind, isAltered) : 'submitted';
    case 'returned':
    case 'accepted':
      return judged(last.kind, isAltered);
    case 'reopened':
      return 'open';
    case 'declined':
    case 'skipped':
    case 'abandoned':
      return last.kind;
  }
}

const judged = (verdict: 'returned' | 'accepted', isAltered: boolean): WorkState => (verdict === 'returned' && isAltered ? 'open' : verdict);

/** Nobody waits for these any more. */
export const isWithdrawn = ({ state }: Pick<Work, 'state'>): boolean => state === 'declined' || state === 'skipped' || state === 'abandoned';
/** What was handed in and has not been opened again since. */
export const isIn = ({ state }: Pick<Work, 'state'>): boolean => state === 'submitted' || state === 'accepted';

/** Given to somebody, who has neither handed it in nor left it. */
export const isAwaited = (work: Pick<Work, 'isAssigned' | 'state'>): boolean => work.isAssigned && !isIn(work) && !isWithdrawn(work);

/** Where an Article stands, as far as it was heard of here. */
export interface Progress {
  /** `none`: it was given to nobody; `collecting`: somebody is waited for; `ready`: all who were to hand in have done so. */
  readonly state: 'none' | 'collecting' | 'ready';
  /** How many handed in, of how many that were asked and still are. */
  readonly received: number;
  readonly of: number;
  /** Names of those who are waited for. */
  readonly waiting: readonly string[];
  /** Some verdict is on an earlier state. */
  readonly isStale: boolean;
}

export function progressOf(works: readonly Work[]): Progress {
  const asked = works.filter((work) => work.isAssigned && !isWithdrawn(work));
  const received = asked.filter(isIn).length;
  return {
    state: asked.length === 0 ? 'none' : received === asked.length ? 'ready' : 'collecting',
    received,
    of: asked.length,
    waiting: asked.filter((work) => !isIn(work)).map(({ name }) => name),
    isStale: works.some((work) => work.isStale || work.isAltered),
  };
}
