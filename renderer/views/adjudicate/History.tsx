import { useEffect, useState } from 'react';
import { type MessageCode, catalogue } from '../../../shared/messages/catalogue.ts';
import { type Annotation } from '../../../shared/model/annotation.ts';
import { annotatorName } from '../../../shared/model/annotator.ts';
import { goldSteps } from '../../../shared/review/history.ts';
import { goldItems } from '../../../shared/review/gold.ts';
import { useMessages } from '../../messages/MessagesProvider.tsx';
import { useLive } from '../../store/live.ts';
import { type ProjectStore } from '../../store/project-store.ts';
import { StepMade } from '../../ui/StepMade.tsx';
import styles from './AdjudicateView.module.css';
import { AuditTables } from './AuditTables.tsx';
import { type ReviewScene } from './scene.ts';

interface HistoryProps {
  readonly store: ProjectStore;
  readonly scene: ReviewScene;
  readonly projectName: string;
  /** The gold set as it was, to be shown in the text; `null` for now. */
  readonly onPast: (past: readonly Annotation[] | null) => void;
}

/** How the gold set came about, from the Log: a slider over its steps, who did what, and where its items come from. */
export function History({ store, scene, projectName, onPast }: HistoryProps) {
  const { t, date, time } = useMessages();
  const [at, setAt] = useState<number | null>(null);
  const entries = useLive(() => store.logOf(scene.article.id), [store, scene.article.id, scene.events]);
  const gold = scene.settlement.gold;
  const steps = gold && entries ? goldSteps(entries, gold.id) : [];
  const step = at === null ? steps.length : Math.min(at, steps.length);
  const shown = at === null || step === steps.length ? null : (steps[step - 1]?.annotations ?? []);
  useEffect(() => {
    onPast(shown);
    // A new list each time would never end: the step says all.
    // oxlint-disable-next-line react/exhaustive-deps
  }, [step, steps.length]);
  useEffect(() => () => onPast(null), [onPast]);
  if (!gold || steps.length === 0) return <p className={styles.muted}>{t('audit.none')}</p>;
  const nameOf = (id: string) => annotatorName(scene.annotators, id);
  const items = [...goldItems(gold, scene.events).values()];
  const words = (name: string): string => (`command.${name}` in catalogue ? t(`command.${name}` as MessageCode) : t(name === 'redo' ? 'keys.redo' : 'keys.undo'));
  return (
    <>
      <label className={styles.slider}>
        {t('audit.slider', { n: step, of: steps.length })}
        <input type="range" min={0} max={steps.length} value={step} onChange={(event) => setAt(Number(event.target.value))} />
      </label>
      <p className={styles.muted}>{t('audit.count', { n: (shown ?? gold.annotations).length })}</p>
      <ul className={styles.counts}>
        {(['unanimous', 'adjudicated', 'reviewed', 'single'] as const).map((source) => {
          const n = items.filter((one) => one.source === source).length;
          return n === 0 ? null : <li key={source}>{t(`gold.source.${source}`, { n })}</li>;
        })}
      </ul>
      <AuditTables store={store} scene={scene} projectName={projectName} />
      <ol className={styles.steps} reversed>
        {steps
          .map((one, place) => ({ one, place: place + 1 }))
          .reverse()
          .slice(0, 200)
          .map(({ one, place }) => (
            <li key={place} data-at={place === step}>
              <button type="button" className={styles.linkWords} onClick={() => setAt(place)}>
                {t('audit.step', { name: nameOf(one.by), act: words(one.name) })}
              </button>
              <span className={styles.muted}>
                {date(one.at)} {time(one.at)}
              </span>
              <span className={styles.muted}><StepMade {...one} here={store.device} /></span>
            </li>
          ))}
      </ol>
    </>
  );
}
