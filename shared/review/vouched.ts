import { type AnnotationSet } from '../model/annotation-set.ts';
import { type GoldSealed } from '../model/decided.ts';
import { derivedId } from '../model/derived-id.ts';
import { type AnnotatorId, type ArticleId, type SetId } from '../model/id.ts';
import { type ReviewEvent } from '../model/review-event.ts';
import { isDecided } from './settlement.ts';

type Sealing = ReviewEvent & GoldSealed;
const isSealing = (event: ReviewEvent): event is Sealing => event.kind === 'gold-sealed';

/** Of the same thing it is always the same id, so that what was given is known again. */
const vouchedId = <T extends string>(id: T, me: AnnotatorId): T => derivedId(id, `by-${me.slice(-24)}`);

/**
 * Another adjudicator's gold set as whoever leads gives it to annotators. A set has one writer, and a file speaks in its giver's name alone, so
 * the lead vouches for it with a set of their own that says just the same, and has its seal.
 */
export const vouchedGold = (gold: AnnotationSet, me: AnnotatorId): AnnotationSet => ({ ...gold, id: vouchedId(gold.id, me), annotator: me });

/**
 * What is said of gold sets that count and are neither the lead's nor the listener's, in the lead's name: that its last version was closed, what was decided
 * in it, and that it counts, where there is another closed one. Nothing of this is stored with the lead.
 * @param events all that was said in the project
 */
export function vouchedEvents(me: AnnotatorId, listener: AnnotatorId, events: readonly ReviewEvent[]): readonly ReviewEvent[] {
  const sealings = new Map<ArticleId, Sealing[]>();
  for (const event of events.filter(isSealing)) if (event.article !== null) sealings.set(event.article, [...(sealings.get(event.article) ?? []), event]);
  const heads = new Map<SetId, Sealing>();
  const said: ReviewEvent[] = [];
  for (const [article, closed] of sealings) {
    // Most often there is but the lead's own.
    if (closed.every(({ by }) => by === me)) continue;
    const { set, turn } = headOf(closed, events.filter((event) => event.article === article));
    const last = closed.filter((one) => one.set === set).reduce((latest, one) => (one.version > latest.version ? one : latest));
    if (last.by === me || last.by === listener) continue;
    heads.set(set, last);
    said.push({ ...last, id: vouchedId(last.id, me), by: me, set: vouchedId(set, me) });
    if (closed.some((one) => one.set !== set))
      said.push({ id: derivedId(vouchedId(last.id, me), 'counts'), article, by: me, at: last.at, kind: 'gold-named', set: vouchedId(set, me), turn });
  }
  const decided = events.filter(isDecided).filter(({ set }) => heads.has(set));
  return [...said, ...decided.map((event) => ({ ...event, id: vouchedId(event.id, me), by: me, set: vouchedId(event.set, me) }))];
}

/** As `goldHead`, of sets that were closed: the one that was named last, or the first by id; with the turn of the naming, 0 where there was none. */
function headOf(closed: readonly Sealing[], events: readonly ReviewEvent[]): { readonly set: SetId; readonly turn: number } {
  const sets = [...new Set(closed.map(({ set }) => set))].sort();
  const named = events
    .flatMap((event) => (event.kind === 'gold-named' && sets.includes(event.set) ? [event] : []))
    .sort((a, b) => b.turn - a.turn || (a.id > b.id ? -1 : 1))[0];
  const set = named?.set ?? sets[0];
  if (set === undefined) throw new Error('no gold set that was closed');
  return { set, turn: named?.turn ?? 0 };
}
