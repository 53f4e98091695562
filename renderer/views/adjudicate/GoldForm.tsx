import { useState } from 'react';
import { attributeKinds } from '../../../shared/model/attribute-kinds.ts';
import { type EntityId, type LabelId } from '../../../shared/model/id.ts';
import { isStanding } from '../../../shared/model/merged-entities.ts';
import { type AttributeDef, labelDef } from '../../../shared/model/schema.ts';
import { type Span } from '../../../shared/text/offsets.ts';
import { readTime } from '../../../shared/text/time-value.ts';
import { useMessages } from '../../messages/MessagesProvider.tsx';
import { Button } from '../../ui/Button.tsx';
import { Field, TextInput } from '../../ui/Field.tsx';
import styles from './AdjudicateView.module.css';
import { type Draft, newKey, withAttribute, withLabel } from './editing.ts';
import { type ReviewScene, wordsAt } from './scene.ts';
import { Select } from '../../ui/Select.tsx';
import { Words } from '../../ui/Words.tsx';

interface LabelChoiceProps {
  readonly scene: ReviewScene;
  readonly onLabel: (label: LabelId) => void;
}

/** Labels with their digits. */
function LabelChoice({ scene, onLabel, chosen }: LabelChoiceProps & { readonly chosen: LabelId | null }) {
  const { language, number } = useMessages();
  return (
    <div className={styles.ways}>
      {scene.schema.labels.map(({ id, name, key }) => (
        <Button key={id} kind={id === chosen ? 'primary' : 'secondary'} aria-pressed={id === chosen} onClick={() => onLabel(id)}>
          <bdi>{name[language]}</bdi>{key !== null && ` ${number(key)}`}
        </Button>
      ))}
    </div>
  );
}

/** What everybody missed: which Label it gets. */
export function Adding({ span, scene, onLabel }: LabelChoiceProps & { readonly span: Span }) {
  const { t } = useMessages();
  return (
    <section className={styles.goldBox} role="status">
      <h3 className={styles.heading}>{t('adjudicate.add-missed.which')}</h3>
      <p>
        <Words lang={scene.article.language}>{wordsAt(scene.article.text, [span])}</Words>
      </p>
      <LabelChoice scene={scene} chosen={null} onLabel={onLabel} />
    </section>
  );
}

/** A form of its own for the gold set, while it is made: its borders by keys, Label, attributes and person. */
export function Editing({ draft, scene, onKeep, onDraft }: { readonly draft: Draft; readonly scene: ReviewScene; readonly onKeep: () => void; readonly onDraft: (draft: Draft) => void }) {
  const { t } = useMessages();
  return (
    <form
      className={styles.goldBox}
      onSubmit={(event) => {
        event.preventDefault();
        onKeep();
      }}
    >
      <p className={styles.muted}>{t('adjudicate.editing')}</p>
      <p role="status">
        <Words lang={scene.article.language}>{wordsAt(scene.article.text, draft.spans)}</Words>
      </p>
      <LabelChoice scene={scene} chosen={draft.label} onLabel={(label) => onDraft(withLabel(draft, scene.schema, label))} />
      <Values draft={draft} scene={scene} onDraft={onDraft} />
      <Button kind="primary" type="submit">
        {t(draft.key === newKey ? 'adjudicate.add' : 'adjudicate.edit.keep')}
      </Button>
    </form>
  );
}

/** Attributes of the Label, and for whom it stands. What became of a commitment has a form of its own and stays as it is. */
function Values({ draft, scene: { schema, entities }, onDraft }: { readonly draft: Draft; readonly scene: ReviewScene; readonly onDraft: (draft: Draft) => void }) {
  const { t, language } = useMessages();
  const label = labelDef(schema, draft.label);
  if (!label) return null;
  const nobody = { value: '', label: t('adjudicate.no-value') };
  const people = entities.filter((one) => isStanding(one) || one.id === draft.entity);
  return (
    <>
      {label.attributes.map((def) => {
        const { widget } = attributeKinds[def.kind];
        const value = draft.attributes[def.id] ?? null;
        const onValue = (next: string | null) => onDraft(withAttribute(draft, def.id, next));
        if (widget === 'choice')
          return (
            <Select
              key={def.id}
              label={<bdi>{def.name[language]}</bdi>}
              value={value ?? ''}
              choices={[nobody, ...def.choices.map(({ id, name }) => ({ value: id, label: name[language] }))]}
              onChoose={(next) => onValue(next === '' ? null : next)}
            />
          );
        return widget === 'follow-up' ? null : <Written key={`${draft.label} ${def.id}`} def={def} value={value} onValue={onValue} />;
      })}
      {label.entity && people.length > 0 && (
        <Select
          label={t('adjudicate.entity')}
          value={draft.entity ?? ''}
          choices={[nobody, ...people.map(({ id, name }) => ({ value: id as string, label: name }))]}
          onChoose={(next) => onDraft({ ...draft, entity: next === '' ? null : (next as EntityId) })}
        />
      )}
    </>
  );
}

interface WrittenProps {
  readonly def: AttributeDef;
  readonly value: string | null;
  readonly onValue: (value: string | null) => void;
}

/** A value that is written, a date or a duration as people write them; while it is not understood the one before it stays. */
function Written({ def, value, onValue }: WrittenProps) {
  const { t, language } = useMessages();
  const [written, setWritten] = useState(value ?? '');
  const read = (words: string): string | null => {
    const said = words.trim();
    const meant = attributeKinds[def.kind].widget === 'time' ? readTime(said) : said;
    return meant !== null && attributeKinds[def.kind].isValid(def, meant) ? meant : null;
  };
  const isWrong = written.trim() !== '' && written.trim() !== value && read(written) === null;
  return (
    <Field label={<bdi>{def.name[language]}</bdi>} {...(isWrong && { error: t('inspector.value.wrong') })}>
      <TextInput
        value={written}
        onChange={({ target }) => {
          setWritten(target.value);
          const meant = read(target.value);
          if (meant !== null || target.value.trim() === '') onValue(meant);
        }}
      />
    </Field>
  );
}
