import { Plus } from 'lucide-react';
import { useState } from 'react';
import { type LabelId } from '../../../shared/model/id.ts';
import { hasChoices } from '../../../shared/model/attribute-kinds.ts';
import { type AttributeDef, type ChoiceDef } from '../../../shared/model/schema.ts';
import { useMessages } from '../../messages/MessagesProvider.tsx';
import { Button } from '../../ui/Button.tsx';
import { AddDialog } from './AddDialog.tsx';
import styles from './form.module.css';
import { NameFields } from './NameFields.tsx';
import { PartActions } from './PartActions.tsx';
import { type SchemaDesk } from './schema-desk.ts';

interface AttributeFormProps {
  readonly label: LabelId;
  readonly attribute: AttributeDef;
  readonly desk: SchemaDesk;
}

/** One attribute of a label, folded until it is wanted. */
export function AttributeForm({ label, attribute, desk }: AttributeFormProps) {
  const { t, number, language } = useMessages();
  const [isAdding, setAdding] = useState(false);
  const part = { kind: 'attribute', label, attribute: attribute.id } as const;
  const name = attribute.name[language];
  return (
    <details className={styles.attribute}>
      <summary className={styles.summary}>
        <span className={styles.name}><bdi>{name}</bdi></span>
        <span className={styles.muted}>{t(`schema.kind.${attribute.kind}`)}</span>
        <span className={styles.muted}>{number(desk.uses(part))}</span>
      </summary>
      <div className={styles.inner}>
        <PartActions part={part} name={name} desk={desk} />
        <NameFields part={part} name={attribute.name} editor={desk.editor} />
        {hasChoices(attribute.kind) && (
          <>
            <h4 className={styles.subtitle}>{t(attribute.kind === 'choice' ? 'schema.choices' : 'schema.choices.open')}</h4>
            <ul className={styles.choices} aria-label={t('schema.choices.of', { name })}>
              {attribute.choices.map((choice) => (
                <ChoiceRow key={choice.id} label={label} attribute={attribute.id} choice={choice} desk={desk} />
              ))}
            </ul>
            <Button kind="quiet" icon={Plus} onClick={() => setAdding(true)}>
              {t('schema.choice.add')}
            </Button>
          </>
        )}
      </div>
      {isAdding && <AddDialog what={{ kind: 'choice', label, attribute: attribute.id }} desk={desk} onClose={() => setAdding(false)} />}
    </details>
  );
}

interface ChoiceRowProps {
  readonly label: LabelId;
  readonly attribute: string;
  readonly choice: ChoiceDef;
  readonly desk: SchemaDesk;
}

function ChoiceRow({ label, attribute, choice, desk }: ChoiceRowProps) {
  const { t, language } = useMessages();
  const part = { kind: 'choice', label, attribute, choice: choice.id } as const;
  return (
    <li className={styles.choice}>
      <NameFields part={part} name={choice.name} editor={desk.editor} />
      <div className={styles.choiceFoot}>
        <span className={styles.muted}>{t('schema.uses', { n: desk.uses(part) })}</span>
        <PartActions part={part} name={choice.name[language]} desk={desk} />
      </div>
    </li>
  );
}
