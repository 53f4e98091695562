import { Plus, X } from 'lucide-react';
import { type KeyboardEvent, useId, useState } from 'react';
import { type Entity, type EntityKind, entityKinds, type Office } from '../../../shared/model/entity.ts';
import { type EntityFields } from '../../../shared/commands/entities/edit-entity.ts';
import { type Problem } from '../../../shared/result.ts';
import { useMessages } from '../../messages/MessagesProvider.tsx';
import { problemMessage } from '../../messages/translate.ts';
import { Button } from '../../ui/Button.tsx';
import { Field, TextInput } from '../../ui/Field.tsx';
import { IconButton } from '../../ui/IconButton.tsx';
import { useThrow } from '../../ui/use-throw.ts';
import { Words } from '../../ui/Words.tsx';
import { fieldDirection } from '../../ui/field-direction.ts';
import { readDate, writtenDate } from '../../ui/written-date.ts';
import styles from './PersonForm.module.css';
import { type Register } from './use-register.ts';

interface PersonFormProps {
  readonly person: Entity;
  readonly register: Register;
}

/** What is known about a person, edited where it stands: saved when a field is left or with Enter. */
export function PersonForm({ person, register }: PersonFormProps) {
  const { t } = useMessages();
  const raise = useThrow();
  const [problem, setProblem] = useState<Problem | null>(null);
  const [alias, setAlias] = useState('');
  const [offices, setOffices] = useDraft<readonly Office[]>(person.offices, JSON.stringify(person.offices));
  const save = (fields: Partial<EntityFields>, then = (): void => undefined) => {
    const tell = (refusal: Problem | null): void => {
      setProblem(refusal);
      if (!refusal) then();
    };
    void register.edit(person.id, fields).then(tell).catch(raise);
  };
  const saveOffices = (next: readonly Office[]) => {
    setOffices(next);
    // A line without a title is one that is still being written.
    if (next.every(({ title }) => title.trim() !== '')) save({ offices: next });
  };
  const addAlias = () => {
    if (alias.trim() !== '') save({ aliases: [...person.aliases, alias] }, () => setAlias(''));
  };
  const words = problem ? t(problemMessage(problem.code), problem.values) : undefined;
  return (
    <section className={styles.form} aria-label={t('people.known')}>
      <Draft value={person.name} onSave={(name) => save({ name })}>
        {(control) => (
          <Field label={t('people.name')} {...(problem?.code === 'entity-name-wrong' && { error: words })}>
            <TextInput {...control} />
          </Field>
        )}
      </Draft>
      <label className={styles.field}>
        <span className={styles.label}>{t('people.kind')}</span>
        <select className={styles.select} value={person.kind} onChange={(event) => save({ kind: event.target.value as EntityKind })}>
          {entityKinds.map((kind) => (
            <option key={kind} value={kind}>
              {t(`people.kind.${kind}`)}
            </option>
          ))}
        </select>
      </label>
      <div className={styles.field} role="group" aria-label={t('people.aliases')}>
        <span className={styles.label}>{t('people.aliases')}</span>
        <ul className={styles.chips}>
          {person.aliases.map((one) => (
            <li key={one} className={styles.chip}>
              <Words>{one}</Words>
              <IconButton
                icon={X}
                label={t('people.alias.remove', { name: one })}
                onClick={() => save({ aliases: person.aliases.filter((other) => other !== one) })}
              />
            </li>
          ))}
        </ul>
        <div className={styles.line}>
          <input
            type="text"
            dir={fieldDirection(alias)}
            className={styles.input}
            aria-label={t('people.alias.add')}
            placeholder={t('people.alias.add')}
            value={alias}
            onChange={(event) => setAlias(event.target.value)}
            onKeyDown={(event) => event.key === 'Enter' && addAlias()}
            onBlur={addAlias}
          />
        </div>
      </div>
      <div className={styles.field} role="group" aria-label={t('people.offices')}>
        <span className={styles.label}>{t('people.offices')}</span>
        {offices.map((office, index) => (
          <OfficeLine
            key={`${index} ${offices.length}`}
            office={office}
            onSave={(next) => saveOffices(offices.with(index, next))}
            onRemove={() => saveOffices(offices.filter((_, other) => other !== index))}
          />
        ))}
        <div>
          <Button kind="quiet" icon={Plus} onClick={() => setOffices([...offices, { title: '', from: null, to: null }])}>
            {t('people.office.add')}
          </Button>
        </div>
      </div>
      <Draft value={person.party ?? ''} onSave={(party) => save({ party })}>
        {(control) => (
          <Field label={t('people.party')}>
            <TextInput {...control} />
          </Field>
        )}
      </Draft>
      <Draft value={person.wikidata ?? ''} onSave={(wikidata) => save({ wikidata })}>
        {(control) => (
          <Field label={t('people.wikidata')} {...(problem?.code === 'entity-wikidata-wrong' && { error: words })}>
            <TextInput dir="ltr" translate="no" placeholder="Q794" {...control} />
          </Field>
        )}
      </Draft>
      <Draft value={person.note} onSave={(note) => save({ note })}>
        {({ onKeyDown: _enter, ...control }) => (
          <label className={styles.field}>
            <span className={styles.label}>{t('people.note')}</span>
            <textarea className={styles.note} dir={fieldDirection(control.value)} rows={3} {...control} />
          </label>
        )}
      </Draft>
      {words && problem?.code !== 'entity-name-wrong' && problem?.code !== 'entity-wikidata-wrong' && (
        <p role="alert" className={styles.error}>
          {words}
        </p>
      )}
    </section>
  );
}

