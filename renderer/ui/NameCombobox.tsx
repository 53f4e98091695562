import { type KeyboardEvent, type ReactNode, useEffect, useId, useRef, useState } from 'react';
import { useMessages } from '../messages/MessagesProvider.tsx';
import { fieldDirection } from './field-direction.ts';
import { chordOf, digitOf } from './keyboard.ts';
import styles from './NameCombobox.module.css';
import { KeyHint } from './KeyHint.tsx';
import { Words } from './Words.tsx';

/** One answer: its name, and what else finds it. */
export interface NameOption {
  readonly key: string;
  readonly name: string;
  /** The other name that was found, if it was one. */
  readonly alias: string | null;
  /** Nobody has this name yet: it was typed. */
  readonly isNew?: true;
}

interface NameComboboxProps<Option extends NameOption> {
  readonly title: string;
  /** What is offered while this is typed. */
  readonly options: (typed: string) => readonly Option[];
  readonly onPick: (option: Option) => void;
  /** 0 was pressed while nothing is typed. */
  readonly onNobody?: () => void;
  /** Escape, where something has to be done about it. */
  readonly onBack?: () => void;
  /** The focus went elsewhere. */
  readonly onLeave?: () => void;
  /** Further ways to answer, below the list. */
  readonly children?: ReactNode;
}

const digitsReach = 9;

/**
 * Somebody is chosen or named: a digit picks while nothing is typed, a typed name finds or makes one, arrows and Enter pick too.
 * The field has the focus for as long as the question is open.
 */
export function NameCombobox<Option extends NameOption>(props: NameComboboxProps<Option>) {
  const { title, options: optionsFor, onPick, onNobody, onBack, onLeave, children } = props;
  const { t, number } = useMessages();
  const [typed, setTyped] = useState('');
  const [cursor, setCursor] = useState(0);
  const field = useRef<HTMLInputElement>(null);
  const list = useRef<HTMLUListElement>(null);
  const id = useId();
  useEffect(() => field.current?.focus(), []);

  const options = optionsFor(typed);
  const current = Math.min(cursor, options.length - 1);
  useEffect(() => {
    // Newer engines answer with a promise, which an effect may not return.
    void list.current?.children[current]?.scrollIntoView({ block: 'nearest' });
  }, [current]);
  const pick = (option: Option | undefined) => option && onPick(option);
  const onKeyDown = (event: KeyboardEvent) => {
    const digit = typed === '' ? digitOf(chordOf(event.nativeEvent)) : null;
    if (digit === 0) onNobody?.();
    else if (digit !== null) pick(options[digit - 1]);
    else if (event.key === 'Enter') pick(options[current]);
    else if (event.key === 'ArrowDown') setCursor(Math.min(current + 1, options.length - 1));
    else if (event.key === 'ArrowUp') setCursor(Math.max(current - 1, 0));
    else if (event.key === 'Escape' && onBack) onBack();
    else return;
    event.preventDefault();
  };
  return (
    <section className={styles.choice} aria-labelledby={`${id}-title`}>
      <h3 id={`${id}-title`} className={styles.title}>
        {title}
      </h3>
      <input
        ref={field}
        type="text"
        role="combobox"
        dir={fieldDirection(typed)}
        className={styles.field}
        aria-labelledby={`${id}-title`}
        aria-autocomplete="list"
        aria-expanded={options.length > 0}
        aria-controls={`${id}-list`}
        aria-activedescendant={options.length > 0 ? `${id}-${current}` : undefined}
        placeholder={t('choice.entity.hint')}
        value={typed}
        onChange={(event) => {
          setTyped(event.target.value);
          setCursor(0);
        }}
        onKeyDown={onKeyDown}
        onBlur={onLeave}
      />
      <ul ref={list} id={`${id}-list`} role="listbox" className={styles.list} aria-labelledby={`${id}-title`}>
        {options.map((option, index) => (
          // The field keeps the focus and hears the keys; the pointer may press an option all the same.
          <li
            key={option.key}
            id={`${id}-${index}`}
            role="option"
            aria-selected={index === current}
            className={styles.option}
            onMouseDown={(event) => {
              event.preventDefault();
              pick(option);
            }}
          >
            <KeyHint>{typed === '' && index < digitsReach ? number(index + 1) : ''}</KeyHint>
            <span className={styles.words}>
              {/* A sentence of ours, in the direction of the window: a long Latin name would turn «تازه:» round with it. */}
              {option.isNew ? t('choice.entity.new', { name: option.name }) : <Words>{option.name}</Words>}
              {option.alias !== null && <Words className={styles.alias}>{option.alias}</Words>}
            </span>
          </li>
        ))}
      </ul>
      {children}
    </section>
  );
}
