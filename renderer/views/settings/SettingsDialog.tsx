import { useState } from 'react';
import { type Settings } from '../../../shared/bridge.ts';
import { fold } from '../../../shared/text/persian.ts';
import { useMessages } from '../../messages/MessagesProvider.tsx';
import { type Translator } from '../../messages/translate.ts';
import { Dialog } from '../../ui/Dialog.tsx';
import { Field, TextInput } from '../../ui/Field.tsx';
import { type RowGroup, rowGroups, type RowProps } from './rows.tsx';
import styles from './SettingsDialog.module.css';

export interface SettingsDialogProps extends RowProps {
  readonly open: boolean;
  /** The dialog closes after the annotator's name was written. */
  readonly onRenamed: () => void;
  readonly onClose: () => void;
}

/** The settings in whose names, or in whose group's name, the query is, whatever the spelling. */
function rowsFound({ t }: Translator, query: string): readonly RowGroup[] {
  const wanted = fold(query.trim()).text;
  return rowGroups
    .map(({ title, rows }) => ({ title, rows: rows.filter(({ names }) => [title, ...names].some((code) => fold(t(code)).text.includes(wanted))) }))
    .filter(({ rows }) => rows.length > 0);
}

/** Every change holds at once; there is nothing to confirm. */
export function SettingsDialog({ open, onRenamed, onClose, onChange, onKeys, onBackups, ...rest }: SettingsDialogProps) {
  const messages = useMessages();
  const { t } = messages;
  const [isRenamed, setRenamed] = useState(false);
  const [query, setQuery] = useState('');
  const change = (part: Partial<Settings>) => {
    if (part.annotatorName !== undefined) setRenamed(true);
    onChange(part);
  };
  const leave = (to: () => void) => () => {
    to();
    if (isRenamed) onRenamed();
    setRenamed(false);
    setQuery('');
  };
  const groups = rowsFound(messages, query);
  return (
    <Dialog open={open} onClose={leave(onClose)} title={t('settings.title')} size="wide">
      <Field label={t('settings.search')}>
        <TextInput type="search" value={query} onChange={(event) => setQuery(event.target.value)} />
      </Field>
      {groups.map(({ title, rows }) => (
        <section key={title} className={styles.group}>
          <h3 className={styles.heading}>{t(title)}</h3>
          <div className={styles.rows}>
            {rows.map(({ names, Control }) => (
              <Control key={names.join()} {...rest} onChange={change} onKeys={leave(onKeys)} onBackups={leave(onBackups)} />
            ))}
          </div>
        </section>
      ))}
      {groups.length === 0 && <p className={styles.quiet}>{t('settings.search.nothing')}</p>}
    </Dialog>
  );
}
