import { ArrowLeft, FileQuestion, History } from 'lucide-react';
import { useCallback, useDeferredValue, useMemo, useRef, useState } from 'react';
import { bringBack, returnable } from '../../../shared/commands/bring-back.ts';
import { momentAfter, type PastState, type PastStep, setIn } from '../../../shared/exchange/past.ts';
import { type Annotator } from '../../../shared/model/annotator.ts';
import { type Article } from '../../../shared/model/article.ts';
import { type Entity } from '../../../shared/model/entity.ts';
import { type AnnotationId, type ArticleId } from '../../../shared/model/id.ts';
import { labelDef, type Schema } from '../../../shared/model/schema.ts';
import { ArticleEditor } from '../../editor/ArticleEditor.tsx';
import { type TextLook } from '../../editor/editor-contract.ts';
import { type Messages, useMessages } from '../../messages/MessagesProvider.tsx';
import { problemMessage } from '../../messages/translate.ts';
import { useLive } from '../../store/live.ts';
import { type Past, type ProjectStore } from '../../store/project-store.ts';
import { Button } from '../../ui/Button.tsx';
import { EmptyState } from '../../ui/EmptyState.tsx';
import { IconButton } from '../../ui/IconButton.tsx';
import { LabelSign } from '../../ui/LabelSign.tsx';
import { useToast } from '../../ui/Toast.tsx';
import { Waiting } from '../../ui/Waiting.tsx';
import { UnmovedKeys } from '../../ui/KeyChoicesProvider.tsx';
import { useKeys } from '../../ui/use-keys.ts';
import { useThrow } from '../../ui/use-throw.ts';
import { useUndoOffer } from '../../ui/use-undo-offer.ts';
import { StepMade } from '../../ui/StepMade.tsx';
import { Words } from '../../ui/Words.tsx';
import { type Difference, differenceOf } from './difference.ts';
import { pastKeys } from './keys.ts';
import styles from './PastView.module.css';
import { peopleAt, stepWords } from './people.ts';
import { Whose } from './Whose.tsx';

export interface PastViewProps {
  readonly store: ProjectStore;
  readonly article: ArticleId;
  readonly textLook: TextLook;
  readonly lineHeight: number;
  /** Back to the article as it is now. */
  readonly onBack: () => void;
}

/**
 * What stood on an Article at any moment that the Log knows: everybody's labels and how far they were, looked at; the own ones can be brought
 * back as one step that can be undone.
 */
export const PastView = (props: PastViewProps) => (
  <UnmovedKeys keys={pastKeys}>
    <Past {...props} />
  </UnmovedKeys>
);

function Past({ store, article: id, onBack, ...reading }: PastViewProps) {
  const { t } = useMessages();
  const schema = useLive(() => store.schema(), [store]);
  const article = useLive(async () => (await store.article(id)) ?? null, [store, id]);
  const set = useLive(() => store.ownSet(id), [store, id]);
  const entities = useLive(() => store.entities(), [store]);
  const annotators = useLive(() => store.annotators(), [store]);
  const past = useLive(() => store.past(id), [store, id]);
  const root = useRef<HTMLDivElement>(null);
  useKeys(pastKeys, { 'leave-past': () => (onBack(), true) }, root);
  const nothing = article === null ? (['annotate.gone', 'annotate.gone.text'] as const) : past?.steps.length === 0 ? (['past.none', 'past.none.text'] as const) : null;
  if (nothing) {
    const [title, text] = nothing;
    return (
      <div ref={root} className={styles.empty}>
        <EmptyState icon={article === null ? FileQuestion : History} title={t(title)} actions={<Button onClick={onBack}>{t('keys.leave-past')}</Button>}>
          {t(text)}
        </EmptyState>
      </div>
    );
  }
  if (!schema || !article || set === undefined || !entities || !annotators || !past) return <Waiting />;
  return <Moments store={store} scene={{ schema, article, own: set ?? unmarked, entities, annotators }} past={past} onBack={onBack} {...reading} />;
}

interface Scene {
  readonly schema: Schema;
  readonly article: Article;
  readonly own: PastState;
  readonly entities: readonly Entity[];
  readonly annotators: readonly Annotator[];
}

