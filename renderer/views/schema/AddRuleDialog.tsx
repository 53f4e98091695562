import { type ReactNode, type SubmitEvent, useId, useState } from 'react';
import { statedRules } from '../../../shared/checks/usual-rules.ts';
import { type LabelId, type RelationType } from '../../../shared/model/id.ts';
import { labelDef, relationsFrom } from '../../../shared/model/schema.ts';
import { type Demand } from '../../../shared/model/stated-rule.ts';
import { type Problem, type Severity } from '../../../shared/result.ts';
import { writtenCount } from '../../../shared/text/written-count.ts';
import { useMessages } from '../../messages/MessagesProvider.tsx';
import { Button } from '../../ui/Button.tsx';
import { Dialog } from '../../ui/Dialog.tsx';
import { NameOption } from '../../ui/NameOption.tsx';
import { useThrow } from '../../ui/use-throw.ts';
import { problemWords } from './field-problems.ts';
import form from './form.module.css';
import { firstDemand, kindsFor, withRule } from './new-rule.ts';
import { ruleWords } from './rule-words.ts';
import styles from './RulesForm.module.css';
import { type SchemaDesk } from './schema-desk.ts';

/** More links than any article has labels. */
const mostLinks = 99_999;

interface AddRuleDialogProps {
  readonly desk: SchemaDesk;
  readonly onClose: () => void;
}

/** Asks for a new rule, and says it as a sentence while it is put together. */
export function AddRuleDialog({ desk: { schema, editor }, onClose }: AddRuleDialogProps) {
  const messages = useMessages();
  const { t, language } = messages;
  const raise = useThrow();
  const formId = useId();
  const [first] = schema.labels;
  if (!first) throw new Error(`schema ${schema.id} has no label`);
  const [label, setLabel] = useState<LabelId>(first.id);
  const [severity, setSeverity] = useState<Severity>('warning');
  const kinds = kindsFor(schema, label);
  const [demand, setDemand] = useState<Demand | null>(() => firstDemand(schema, first.id, kinds[0] ?? 'linked'));
  const [problems, setProblems] = useState<readonly Problem[]>([]);
  const rules = demand && withRule(schema, statedRules(schema), label, severity, demand);
  const made = rules?.at(-1);

  const chooseLabel = (id: LabelId) => {
    setLabel(id);
    const kept = demand && kindsFor(schema, id).includes(demand.kind) ? demand.kind : (kindsFor(schema, id)[0] ?? 'linked');
    setDemand(firstDemand(schema, id, kept));
  };
  const add = async () => {
    if (!rules) return;
    const refused = await editor.make({ kind: 'set-rules', rules });
    setProblems(refused);
    if (refused.length === 0) onClose();
  };
  const onSubmit = (event: SubmitEvent) => {
    event.preventDefault();
    add().catch(raise);
  };
  const footer = (
    <>
      <Button onClick={onClose}>{t('dialog.cancel')}</Button>
      <Button kind="primary" type="submit" form={formId} disabled={!made}>
        {t('schema.add')}
      </Button>
    </>
  );
  return (
    <Dialog open onClose={onClose} title={t('schema.task-rules.add.title')} footer={footer}>
      <form id={formId} className={styles.fields} onSubmit={onSubmit}>
        <Select label={t('schema.rule.label')} value={label} onChoose={(id) => chooseLabel(id as LabelId)}
          options={schema.labels.map(({ id, name }) => [id, name[language]])} />
        <Select label={t('schema.rule.kind')} value={demand?.kind ?? ''} onChoose={(kind) => setDemand(firstDemand(schema, label, kind as Demand['kind']))}
          options={kinds.map((kind) => [kind, t(`schema.rule.kind.${kind}`)])} />
        {demand && <DemandFields demand={demand} label={label} schema={schema} onDemand={setDemand} />}
        <Select label={t('schema.rule.severity.short')} value={severity} onChoose={(one) => setSeverity(one === 'error' ? 'error' : 'warning')}
          options={[['error', t('schema.rule.error')], ['warning', t('schema.rule.warning')]]} />
        <p className={styles.says} aria-live="polite">
          {made ? ruleWords(schema, made, messages) : t('schema.rule.no-part')}
        </p>
        {problems.length > 0 && (
          <p role="alert" className={form.error}>
            {problemWords(messages, problems)}
          </p>
        )}
      </form>
    </Dialog>
  );
}

