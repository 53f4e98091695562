import { useEffect, useRef } from 'react';
import { useMessages } from '../../messages/MessagesProvider.tsx';
import { chosenChord, type Refusal } from '../../ui/key-choices.ts';
import { type Chord } from '../../ui/keyboard.ts';
import styles from './KeySheet.module.css';

export interface PressedKeysProps {
  readonly label: string;
  readonly onPress: (chord: Chord) => void;
  readonly onRefuse: (refusal: Refusal) => void;
  /** Nothing is to be changed; by key, or because the focus went elsewhere. */
  readonly onLeave: (isByKey: boolean) => void;
}

const isMac = navigator.platform.startsWith('Mac');

/** Waits for the keys that somebody chooses; until then no key means anything else. Escape, Tab and a click elsewhere leave. */
export function PressedKeys({ label, onPress, onRefuse, onLeave }: PressedKeysProps) {
  const { t } = useMessages();
  const field = useRef<HTMLButtonElement>(null);
  const latest = useRef({ onPress, onRefuse, onLeave });
  useEffect(() => {
    latest.current = { onPress, onRefuse, onLeave };
  });
  useEffect(() => {
    field.current?.focus();
    const listen = (event: KeyboardEvent) => {
      event.stopImmediatePropagation();
      if (event.key === 'Tab') return latest.current.onLeave(false);
      event.preventDefault();
      if (event.key === 'Escape') return latest.current.onLeave(true);
      const chosen = chosenChord(event, isMac);
      if (typeof chosen === 'string') latest.current.onPress(chosen);
      else latest.current.onRefuse(chosen);
    };
    window.addEventListener('keydown', listen, { capture: true });
    return () => window.removeEventListener('keydown', listen, { capture: true });
  }, []);
  return (
    <button ref={field} type="button" className={styles.waiting} aria-label={label} onBlur={() => onLeave(false)}>
      {t('keys.press')}
    </button>
  );
}
