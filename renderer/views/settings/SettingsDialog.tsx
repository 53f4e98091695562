import { Minus, Plus } from 'lucide-react';
import { useId, useState } from 'react';
import { type Settings } from '../../../shared/bridge.ts';
import { useMessages } from '../../messages/MessagesProvider.tsx';
import { ChoiceGroup } from '../../ui/ChoiceGroup.tsx';
import { Dialog } from '../../ui/Dialog.tsx';
import { Field, TextInput } from '../../ui/Field.tsx';
import { IconButton } from '../../ui/IconButton.tsx';
import styles from './SettingsDialog.module.css';

export interface SettingsDialogProps {
  readonly open: boolean;
  readonly settings: Settings;
  /** In CSS pixels. */
  readonly sizes: { readonly smallest: number; readonly largest: number };
  readonly onChange: (part: Partial<Settings>) => void;
  /** The dialog closes after the annotator's name was written. */
  readonly onRenamed: () => void;
  readonly onClose: () => void;
}

/** Every change holds at once; there is nothing to confirm. */
export function SettingsDialog({ open, settings, sizes, onChange, onRenamed, onClose }: SettingsDialogProps) {
  const { t } = useMessages();
  const [isRenamed, setRenamed] = useState(false);
  const rename = (annotatorName: string) => {
    setRenamed(true);
    onChange({ annotatorName });
  };
  const close = () => {
    onClose();
    if (isRenamed) onRenamed();
    setRenamed(false);
  };
  return (
    <Dialog open={open} onClose={close} title={t('settings.title')}>
      <ChoiceGroup
        label={t('settings.language')}
        value={settings.language}
        choices={[
          { value: 'fa', label: <span lang="fa">{t('settings.language.fa')}</span> },
          { value: 'en', label: <span lang="en">{t('settings.language.en')}</span> },
        ]}
        onChoose={(language) => onChange({ language })}
      />
      <ChoiceGroup
        label={t('settings.theme')}
        value={settings.theme}
        choices={[
          { value: 'auto', label: t('settings.theme.auto') },
          { value: 'light', label: t('settings.theme.light') },
          { value: 'dark', label: t('settings.theme.dark') },
        ]}
        onChoose={(theme) => onChange({ theme })}
      />
      <ReadingSize size={settings.readingSize} sizes={sizes} onChange={(readingSize) => onChange({ readingSize })} />
      <Field label={t('settings.name')} hint={t('settings.name.hint')}>
        <TextInput value={settings.annotatorName} maxLength={80} onChange={(event) => rename(event.target.value)} />
      </Field>
    </Dialog>
  );
}

interface ReadingSizeProps {
  readonly size: number;
  readonly sizes: SettingsDialogProps['sizes'];
  readonly onChange: (size: number) => void;
}

function ReadingSize({ size, sizes, onChange }: ReadingSizeProps) {
  const { t, number } = useMessages();
  const labelId = useId();
  return (
    <div role="group" aria-labelledby={labelId}>
      <p id={labelId} className={styles.label}>
        {t('settings.size')}
      </p>
      <div className={styles.stepper}>
        <IconButton icon={Minus} label={t('settings.size.smaller')} disabled={size <= sizes.smallest} onClick={() => onChange(size - 1)} />
        <output className={styles.size}>{number(size)}</output>
        <IconButton icon={Plus} label={t('settings.size.larger')} disabled={size >= sizes.largest} onClick={() => onChange(size + 1)} />
      </div>
      <p lang="fa" dir="rtl" className={styles.sample} style={{ fontSize: size }}>
        {t('settings.size.sample')}
      </p>
    </div>
  );
}
