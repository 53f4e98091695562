import { ArrowLeft, Scale } from 'lucide-react';
import { useMemo, useRef, useState } from 'react';
import { reasonWords } from '../../../shared/model/decided.ts';
import { goldHead } from '../../../shared/model/gold-head.ts';
import { type ArticleId } from '../../../shared/model/id.ts';
import { lastWordOn } from '../../../shared/review/last-word.ts';
import { directionOf } from '../../../shared/text/direction.ts';
import { type TextLook } from '../../editor/editor-contract.ts';
import { type ReviewTextHandle } from '../../editor/review-contract.ts';
import { ReviewText } from '../../editor/ReviewText.tsx';
import { useMessages } from '../../messages/MessagesProvider.tsx';
import { useLive } from '../../store/live.ts';
import { type ProjectStore } from '../../store/project-store.ts';
import { Button } from '../../ui/Button.tsx';
import { EmptyState } from '../../ui/EmptyState.tsx';
import { IconButton } from '../../ui/IconButton.tsx';
import { LabelSign } from '../../ui/LabelSign.tsx';
import { UnmovedKeys } from '../../ui/KeyChoicesProvider.tsx';
import { useKeys } from '../../ui/use-keys.ts';
import { Waiting } from '../../ui/Waiting.tsx';
import { useMessagesBeside } from '../../ui/messages-place.ts';
import { Words } from '../../ui/Words.tsx';
import styles from './AdjudicateView.module.css';
import { classWords } from './case-words.ts';
import { CaseQueue } from './CaseQueue.tsx';
import { drawnAgainstGold } from './drawn.ts';
import { goldKeys } from './keys.ts';
import { classOf, lookOf, type ReviewData, sceneOf, signOf, wordsAt } from './scene.ts';

export interface GoldViewProps {
  readonly store: ProjectStore;
  readonly article: ArticleId;
  readonly textLook: TextLook;
  readonly onBack: () => void;
}

const none = [] as const;
const nothing: ReadonlySet<string> = new Set();
const unselected = () => undefined;

/** The own labels against a closed gold set, to learn from: nothing can be altered here. */
export const GoldView = (props: GoldViewProps) => (
  <UnmovedKeys keys={goldKeys}>
    <Comparison {...props} />
  </UnmovedKeys>
);

