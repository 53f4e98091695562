import { type Decided } from '../model/decided.ts';
import { type Anchor } from '../model/discussed.ts';
import { type AnnotatorId, type ArticleId, type EventId, type SetId } from '../model/id.ts';
import { type ReviewEvent } from '../model/review-event.ts';
import { notGiven } from './hand-over.ts';
import { isDecided } from './settlement.ts';
import { vouchedEvents } from './vouched.ts';
import { answersTo, isIn, type Work } from './work.ts';

/** Somebody who is to hear what was said of their work. */
export interface Listener {
  readonly annotator: AnnotatorId;
  readonly works: readonly (Work & { readonly article: ArticleId })[];
}

/** Whoever has handed in, and is not to look at it again, may learn from others' work on it, unless the round is held and not closed. */
export const mayLearn = (work: Pick<Work, 'state' | 'isStale' | 'isHeld'>): boolean => isIn(work) && !work.isStale && !work.isHeld;

/**
 * What this person is to hear and was not given: verdicts on their work, what was said at it or on their Articles, entries of the guideline, and
 * that the gold set of an Article that they handed in was closed, by the lead or by whoever settled it for them (`vouchedEvents`). Comments on an Article are between the lead and whoever wrote them while it is
 * done blind, and at another's work they are for that other one alone. Decisions go with the gold set (`decisionsFor`).
 * @param events all that was said in the project
 */
export function feedbackFor({ annotator, works }: Listener, me: AnnotatorId, events: readonly ReviewEvent[]): readonly ReviewEvent[] {
  const unheard = notGiven([...events, ...vouchedEvents(me, annotator, events)], me, namesOf(annotator, events));
  if (unheard.length === 0) return [];
  const sets = new Set(works.flatMap(({ set }) => set?.id ?? []));
  const held = new Set(works.filter(({ isHeld }) => isHeld).map(({ article }) => article));
  const open = new Set(works.filter((work) => (isIn(work) && !work.isHeld) || !work.isBlind).map(({ article }) => article));
  const learned = new Set(works.filter(mayLearn).map(({ article }) => article));
  const own = new Set(events.filter(({ by }) => by === annotator).map(({ id }) => id));
  const golds = new Set<SetId>(events.flatMap((event) => (event.kind === 'gold-sealed' && event.by === me ? [event.set] : [])));
  const isAt = (anchor: Anchor, article: ArticleId | null): boolean =>
    article !== null && ('set' in anchor ? sets.has(anchor.set) || (learned.has(article) && golds.has(anchor.set)) : open.has(article));
  const rounds = new Set(works.map(({ round }) => round));
  const said = new Map(events.map((event) => [event.id, event]));
  const isHeard = (id: EventId): boolean => {
    const first = said.get(id);
    return own.has(id) || (first?.kind === 'commented' && first.by === me && isAt(first.anchor, first.article));
  };
  return unheard.flatMap((event) => {
    switch (event.kind) {
      case 'returned':
      case 'reopened':
        return sets.has(event.set) ? event : [];
      case 'accepted':
        // What is given back has to be done again, and is told in any case.
        return sets.has(event.set) && event.article !== null && !held.has(event.article) ? event : [];
      case 'round-closed':
        return rounds.has(event.round) ? event : [];
      case 'commented':
        return (event.thread === null ? isAt(event.anchor, event.article) : isHeard(event.thread)) ? event : [];
      case 'resolved':
        return isHeard(event.thread) ? event : [];
      case 'ruled':
        // It holds for everybody who was given work.
        return event;
      case 'gold-sealed':
        return event.article !== null && learned.has(event.article) ? { ...event, among: event.among.filter((set) => sets.has(set)) } : [];
      case 'gold-named':
        return event.article !== null && learned.has(event.article) ? event : [];
      default:
        return [];
    }
  });
}

/** What was decided about this person's readings on these Articles and was not given to them: of others' readings it holds nothing. */
export function decisionsFor({ annotator, works }: Listener, me: AnnotatorId, events: readonly ReviewEvent[], articles: ReadonlySet<ArticleId>): readonly ReviewEvent[] {
  const sets = new Set(works.flatMap(({ set }) => set?.id ?? []));
  return notGiven([...events, ...vouchedEvents(me, annotator, events)], me, namesOf(annotator, events))
    .filter(isDecided)
    .flatMap((event) => (event.article !== null && articles.has(event.article) ? (narrowed(event, sets) ?? []) : []));
}

/** Of a decision what concerns these sets; `null` where that is nothing. */
function narrowed(event: ReviewEvent & Decided, sets: ReadonlySet<SetId>): (ReviewEvent & Decided) | null {
  const items = event.items.flatMap((item) => {
    const from = item.from.filter(({ set }) => sets.has(set));
    const taken = item.taken !== null && sets.has(item.taken) ? item.taken : null;
    return from.length === 0 ? [] : [{ ...item, from, taken, links: item.links.filter(({ set }) => sets.has(set)), readings: [] }];
  });
  return items.length === 0 ? null : { ...event, among: event.among.filter((set) => sets.has(set)), items };
}

/** Whom a file for this person may be addressed to: them, or a name that they answer to. */
const namesOf = (annotator: AnnotatorId, events: readonly ReviewEvent[]): ReadonlySet<AnnotatorId> =>
  new Set([annotator, ...[...answersTo(events)].flatMap(([place, person]) => (person === annotator ? [place] : []))]);
