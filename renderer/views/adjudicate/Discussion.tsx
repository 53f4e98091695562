import { useState } from 'react';
import { annotatorName } from '../../../shared/model/annotator.ts';
import { type Anchor } from '../../../shared/model/discussed.ts';
import { type EventId } from '../../../shared/model/id.ts';
import { type ReviewEvent } from '../../../shared/model/review-event.ts';
import { placeOf, questionsIn, rulesIn, type Thread, threadsIn } from '../../../shared/review/discussion.ts';
import { handedInUnder, labelledBefore, lastWritten } from '../../../shared/review/history.ts';
import { type Span } from '../../../shared/text/offsets.ts';
import { excerpt } from '../../../shared/text/excerpt.ts';
import { useMessages } from '../../messages/MessagesProvider.tsx';
import { useLive } from '../../store/live.ts';
import { type ProjectStore } from '../../store/project-store.ts';
import { RuleBox } from '../../ui/discussion/RuleBox.tsx';
import { type Place, QuestionList, ThreadList } from '../../ui/discussion/Saying.tsx';
import { Words } from '../../ui/Words.tsx';
import styles from './AdjudicateView.module.css';
import { type ReviewScene, wordsAt } from './scene.ts';

interface DiscussionProps {
  readonly store: ProjectStore;
  readonly scene: ReviewScene;
  readonly onJump: (span: Span) => void;
  readonly onResolve: (thread: EventId, isResolved: boolean) => void;
  readonly onAnswer: (thread: Thread) => void;
  /** For whoever keeps the guideline. */
  readonly onRule?: (question: EventId) => void;
}

/** What was said of an Article, the questions it raised, and the rules of the guideline that answer questions. */
export function Discussion({ store, scene, onJump, onResolve, onAnswer, onRule }: DiscussionProps) {
  const { t } = useMessages();
  const threads = threadsIn(scene.events);
  const questions = questionsIn(scene.events);
  const rules = rulesIn(scene.events);
  const nameOf = (id: string) => annotatorName(scene.annotators, id);
  const whereIs = ({ anchor }: { readonly anchor: Anchor }): Place => {
    if (anchor.kind === 'article') return { kind: 'article' };
    const place = placeOf(anchor, scene.sets);
    const [first] = place ?? [];
    return place && first ? { kind: 'here', words: wordsAt(scene.article.text, place), onJump: () => onJump(first) } : { kind: 'gone', quote: anchor.quote };
  };
  return (
    <>
      <section aria-labelledby="threads">
        <h3 id="threads" className={styles.heading}>
          {t('discussion.title')}
        </h3>
        {threads.length === 0 && <p className={styles.muted}>{t('discussion.none')}</p>}
        <ThreadList threads={threads} nameOf={nameOf} placeOf={whereIs} onAnswer={onAnswer} onResolve={({ first }, isResolved) => onResolve(first.id, isResolved)} />
      </section>
      {questions.length > 0 && (
        <section aria-labelledby="questions">
          <h3 id="questions" className={styles.heading}>
            {t('discussion.questions')}
          </h3>
          <QuestionList questions={questions} nameOf={nameOf} placeOf={whereIs} {...(onRule && { onRule })} />
        </section>
      )}
      {rules.map((one) => (
        <Rule key={one.id} store={store} scene={scene} ruled={one} onJump={onJump} />
      ))}
    </>
  );
}

interface RuleProps extends Pick<DiscussionProps, 'store' | 'scene' | 'onJump'> {
  readonly ruled: ReviewEvent & { readonly kind: 'ruled' };
}

/** An entry of the guideline, and what was labelled before there was one: to be looked at again. It is counted when somebody asks: the log is long. */
function Rule({ store, scene, ruled, onJump }: RuleProps) {
  const { t } = useMessages();
  const [isOpen, setOpen] = useState(false);
  const entries = useLive(() => (isOpen ? store.logOf(scene.article.id) : Promise.resolve(null)), [store, scene.article.id, isOpen]);
  const before = entries ? labelledBefore(ruled, scene.settlement.cases, lastWritten(entries), handedInUnder(scene.events)) : null;
  return (
    <RuleBox ruled={ruled}>
      <details onToggle={(event) => setOpen(event.currentTarget.open)}>
        <summary>{before ? t('discussion.rule.before', { n: before.length }) : t('discussion.rule.earlier')}</summary>
        <ul className={styles.sample}>
          {before?.map(({ key, hull, members }) => (
            <li key={key}>
              <button type="button" className={styles.linkWords} onClick={() => onJump(hull as Span)}>
                <Words>{excerpt(wordsAt(scene.article.text, members[0]?.annotation.spans ?? []), 60)}</Words>
              </button>
            </li>
          ))}
        </ul>
      </details>
    </RuleBox>
  );
}
