import { type KeyboardEvent, useEffect, useId, useRef, useState } from 'react';
import { type Annotation } from '../../../shared/model/annotation.ts';
import { type EntityId } from '../../../shared/model/id.ts';
import { useMessages } from '../../messages/MessagesProvider.tsx';
import { chordOf, digitOf } from '../../ui/keyboard.ts';
import styles from './EntityChoice.module.css';
import { type EntityOption, entityOptions, kindOfMention } from './entity-options.ts';
import { type Gesture, pressed } from './gesture.ts';
import { digitsReach } from './link-candidates.ts';
import panel from './panel.module.css';
import { type Scene } from './scene.ts';

interface EntityChoiceProps {
  readonly scene: Scene;
  readonly annotation: Annotation;
  readonly recent: readonly EntityId[];
  readonly onGesture: (gesture: Gesture) => void;
}

/**
 * Whom the mention stands for: a digit picks while nothing is typed, a typed name finds or makes one, arrows and Enter pick too.
 * The field has the focus for as long as the question is open.
 */
export function EntityChoice({ scene, annotation, recent, onGesture }: EntityChoiceProps) {
  const { t, number } = useMessages();
  const [typed, setTyped] = useState('');
  const [cursor, setCursor] = useState(0);
  const field = useRef<HTMLInputElement>(null);
  const id = useId();
  useEffect(() => field.current?.focus(), []);

  const options = entityOptions(scene, annotation, recent, typed);
  const current = Math.min(cursor, options.length - 1);
  const pick = (option: EntityOption | undefined) => {
    if (!option) return;
    const entity = option.kind === 'known' ? option.entity.id : { name: option.name, kind: kindOfMention(annotation) };
    onGesture({ kind: 'entity', annotation: annotation.id, entity });
  };
  const onKeyDown = (event: KeyboardEvent) => {
    const digit = typed === '' ? digitOf(chordOf(event.nativeEvent)) : null;
    if (digit !== null) pick(digit === 0 ? undefined : options[digit - 1]);
    else if (event.key === 'Enter') pick(options[current]);
    else if (event.key === 'ArrowDown') setCursor(Math.min(current + 1, options.length - 1));
    else if (event.key === 'ArrowUp') setCursor(Math.max(current - 1, 0));
    else if (event.key === 'Escape') onGesture(pressed('back'));
    else return;
    event.preventDefault();
  };
  return (
    <section className={styles.choice} aria-labelledby={`${id}-title`}>
      <h3 id={`${id}-title`} className={styles.title}>
        {t('choice.entity')}
      </h3>
      <input
        ref={field}
        type="text"
        role="combobox"
        dir="auto"
        className={styles.field}
        aria-labelledby={`${id}-title`}
        aria-expanded
        aria-controls={`${id}-list`}
        aria-activedescendant={`${id}-${current}`}
        placeholder={t('choice.entity.hint')}
        value={typed}
        onChange={(event) => {
          setTyped(event.target.value);
          setCursor(0);
        }}
        onKeyDown={onKeyDown}
        onBlur={() => onGesture({ kind: 'leave' })}
      />
      <ul id={`${id}-list`} role="listbox" className={styles.list} aria-labelledby={`${id}-title`}>
        {options.map((option, index) => (
          // The field keeps the focus and hears the keys; the pointer may press an option all the same.
          <li
            key={option.kind === 'known' ? option.entity.id : 'new'}
            id={`${id}-${index}`}
            role="option"
            aria-selected={index === current}
            className={styles.option}
            onMouseDown={(event) => {
              event.preventDefault();
              pick(option);
            }}
          >
            <kbd className={panel.key}>{typed === '' && index < digitsReach ? number(index + 1) : ''}</kbd>
            <bdi className={styles.words}>{option.kind === 'known' ? option.entity.name : t('choice.entity.new', { name: option.name })}</bdi>
          </li>
        ))}
      </ul>
    </section>
  );
}
