import { type AnnotatorId, type ArticleId } from '../model/id.ts';
import { type ReviewEvent } from '../model/review-event.ts';
import { answersTo, closedRounds, isClosed } from './work.ts';

/** Of these Articles, is any given to this person in a round that is strictly blind and not closed? Then what they hand in of them goes in an envelope. */
export function isStrict(events: readonly ReviewEvent[], me: AnnotatorId, articles: ReadonlySet<ArticleId>): boolean {
  const [names, closed] = [answersTo(events), closedRounds(events)];
  return events.some((event) => event.kind === 'assigned' && event.blind && event.strict === true && event.article !== null && articles.has(event.article)
    && (names.get(event.annotator) ?? event.annotator) === me && !isClosed(closed, event));
}
