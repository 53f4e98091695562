import { ArrowLeft, Plus } from 'lucide-react';
import { type ReactNode, useEffect, useId, useRef, useState } from 'react';
import { annotatorName } from '../../../shared/model/annotator.ts';
import { type Anchor } from '../../../shared/model/discussed.ts';
import { type ArticleId, type EventId, makeId } from '../../../shared/model/id.ts';
import { type ReviewEvent } from '../../../shared/model/review-event.ts';
import { questionsIn, rule, rulesIn, type Thread, threadsIn } from '../../../shared/review/discussion.ts';
import { leads } from '../../../shared/review/offices.ts';
import { useMessages } from '../../messages/MessagesProvider.tsx';
import { useLive } from '../../store/live.ts';
import { type ProjectStore } from '../../store/project-store.ts';
import { Button } from '../../ui/Button.tsx';
import { CommentDialog } from '../../ui/discussion/CommentDialog.tsx';
import { RuleBox } from '../../ui/discussion/RuleBox.tsx';
import { RuleDialog } from '../../ui/discussion/RuleDialog.tsx';
import { type Place, type Question, QuestionList, ThreadList } from '../../ui/discussion/Saying.tsx';
import { IconButton } from '../../ui/IconButton.tsx';
import { Select } from '../../ui/Select.tsx';
import { useKeys } from '../../ui/use-keys.ts';
import { Waiting } from '../../ui/Waiting.tsx';
import { useRefusals } from '../../ui/use-refusals.ts';
import { useThrow } from '../../ui/use-throw.ts';
import { EarlierLabels } from './EarlierLabels.tsx';
import { questionsKeys } from './keys.ts';
import screen from '../../ui/screen.module.css';
import styles from './QuestionsView.module.css';
import { useTalking } from './use-talking.ts';

export interface QuestionsViewProps {
  readonly store: ProjectStore;
  /** The entry of the guideline whose earlier labels are asked for at once. */
  readonly before: number | null;
  /** To the place that was talked about. */
  readonly onOpen: (article: ArticleId, anchor: Anchor) => void;
  readonly onBack: () => void;
}

/** Which threads are shown. */
const threadFilters = ['open', 'article', 'blocking', 'all'] as const;
type ThreadFilter = (typeof threadFilters)[number];

const passes = ({ first, isResolved }: Thread, filter: ThreadFilter): boolean =>
  filter === 'all' || (!isResolved && (filter === 'open' || (filter === 'article' ? first.anchor.kind === 'article' : first.blocking)));

/** What was said in the whole project, as far as this person may hear it. */
async function readQuestions(store: ProjectStore) {
  const [events, annotators, roles] = await Promise.all([store.events(null), store.annotators(), store.roles()]);
  const spokenOf = new Set(events.flatMap(({ kind, article }) => (kind === 'commented' || kind === 'asked' ? (article ?? []) : [])));
  const titles = new Map((await store.rowsOf([...spokenOf])).map(({ id, title }) => [id, title]));
  // The roster says who leads; without one, whoever was given work is not who keeps the guideline.
  const keepsGuideline = roles.has(store.annotator) ? leads(roles, store.annotator) : !events.some((event) => event.kind === 'received' && event.purpose === 'assignment');
  return { threads: threadsIn(events), questions: questionsIn(events), rules: rulesIn(events), annotators, titles, keepsGuideline };
}

type Draft = { readonly kind: 'rule'; readonly question: Question['asked'] | null } | { readonly kind: 'answer'; readonly thread: Thread };

