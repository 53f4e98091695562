import { type AnnotatorId, type ArticleId } from '../model/id.ts';
import { type ReviewEvent } from '../model/review-event.ts';
import { answersTo, closedRounds, isClosed } from './work.ts';

/**
 * Is any of these Articles given out in a round that is strictly blind and not closed? Then what is handed in of them, what is decided and what is said back goes in an envelope.
 * @param to to this person; without it, to anybody
 */
export function isStrict(events: readonly ReviewEvent[], articles: ReadonlySet<ArticleId>, to?: AnnotatorId): boolean {
  const [names, closed] = [answersTo(events), closedRounds(events)];
  return events.some((event) => event.kind === 'assigned' && event.blind && event.strict === true && event.article !== null && articles.has(event.article)
    && (to === undefined || (names.get(event.annotator) ?? event.annotator) === to) && !isClosed(closed, event));
}
