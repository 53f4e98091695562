import { MapPin } from 'lucide-react';
import { type Commented } from '../../../shared/model/discussed.ts';
import { type AnnotatorId, type EventId } from '../../../shared/model/id.ts';
import { type ReviewEvent } from '../../../shared/model/review-event.ts';
import { type Thread } from '../../../shared/review/discussion.ts';
import { excerpt } from '../../../shared/text/excerpt.ts';
import { directionOf } from '../../../shared/text/direction.ts';
import { useMessages } from '../../messages/MessagesProvider.tsx';
import { Button } from '../Button.tsx';
import { Words } from '../Words.tsx';
import styles from './discussion.module.css';

/** What something said is about, as it is shown: the Article as a whole, words that it leads to, or words that are gone. */
export type Place =
  | { readonly kind: 'article'; readonly title?: string; readonly onJump?: () => void }
  | { readonly kind: 'here'; readonly words: string; readonly title?: string; readonly onJump: () => void }
  | { readonly kind: 'gone'; readonly quote: string };

/** Characters of a place's words. */
const longestWords = 80;

export function PlaceLine({ place }: { readonly place: Place }) {
  const { t } = useMessages();
  if (place.kind === 'gone') return <p className={styles.muted}>{t('discussion.gone', { quote: excerpt(place.quote, 120) })}</p>;
  if (place.kind === 'article' && !place.onJump) return <span className={styles.muted}>{t('discussion.article')}</span>;
  const words = place.kind === 'here' ? place.words : (place.title ?? t('discussion.article'));
  return (
    <button type="button" className={styles.jump} aria-label={t('discussion.jump', { words: excerpt(words, 60) })} onClick={place.onJump}>
      <MapPin size={14} aria-hidden /> <Words>{excerpt(words, longestWords)}</Words>
      {place.kind === 'here' && place.title !== undefined && <span className={styles.muted}> <Words>{excerpt(place.title, 60)}</Words></span>}
    </button>
  );
}

interface SpokenProps {
  readonly by: AnnotatorId;
  readonly at: string;
  readonly words: string;
  readonly nameOf: (id: AnnotatorId) => string;
}

/** Who said it, when, and what. */
export function Spoken({ by, at, words, nameOf }: SpokenProps) {
  const { date } = useMessages();
  return (
    <p>
      <strong>
        <bdi>{nameOf(by)}</bdi>
      </strong>{' '}
      <span className={styles.muted}>{date(at)}</span>
      <br />
      <bdi dir={directionOf(words)}>{words}</bdi>
    </p>
  );
}

interface ThreadListProps {
  readonly threads: readonly Thread[];
  readonly nameOf: (id: AnnotatorId) => string;
  readonly placeOf: (first: ReviewEvent & Commented) => Place;
  readonly onAnswer: (thread: Thread) => void;
  readonly onResolve: (thread: Thread, isResolved: boolean) => void;
}

/** Threads, each with its place, what was said, and the ways to answer and to settle it. */
export function ThreadList({ threads, nameOf, placeOf, onAnswer, onResolve }: ThreadListProps) {
  const { t } = useMessages();
  return (
    <ul className={styles.list}>
      {threads.map((thread) => (
        <li key={thread.first.id} className={styles.box} data-resolved={thread.isResolved}>
          <PlaceLine place={placeOf(thread.first)} />
          {[thread.first, ...thread.answers].map((one) => (
            <Spoken key={one.id} {...one} nameOf={nameOf} />
          ))}
          <div className={styles.foot}>
            {thread.first.blocking && !thread.isResolved && <strong className={styles.blocks}>{t('discussion.blocks')}</strong>}
            {thread.isResolved && <span className={styles.muted}>{t('discussion.resolved')}</span>}
            <span className={styles.gap} />
            <Button kind="quiet" onClick={() => onAnswer(thread)}>
              {t('discussion.answer')}
            </Button>
            <Button onClick={() => onResolve(thread, !thread.isResolved)}>{t(thread.isResolved ? 'discussion.reopen' : 'discussion.resolve')}</Button>
          </div>
        </li>
      ))}
    </ul>
  );
}

/** What was asked of the guideline and what answers it; `questionsIn`. */
export interface Question {
  readonly asked: ReviewEvent & { readonly kind: 'asked' };
  readonly ruled: (ReviewEvent & { readonly kind: 'ruled' }) | null;
}

interface QuestionListProps {
  readonly questions: readonly Question[];
  readonly nameOf: (id: AnnotatorId) => string;
  readonly placeOf: (asked: Question['asked']) => Place;
  /** Where whoever looks may answer. */
  readonly onRule?: (question: EventId) => void;
}

export function QuestionList({ questions, nameOf, placeOf, onRule }: QuestionListProps) {
  const { t } = useMessages();
  return (
    <ul className={styles.list}>
      {questions.map(({ asked, ruled }) => (
        <li key={asked.id} className={styles.box} data-resolved={ruled !== null}>
          <PlaceLine place={placeOf(asked)} />
          <Spoken by={asked.by} at={asked.at} words={asked.question} nameOf={nameOf} />
          <div className={styles.foot}>
            {ruled && <span className={styles.muted}>{t('discussion.rule', { number: ruled.number })}</span>}
            {!ruled && !onRule && <span className={styles.muted}>{t('discussion.waits')}</span>}
            {!ruled && onRule && <Button onClick={() => onRule(asked.id)}>{t('discussion.answer-question')}</Button>}
          </div>
        </li>
      ))}
    </ul>
  );
}
