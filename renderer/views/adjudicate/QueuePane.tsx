import { memo } from 'react';
import { useMessages } from '../../messages/MessagesProvider.tsx';
import { ChoiceGroup } from '../../ui/ChoiceGroup.tsx';
import styles from './AdjudicateView.module.css';
import { CaseQueue } from './CaseQueue.tsx';
import { type ReviewScene } from './scene.ts';
import { type CaseList, type Filter, type PlanName, plans } from './use-case-list.ts';

interface QueuePaneProps extends Pick<CaseList, 'filter' | 'plan' | 'sample' | 'cases' | 'focused' | 'settled' | 'openCount'> {
  readonly scene: ReviewScene;
  readonly onFilter: (filter: Filter) => void;
  readonly onPlan: (plan: PlanName) => void;
  readonly onFocus: (key: string) => void;
}

/** The cases, all or those that are open; of a single person's work a sample, too. */
export const QueuePane = memo(({ scene, filter, plan, sample, openCount, onFilter, onPlan, ...queue }: QueuePaneProps) => {
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
        <ChoiceGroup
          label={t('adjudicate.sample')}
          isLabelHidden
          value={plan}
          choices={(Object.keys(plans) as PlanName[]).map((one) => ({ value: one, label: t(`adjudicate.sample.${one}`) }))}
          onChoose={onPlan}
        />
      )}
      <CaseQueue scene={scene} {...queue} />
    </aside>
  );
});
