import { type AnnotationSet } from '../model/annotation-set.ts';
import { goldHead } from '../model/gold-head.ts';
import { type ReviewEvent } from '../model/review-event.ts';
import { isSealed, versionsOf } from './gold.ts';
import { revisionsOf } from './revision.ts';
import { isDecided } from './settlement.ts';

/** How far the settling of an Article is: begun, everything settled, closed, or opened again after it was closed. */
export interface GoldProgress {
  readonly state: 'adjudicating' | 'decided' | 'sealed' | 'reopened';
  /** The last that was closed; 0 before the first. */
  readonly version: number;
}

/**
 * Of the gold set that counts; `null` where there is none. It is known from what was decided about each reading, without comparing anew, so that a list
 * of Articles can show it.
 * @param sets on the Article
 * @param events what was said of it
 */
export function goldProgress(sets: readonly AnnotationSet[], events: readonly ReviewEvent[]): GoldProgress | null {
  const head = goldHead(sets, events);
  if (!head) return null;
  const version = versionsOf(events, head.id).at(-1)?.version ?? 0;
  if (isSealed(head, events)) return { state: 'sealed', version };
  if (version > 0) return { state: 'reopened', version };
  return { state: isAllDecided(head, sets, events) ? 'decided' : 'adjudicating', version };
}

/** Was something final decided about each Annotation, as it is now, of the sets that were compared last? */
function isAllDecided({ id }: AnnotationSet, sets: readonly AnnotationSet[], events: readonly ReviewEvent[]): boolean {
  const decided = events.filter(isDecided).filter((one) => one.set === id).sort((a, b) => a.turn - b.turn || (a.id < b.id ? -1 : 1));
  const settled = new Map<string, string>();
  for (const { act, items } of decided) {
    if (act === 'link') continue;
    for (const { from } of items)
      for (const { set, annotation, revision } of from) settled.set(`${set} ${annotation}`, act === 'defer' ? '' : revision);
  }
  const among = decided.at(-1)?.among ?? [];
  const compared = sets.filter((set) => among.includes(set.id));
  return compared.length > 0 && compared.every((set) => [...revisionsOf(set)].every(([annotation, revision]) => settled.get(`${set.id} ${annotation}`) === revision));
}
