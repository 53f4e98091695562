import { type ExportCounts } from '../../../shared/dataset/export-counts.ts';
import { type Shares, type SplitMethod, type SplitOptions } from '../../../shared/dataset/split-options.ts';
import { useMessages } from '../../messages/MessagesProvider.tsx';
import { ChoiceGroup } from '../../ui/ChoiceGroup.tsx';
import { Field, TextInput } from '../../ui/Field.tsx';
import { Words } from '../../ui/Words.tsx';
import { CheckList } from '../../ui/CheckList.tsx';
import { CountField } from './CountField.tsx';
import { DateField } from '../../ui/DateField.tsx';
import styles from './fields.module.css';
import { Section } from '../../ui/Section.tsx';
import { usualSplit, withMethod } from './split-choice.ts';

interface SplitFieldsProps {
  readonly split: SplitOptions | null;
  readonly counts: ExportCounts | null;
  readonly onChange: (split: SplitOptions | null) => void;
}

/** Whether and how the articles are divided. */
export function SplitFields({ split, counts, onChange }: SplitFieldsProps) {
  const { t } = useMessages();
  return (
    <Section title={t('export.split')}>
      <div className={styles.choice}>
        <ChoiceGroup
          label={t('export.split')}
          isLabelHidden
          value={split ? 'some' : 'none'}
          choices={[{ value: 'none', label: t('export.split.none') }, { value: 'some', label: t('export.split.some') }]}
          onChoose={(value) => onChange(value === 'some' ? usualSplit : null)}
        />
      </div>
      {split && (
        <div className={styles.sub}>
          <MethodFields method={split.method} onChange={(method) => onChange({ ...split, method })} />
          <div className={styles.choice}>
            <ChoiceGroup
              label={t('export.split.unit')}
              value={split.unit}
              choices={(['group', 'publisher'] as const).map((value) => ({ value, label: t(`export.split.unit.${value}`) }))}
              onChoose={(unit) => onChange({ ...split, unit })}
            />
          </div>
          <p className={styles.hint}>{t(`export.split.unit.${split.unit}.hint`)}</p>
          <UnseenFields split={split} counts={counts} onChange={onChange} />
        </div>
      )}
    </Section>
  );
}

const methods = ['auto', 'hash', 'stratified', 'time'] as const;

function MethodFields({ method, onChange }: { readonly method: SplitMethod; readonly onChange: (method: SplitMethod) => void }) {
  const { t } = useMessages();
  return (
    <>
      <div className={styles.choice}>
        <ChoiceGroup
          label={t('export.split.method')}
          value={method.kind}
          choices={methods.map((value) => ({ value, label: t(`export.split.method.${value}`) }))}
          onChoose={(kind) => onChange(withMethod(method, kind))}
        />
      </div>
      <p className={styles.hint}>{t(`export.split.method.${method.kind}.hint`)}</p>
      {method.kind === 'time' ? (
        <div className={styles.row}>
          <DateField
            label={t('export.split.validation-from')}
            value={method.validationFrom || null}
            onChange={(date) => onChange({ ...method, validationFrom: date ?? '' })}
          />
          <DateField
            label={t('export.split.test-from')}
            value={method.testFrom || null}
            onChange={(date) => onChange({ ...method, testFrom: date ?? '' })}
          />
        </div>
      ) : (
        <>
          <div role="group" aria-label={t('export.split.shares')} className={styles.row}>
            {(['train', 'validation', 'test'] as const satisfies readonly (keyof Shares)[]).map((split) => (
              <CountField
                key={split}
                label={t(`export.split.${split}`)}
                value={method.shares[split]}
                onChange={(share) => onChange({ ...method, shares: { ...method.shares, [split]: share } })}
              />
            ))}
          </div>
          <div className={styles.row}>
            <Field label={t('export.split.seed')}>
              <TextInput value={method.seed} maxLength={60} dir="ltr" onChange={(event) => onChange({ ...method, seed: event.target.value })} />
            </Field>
          </div>
          <p className={styles.hint}>{t('export.split.seed.hint')}</p>
        </>
      )}
    </>
  );
}

function UnseenFields({ split, counts, onChange }: SplitFieldsProps & { readonly split: SplitOptions }) {
  const { t } = useMessages();
  const known = [...new Set([...Object.keys(counts?.publishers ?? {}), ...split.unseenPublishers])].filter((publisher) => publisher !== '').sort();
  return (
    <div role="group" aria-label={t('export.split.unseen')}>
      <h4>{t('export.split.unseen')}</h4>
      {known.length === 0 ? (
        <p className={styles.hint}>{t('export.split.unseen.none')}</p>
      ) : (
        <CheckList
          items={known.map((value) => ({ value, title: <Words>{value}</Words> }))}
          chosen={split.unseenPublishers}
          onChoose={(unseenPublishers) => onChange({ ...split, unseenPublishers })}
        />
      )}
      <p className={styles.hint}>{t('export.split.unseen.hint')}</p>
    </div>
  );
}
