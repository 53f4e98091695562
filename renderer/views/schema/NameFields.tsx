import { idOfPart, type SchemaPart } from '../../../shared/commands/schema/schema-edit.ts';
import { type Bilingual } from '../../../shared/model/schema.ts';
import { useMessages } from '../../messages/MessagesProvider.tsx';
import { CommitField } from './CommitField.tsx';
import styles from './form.module.css';
import { type SchemaEditor } from './use-schema-editor.ts';

interface NameFieldsProps {
  readonly part: SchemaPart;
  readonly name: Bilingual;
  readonly editor: SchemaEditor;
}

/** What every part of a Schema has: its names and its id. */
export function NameFields({ part, name, editor }: NameFieldsProps) {
  const { t } = useMessages();
  return (
    <div className={styles.names}>
      <CommitField
        label={t('schema.name.fa')}
        language="fa"
        value={name.fa}
        onCommit={(fa) => editor.edit({ kind: 'name', part, name: { ...name, fa } })}
      />
      <CommitField
        label={t('schema.name.en')}
        language="en"
        value={name.en}
        onCommit={(en) => editor.edit({ kind: 'name', part, name: { ...name, en } })}
      />
      <CommitField
        label={t('schema.id')}
        language="en"
        maxLength={64}
        value={idOfPart(part)}
        onCommit={(id) => editor.edit({ kind: 'change-id', part, id })}
      />
    </div>
  );
}