interface DemandFieldsProps extends Pick<SchemaDesk, 'schema'> {
  readonly demand: Demand;
  readonly label: LabelId;
  readonly onDemand: (demand: Demand) => void;
}

function DemandFields({ demand, label, schema, onDemand }: DemandFieldsProps) {
  const { t, language } = useMessages();
  switch (demand.kind) {
    case 'links':
      return (
        <>
          <Select label={t('schema.rule.relation')} value={demand.relation} onChoose={(type) => onDemand({ ...demand, relation: type as RelationType })}
            options={relationsFrom(schema, label).map(({ type, name }) => [type, name[language]])} />
          <div className={styles.pair}>
            <Count label={t('schema.rule.least')} value={demand.least} onCount={(least) => onDemand({ ...demand, least: least ?? 0 })} />
            <Count label={t('schema.rule.most')} hint={t('schema.rule.most.any')} value={demand.most} onCount={(most) => onDemand({ ...demand, most })} />
          </div>
        </>
      );
    case 'linked':
      return (
        <Select label={t('schema.rule.relation')} value={demand.relation ?? ''} onChoose={(type) => onDemand({ ...demand, relation: type === '' ? null : (type as RelationType) })}
          options={[['', t('schema.rule.relation.any')], ...schema.relations.filter(({ to }) => to.includes(label)).map(({ type, name }) => [type, name[language]] as const)]} />
      );
    case 'within':
      return (
        <Select label={t('schema.rule.within')} value={demand.within} onChoose={(id) => onDemand({ ...demand, within: id as LabelId })}
          options={schema.labels.filter(({ id }) => id !== label).map(({ id, name }) => [id, name[language]])} />
      );
    case 'attribute':
      return (
        <Select label={t('schema.rule.attribute')} value={demand.attribute} onChoose={(attribute) => onDemand({ ...demand, attribute })}
          options={(labelDef(schema, label)?.attributes ?? []).map(({ id, name }) => [id, name[language]])} />
      );
    case 'words':
      return <Count label={t('schema.rule.most-words')} value={demand.most} onCount={(most) => onDemand({ ...demand, most: most ?? 0 })} />;
    case 'entity':
      return null;
  }
}

interface SelectProps {
  readonly label: ReactNode;
  readonly value: string;
  readonly options: readonly (readonly [value: string, name: string])[];
  readonly onChoose: (value: string) => void;
}

const Select = ({ label, value, options, onChoose }: SelectProps) => (
  <label className={styles.field}>
    <span>{label}</span>
    <select value={value} onChange={({ target }) => onChoose(target.value)}>
      {options.map(([one, name]) => (
        <NameOption key={one} value={one} name={name} />
      ))}
    </select>
  </label>
);

interface CountProps {
  readonly label: ReactNode;
  readonly hint?: string;
  readonly value: number | null;
  readonly onCount: (count: number | null) => void;
}

/** A count as people write it, in the digits of either script. */
function Count({ label, hint, value, onCount }: CountProps) {
  const { number } = useMessages();
  const [written, setWritten] = useState(value === null ? '' : number(value));
  return (
    <label className={styles.field}>
      <span>{label}</span>
      <input
        type="text"
        inputMode="numeric"
        size={6}
        placeholder={hint}
        value={written}
        onChange={({ target }) => {
          setWritten(target.value);
          onCount(writtenCount(target.value, mostLinks));
        }}
      />
    </label>
  );
}
