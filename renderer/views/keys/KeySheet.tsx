import { Fragment } from 'react';
import { type MessageCode } from '../../../shared/messages/catalogue.ts';
import { useMessages } from '../../messages/MessagesProvider.tsx';
import { Dialog } from '../../ui/Dialog.tsx';
import { type Chord, type KeyMap } from '../../ui/keyboard.ts';
import { capsOf } from './cap.ts';
import styles from './KeySheet.module.css';
import { isDigitRun, sheetRows } from './sheet-rows.ts';

export interface KeyGroup {
  readonly title: MessageCode;
  readonly map: KeyMap;
}

export interface KeySheetProps {
  readonly open: boolean;
  readonly groups: readonly KeyGroup[];
  readonly onClose: () => void;
}

/** All keys, as they are drawn on the board: «ض Q». */
export function KeySheet({ open, groups, onClose }: KeySheetProps) {
  const { t } = useMessages();
  return (
    <Dialog open={open} onClose={onClose} title={t('keys.title')} size="wide" isReading>
      <div className={styles.groups}>
        {groups.map(({ title, map }) => (
          <section key={title}>
            <h3 className={styles.heading}>{t(title)}</h3>
            <dl>
              {sheetRows(map).map(({ message, chords }) => (
                <div key={message} className={styles.row}>
                  <dt>{t(message)}</dt>
                  <dd className={styles.chords}>
                    <Chords chords={chords} />
                  </dd>
                </div>
              ))}
            </dl>
          </section>
        ))}
      </div>
    </Dialog>
  );
}

function Chords({ chords }: { readonly chords: readonly Chord[] }) {
  const [first, last] = [chords[0], chords.at(-1)];
  if (first && last && isDigitRun(chords))
    return (
      <>
        <Keys chord={first} />
        <span aria-hidden>{'…'}</span>
        <Keys chord={last} />
      </>
    );
  return chords.map((chord) => <Keys key={chord} chord={chord} />);
}

const Keys = ({ chord }: { readonly chord: Chord }) => (
  <span className={styles.chord}>
    {capsOf(chord).map(({ latin, persian }, index) => (
      <Fragment key={latin}>
        {index > 0 && <span aria-hidden>{'+'}</span>}
        <kbd className={styles.cap}>
          {persian && <span lang="fa">{persian}</span>}
          <span className={styles.latin}>{latin}</span>
        </kbd>
      </Fragment>
    ))}
  </span>
);