interface OfficeLineProps {
  readonly office: Office;
  readonly onSave: (office: Office) => void;
  readonly onRemove: () => void;
}

function OfficeLine({ office, onSave, onRemove }: OfficeLineProps) {
  const { t, language } = useMessages();
  return (
    <div className={styles.office}>
      <Draft value={office.title} onSave={(title) => onSave({ ...office, title })}>
        {(control) => <input type="text" dir={fieldDirection(control.value)} className={styles.input} aria-label={t('people.office.title')} placeholder={t('people.office.title')} {...control} />}
      </Draft>
      <IconButton icon={X} label={t('people.office.remove', { title: office.title })} onClick={onRemove} />
      <div className={styles.dates}>
        {(['from', 'to'] as const).map((end) => (
          <DateField key={end} label={t(`people.office.${end}`)} hint={t('people.office.date')} value={writtenDate(office[end], language)} onSave={(date) => onSave({ ...office, [end]: date })} />
        ))}
      </div>
    </div>
  );
}

interface DateFieldProps {
  readonly label: string;
  readonly hint: string;
  readonly value: string;
  readonly onSave: (date: string | null) => void;
}

function DateField({ label, hint, value, onSave }: DateFieldProps) {
  const { t } = useMessages();
  const id = useId();
  const [isWrong, setWrong] = useState(false);
  const save = (written: string) => {
    const date = readDate(written);
    setWrong(date === undefined);
    if (date !== undefined) onSave(date);
  };
  return (
    <Draft value={value} onSave={save}>
      {(control) => (
        <div className={styles.date}>
          <label htmlFor={id} className={styles.small}>
            {label}
          </label>
          <input
            id={id}
            type="text"
            dir="ltr"
            className={styles.input}
            placeholder={hint}
            aria-invalid={isWrong}
            {...(isWrong && { 'aria-describedby': `${id}-wrong` })}
            {...control}
          />
          {/* Beside the label, not in it: a field keeps its name. */}
          {isWrong && (
            <span id={`${id}-wrong`} role="alert" className={styles.error}>
              {t('people.office.date.wrong')}
            </span>
          )}
        </div>
      )}
    </Draft>
  );
}

interface DraftControl {
  readonly value: string;
  readonly onChange: (event: { readonly target: { readonly value: string } }) => void;
  readonly onBlur: () => void;
  readonly onKeyDown: (event: KeyboardEvent) => void;
}

interface DraftProps {
  readonly value: string;
  readonly onSave: (value: string) => void;
  readonly children: (control: DraftControl) => React.ReactNode;
}

/** What is being written, until what is stored is another: the form stays as it is then, and the focus where it was. `says`: what tells two values apart. */
function useDraft<Value>(value: Value, says: unknown = value): readonly [Value, (draft: Value) => void] {
  const [draft, setDraft] = useState(value);
  const [stored, setStored] = useState(says);
  if (stored !== says) {
    setStored(says);
    setDraft(value);
  }
  return [stored === says ? draft : value, setDraft];
}

/** A value while it is being written: saved when the field is left or with Enter, taken back with Escape. */
function Draft({ value, onSave, children }: DraftProps) {
  const [draft, setDraft] = useDraft(value);
  const save = () => {
    if (draft !== value) onSave(draft);
  };
  return children({
    value: draft,
    onChange: (event) => setDraft(event.target.value),
    onBlur: save,
    onKeyDown: (event) => {
      if (event.key === 'Enter') save();
      else if (event.key === 'Escape') setDraft(value);
    },
  });
}
