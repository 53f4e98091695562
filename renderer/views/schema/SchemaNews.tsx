import { useMemo } from 'react';
import shipped from '../../../seeds/schema.json';
import { type Addition, additionsFrom } from '../../../shared/commands/schema/additions.ts';
import { isolate } from '../../../shared/messages/isolate.ts';
import { type Bilingual, type Schema } from '../../../shared/model/schema.ts';
import { useMessages } from '../../messages/MessagesProvider.tsx';
import { Button } from '../../ui/Button.tsx';
import { useThrow } from '../../ui/use-throw.ts';
import { type SchemaDesk } from './schema-desk.ts';
import styles from './SchemaView.module.css';

/** Names that are told one by one. */
const fewNames = 3;

function nameOf(addition: Addition): Bilingual {
  switch (addition.kind) {
    case 'add-label':
      return addition.label.name;
    case 'add-attribute':
      return addition.attribute.name;
    case 'add-choice':
      return addition.choice.name;
    case 'add-relation':
      return addition.relation.name;
  }
}

/** Says what the Schema that ships has more than the project's, whose work began with an older one; nothing where there is nothing. */
export function SchemaNews({ desk: { schema, editor } }: { readonly desk: SchemaDesk }) {
  const { t, list, language } = useMessages();
  const raise = useThrow();
  const additions = useMemo(() => additionsFrom(shipped as unknown as Schema, schema), [schema]);
  if (additions.length === 0) return null;
  const names = additions.slice(0, fewNames).map((addition) => nameOf(addition)[language]);
  const more = additions.length - names.length;
  const told = more > 0 ? t('schema.news.more', { names: names.map(isolate).join(language === 'fa' ? '، ' : ', '), n: more }) : list(names);
  return (
    <p className={styles.news} role="note">
      <span>{t('schema.news', { n: additions.length, names: told })}</span>
      <Button kind="quiet" onClick={() => void editor.edit({ kind: 'add-several', additions }).catch(raise)}>
        {t('schema.news.add')}
      </Button>
    </p>
  );
}