interface MomentsProps extends Omit<PastViewProps, 'article'> {
  readonly scene: Scene;
  readonly past: Past;
}

const nothing = [] as const;
const unmarked: PastState = { annotations: nothing, relations: nothing };
const noBadges: ReadonlyMap<AnnotationId, string> = new Map();
const unheard = () => undefined;
/** So many steps are listed; the slider reaches all. */
const listed = 200;

function Moments({ store, scene, past, textLook, lineHeight, onBack }: MomentsProps) {
  const messages = useMessages();
  const { t, date, time, language } = messages;
  const { schema, article, annotators } = scene;
  const { steps, readings, answersTo } = past;
  const root = useRef<HTMLDivElement>(null);
  const raise = useThrow();
  const toast = useToast();
  const { offer, withdraw } = useUndoOffer();
  /** How many steps had been taken; `null` is now, whatever comes. */
  const [at, setAt] = useState<number | null>(null);
  const count = at === null ? steps.length : Math.min(at, steps.length);
  const shownCount = useDeferredValue(count);
  const moment = useMemo(() => momentAfter(steps, shownCount), [steps, shownCount]);
  const latest = useMemo(() => momentAfter(steps, steps.length), [steps]);
  /** Whose labels are drawn. */
  const [place, setPlace] = useState(0);
  const reading = readings[place] ?? readings[0];
  const isOwn = reading?.annotator === store.annotator && reading.role === 'work';
  const state: PastState = useMemo(() => setIn(moment, reading) ?? unmarked, [moment, reading]);
  const now: PastState = isOwn ? scene.own : (setIn(latest, reading) ?? unmarked);
  const people = useMemo(
    () => peopleAt({ moment, readings, annotators, answersTo, me: store.annotator }, messages), [moment, readings, annotators, answersTo, store.annotator, messages],
  );
  const shown = useMemo(() => state.annotations.filter(({ label }) => labelDef(schema, label)), [schema, state]);
  const difference = useMemo(() => differenceOf(state, now), [state, now]);
  const input = useMemo(() => ({ past: state, entities: past.entities }), [state, past.entities]);
  const left = useMemo(() => returnable(scene, input).left, [scene, input]);
  const isSame = difference.added + difference.removed + difference.altered === 0 && difference.isLinkedAlike;

  const go = useCallback((to: number) => setAt(to >= steps.length ? null : Math.max(0, to)), [steps.length]);
  const whenOf = (step: PastStep | undefined): string => (step ? t('past.at', { date: date(step.at), time: time(step.at) }) : t('past.before'));
  const shownStep = steps[count - 1];
  const when = whenOf(shownStep);
  const back = () => {
    const work = async () => {
      withdraw();
      const done = await store.perform(article.id, 'bring-back', (context) => bringBack(context, input));
      if (!done.ok) return void toast(done.problems.map((one) => t(problemMessage(one.code), one.values)).join(' '), { kind: 'error' });
      setAt(null);
      offer(t('past.brought-back', { when }), () => void store.undo(article.id).catch(raise));
    };
    work().catch(raise);
  };
  useKeys(
    pastKeys,
    {
      'past-earlier': () => (go(count - 1), true),
      'past-later': () => (go(count + 1), true),
      'past-first': () => (go(0), true),
      'past-now': () => (go(steps.length), true),
      'bring-back': () => (isOwn && !isSame ? (back(), true) : false),
      'past-whose': () => readings.length > 1 && (setPlace((place + 1) % readings.length), true),
      'leave-past': () => (onBack(), true),
    },
    root,
  );

  return (
    <div ref={root} className={styles.view}>
      <header className={styles.bar}>
        <IconButton icon={ArrowLeft} label={t('keys.leave-past')} command="leave-past" directional onClick={onBack} />
        <h1 className={styles.title}>{t('menu.past')}</h1>
        <Words lang={article.language} className={styles.article}>{article.title}</Words>
      </header>
      <main className={styles.text} dir="rtl" lang={article.language} tabIndex={0}>
        <ArticleEditor
          text={article.text}
          schema={schema}
          language={language}
          annotations={shown}
          focused={null}
          related={nothing}
          pieces={nothing}
          badges={noBadges}
          {...textLook}
          lineHeight={lineHeight}
          ariaLabel={t('past.text')}
          ariaDescription={t('past.text.about')}
          onSelect={unheard}
          onPress={unheard}
          onMoveBorder={unheard}
        />
      </main>
      <aside className={styles.side} aria-label={t('past.steps')}>
        <p className={styles.when} aria-live="polite">
          {count === steps.length ? `${t('past.now')} · ${when}` : when}
        </p>
        <label className={styles.slider}>
          <span className={styles.muted}>{t('past.place', { n: count, of: steps.length })}</span>
          <input
            type="range"
            min={0}
            max={steps.length}
            value={count}
            aria-label={t('past.slider')}
            aria-valuetext={when}
            onChange={(event) => go(Number(event.target.value))}
          />
        </label>
        {shownStep && <p className={styles.muted}><StepMade {...shownStep} here={store.device} /></p>}
        <Whose people={people} place={place} onChoose={setPlace} />
        {past.isBlind && <p className={styles.muted}>{t('past.blind')}</p>}
        <p className={styles.muted}>
          {isSame ? t('past.same') : t('past.differs', { parts: differenceWords(messages, difference) })}
          {isOwn && left > 0 && ` ${t('past.left', { n: left })}`}
          {!isOwn && ` ${t('past.own-only')}`}
        </p>
        <Button kind="primary" onClick={back} disabled={!isOwn || isSame}>
          {t('past.bring-back')}
        </Button>
        <Steps steps={steps} count={count} onStep={go} whenOf={whenOf} wordsOf={(step) => stepWords(step, { readings, annotators, me: store.annotator }, messages)} />
        <Labels scene={scene} state={state} />
      </aside>
    </div>
  );
}

