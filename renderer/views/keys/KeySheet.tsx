import { RotateCcw } from 'lucide-react';
import { useEffect, useId, useRef, useState } from 'react';
import { type KeyChoices } from '../../../shared/bridge.ts';
import { useMessages } from '../../messages/MessagesProvider.tsx';
import { Button } from '../../ui/Button.tsx';
import { Dialog } from '../../ui/Dialog.tsx';
import { IconButton } from '../../ui/IconButton.tsx';
import { type Changed, chosenMap, isFixed, type UnmovedBeside, withChord, withUsual } from '../../ui/key-choices.ts';
import { KeyCaps } from '../../ui/KeyCaps.tsx';
import { type Chord } from '../../ui/keyboard.ts';
import { VisuallyHidden } from '../../ui/VisuallyHidden.tsx';
import { chordsText, refusalWords } from './key-words.ts';
import styles from './KeySheet.module.css';
import { PressedKeys } from './PressedKeys.tsx';
import { isDigitRun, type KeyGroup, type SheetRow, sheetRows } from './sheet-rows.ts';

export interface KeySheetProps {
  readonly open: boolean;
  /** The usual keys. */
  readonly groups: readonly KeyGroup[];
  /** What of them the person has changed; sound. */
  readonly choices: KeyChoices;
  readonly beside: UnmovedBeside;
  readonly onChange: (choices: KeyChoices) => void;
  readonly onClose: () => void;
}

/** All keys, as they are drawn on the board: «ض Q». Whoever clicks one chooses another; it holds at once. */
export function KeySheet({ open, groups, choices, beside, onChange, onClose }: KeySheetProps) {
  const { t } = useMessages();
  const [asked, setAsked] = useState<string | null>(null);
  const [told, setTold] = useState<{ readonly command: string; readonly words: string } | null>(null);
  const id = useId();
  const nameOf = ({ message }: SheetRow): string => `${id}-${message}`;
  /** The row that the focus goes back to, and how often one has had it. */
  const [home, setHome] = useState({ command: '', turn: 0 });
  const goHome = (command: string) => setHome(({ turn }) => ({ command, turn: turn + 1 }));
  const usual = groups.flatMap(({ map, isFixed: stays }) => (stays ? [] : map));

  const close = () => {
    setAsked(null);
    setTold(null);
    onClose();
  };
  const change = (row: SheetRow, changed: Changed) => {
    if (changed.ok) {
      onChange(changed.choices);
      const chords = chosenMap(usual, changed.choices).flatMap(({ command, chord }) => (command === row.command ? [chord] : []));
      setTold({ command: row.command, words: t('keys.changed', { command: t(row.message), keys: chordsText(chords) }) });
      setAsked(null);
      goHome(row.command);
    } else setTold({ command: row.command, words: refusalWords(t, changed.refusal) });
  };
  const footer = (
    <Button
      icon={RotateCcw}
      disabled={Object.keys(choices).length === 0}
      onClick={() => {
        onChange({});
        setTold(null);
      }}
    >
      {t('keys.reset.all')}
    </Button>
  );
  return (
    <Dialog open={open} onClose={close} title={t('keys.title')} size="wide" footer={footer} isReading>
      <p className={styles.hint}>{t('keys.change')}</p>
      <div className={styles.groups}>
        {groups.map(({ title, map, isFixed: stays = false }) => (
          <section key={title}>
            <h3 className={styles.heading}>{t(title)}</h3>
            <dl>
              {sheetRows(stays ? map : chosenMap(map, choices)).map((row) => (
                <div key={row.message} className={styles.row} data-asked={asked === row.command}>
                  <dt>
                    <span id={nameOf(row)}>{t(row.message)}</span>
                    {told?.command === row.command && <p className={styles.told}>{told.words}</p>}
                  </dt>
                  <dd className={styles.chords}>
                    {asked === row.command ? (
                      <PressedKeys
                        label={t('keys.press.for', { command: t(row.message) })}
                        onPress={(chord) => change(row, withChord(usual, choices, row.command, chord, beside))}
                        onRefuse={(refusal) => setTold({ command: row.command, words: refusalWords(t, refusal) })}
                        onLeave={(isByKey) => {
                          setAsked(null);
                          if (isByKey) goHome(row.command);
                        }}
                      />
                    ) : (
                      <Chords
                        row={row}
                        stays={stays}
                        nameId={nameOf(row)}
                        turn={home.command === row.command ? home.turn : 0}
                        onAsk={() => {
                          setTold(null);
                          setAsked(row.command);
                        }}
                      />
                    )}
                    {!stays && choices[row.command] !== undefined && asked !== row.command && (
                      <IconButton
                        icon={RotateCcw}
                        label={t('keys.reset.one', { command: t(row.message) })}
                        onClick={() => change(row, withUsual(usual, choices, row.command))}
                      />
                    )}
                  </dd>
                </div>
              ))}
            </dl>
          </section>
        ))}
      </div>
      <VisuallyHidden role="status">{told?.words}</VisuallyHidden>
    </Dialog>
  );
}

interface ChordsProps {
  readonly row: SheetRow;
  /** It cannot be changed here. */
  readonly stays: boolean;
  /** Id of the element with the command's name. */
  readonly nameId: string;
  /** The focus comes here whenever it grows. */
  readonly turn: number;
  readonly onAsk: () => void;
}

/** The keys of a row; a button where they can be changed. */
function Chords({ row: { chords }, stays, nameId, turn, onAsk }: ChordsProps) {
  const button = useRef<HTMLButtonElement>(null);
  useEffect(() => {
    if (turn > 0) button.current?.focus();
  }, [turn]);
  const drawn = isDigitRun(chords) ? <DigitRun chords={chords} /> : chords.map((chord) => <KeyCaps key={chord} chord={chord} />);
  if (stays || chords.some(isFixed)) return drawn;
  return (
    <button
      ref={button}
      type="button"
      className={styles.change}
      id={`${nameId}-keys`}
      aria-labelledby={`${nameId} ${nameId}-keys`}
      onClick={onAsk}
    >
      {drawn}
    </button>
  );
}

const DigitRun = ({ chords }: { readonly chords: readonly Chord[] }) => (
  <>
    {chords.slice(0, 1).map((chord) => <KeyCaps key={chord} chord={chord} />)}
    <span aria-hidden>{'…'}</span>
    {chords.slice(-1).map((chord) => <KeyCaps key={chord} chord={chord} />)}
  </>
);
