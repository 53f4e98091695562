import { Trash2 } from 'lucide-react';
import { useState } from 'react';
import { canonicalJson } from '../../../shared/canonical-json.ts';
import { longestName, type NamedSelection, withNamed } from '../../../shared/dataset/named-selection.ts';
import { type Selection } from '../../../shared/dataset/selection.ts';
import { useMessages } from '../../messages/MessagesProvider.tsx';
import { Button } from '../../ui/Button.tsx';
import { Field, TextInput } from '../../ui/Field.tsx';
import { IconButton } from '../../ui/IconButton.tsx';
import { useThrowAway } from '../../ui/use-throw-away.ts';
import { Words } from '../../ui/Words.tsx';
import styles from './fields.module.css';
import { Section } from '../../ui/Section.tsx';

interface SavedSelectionsProps {
  readonly selection: Selection;
  readonly saved: readonly NamedSelection[];
  readonly onChoose: (selection: Selection) => void;
  readonly onSave: (saved: readonly NamedSelection[]) => void;
}

/** What was chosen before and given a name; nothing while there is none. */
export function SavedSelections({ selection, saved, onChoose, onSave }: SavedSelectionsProps) {
  const { t } = useMessages();
  const throwAway = useThrowAway(saved, onSave);
  if (saved.length === 0) return null;
  return (
    <Section title={t('export.selections')}>
      <ul className={styles.saved}>
        {saved.map((one) => (
          <li key={one.name}>
            <Button aria-pressed={canonicalJson(one.selection) === canonicalJson(selection)} onClick={() => onChoose(one.selection)}>
              <Words>{one.name}</Words>
            </Button>
            <IconButton icon={Trash2} label={t('export.selections.remove', { name: one.name })} onClick={() => throwAway(one)} />
          </li>
        ))}
      </ul>
    </Section>
  );
}

/** Gives what is chosen a name. */
export function KeepSelection({ selection, saved, onSave }: Omit<SavedSelectionsProps, 'onChoose'>) {
  const { t } = useMessages();
  const [draft, setDraft] = useState('');
  const name = draft.trim();
  const save = (): void => {
    if (name === '') return;
    onSave(withNamed(saved, { name, selection }));
    setDraft('');
  };
  return (
    <Section title={t('export.selections.keep')} hint={t('export.selections.hint')}>
      <div className={styles.save}>
        <Field label={t('export.selections.name')}>
          <TextInput
            value={draft}
            maxLength={longestName}
            onChange={(event) => setDraft(event.target.value)}
            onKeyDown={(event) => {
              if (event.key !== 'Enter' || event.nativeEvent.isComposing) return;
              event.preventDefault();
              save();
            }}
          />
        </Field>
        <Button disabled={name === ''} onClick={save}>
          {t('export.selections.save')}
        </Button>
      </div>
    </Section>
  );
}
