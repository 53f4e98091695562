import { type ReactNode, useId } from 'react';
import { type AgreementChoice } from '../../../shared/agreement/compared-article.ts';
import { type PresentPerson } from '../../../shared/agreement/report.ts';
import { setStatuses } from '../../../shared/model/annotation-set.ts';
import { type Schema } from '../../../shared/model/schema.ts';
import { useMessages } from '../../messages/MessagesProvider.tsx';
import { Check, CheckList } from '../../ui/CheckList.tsx';
import { ChoiceGroup } from '../../ui/ChoiceGroup.tsx';
import { DateField } from '../../ui/DateField.tsx';
import { LabelSign } from '../../ui/LabelSign.tsx';
import { Waiting } from '../../ui/Waiting.tsx';
import styles from './AgreementView.module.css';

interface ChoicesProps {
  readonly schema: Schema;
  readonly choice: AgreementChoice;
  /** `null` before anything is known. */
  readonly people: readonly PresentPerson[] | null;
  readonly isStopped: boolean;
  readonly nameOf: (key: string) => string;
  readonly onChoose: (choice: AgreementChoice) => void;
}

/** Whose work, in which state, on which days and of which Labels. Each choice is measured at once. */
export function Choices({ schema, choice, people: known, isStopped, nameOf, onChoose }: ChoicesProps) {
  const { t, language } = useMessages();
  const change = (part: Partial<AgreementChoice>): void => onChoose({ ...choice, ...part });
  const labels = schema.labels.map(({ id }): string => id);
  const people = known ?? [];
  const usual = people.filter(({ role }) => role === 'work').map(({ key }) => key);
  return (
    <aside className={styles.choices} aria-label={t('agreement.choice')}>
      <Part title={t('agreement.choice.people')}>
        {known === null && !isStopped && <Waiting isSmall />}
        <CheckList
          items={people.map(({ key, sets }) => ({ value: key, title: t('agreement.choice.person', { name: nameOf(key), n: sets }) }))}
          chosen={choice.people ?? usual}
          onChoose={(chosen) => change({ people: chosen.join('\n') === usual.join('\n') ? null : chosen })}
        />
      </Part>
      <Part title={t('agreement.choice.states')}>
        <CheckList
          items={setStatuses.map((status) => ({ value: status, title: t(`status.${status}`) }))}
          chosen={choice.statuses}
          onChoose={(statuses) => change({ statuses })}
        />
      </Part>
      <Part title={t('agreement.choice.labels')}>
        <CheckList
          items={schema.labels.map(({ id, name }) => ({ value: id as string, title: <><LabelSign schema={schema} label={id} /><bdi>{name[language]}</bdi></> }))}
          chosen={choice.labels ?? labels}
          onChoose={(chosen) => change({ labels: chosen.length === labels.length ? null : chosen })}
        />
      </Part>
      <Part title={t('agreement.choice.reworked')}>
        <Check checked={choice.reworked} onChange={(reworked) => change({ reworked })}>{t('agreement.choice.reworked.count')}</Check>
      </Part>
      <div className={styles.days}>
        <ChoiceGroup
          label={t('agreement.choice.day')}
          value={choice.day}
          choices={[{ value: 'published', label: t('agreement.choice.published') }, { value: 'added', label: t('agreement.choice.added') }]}
          onChoose={(day) => change({ day })}
        />
        <DateField label={t('agreement.choice.from')} value={choice.from} onChange={(from) => from !== choice.from && change({ from })} />
        <DateField label={t('agreement.choice.to')} value={choice.to} onChange={(to) => to !== choice.to && change({ to })} />
      </div>
    </aside>
  );
}

function Part({ title, children }: { readonly title: string; readonly children: ReactNode }) {
  const id = useId();
  return (
    <div role="group" aria-labelledby={id} className={styles.choice}>
      <h2 id={id}>{title}</h2>
      {children}
    </div>
  );
}
