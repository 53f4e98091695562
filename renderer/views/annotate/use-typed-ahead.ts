import { useLayoutEffect, useMemo } from 'react';
import { keepForNext } from '../../ui/early-keys.ts';
import { hearFirst } from '../../ui/first-keys.ts';
import { useChosenMap } from '../../ui/KeyChoicesProvider.tsx';
import { chordOf, isTyping } from '../../ui/keyboard.ts';
import { type Desk } from './desk.ts';
import { type AnnotateCommand, annotateKeys } from './keys.ts';

/** Milliseconds from one look for the field to the next, and after which no field will come: the key that asked for it was refused. */
const step = 8;
const patience = 160;

/** A key that writes, or that a field understands. */
const isOfField = ({ key, ctrlKey, metaKey, altKey }: KeyboardEvent): boolean =>
  !ctrlKey && !metaKey && !altKey && ([...key].length === 1 || key === 'Enter' || key === 'Backspace');

const keysOfChoices = new Set(['ArrowLeft', 'ArrowRight', 'ArrowUp', 'ArrowDown', 'Home', 'End', 'Enter', ' ', 'Tab', 'Escape']);

/** A key that the choices of an attribute understand; letters and digits there are keys of the view. */
const isOfChoices = ({ key, ctrlKey, metaKey, altKey }: KeyboardEvent): boolean => !ctrlKey && !metaKey && !altKey && keysOfChoices.has(key);

/** Presses a key once more, on whatever has the focus now. */
function pressAgain({ key, code, shiftKey, ctrlKey, metaKey, altKey }: KeyboardEvent): void {
  const active = document.activeElement ?? document.body;
  const isLeft = active.dispatchEvent(new KeyboardEvent('keydown', { key, code, shiftKey, ctrlKey, metaKey, altKey, bubbles: true, cancelable: true }));
  if (isLeft && active instanceof HTMLButtonElement && (key === 'Enter' || key === ' ')) active.click();
  if (!isLeft || !isTyping(active)) return;
  if (key === 'Backspace') document.execCommand('delete');
  else if ([...key].length === 1) document.execCommand('insertText', false, key);
}

/** The chords of a command, as the person has chosen them. */
function useChords(wanted: AnnotateCommand): ReadonlySet<string> {
  const map = useChosenMap(annotateKeys);
  return useMemo(() => new Set(map.flatMap(({ chord, command }) => (command === wanted ? [chord] : []))), [map, wanted]);
}

interface Kept {
  readonly event: KeyboardEvent;
  /** A field was on its way when it was pressed. */
  readonly isForField: boolean;
}

/**
 * What is typed after a key that leads into a field (P, M, A, Ctrl+F) while that key still waits for the store is the field's: it is pressed again as soon as
 * the field has the focus, and what follows its Enter goes on from there. Where no field comes, it is pressed again all the same: no key is lost, and
 * none overtakes another. A digit that answers whose name it is stays with the desk, which knows what it means.
 *
 * So it is with what is typed after Ctrl+Enter: it is for the next article, and pressed there; where there is none, it is pressed here. Ctrl+Enter once
 * more, or held, says no more than it said: the next article has not been looked at yet.
 */
export function useTypedAhead(desk: Pick<Desk, 'leadsToField' | 'leadsAway'>): void {
  const finishing = useChords('finish');
  useLayoutEffect(() => {
    /** Oldest first; what comes meanwhile goes behind them. */
    const kept: Kept[] = [];
    let isPressing = false;

    const isForField = (event: KeyboardEvent): boolean => {
      const field = desk.leadsToField();
      const isAnswer = field === 'entity' && /^(?:Digit|Numpad)\d$/.test(event.code);
      return field !== null && !isAnswer && (field === 'attributes' ? isOfChoices(event) : isOfField(event));
    };
    const keep = (event: KeyboardEvent): boolean => {
      if (event.isComposing) return false;
      const chord = isTyping(event.target) ? null : chordOf(event);
      const leadsAway = chord !== null && desk.leadsAway();
      if (chord !== null && finishing.has(chord) && (event.repeat || leadsAway)) return true;
      if (isPressing) return false;
      const isFirst = kept.length === 0;
      if (isFirst && !leadsAway && (isTyping(event.target) || !isForField(event))) return false;
      kept.push({ event, isForField: isFirst && !leadsAway });
      if (isFirst) void pressAll();
      return true;
    };
    const pressAll = async (): Promise<void> => {
      for (let first = kept[0]; first; first = kept[0]) {
        while (kept.length > 0 && desk.leadsAway()) await pause();
        if (kept.length === 0) return;
        if (first.isForField || isForField(first.event)) await fieldAfter(first.event);
        isPressing = true;
        if (kept.shift() === first) pressAgain(first.event);
        isPressing = false;
        // What it led to is drawn before the next one.
        await Promise.resolve();
      }
    };
    const fieldAfter = async ({ target }: KeyboardEvent): Promise<void> => {
      let isOfText = true;
      for (let field = desk.leadsToField(); kept.length > 0 && field !== null; field = desk.leadsToField()) {
        isOfText = field !== 'attributes';
        await pause();
      }
      const isThere = () => (isOfText ? isTyping(document.activeElement) : document.activeElement !== target);
      for (let waited = 0; kept.length > 0 && waited < patience && !isThere(); waited += step) await pause();
    };
    const stopHearing = hearFirst(keep);
    return () => {
      if (desk.leadsAway()) keepForNext(kept.map(({ event }) => event));
      kept.length = 0;
      stopHearing();
    };
  }, [desk, finishing]);
}

const pause = (): Promise<void> => new Promise((resolve) => setTimeout(resolve, step));
