import { type RefObject, useLayoutEffect, useRef } from 'react';
import { registerKeys } from './active-keys.ts';
import { type Chord, chordOf, isTyping, type KeyBinding, type KeyMap, writesNothing } from './keyboard.ts';
import { useChosenMap } from './KeyChoicesProvider.tsx';

/** Does what the chord asks; `false` leaves the key to whatever has the focus. */
export type KeyHandler = (chord: Chord) => boolean;
export type KeyHandlers<Command extends string> = Readonly<Partial<Record<Command, KeyHandler>>>;

/** True when the press is meant for what lies in `root`: focus is in it, or nowhere. */
function isMeantFor(root: HTMLElement | null, target: EventTarget | null): boolean {
  if (!root) return true;
  return target instanceof Node && (root.contains(target) || target === document.body || target === document.documentElement);
}

/** What is heard, and when. */
interface Hearing<Command extends string> {
  /** What would be answered now; without it, all. */
  readonly isPossible?: (command: Command) => boolean;
  /** Keys that write nothing are heard while one writes, too. */
  readonly inFields?: boolean;
}

/**
 * Listens for as long as the component is in the page, from the moment it is (an ordinary effect would come later than a quick key), to the keys
 * as the person has chosen them. It hears a key before the focused element does, so
 * a handled key does nothing else. With `root`, keys pressed in dialogs and menus outside it are left alone. Handlers may change on
 * every render.
 */
export function useKeys<Command extends string>(
  usual: KeyMap<Command>, handlers: KeyHandlers<Command>, root?: RefObject<HTMLElement | null>, { isPossible, inFields = false }: Hearing<Command> = {},
): void {
  const map = useChosenMap(usual);
  const latest = useRef(handlers);
  const possible = useRef(isPossible);
  useLayoutEffect(() => {
    latest.current = handlers;
    possible.current = isPossible;
  });
  useLayoutEffect(
    () =>
      registerKeys(() =>
        map
          .filter(({ command }) => latest.current[command] !== undefined && (possible.current?.(command) ?? true))
          .map(({ chord, command, message }) => ({ chord, command, message, run: () => void latest.current[command]?.(chord) })),
      ),
    [map],
  );
  useLayoutEffect(() => {
    const bindings = new Map<string, KeyBinding<Command>>(map.map((binding) => [binding.chord, binding]));
    const listen = (event: KeyboardEvent) => {
      const isWriting = isTyping(event.target);
      if ((isWriting && !(inFields && writesNothing(event))) || !isMeantFor(root?.current ?? null, event.target)) return;
      const chord = chordOf(event);
      const binding = chord === null ? undefined : bindings.get(chord);
      if (!binding || !latest.current[binding.command]?.(binding.chord)) return;
      event.preventDefault();
      event.stopPropagation();
    };
    window.addEventListener('keydown', listen, { capture: true });
    return () => window.removeEventListener('keydown', listen, { capture: true });
  }, [map, root, inFields]);
}
