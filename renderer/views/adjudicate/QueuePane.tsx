import { memo } from 'react';
import { useMessages } from '../../messages/MessagesProvider.tsx';
import { ChoiceGroup } from '../../ui/ChoiceGroup.tsx';
import styles from './AdjudicateView.module.css';
import { CaseQueue } from './CaseQueue.tsx';
import { KindChips } from './KindChips.tsx';
import { type CaseKind, type ReviewScene } from './scene.ts';
import { SamplePlan } from './SamplePlan.tsx';
import { type CaseList, type Filter, type PlanChoice } from './use-case-list.ts';

interface QueuePaneProps extends Pick<CaseList, 'filter' | 'kind' | 'plan' | 'sample' | 'cases' | 'focused' | 'settled' | 'openCount'> {
  readonly scene: ReviewScene;
  readonly onFilter: (filter: Filter) => void;
  readonly onKind: (kind: CaseKind | null) => void;
  readonly onPlan: (plan: PlanChoice) => void;
  readonly onRest: () => void;
  readonly onFocus: (key: string) => void;
}

/** The cases, all or those that are open; of a single person's work a sample, too. */
export const QueuePane = memo(({ scene, filter, kind, plan, sample, openCount, onFilter, onKind, onPlan, onRest, ...queue }: QueuePaneProps) => {
  const { t } = useMessages();
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
        <SamplePlan scene={scene} plan={plan} sample={sample} onPlan={onPlan} onRest={onRest} />
      )}
      <KindChips scene={scene} chosen={kind} onChoose={onKind} />
      <CaseQueue scene={scene} isDone={filter === 'open' && openCount === 0} {...queue} />
    </aside>
  );
});
