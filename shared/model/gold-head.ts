import { type AnnotationSet } from './annotation-set.ts';
import { type GoldNamed } from './decided.ts';
import { type ReviewEvent } from './review-event.ts';

const isNaming = (event: ReviewEvent): event is ReviewEvent & GoldNamed => event.kind === 'gold-named';

/**
 * The gold set of an Article that counts where several people settled it: the one that was named last; unnamed, a closed one before an open one,
 * and then the first by id. `null` where there is none.
 * @param sets on the Article; others than gold ones are passed over
 */
export function goldHead<One extends Pick<AnnotationSet, 'id' | 'role' | 'status'>>(sets: readonly One[], events: readonly ReviewEvent[]): One | null {
  const golds = sets.filter(({ role }) => role === 'adjudicated').sort((a, b) => Number(b.status === 'done') - Number(a.status === 'done') || (a.id < b.id ? -1 : 1));
  if (golds.length < 2) return golds[0] ?? null;
  const named = events.filter(isNaming).sort((a, b) => b.turn - a.turn || (a.id > b.id ? -1 : 1)).find(({ set }) => golds.some(({ id }) => id === set));
  return golds.find(({ id }) => id === named?.set) ?? golds[0] ?? null;
}
