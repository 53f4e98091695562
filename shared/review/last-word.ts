import { type Decided, type Source } from '../model/decided.ts';
import { type SetId } from '../model/id.ts';
import { type ReviewEvent } from '../model/review-event.ts';
import { isDecided } from './settlement.ts';

/** What was decided last about a reading in this gold set, links apart; `null` where nothing is known of it. */
export function lastWordOn({ set, annotation }: Pick<Source, 'set' | 'annotation'>, gold: SetId, events: readonly ReviewEvent[]): (ReviewEvent & Decided) | null {
  const about = events.filter(isDecided).filter((event) =>
    event.set === gold && event.act !== 'link' && event.items.some(({ from }) => from.some((one) => one.set === set && one.annotation === annotation)));
  return about.reduce<(ReviewEvent & Decided) | null>((last, one) => (last === null || one.turn > last.turn || (one.turn === last.turn && one.id > last.id) ? one : last), null);
}
