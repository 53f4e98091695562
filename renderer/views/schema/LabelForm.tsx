import { Plus } from 'lucide-react';
import { useState } from 'react';
import { type LabelTraits } from '../../../shared/commands/schema/schema-edit.ts';
import { type Bilingual, type LabelDef, type LanePattern, lanePatterns } from '../../../shared/model/schema.ts';
import { type Problem } from '../../../shared/result.ts';
import { useMessages } from '../../messages/MessagesProvider.tsx';
import { Button } from '../../ui/Button.tsx';
import { ChoiceGroup } from '../../ui/ChoiceGroup.tsx';
import { LabelSign, labelStyle } from '../../ui/LabelSign.tsx';
import { useThrow } from '../../ui/use-throw.ts';
import { AddDialog } from './AddDialog.tsx';
import { AttributeForm } from './AttributeForm.tsx';
import { CheckField } from './CheckField.tsx';
import { ColourField } from './ColourField.tsx';
import { CommitField } from './CommitField.tsx';
import { problemWords } from './field-problems.ts';
import styles from './form.module.css';
import { NameFields } from './NameFields.tsx';
import { PartActions } from './PartActions.tsx';
import { PatternSample } from './PatternSample.tsx';
import { type SchemaDesk } from './schema-desk.ts';

interface DefinitionFieldsProps {
  readonly definition: Bilingual;
  readonly onChange: (definition: Bilingual) => Promise<readonly Problem[]>;
}

/** What the label means in this project; the card of an export says it. */
function DefinitionFields({ definition, onChange }: DefinitionFieldsProps) {
  const { t } = useMessages();
  return (
    <div className={styles.names}>
      {(['fa', 'en'] as const).map((language) => (
        <CommitField
          key={language}
          label={t(`schema.definition.${language}`)}
          language={language}
          hint={t('schema.definition.hint')}
          maxLength={4000}
          isLong
          value={definition[language]}
          onCommit={(words) => onChange({ ...definition, [language]: words })}
        />
      ))}
    </div>
  );
}

interface LabelFormProps {
  readonly label: LabelDef;
  readonly desk: SchemaDesk;
}

const noKey = 'none';
const keys = [noKey, '1', '2', '3', '4', '5', '6', '7', '8', '9'] as const;

/** Everything about one label. Each field is saved by itself, at once. */
export function LabelForm({ label, desk }: LabelFormProps) {
  const messages = useMessages();
  const { t, number, language } = messages;
  const raise = useThrow();
  const [keyProblems, setKeyProblems] = useState<readonly Problem[]>([]);
  const [isAdding, setAdding] = useState(false);
  const { editor, schema } = desk;
  const part = { kind: 'label', label: label.id } as const;
  const alter = (traits: Partial<LabelTraits>) => editor.edit({ kind: 'alter-label', label: label.id, traits });
  const keyWords = problemWords(messages, keyProblems);
  return (
    <section className={styles.form} aria-labelledby="schema-part">
      <header className={styles.head}>
        <LabelSign schema={schema} label={label.id} />
        <h2 id="schema-part" className={styles.title}>
          <bdi>{label.name[language]}</bdi>
        </h2>
        <span className={styles.muted}>{t('schema.uses', { n: desk.uses(part) })}</span>
        <PartActions part={part} name={label.name[language]} desk={desk} />
      </header>
      <NameFields part={part} name={label.name} editor={editor} />
      <DefinitionFields key={`${label.id} meaning`} definition={label.definition ?? { fa: '', en: '' }} onChange={(definition) => alter({ definition })} />
      <div className={styles.row}>
        <div>
          <ChoiceGroup
            label={t('schema.key')}
            value={label.key === null ? noKey : (String(label.key) as (typeof keys)[number])}
            choices={keys.map((value) => ({ value, label: value === noKey ? t('schema.key.none') : number(Number(value)) }))}
            onChoose={(value) => void alter({ key: value === noKey ? null : Number(value) }).then(setKeyProblems).catch(raise)}
          />
          {keyWords && (
            <p role="alert" className={styles.error}>
              {keyWords}
            </p>
          )}
        </div>
        <div className={styles.badge}>
          <CommitField label={t('schema.badge')} language="fa" maxLength={2} value={label.badge} onCommit={(badge) => alter({ badge })} />
        </div>
      </div>
      <div className={styles.patterns} style={labelStyle(schema, label.id)}>
        <ChoiceGroup<LanePattern>
          label={t('schema.pattern')}
          value={label.pattern}
          choices={lanePatterns.map((value) => ({ value, label: <PatternSample pattern={value} name={t(`schema.pattern.${value}`)} /> }))}
          onChoose={(pattern) => void alter({ pattern }).catch(raise)}
        />
      </div>
      <ColourField key={label.id} colour={label.colour} onChange={(colour) => alter({ colour })} />
      <CheckField label={t('schema.discontinuous')} checked={label.discontinuous} onChange={(discontinuous) => alter({ discontinuous })} />
      <CheckField label={t('schema.entity')} checked={label.entity} onChange={(entity) => alter({ entity })} />
      <header className={styles.head}>
        <h3 className={styles.subtitle}>{t('schema.attributes')}</h3>
        <Button kind="quiet" icon={Plus} onClick={() => setAdding(true)}>
          {t('schema.attribute.add')}
        </Button>
      </header>
      {label.attributes.length === 0 && <p className={styles.muted}>{t('schema.attributes.none')}</p>}
      {label.attributes.map((attribute) => (
        <AttributeForm key={attribute.id} label={label.id} attribute={attribute} desk={desk} />
      ))}
      {isAdding && <AddDialog what={{ kind: 'attribute', label: label.id }} desk={desk} onClose={() => setAdding(false)} />}
    </section>
  );
}