function Comparison({ store, article: id, textLook, onBack }: GoldViewProps) {
  const messages = useMessages();
  const { t, language } = messages;
  const root = useRef<HTMLDivElement>(null);
  const text = useRef<ReviewTextHandle>(null);
  const [wanted, setWanted] = useState<string | null>(null);
  const [onlyDiffering, setOnlyDiffering] = useState(true);
  const schema = useLive(() => store.schema(), [store]);
  const article = useLive(async () => (await store.article(id)) ?? null, [store, id]);
  const own = useLive(() => store.ownSet(id), [store, id]);
  const others = useLive(() => store.otherSets(id), [store, id]);
  const entities = useLive(() => store.entities(), [store]);
  const annotators = useLive(() => store.annotators(), [store]);
  const events = useLive(() => store.events(id), [store, id]);
  const gold = others && events && goldHead(others.filter(({ status }) => status === 'done'), events);
  const scene = useMemo(() => {
    if (!schema || !article || !own || !gold || !entities || !annotators) return null;
    const data: ReviewData = { schema, article, sets: [own, gold], events: [], entities, annotators, by: store.annotator };
    const found = sceneOf({ ...data, by: '' as ReviewData['by'] }, [own.id, gold.id], false);
    return { ...found, readers: [own, gold].map((set) => ({ set, letter: set === own ? t('gold-view.mine') : t('gold-view.gold'), name: '' })) };
  }, [schema, article, own, gold, entities, annotators, store, t]);
  const cases = scene ? scene.settlement.cases.filter((one) => !onlyDiffering || classOf(one) !== 'agree') : [];
  const about = cases.find(({ key }) => key === wanted) ?? cases[0];
  const drawn = useMemo(() => scene && drawnAgainstGold(scene, scene.readers[1]?.set.id), [scene]);
  const go = (by: 1 | -1) => {
    const next = cases[cases.findIndex(({ key }) => key === about?.key) + by];
    if (!next) return;
    setWanted(next.key);
    const [first] = next.members[0]?.annotation.spans ?? [];
    if (first) text.current?.reveal(first);
  };
  useMessagesBeside(Boolean(scene && drawn));
  useKeys(
    goldKeys,
    { 'next-case': () => (go(1), true), 'previous-case': () => (go(-1), true), 'only-differing': () => (setOnlyDiffering((now) => !now), true), 'leave-gold': () => (onBack(), true) },
    root,
  );

  if (own === undefined || others === undefined || events === undefined) return <Waiting />;
  if (!own || !gold) {
    return (
      <EmptyState icon={Scale} title={t('gold-view.none')} actions={<Button onClick={onBack}>{t('gold-view.back')}</Button>}>
        {t('gold-view.none.text')}
      </EmptyState>
    );
  }
  if (!scene || !drawn) return <Waiting />;
  const all = scene.settlement.cases;
  const mine = about?.members.find(({ set }) => set.id === own.id);
  const decided = mine && events ? lastWordOn(mine.source, gold.id, events) : null;
  return (
    <div ref={root} className={styles.view}>
      <header className={styles.bar}>
        <IconButton icon={ArrowLeft} label={t('gold-view.back')} command="leave-gold" directional onClick={onBack} />
        <h1 className={styles.title}>{t('gold-view.title')}</h1>
        <Words lang={scene.article.language} className={styles.article}>{scene.article.title}</Words>
        <span className={styles.gap} />
        <label className={styles.reasonLine}>
          <input type="checkbox" checked={onlyDiffering} onChange={(event) => setOnlyDiffering(event.target.checked)} />
          {t('gold-view.only-differing')}
        </label>
      </header>
      <aside className={styles.queue} aria-label={t('gold-view.differences')}>
        <CaseQueue scene={scene} cases={cases} focused={about?.key ?? null} settled={nothing} onFocus={setWanted} />
      </aside>
      <main className={styles.text} dir="rtl" lang={scene.article.language} tabIndex={0}>
        <ReviewText
          ref={text}
          text={scene.article.text}
          schema={scene.schema}
          language={language}
          {...drawn}
          settled={nothing}
          focused={about?.key ?? null}
          arcs={none}
          draft={none}
          {...textLook}
          ariaLabel={t('gold-view.text')}
          ariaDescription={t('gold-view.text.about')}
          onPress={(key) => key !== null && setWanted(key)}
          onSelect={unselected}
        />
      </main>
      <aside className={styles.inspector} aria-label={t('gold-view.inspector')}>
        {about && (
          <p className={styles.who}>
            <span className={styles.class} data-class={lookOf(scene, about)} data-sign={signOf(scene, about)} aria-hidden />
            {classWords(scene, about, messages)}
          </p>
        )}
        {scene.readers.map(({ set, letter }) => {
          const member = about?.members.find((one) => one.set.id === set.id);
          return (
            <div key={set.id} className={styles.readingBox}>
              <strong>{letter}</strong>
              {member ? (
                <p className={styles.reading}>
                  <LabelSign schema={scene.schema} label={member.annotation.label} /> <Words>{wordsAt(scene.article.text, member.annotation.spans)}</Words>
                </p>
              ) : (
                <p className={styles.muted}>{t('adjudicate.missing-here')}</p>
              )}
            </div>
          );
        })}
        {decided?.reason && <p>{t('gold-view.why', { reason: reasonWords(decided.reason, t) })}</p>}
        {decided && decided.note !== '' && (
          <p className={styles.muted}>
            <bdi dir={directionOf(decided.note)}>{decided.note}</bdi>
          </p>
        )}
      </aside>
      <footer className={styles.status} aria-label={t('bar.title')}>
        <span role="status">{t('gold-view.count', { n: all.filter((one) => classOf(one) === 'agree').length, of: all.length })}</span>
      </footer>
    </div>
  );
}
