import { useMemo, useState } from 'react';
import { bulkPlan } from '../../../shared/review/bulk.ts';
import { newcomerArticles } from '../../../shared/review/haste.ts';
import { writtenCount } from '../../../shared/text/written-count.ts';
import { useMessages } from '../../messages/MessagesProvider.tsx';
import { Button } from '../../ui/Button.tsx';
import { ChoiceGroup } from '../../ui/ChoiceGroup.tsx';
import { Field, TextInput } from '../../ui/Field.tsx';
import styles from './AdjudicateView.module.css';
import { type ReviewScene } from './scene.ts';
import { type CaseList, type PlanChoice, planNames } from './use-case-list.ts';

interface SamplePlanProps extends Pick<CaseList, 'plan' | 'haste' | 'sample'> {
  readonly scene: ReviewScene;
  readonly onPlan: (plan: PlanChoice) => void;
  /** What was not drawn is accepted, once it was looked at as a whole. */
  readonly onRest: () => void;
}

const readPercent = (written: string): number | null => writtenCount(written, 100, 1);

/** Which part of one colleague's work is gone through, and what becomes of the rest. */
export function SamplePlan({ scene: { settlement, article }, plan, haste, sample, onPlan, onRest }: SamplePlanProps) {
  const { t, number } = useMessages();
  const [written, setWritten] = useState(number(plan.percent));
  const rest = useMemo(
    () => bulkPlan(settlement, article.text, { rule: 'rest', drawn: sample.map(({ key }) => key) }).settlings.length,
    [settlement, article, sample],
  );
  return (
    <>
      <ChoiceGroup
        label={t('adjudicate.sample')}
        isLabelHidden
        value={plan.name}
        choices={planNames.map((one) => ({ value: one, label: t(`adjudicate.sample.${one}`) }))}
        onChoose={(name) => onPlan({ ...plan, name })}
      />
      {plan.name === 'own' && (
        <Field label={t('adjudicate.sample.percent')} {...(readPercent(written) === null && { error: t('adjudicate.sample.percent.wrong') })}>
          <TextInput
            value={written}
            inputMode="numeric"
            maxLength={3}
            dir="ltr"
            onChange={(event) => {
              setWritten(event.target.value);
              const percent = readPercent(event.target.value);
              if (percent !== null) onPlan({ ...plan, percent });
            }}
          />
        </Field>
      )}
      {plan.name === 'risk' && (
        <p className={styles.muted}>
          {[t('adjudicate.sample.risk.hint'), ...haste.map((why) => t(`adjudicate.haste.${why}`, { n: newcomerArticles }))].join(' ')}
        </p>
      )}
      {plan.name !== 'all' && (
        <Button disabled={rest === 0} onClick={onRest}>
          {t('adjudicate.accept-rest', { n: rest })}
        </Button>
      )}
    </>
  );
}
