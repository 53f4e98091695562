import { Plus, Trash2 } from 'lucide-react';
import { useState } from 'react';
import { isMeant } from '../../../shared/checks/rules.ts';
import { statedRules } from '../../../shared/checks/usual-rules.ts';
import { type CodedRule, codedRules, type Weight, weightOf, weights } from '../../../shared/model/coded-rule.ts';
import { type StatedRule } from '../../../shared/model/stated-rule.ts';
import { useMessages } from '../../messages/MessagesProvider.tsx';
import { Button } from '../../ui/Button.tsx';
import { IconButton } from '../../ui/IconButton.tsx';
import { LabelSign } from '../../ui/LabelSign.tsx';
import { useThrow } from '../../ui/use-throw.ts';
import { AddRuleDialog } from './AddRuleDialog.tsx';
import form from './form.module.css';
import { ruleWords } from './rule-words.ts';
import styles from './RulesForm.module.css';
import { type SchemaDesk } from './schema-desk.ts';

/** What the task asks of labels, each rule a sentence, with how grave it is when it is not kept. */
export function RulesForm({ desk }: { readonly desk: SchemaDesk }) {
  const messages = useMessages();
  const { t } = messages;
  const raise = useThrow();
  const [isAdding, setAdding] = useState(false);
  const { schema, editor } = desk;
  const rules = statedRules(schema);
  const state = (next: readonly StatedRule[]) => void editor.edit({ kind: 'set-rules', rules: next }).catch(raise);
  return (
    <section className={form.form} aria-labelledby="schema-part">
      <h2 id="schema-part" className={form.title}>
        {t('schema.task-rules')}
      </h2>
      <p className={form.muted}>{t('schema.task-rules.hint')}</p>
      {rules.length === 0 && <p>{t('schema.task-rules.none')}</p>}
      <ul className={styles.rules} aria-label={t('schema.task-rules')}>
        {rules.map((rule) => {
          const words = ruleWords(schema, rule, messages);
          return (
            <li key={rule.id} className={styles.rule}>
              <LabelSign schema={schema} label={rule.label} />
              <span className={styles.words}>{words}</span>
              <select
                className={styles.severity}
                aria-label={t('schema.rule.severity', { rule: words })}
                value={rule.severity}
                onChange={({ target }) =>
                  state(rules.map((one) => (one.id === rule.id ? { ...one, severity: target.value === 'error' ? 'error' : 'warning' } : one)))
                }
              >
                <option value="error">{t('schema.rule.error')}</option>
                <option value="warning">{t('schema.rule.warning')}</option>
              </select>
              <IconButton icon={Trash2} label={t('schema.rule.remove', { rule: words })} onClick={() => state(rules.filter(({ id }) => id !== rule.id))} />
            </li>
          );
        })}
      </ul>
      <div>
        <Button kind="quiet" icon={Plus} onClick={() => setAdding(true)}>
          {t('schema.task-rules.add')}
        </Button>
      </div>
      <CodedRules desk={desk} />
      {isAdding && <AddRuleDialog desk={desk} onClose={() => setAdding(false)} />}
    </section>
  );
}

/** The rules that are code: what each asks, and how grave it is in this project. */
function CodedRules({ desk: { schema, editor } }: { readonly desk: SchemaDesk }) {
  const { t } = useMessages();
  const raise = useThrow();
  const weigh = (rule: CodedRule, weight: Weight) => void editor.edit({ kind: 'set-weight', rule, weight }).catch(raise);
  return (
    <section className={form.form} aria-labelledby="schema-coded-rules">
      <h3 id="schema-coded-rules" className={form.subtitle}>
        {t('schema.coded')}
      </h3>
      <p className={form.muted}>{t('schema.coded.hint')}</p>
      <ul className={styles.rules} aria-labelledby="schema-coded-rules">
        {codedRules.map((rule) => {
          const words = t(`schema.coded.${rule}`);
          return (
            <li key={rule} className={styles.rule}>
              <span className={styles.words}>
                {words}
                {!isMeant(schema, rule) && <span className={styles.idle}>{t('schema.coded.idle')}</span>}
              </span>
              <select
                className={styles.severity}
                aria-label={t('schema.rule.severity', { rule: words })}
                value={weightOf(schema, rule)}
                onChange={({ target }) => weigh(rule, weights.find((one) => one === target.value) ?? 'off')}
              >
                {weights.map((weight) => (
                  <option key={weight} value={weight}>
                    {t(`schema.rule.${weight}`)}
                  </option>
                ))}
              </select>
            </li>
          );
        })}
      </ul>
    </section>
  );
}
