import { MapPin } from 'lucide-react';
import { useState } from 'react';
import { type Anchor } from '../../../shared/model/discussed.ts';
import { type EventId } from '../../../shared/model/id.ts';
import { type ReviewEvent } from '../../../shared/model/review-event.ts';
import { placeOf, questionsIn, rulesIn, type Thread, threadsIn } from '../../../shared/review/discussion.ts';
import { labelledBefore, lastWritten } from '../../../shared/review/history.ts';
import { type Span } from '../../../shared/text/offsets.ts';
import { useMessages } from '../../messages/MessagesProvider.tsx';
import { useLive } from '../../store/live.ts';
import { type ProjectStore } from '../../store/project-store.ts';
import { Button } from '../../ui/Button.tsx';
import { Words } from '../../ui/Words.tsx';
import styles from './AdjudicateView.module.css';
import { type ReviewScene, wordsAt } from './scene.ts';

interface DiscussionProps {
  readonly store: ProjectStore;
  readonly scene: ReviewScene;
  readonly onJump: (span: Span) => void;
  readonly onResolve: (thread: EventId, isResolved: boolean) => void;
  readonly onAnswer: (thread: Thread) => void;
  readonly onRule: (question: ReviewEvent & { readonly kind: 'asked' }) => void;
}

/** What was said of an Article, the questions it raised, and the rules of the guideline that answer questions. */
export function Discussion({ store, scene, onJump, onResolve, onAnswer, onRule }: DiscussionProps) {
  const { t, date } = useMessages();
  const all = useLive(() => store.events(null), [store]) ?? [];
  const threads = threadsIn(scene.events);
  const questions = questionsIn([...scene.events, ...all.filter(({ kind, article }) => kind === 'ruled' && article !== scene.article.id)]);
  const rules = rulesIn(all);
  const nameOf = (id: string) => scene.annotators.find((one) => one.id === id)?.name ?? id;
  return (
    <>
      <section aria-labelledby="threads">
        <h3 id="threads" className={styles.heading}>
          {t('discussion.title')}
        </h3>
        {threads.length === 0 && <p className={styles.muted}>{t('discussion.none')}</p>}
        <ul className={styles.links}>
          {threads.map((thread) => (
            <li key={thread.first.id} className={styles.readingBox} data-resolved={thread.isResolved}>
              <AnchorLine scene={scene} anchor={thread.first.anchor} onJump={onJump} />
              {[thread.first, ...thread.answers].map((one) => (
                <p key={one.id}>
                  <strong>
                    <bdi>{nameOf(one.by)}</bdi>
                  </strong>{' '}
                  <span className={styles.muted}>{date(one.at)}</span>
                  <br />
                  <bdi dir="auto">{one.words}</bdi>
                </p>
              ))}
              <div className={styles.who}>
                {thread.first.blocking && !thread.isResolved && <strong className={styles.warning}>{t('discussion.blocks')}</strong>}
                {thread.isResolved && <span className={styles.muted}>{t('discussion.resolved')}</span>}
                <span className={styles.gap} />
                <Button kind="quiet" onClick={() => onAnswer(thread)}>
                  {t('discussion.answer')}
                </Button>
                <Button onClick={() => onResolve(thread.first.id, !thread.isResolved)}>{t(thread.isResolved ? 'discussion.reopen' : 'discussion.resolve')}</Button>
              </div>
            </li>
          ))}
        </ul>
      </section>
      {questions.length > 0 && (
        <section aria-labelledby="questions">
          <h3 id="questions" className={styles.heading}>
            {t('discussion.questions')}
          </h3>
          <ul className={styles.links}>
            {questions.map(({ asked, ruled }) => (
              <li key={asked.id} className={styles.readingBox}>
                <AnchorLine scene={scene} anchor={asked.anchor} onJump={onJump} />
                <p>
                  <bdi dir="auto">{asked.question}</bdi>
                </p>
                {ruled ? <p className={styles.muted}>{t('discussion.rule', { number: ruled.number })}</p> : <Button onClick={() => onRule(asked)}>{t('discussion.answer-question')}</Button>}
              </li>
            ))}
          </ul>
        </section>
      )}
      {rules.map((one) => (
        <Rule key={one.id} store={store} scene={scene} ruled={one} onJump={onJump} />
      ))}
    </>
  );
}

/** What it is about: a button that leads there, or the words that stood there once. */
function AnchorLine({ scene, anchor, onJump }: Pick<DiscussionProps, 'scene' | 'onJump'> & { readonly anchor: Anchor }) {
  const { t } = useMessages();
  if (anchor.kind === 'article') return <span className={styles.muted}>{t('discussion.article')}</span>;
  const place = placeOf(anchor, scene.sets);
  const [first] = place ?? [];
  if (!place || !first) return <p className={styles.muted}>{t('discussion.gone', { quote: anchor.quote.slice(0, 120) })}</p>;
  return (
    <button type="button" className={styles.linkWords} aria-label={`${t('discussion.jump')}: ${anchor.quote.slice(0, 60)}`} onClick={() => onJump(first)}>
      <MapPin size={14} aria-hidden /> <Words>{wordsAt(scene.article.text, place).slice(0, 80)}</Words>
    </button>
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
  const before = entries ? labelledBefore(ruled, scene.settlement.cases, lastWritten(entries)) : null;
  return (
    <section className={styles.goldBox}>
      <h3 className={styles.heading}>{t('discussion.rule', { number: ruled.number })}</h3>
      <p>
        <bdi dir="auto">{ruled.rule}</bdi>
      </p>
      {ruled.examples.length > 0 && (
        <ul className={styles.sample}>
          {ruled.examples.map((one) => (
            <li key={one}>
              <Words>{one}</Words>
            </li>
          ))}
        </ul>
      )}
      <details onToggle={(event) => setOpen(event.currentTarget.open)}>
        <summary>{before ? t('discussion.rule.before', { n: before.length }) : t('discussion.rule.earlier')}</summary>
        <ul className={styles.sample}>
          {before?.map(({ key, hull, members }) => (
            <li key={key}>
              <button type="button" className={styles.linkWords} onClick={() => onJump(hull as Span)}>
                <Words>{wordsAt(scene.article.text, members[0]?.annotation.spans ?? []).slice(0, 60)}</Words>
              </button>
            </li>
          ))}
        </ul>
      </details>
    </section>
  );
}
