import { type CardWord, type Release, requiredWords } from '../../../shared/dataset/release.ts';
import { useMessages } from '../../messages/MessagesProvider.tsx';
import { Field, TextInput } from '../../ui/Field.tsx';
import { Field as BaseField } from '@base-ui/react/field';
import { Check } from './CheckList.tsx';
import { DateField } from './DateField.tsx';
import styles from './fields.module.css';
import { Section } from './Section.tsx';

interface ReleaseFieldsProps {
  readonly draft: Release;
  readonly isRelease: boolean;
  readonly versions: readonly string[];
  readonly onDraft: (draft: Release, isRelease: boolean) => void;
}

const isEmpty = (draft: Release, word: CardWord): boolean => draft.words[word].trim() === '';

/** The version and the card of what is given to others. What was written stays, whether or not it is a release this time. */
export function ReleaseFields({ draft, isRelease, versions, onDraft }: ReleaseFieldsProps) {
  const { t, list } = useMessages();
  const change = (part: Partial<Release>): void => onDraft({ ...draft, ...part }, isRelease);
  const missing = requiredWords.filter((word) => isEmpty(draft, word)).length;
  return (
    <Section title={t('export.release')}>
      <Check checked={isRelease} onChange={(is) => onDraft(draft, is)}>
        {t('export.release.is')}
      </Check>
      <p className={styles.hint}>{t('export.release.hint')}</p>
      {isRelease && (
        <div className={styles.sub}>
          <div className={styles.words}>
            <Field label={t('export.release.version')} hint={t('export.release.version.hint')}>
              <TextInput
                value={draft.version}
                maxLength={20}
                dir="ltr"
                placeholder="1.0.0"
                onChange={(event) => change({ version: event.target.value.trim() })}
              />
            </Field>
            <DateField label={t('export.release.date')} value={draft.date || null} onChange={(date) => change({ date: date ?? '' })} />
          </div>
          {versions.length > 0 && <p className={styles.hint}>{t('export.release.earlier', { versions: list(versions) })}</p>}
          <p role="status">{t('export.release.missing', { n: missing })}</p>
          <div className={styles.words}>
            {requiredWords.map((word) => (
              <CardField
                key={word}
                word={word}
                value={draft.words[word]}
                isMissing={isEmpty(draft, word)}
                onChange={(value) => change({ words: { ...draft.words, [word]: value } })}
              />
            ))}
          </div>
        </div>
      )}
    </Section>
  );
}

interface CardFieldProps {
  readonly word: CardWord;
  readonly value: string;
  readonly isMissing: boolean;
  readonly onChange: (value: string) => void;
}

function CardField({ word, value, isMissing, onChange }: CardFieldProps) {
  const { t } = useMessages();
  return (
    <Field label={t(`card.${word}`)} {...(isMissing && { hint: t('export.release.empty') })}>
      <BaseField.Control
        render={
          <textarea
            dir="auto"
            rows={2}
            maxLength={4000}
            value={value}
            onChange={(event) => onChange(event.target.value)}
            className={styles.area}
          />
        }
      />
    </Field>
  );
}
