import { type Release } from '../../../shared/dataset/release.ts';
import { type CardWord, cardWords, isKnownToProject } from '../../../shared/dataset/required-facts.ts';
import { type Bilingual, type Schema } from '../../../shared/model/schema.ts';
import { type MessageCode } from '../../../shared/messages/catalogue.ts';
import { useMessages } from '../../messages/MessagesProvider.tsx';
import { Field, TextArea, TextInput } from '../../ui/Field.tsx';
import { Check } from '../../ui/CheckList.tsx';
import { type CardGaps, labelsToDefine } from './card-gaps.ts';
import { DateField } from '../../ui/DateField.tsx';
import styles from './fields.module.css';
import { Section } from '../../ui/Section.tsx';

interface ReleaseFieldsProps {
  readonly draft: Release;
  readonly isRelease: boolean;
  readonly versions: readonly string[];
  readonly schema: Schema;
  /** `null` while it is not known what the project says. */
  readonly gaps: CardGaps | null;
  readonly onDraft: (draft: Release, isRelease: boolean) => void;
}

/** The version and the card of what is given to others. What was written stays, whether or not it is a release this time. */
export function ReleaseFields({ draft, isRelease, versions, schema, gaps, onDraft }: ReleaseFieldsProps) {
  const { t, list } = useMessages();
  const change = (part: Partial<Release>): void => onDraft({ ...draft, ...part }, isRelease);
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
          <p role="status">{gaps && t('export.release.missing', { n: gaps.missing.length })}</p>
          <div className={styles.words}>
            {cardWords.map((word) => (
              <CardField
                key={word}
                label={t(`card.${word}`)}
                value={draft.words[word]}
                hint={hintOf(word, draft, gaps)}
                onChange={(value) => change({ words: { ...draft.words, [word]: value } })}
              />
            ))}
          </div>
          <DefinitionFields draft={draft} schema={schema} onChange={(definitions) => change({ definitions })} />
        </div>
      )}
    </Section>
  );
}

const hintOf = (word: CardWord, { words }: Release, gaps: CardGaps | null): MessageCode | null => {
  if (gaps?.missing.includes(word)) return 'export.release.empty';
  return isKnownToProject(word) && words[word].trim() === '' ? 'export.release.known' : null;
};

interface DefinitionFieldsProps {
  readonly draft: Release;
  readonly schema: Schema;
  readonly onChange: (definitions: Release['definitions']) => void;
}

/** The meaning of Labels of which the project says none. */
function DefinitionFields({ draft, schema, onChange }: DefinitionFieldsProps) {
  const { t, language } = useMessages();
  const labels = labelsToDefine(schema);
  if (labels.length === 0) return null;
  const empty: Bilingual = { fa: '', en: '' };
  return (
    <div role="group" aria-label={t('export.release.definitions')}>
      <h4>{t('export.release.definitions')}</h4>
      <p className={styles.hint}>{t('export.release.definitions.hint')}</p>
      <div className={styles.words}>
        {labels.flatMap(({ label: { id, name }, languages }) => languages.map((one) => {
          const definition = draft.definitions[id] ?? empty;
          return (
            <CardField
              key={`${id} ${one}`}
              label={t(`export.release.definition.${one}`, { label: name[language] })}
              value={definition[one]}
              hint={definition[one].trim() === '' ? 'export.release.empty' : null}
              onChange={(words) => onChange({ ...draft.definitions, [id]: { ...definition, [one]: words } })}
            />
          );
        }))}
      </div>
    </div>
  );
}

interface CardFieldProps {
  readonly label: string;
  readonly value: string;
  readonly hint: MessageCode | null;
  readonly onChange: (value: string) => void;
}

function CardField({ label, value, hint, onChange }: CardFieldProps) {
  const { t } = useMessages();
  return (
    <Field label={label} {...(hint && { hint: t(hint) })}>
      <TextArea maxLength={4000} value={value} onChange={(event) => onChange(event.target.value)} />
    </Field>
  );
}
