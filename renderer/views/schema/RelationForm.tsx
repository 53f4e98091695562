import { type RelationTraits } from '../../../shared/commands/schema/schema-edit.ts';
import { type LabelId } from '../../../shared/model/id.ts';
import { type RelationDef } from '../../../shared/model/schema.ts';
import { type Problem } from '../../../shared/result.ts';
import { useMessages } from '../../messages/MessagesProvider.tsx';
import { CheckField } from './CheckField.tsx';
import styles from './form.module.css';
import { NameFields } from './NameFields.tsx';
import { PartActions } from './PartActions.tsx';
import { type SchemaDesk } from './schema-desk.ts';

interface RelationFormProps {
  readonly relation: RelationDef;
  readonly desk: SchemaDesk;
}

/** Everything about one relation. */
export function RelationForm({ relation, desk }: RelationFormProps) {
  const { t, language } = useMessages();
  const { editor } = desk;
  const part = { kind: 'relation', relation: relation.type } as const;
  const alter = (traits: Partial<RelationTraits>) => editor.edit({ kind: 'alter-relation', relation: relation.type, traits });
  const name = relation.name[language];
  return (
    <section className={styles.form} aria-labelledby="schema-part">
      <header className={styles.head}>
        <h2 id="schema-part" className={styles.title}>
          <bdi>{name}</bdi>
        </h2>
        <span className={styles.muted}>{t('schema.uses', { n: desk.uses(part) })}</span>
        <PartActions part={part} name={name} desk={desk} />
      </header>
      <NameFields part={part} name={relation.name} editor={editor} />
      <LabelsField title={t('schema.relation.from')} chosen={relation.from} desk={desk} onChange={(from) => alter({ from })} />
      <LabelsField title={t('schema.relation.to')} chosen={relation.to} desk={desk} onChange={(to) => alter({ to })} />
      <CheckField label={t('schema.relation.to-entity')} checked={relation.toEntity} onChange={(toEntity) => alter({ toEntity })} />
      <CheckField label={t('schema.relation.same-label')} checked={relation.sameLabel} onChange={(sameLabel) => alter({ sameLabel })} />
    </section>
  );
}

interface LabelsFieldProps {
  readonly title: string;
  readonly chosen: readonly LabelId[];
  readonly desk: SchemaDesk;
  readonly onChange: (labels: readonly LabelId[]) => Promise<readonly Problem[]>;
}

/** Some of the labels, in the order of the Schema. */
function LabelsField({ title, chosen, desk: { schema }, onChange }: LabelsFieldProps) {
  const { language } = useMessages();
  const toggled = (id: LabelId, isChosen: boolean) =>
    schema.labels.map((label) => label.id).filter((one) => (one === id ? isChosen : chosen.includes(one)));
  return (
    <fieldset className={styles.group}>
      <legend className={styles.legend}>{title}</legend>
      {schema.labels.map(({ id, name }) => (
        <CheckField key={id} label={<bdi>{name[language]}</bdi>} checked={chosen.includes(id)} onChange={(isChosen) => onChange(toggled(id, isChosen))} />
      ))}
    </fieldset>
  );
}