/** All questions, threads and decided rules of the project in one queue: for whoever keeps the guideline, and for whoever asks what became of a question. */
export function QuestionsView({ store, before, onOpen, onBack }: QuestionsViewProps) {
  const { t } = useMessages();
  const root = useRef<HTMLDivElement>(null);
  /** The keys go to the screen. */
  const main = useRef<HTMLElement>(null);
  const found = useLive(() => readQuestions(store), [store]);
  const isRead = found !== undefined;
  useEffect(() => main.current?.focus(), [isRead]);
  const [filter, setFilter] = useState<ThreadFilter>('open');
  const [draft, setDraft] = useState<Draft | null>(null);
  const talkOn = useTalking(store, true);
  const write = useRuleWriting(store);
  useKeys(questionsKeys, { 'leave-questions': () => (onBack(), true) }, root);
  if (!found) return <Waiting />;
  const { threads, questions, rules, annotators, titles, keepsGuideline } = found;
  const nameOf = (id: string) => annotatorName([...annotators, store.me], id);
  const placeOf = ({ anchor, article }: { readonly anchor: Anchor; readonly article: ArticleId | null }): Place => {
    const title = article === null ? undefined : titles.get(article);
    if (article === null || title === undefined) return anchor.kind === 'article' ? { kind: 'article' } : { kind: 'gone', quote: anchor.quote };
    const onJump = () => onOpen(article, anchor);
    return anchor.kind === 'article' ? { kind: 'article', title, onJump } : { kind: 'here', words: anchor.quote, title, onJump };
  };
  const open = questions.filter(({ ruled }) => ruled === null);
  const shown = threads.filter((one) => passes(one, filter));
  const nextNumber = 1 + Math.max(0, ...rules.map(({ number }) => number));
  return (
    <div ref={root} className={screen.screen}>
      <header className={screen.head}>
        <IconButton icon={ArrowLeft} label={t('people.back')} command="leave-questions" directional onClick={onBack} />
        <h1 className={screen.title}>{t('menu.questions')}</h1>
      </header>
      <main ref={main} className={styles.body} tabIndex={0} aria-label={t('menu.questions')}>
        <Part title={t('questions.open', { n: open.length })}>
          {open.length === 0 && <p className={styles.muted}>{t('questions.none')}</p>}
          {!keepsGuideline && open.length > 0 && <p className={styles.muted}>{t('questions.lead')}</p>}
          <QuestionList
            questions={open}
            nameOf={nameOf}
            placeOf={placeOf}
            {...(keepsGuideline && { onRule: (id: EventId) => setDraft({ kind: 'rule', question: open.find(({ asked }) => asked.id === id)?.asked ?? null }) })}
          />
        </Part>
        <Part title={t('questions.threads', { n: shown.length })}>
          <div className={styles.which}>
            <Select label={t('questions.which')} value={filter} choices={threadFilters.map((value) => ({ value, label: t(`questions.which.${value}`) }))} onChoose={setFilter} />
          </div>
          {shown.length === 0 && <p className={styles.muted}>{t('questions.threads.none')}</p>}
          <ThreadList
            threads={shown}
            nameOf={nameOf}
            placeOf={placeOf}
            onAnswer={(thread) => setDraft({ kind: 'answer', thread })}
            onResolve={({ first }, isResolved) => first.article !== null && talkOn(first.article).resolve(first.id, isResolved)}
          />
        </Part>
        <Part title={t('questions.rules', { n: rules.length })}>
          {rules.length === 0 && <p className={styles.muted}>{t('questions.rules.none')}</p>}
          {rules.map((ruled) => (
            <RuleBox key={ruled.id} ruled={ruled}>
              <Answered question={questions.find(({ asked }) => asked.id === ruled.question)} nameOf={nameOf} />
              <EarlierLabels store={store} ruled={ruled} startsOpen={ruled.number === before} nameOf={nameOf} onOpen={({ article, set, annotation, words }) => onOpen(article, { kind: 'annotation', set, annotation, quote: words })} />
            </RuleBox>
          ))}
          {keepsGuideline && (
            <div>
              <Button icon={Plus} onClick={() => setDraft({ kind: 'rule', question: null })}>{t('questions.rule.add')}</Button>
            </div>
          )}
        </Part>
      </main>
      {draft?.kind === 'rule' && (
        <RuleDialog
          number={nextNumber}
          {...(draft.question && { question: draft.question.question })}
          onRule={(words, examples) => {
            setDraft(null);
            write(draft.question, words, examples);
          }}
          onClose={() => setDraft(null)}
        />
      )}
      {draft?.kind === 'answer' && (
        <CommentDialog
          anchors={[{ anchor: draft.thread.first.anchor, label: '' }]}
          isAnswer
          onSay={(anchor, words) => {
            setDraft(null);
            const { article, id } = draft.thread.first;
            if (article !== null) talkOn(article).comment(anchor, id, words, false);
          }}
          onClose={() => setDraft(null)}
        />
      )}
    </div>
  );
}

/** One list of the screen under its heading. */
function Part({ title, children }: { readonly title: string; readonly children: ReactNode }) {
  const id = useId();
  return (
    <section role="group" aria-labelledby={id} className={styles.part}>
      <h2 id={id}>{title}</h2>
      {children}
    </section>
  );
}

/** The question that an entry answers. */
function Answered({ question, nameOf }: { readonly question: Question | undefined; readonly nameOf: (id: string) => string }) {
  const { t } = useMessages();
  if (!question) return null;
  return <p className={styles.muted}>{t('questions.answers', { name: nameOf(question.asked.by), question: question.asked.question })}</p>;
}

/** Writes the next entry: a step on the Article of the question, where it answers one. */
function useRuleWriting(store: ProjectStore): (question: Question['asked'] | null, words: string, examples: readonly string[]) => void {
  const refuse = useRefusals();
  const raise = useThrow();
  return (question, words, examples) => {
    const input = { question: question?.id ?? null, rule: words, examples };
    const said = async () => {
      const all = await store.allEvents();
      if (question?.article) return store.performReview(question.article, 'rule-guideline', (context) => rule(context, all, input));
      const made = rule({ by: store.annotator, now: new Date().toISOString(), newId: (kind) => makeId(kind, crypto.randomUUID()) }, all, input);
      const events = made.ok ? made.value.added.flatMap((one): ReviewEvent | [] => (one.kind === 'event' ? one.value : [])) : [];
      return made.ok ? store.addEvents('rule-guideline', events) : made;
    };
    said().then((done) => (done.ok ? undefined : refuse(done.problems))).catch(raise);
  };
}

