import { X } from 'lucide-react';
import { type ReactNode, useEffect, useRef } from 'react';
import { useMessages } from '../../messages/MessagesProvider.tsx';
import { IconButton } from '../../ui/IconButton.tsx';
import { KeyHint } from '../../ui/KeyHint.tsx';
import styles from './ChoiceList.module.css';
import { digitsReach } from './link-candidates.ts';

interface ChoiceListProps {
  readonly title: ReactNode;
  readonly hint?: ReactNode;
  readonly items: readonly { readonly id: string; readonly words: ReactNode }[];
  /** Index of the item that Enter takes; `null` where there is no cursor. */
  readonly cursor: number | null;
  readonly onPick: (index: number) => void;
  readonly onClose: () => void;
  /** Further ways to answer, below the list. */
  readonly children?: ReactNode;
}

/** A question whose answers have numbers: a digit or a click picks. */
export function ChoiceList({ title, hint, items, cursor, onPick, onClose, children }: ChoiceListProps) {
  const { t, number } = useMessages();
  const current = useRef<HTMLLIElement>(null);
  useEffect(() => {
    // Newer engines answer with a promise, which an effect may not return.
    void current.current?.scrollIntoView({ block: 'nearest' });
  }, [cursor]);
  return (
    <section className={styles.choice} aria-label={typeof title === 'string' ? title : undefined}>
      <div className={styles.head}>
        <h3 className={styles.title}>{title}</h3>
        <IconButton icon={X} label={t('choice.close')} shortcut="Esc" onClick={onClose} />
      </div>
      <ol className={styles.list}>
        {items.map(({ id, words }, index) => (
          <li key={id} ref={index === cursor ? current : null} data-current={index === cursor}>
            <button type="button" className={styles.item} onMouseDown={(event) => event.preventDefault()} onClick={() => onPick(index)}>
              <KeyHint>{index < digitsReach ? number(index + 1) : ''}</KeyHint>
              <span className={styles.words}>{words}</span>
            </button>
          </li>
        ))}
      </ol>
      {children}
      {hint && <p className={styles.hint}>{hint}</p>}
    </section>
  );
}
