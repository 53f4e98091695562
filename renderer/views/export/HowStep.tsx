import { codecById } from '../../../shared/codecs/registry.ts';
import { type ExportCounts } from '../../../shared/dataset/export-counts.ts';
import { type ExportOptions, type LicenceRule, type TextMode } from '../../../shared/dataset/export-options.ts';
import { type ExportPlan } from '../../../shared/dataset/export-plan.ts';
import { optionProblems } from '../../../shared/dataset/export-problems.ts';
import { type Release } from '../../../shared/dataset/release.ts';
import { type Schema } from '../../../shared/model/schema.ts';
import { type Problem } from '../../../shared/result.ts';
import { formatName } from '../../messages/format-name.ts';
import { useMessages } from '../../messages/MessagesProvider.tsx';
import { ChoiceGroup } from '../../ui/ChoiceGroup.tsx';
import { Field, TextInput } from '../../ui/Field.tsx';
import { ProblemList } from '../../ui/ProblemList.tsx';
import { cardGaps } from './card-gaps.ts';
import { Check, CheckList } from '../../ui/CheckList.tsx';
import { CountField } from './CountField.tsx';
import styles from './fields.module.css';
import { peopleOf } from './choices.ts';
import { formatFamilies, formatWords, withFormatNames } from './formats.ts';
import { RadioList } from './RadioList.tsx';
import { ReleaseFields } from './ReleaseFields.tsx';
import { Section } from '../../ui/Section.tsx';
import { SplitFields } from './SplitFields.tsx';

interface HowStepProps {
  readonly options: ExportOptions;
  /** The card as far as it is written. */
  readonly draft: Release;
  /** Versions that others have already. */
  readonly versions: readonly string[];
  readonly schema: Schema;
  /** Of all that is chosen, whatever its licence; `null` while it is counted. */
  readonly plan: ExportPlan | null;
  readonly onChange: (part: Partial<ExportOptions>) => void;
  readonly onDraft: (draft: Release, isRelease: boolean) => void;
}

/** In what form the chosen work leaves. */
export function HowStep({ options, draft, versions, schema, plan, onChange, onDraft }: HowStepProps) {
  const { t } = useMessages();
  const counts = plan?.counts ?? null;
  const { format, pseudonyms } = options;
  const people = peopleOf(pseudonyms);
  return (
    <>
      <Section title={t('export.format')}>
        <RadioList
          label={t('export.format')}
          value={format}
          groups={formatFamilies.map(({ family, codecs }) => ({
            heading: t(`export.family.${family}`),
            items: codecs.map(({ id }) => {
              const words = formatWords(id);
              return { value: id, title: formatName(id, { t }), hint: words && t(words) };
            }),
          }))}
          onChoose={(chosen) => onChange({ format: chosen })}
        />
      </Section>
      <TextChoice options={options} onChange={onChange} />
      <SplitFields split={options.split} counts={counts} onChange={(split) => onChange({ split })} />
      <Section title={t('export.people')}>
        <div className={styles.choice}>
          <ChoiceGroup
            label={t('export.people')}
          isLabelHidden
            value={people}
            choices={(['pseudonyms', 'merged', 'names'] as const).map((value) => ({ value, label: t(`export.people.${value}`) }))}
            onChoose={(value) => onChange({ pseudonyms: value === 'names' ? null : { release: pseudonyms?.release ?? '', merged: value === 'merged' } })}
          />
        </div>
        <p className={styles.hint}>{t(`export.people.${people}.hint`)}</p>
        {pseudonyms && (
          <Field label={t('export.people.renew')} hint={t('export.people.renew.hint')}>
            <TextInput
              value={pseudonyms.release}
              maxLength={60}
              onChange={(event) => onChange({ pseudonyms: { ...pseudonyms, release: event.target.value.trim() } })}
            />
          </Field>
        )}
        <Check checked={options.notes} onChange={(notes) => onChange({ notes })}>
          {t('export.notes')}
        </Check>
        <p className={styles.hint}>{t('export.notes.hint')}</p>
      </Section>
      <LicenceChoice rule={options.licences} counts={counts} onChange={(licences) => onChange({ licences })} />
      <ReleaseFields
        draft={draft}
        isRelease={options.release !== null}
        versions={versions}
        schema={schema}
        gaps={plan && cardGaps(plan, draft, schema)}
        onDraft={onDraft}
      />
    </>
  );
}

