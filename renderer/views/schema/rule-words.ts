import { type Bilingual, labelDef, relationDef, type Schema } from '../../../shared/model/schema.ts';
import { type StatedRule } from '../../../shared/model/stated-rule.ts';
import { type Messages } from '../../messages/MessagesProvider.tsx';

/** A rule as a sentence without its stop. */
export function ruleWords(schema: Schema, rule: StatedRule, { t, language }: Pick<Messages, 't' | 'language'>): string {
  const name = (one: { readonly name: Bilingual } | undefined, id: string): string => one?.name[language] ?? id;
  const def = labelDef(schema, rule.label);
  const label = name(def, rule.label);
  const relation = 'relation' in rule && rule.relation !== null ? name(relationDef(schema, rule.relation), rule.relation) : '';
  switch (rule.kind) {
    case 'links': {
      const { least, most, when } = rule;
      const says =
        most === null ? t('schema.rule.says.least', { label, relation, least })
        : least === 0 ? t('schema.rule.says.most', { label, relation, most })
        : t('schema.rule.says.both', { label, relation, least, most });
      const attribute = when && def?.attributes.find(({ id }) => id === when.attribute);
      if (!when) return says;
      const value = name(attribute?.choices.find(({ id }) => id === when.value), when.value);
      return t('schema.rule.says.when', { rule: says, attribute: name(attribute ?? undefined, when.attribute), value });
    }
    case 'linked':
      return rule.relation === null ? t('schema.rule.says.linked-any', { label }) : t('schema.rule.says.linked', { label, relation });
    case 'entity':
      return t('schema.rule.says.entity', { label });
    case 'within':
      return t('schema.rule.says.within', { label, within: name(labelDef(schema, rule.within), rule.within) });
    case 'attribute':
      return t('schema.rule.says.attribute', { label, attribute: name(def?.attributes.find(({ id }) => id === rule.attribute), rule.attribute) });
    case 'words':
      return t('schema.rule.says.words', { label, most: rule.most });
  }
}
