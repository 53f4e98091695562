import { Fragment } from 'react';
import { capsOf } from './cap.ts';
import { type Chord } from './keyboard.ts';
import styles from './KeyCaps.module.css';

/** A chord as its keys look on the board: «Ctrl + ض Q». */
export const KeyCaps = ({ chord }: { readonly chord: Chord }) => (
  <span className={styles.chord}>
    {capsOf(chord).map(({ latin, persian }, index) => (
      <Fragment key={latin}>
        {index > 0 && <span className={styles.plus} />}
        <kbd className={styles.cap}>
          {persian && <span lang="fa">{persian}</span>}
          <span className={styles.latin}>{latin}</span>
        </kbd>
      </Fragment>
    ))}
  </span>
);