const textModes = ['full', 'offsets', 'windows'] as const;
const usualWindow = 200;

function TextChoice({ options, onChange }: Pick<HowStepProps, 'options' | 'onChange'>) {
  const messages = useMessages();
  const { t } = messages;
  const { text, format } = options;
  const choose = (kind: TextMode['kind']): void => onChange({ text: kind === 'windows' ? { kind, codePoints: usualWindow, named: false } : { kind } });
  const isText = ({ code }: Problem): boolean => code === 'export-format-needs-text';
  const problems = optionProblems({ ...options, split: null, release: null }, codecById(format)).filter(isText).map((one) => withFormatNames(one, messages));
  return (
    <Section title={t('export.text')}>
      <div className={styles.choice}>
        <ChoiceGroup
          label={t('export.text')}
          isLabelHidden
          value={text.kind}
          choices={textModes.map((value) => ({ value, label: t(`export.text.${value}`) }))}
          onChoose={choose}
        />
      </div>
      <p className={styles.hint}>{t(`export.text.${text.kind}.hint`)}</p>
      {text.kind === 'windows' && (
        <>
          <div className={styles.row}>
            <CountField label={t('export.text.codePoints')} value={text.codePoints} onChange={(codePoints) => onChange({ text: { ...text, codePoints } })} />
          </div>
          <Check checked={text.named} onChange={(named) => onChange({ text: { ...text, named } })}>
            {t('export.text.named')}
          </Check>
          <p className={styles.hint}>{t(`export.text.named.${text.named ? 'hint' : 'not.hint'}`)}</p>
        </>
      )}
      <div role="status">{problems.length > 0 && <ProblemList problems={problems} />}</div>
    </Section>
  );
}

interface LicenceChoiceProps {
  readonly rule: LicenceRule;
  readonly counts: ExportCounts | null;
  readonly onChange: (rule: LicenceRule) => void;
}

const licenceRules = ['any', 'stated', 'listed'] as const;

function chosenRule(kind: LicenceRule['kind'], known: readonly string[]): LicenceRule {
  if (kind === 'listed') return { kind, licences: known };
  return kind === 'any' ? { kind, chosen: true } : { kind };
}

function LicenceChoice({ rule, counts, onChange }: LicenceChoiceProps) {
  const { t } = useMessages();
  const listed = rule.kind === 'listed' ? rule.licences : [];
  const known = [...new Set([...Object.keys(counts?.licences ?? {}), ...listed])].filter((licence) => licence !== '').sort();
  return (
    <Section title={t('export.licences')}>
      <div className={styles.choice}>
        <ChoiceGroup
          label={t('export.licences')}
          isLabelHidden
          value={rule.kind}
          choices={licenceRules.map((value) => ({ value, label: t(`export.licences.${value}`) }))}
          onChoose={(kind) => onChange(chosenRule(kind, known))}
        />
      </div>
      <p className={styles.hint}>{t(`export.licences.${rule.kind}.hint`)}</p>
      {rule.kind === 'listed' && known.length === 0 && <p>{t('export.licences.none')}</p>}
      {rule.kind === 'listed' && (
        <CheckList
          items={known.map((value) => ({ value, title: <bdi>{value}</bdi> }))}
          chosen={listed}
          onChoose={(licences) => onChange({ kind: 'listed', licences })}
        />
      )}
    </Section>
  );
}
