import { type KeyboardEvent, useRef } from 'react';
import { type AttributeDef } from '../../../shared/model/schema.ts';
import { useMessages } from '../../messages/MessagesProvider.tsx';
import styles from './ChoiceChips.module.css';

interface ChoiceChipsProps {
  readonly def: AttributeDef;
  readonly value: string | null;
  readonly readOnly: boolean;
  /** May it stay without a value? Then pressing the chosen one takes it back. */
  readonly isOpen: boolean;
  readonly onChoose: (value: string | null) => void;
}

/** How far each key moves along the chips; left and right follow the reading direction. */
function stepOf(key: string, isRtl: boolean): number | null {
  if (key === 'ArrowDown' || key === (isRtl ? 'ArrowLeft' : 'ArrowRight')) return 1;
  if (key === 'ArrowUp' || key === (isRtl ? 'ArrowRight' : 'ArrowLeft')) return -1;
  return null;
}

/**
 * All values of a choice at once. Arrows move the focus only, Enter and Space set: a walk past the values must not leave
 * a Change at each of them.
 */
export function ChoiceChips({ def, value, readOnly, isOpen, onChoose }: ChoiceChipsProps) {
  const { language, direction } = useMessages();
  const group = useRef<HTMLDivElement>(null);
  const chosen = Math.max(0, def.choices.findIndex(({ id }) => id === value));

  const focusChip = (index: number) => {
    const chips = group.current?.querySelectorAll<HTMLElement>('[role="radio"]');
    chips?.item((index + chips.length) % chips.length).focus();
  };
  const onKeyDown = (event: KeyboardEvent, index: number) => {
    const move = stepOf(event.key, direction === 'rtl');
    if (move !== null) focusChip(index + move);
    else if (event.key === 'Home') focusChip(0);
    else if (event.key === 'End') focusChip(-1);
    else return;
    event.preventDefault();
  };
  return (
    <div ref={group} role="radiogroup" aria-label={def.name[language]} aria-readonly={readOnly} className={styles.chips}>
      {def.choices.map(({ id, name }, index) => (
        <button
          key={id}
          type="button"
          role="radio"
          aria-checked={id === value}
          tabIndex={index === chosen ? 0 : -1}
          aria-disabled={readOnly}
          className={styles.chip}
          onKeyDown={(event) => onKeyDown(event, index)}
          onClick={() => {
            if (!readOnly && (isOpen || id !== value)) onChoose(id === value ? null : id);
          }}
        >
          <bdi>{name[language]}</bdi>
        </button>
      ))}
    </div>
  );
}
