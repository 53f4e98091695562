import { memo } from 'react';
import { articleScores } from '../../../shared/agreement/article-agreement.ts';
import { type AnnotationSet } from '../../../shared/model/annotation-set.ts';
import { saysTheSame } from '../../../shared/says-the-same.ts';
import { useMessages } from '../../messages/MessagesProvider.tsx';
import { ChoiceGroup } from '../../ui/ChoiceGroup.tsx';
import styles from './AdjudicateView.module.css';
import { CaseQueue } from './CaseQueue.tsx';
import { KindChips } from './KindChips.tsx';
import { type CaseKind, type ReviewScene } from './scene.ts';
import { SamplePlan } from './SamplePlan.tsx';
import { type CaseList, type Filter, type PlanChoice } from './use-case-list.ts';

interface QueuePaneProps extends Pick<CaseList, 'filter' | 'kind' | 'plan' | 'haste' | 'sample' | 'cases' | 'focused' | 'settled' | 'openCount'> {
  readonly scene: ReviewScene;
  readonly onFilter: (filter: Filter) => void;
  readonly onKind: (kind: CaseKind | null) => void;
  readonly onPlan: (plan: PlanChoice) => void;
  readonly onRest: () => void;
  readonly onFocus: (key: string) => void;
}

/** The cases, all or those that are open; of a single person's work a sample, too. */
export const QueuePane = memo(({ scene, filter, kind, plan, haste, sample, openCount, onFilter, onKind, onPlan, onRest, ...queue }: QueuePaneProps) => {
  const { t, number } = useMessages();
  const scores = scoresOf(scene.settlement.among);
  const valueOf = (value: number | null): string => (value === null ? t('agreement.undefined') : number(value, 2));
  const isSinglePass = scene.readers.length === 1;
  return (
    <aside className={styles.queue} aria-label={t('adjudicate.queue')}>
      <ChoiceGroup<Filter>
        label={t('adjudicate.filter')}
        isLabelHidden
        value={filter}
        choices={[
          { value: 'all', label: t('adjudicate.filter.all', { n: scene.settlement.cases.length }) },
          { value: 'open', label: t('adjudicate.filter.open', { n: openCount }) },
          ...(isSinglePass ? [{ value: 'sample' as const, label: t('adjudicate.filter.sample', { n: sample.length }) }] : []),
        ]}
        onChoose={onFilter}
      />
      {isSinglePass && filter === 'sample' && (
        <SamplePlan scene={scene} plan={plan} haste={haste} sample={sample} onPlan={onPlan} onRest={onRest} />
      )}
      {!isSinglePass && <p className={styles.muted}>{t('adjudicate.scores', { strict: valueOf(scores.strict), overlap: valueOf(scores.overlap) })}</p>}
      <KindChips scene={scene} chosen={kind} onChoose={onKind} />
      <CaseQueue scene={scene} isDone={filter === 'open' && openCount === 0} {...queue} />
    </aside>
  );
});

/** What was compared last: it does not change while it is settled, and each decision draws this anew. */
let latest: { readonly of: readonly AnnotationSet[]; readonly scores: ReturnType<typeof articleScores> } | null = null;

function scoresOf(among: readonly AnnotationSet[]): ReturnType<typeof articleScores> {
  if (latest && saysTheSame(latest.of, among)) return latest.scores;
  latest = { of: among, scores: articleScores(among) };
  return latest.scores;
}