function differenceWords({ t, list }: Messages, { added, removed, altered, isLinkedAlike }: Difference): string {
  const parts = ([['added', added], ['removed', removed], ['altered', altered]] as const).flatMap(([kind, n]) => (n === 0 ? [] : [t(`past.${kind}`, { n })]));
  return list(isLinkedAlike || parts.length > 0 ? parts : [t('past.links')]);
}

interface StepsProps {
  readonly steps: readonly PastStep[];
  readonly count: number;
  readonly onStep: (count: number) => void;
  readonly whenOf: (step: PastStep) => string;
  readonly wordsOf: (step: PastStep) => ReturnType<typeof stepWords>;
}

/** The last steps, the latest first. */
function Steps({ steps, count, onStep, whenOf, wordsOf }: StepsProps) {
  const { t } = useMessages();
  const first = Math.max(0, steps.length - listed);
  return (
    <section className={styles.steps} aria-label={t('past.steps')}>
      <ol reversed start={steps.length}>
        {steps
          .slice(first)
          .map((step, place) => ({ step, number: first + place + 1 }))
          .reverse()
          .map(({ step, number }) => (
            <li key={step.sequence}>
              <button type="button" className={styles.step} aria-current={number === count ? 'step' : undefined} onClick={() => onStep(number)}>
                <Act {...wordsOf(step)} />
                <span className={styles.muted}>{whenOf(step)}</span>
              </button>
            </li>
          ))}
      </ol>
      {first > 0 && <p className={styles.muted}>{t('past.steps.cut', { n: first })}</p>}
    </section>
  );
}

const Act = ({ act, names }: ReturnType<typeof stepWords>) => (
  <span>
    {act}
    {names !== '' && (
      <>
        {' '}
        <span className={styles.muted}>{names}</span>
      </>
    )}
  </span>
);

/** What stood there then, in words: for whoever does not see the drawing. */
function Labels({ scene: { schema, article }, state }: { readonly scene: Scene; readonly state: PastState }) {
  const { t, language } = useMessages();
  return (
    <ul className={styles.labels} aria-label={t('past.labels', { n: state.annotations.length })}>
      {state.annotations.slice(0, listed).map((one) => (
        <li key={one.id}>
          <LabelSign schema={schema} label={one.label} /> <span className={styles.muted}><bdi>{labelDef(schema, one.label)?.name[language] ?? one.label}</bdi></span>{' '}
          <Words>{one.spans.map(({ start, end }) => article.text.slice(start, end)).join(' … ')}</Words>
        </li>
      ))}
    </ul>
  );
}
