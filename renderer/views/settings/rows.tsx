import { History, Keyboard, type LucideIcon } from 'lucide-react';
import { type ReactNode } from 'react';
import { type Settings } from '../../../shared/bridge.ts';
import { type MessageCode } from '../../../shared/messages/catalogue.ts';
import { useMessages } from '../../messages/MessagesProvider.tsx';
import { Button } from '../../ui/Button.tsx';
import { ChoiceGroup } from '../../ui/ChoiceGroup.tsx';
import { Field, TextInput } from '../../ui/Field.tsx';
import { longestName } from './NameDialog.tsx';
import styles from './SettingsDialog.module.css';
import { type Limits, Stepper } from './Stepper.tsx';

export interface RowProps {
  readonly settings: Settings;
  /** In CSS pixels. */
  readonly sizes: Limits;
  /** In em. */
  readonly lineHeights: Limits;
  readonly onChange: (part: Partial<Settings>) => void;
  readonly onKeys: () => void;
  readonly onBackups: () => void;
}

/** One setting; searching looks at its names. */
export interface Row {
  readonly names: readonly MessageCode[];
  readonly Control: (props: RowProps) => ReactNode;
}

export interface RowGroup {
  readonly title: MessageCode;
  readonly rows: readonly Row[];
}

/** A choice between values that have their names in the catalogue under the setting's own. */
function choice<Name extends 'language' | 'theme' | 'readingFont' | 'selectionUnit' | 'speechDetail'>(
  name: Name, about: 'language' | 'theme' | 'font' | 'unit' | 'speech', values: readonly Settings[Name][],
): Row {
  const code: MessageCode = `settings.${about}`;
  const valueCode = (value: Settings[Name]) => `settings.${about}.${value}` as MessageCode;
  const Control = ({ settings, onChange }: RowProps) => {
    const { t } = useMessages();
    // A language has its name in itself, whatever the interface speaks.
    const label = (value: Settings[Name]) => (name === 'language' ? <span lang={value}>{t(valueCode(value))}</span> : t(valueCode(value)));
    return (
      <ChoiceGroup<Settings[Name]>
        label={t(code)}
        value={settings[name]}
        choices={values.map((value) => ({ value, label: label(value) }))}
        onChoose={(value) => onChange({ [name]: value })}
      />
    );
  };
  return { names: [code, ...values.map(valueCode)], Control };
}

function ReadingSize({ settings, sizes, onChange }: RowProps) {
  const { t, number } = useMessages();
  return (
    <Stepper
      label={t('settings.size')}
      words={{ less: t('settings.size.smaller'), more: t('settings.size.larger') }}
      value={settings.readingSize}
      shown={number(settings.readingSize)}
      limits={sizes}
      step={1}
      onChange={(readingSize) => onChange({ readingSize })}
    />
  );
}

function LineHeight({ settings, lineHeights, onChange }: RowProps) {
  const { t, number } = useMessages();
  return (
    <Stepper
      label={t('settings.line')}
      words={{ less: t('settings.line.tighter'), more: t('settings.line.looser') }}
      value={settings.lineHeight}
      shown={number(settings.lineHeight)}
      limits={lineHeights}
      step={0.1}
      onChange={(lineHeight) => onChange({ lineHeight })}
    />
  );
}

function Sample({ settings }: RowProps) {
  const { t } = useMessages();
  return (
    <p lang="fa" dir="rtl" className={styles.sample} style={{ fontSize: settings.readingSize, lineHeight: settings.lineHeight }}>
      {t('settings.size.sample')}
    </p>
  );
}

function YourName({ settings, onChange }: RowProps) {
  const { t } = useMessages();
  return (
    <Field label={t('settings.name')} hint={t('settings.name.hint')}>
      <TextInput value={settings.annotatorName} maxLength={longestName} onChange={(event) => onChange({ annotatorName: event.target.value })} />
    </Field>
  );
}

interface WayProps {
  readonly label: string;
  readonly icon: LucideIcon;
  readonly onPress: () => void;
  readonly children: ReactNode;
}

/** Leads to a dialog of its own. */
const Way = ({ label, icon, onPress, children }: WayProps) => (
  <div className={styles.field}>
    <span className={styles.label}>{label}</span>
    <Button icon={icon} className={styles.button ?? ''} onClick={onPress}>
      {children}
    </Button>
  </div>
);

function Keys({ onKeys }: RowProps) {
  const { t } = useMessages();
  return <Way label={t('settings.keys')} icon={Keyboard} onPress={onKeys}>{t('settings.keys.change')}</Way>;
}

function Backups({ onBackups }: RowProps) {
  const { t } = useMessages();
  return <Way label={t('backups.title')} icon={History} onPress={onBackups}>{t('settings.backups.look')}</Way>;
}

function Privacy() {
  const { t } = useMessages();
  return (
    <div className={styles.field}>
      <span className={styles.label}>{t('settings.privacy')}</span>
      <p className={styles.quiet}>{t('about.privacy')}</p>
    </div>
  );
}

/** All settings, in the order in which they are shown. */
export const rowGroups: readonly RowGroup[] = [
  {
    title: 'settings.group.look',
    rows: [choice('language', 'language', ['fa', 'en']), choice('theme', 'theme', ['auto', 'light', 'dark'])],
  },
  {
    title: 'settings.group.reading',
    rows: [
      choice('readingFont', 'font', ['vazirmatn', 'noto-naskh']),
      { names: ['settings.size'], Control: ReadingSize },
      { names: ['settings.line'], Control: LineHeight },
      { names: ['settings.font', 'settings.size', 'settings.line'], Control: Sample },
    ],
  },
  {
    title: 'settings.group.work',
    rows: [
      { names: ['settings.name', 'settings.name.hint'], Control: YourName },
      choice('selectionUnit', 'unit', ['word', 'letter']),
      choice('speechDetail', 'speech', ['low', 'full']),
      { names: ['settings.keys', 'settings.keys.change'], Control: Keys },
      { names: ['backups.title', 'settings.backups.look'], Control: Backups },
      { names: ['settings.privacy', 'about.privacy'], Control: Privacy },
    ],
  },
];
