import { createContext, type ReactNode, useCallback, useContext, useMemo } from 'react';
import { type KeyChoices } from '../../shared/bridge.ts';
import { chordText } from './cap.ts';
import { chosenMap } from './key-choices.ts';
import { type KeyMap } from './keyboard.ts';

interface ChosenKeys {
  readonly choices: KeyChoices;
  /** Every key of the application, as chosen. */
  readonly bindings: KeyMap;
}

const ChosenKeysContext = createContext<ChosenKeys>({ choices: {}, bindings: [] });

export interface KeyChoicesProviderProps {
  /** Every key of the application, as it is usually. */
  readonly usual: KeyMap;
  /** Sound ones. */
  readonly choices: KeyChoices;
  readonly children: ReactNode;
}

/** The keys that the person has chosen, for everything that hears or shows keys. */
export function KeyChoicesProvider({ usual, choices, children }: KeyChoicesProviderProps) {
  const keys = useMemo(() => ({ choices, bindings: chosenMap(usual, choices) }), [usual, choices]);
  return <ChosenKeysContext value={keys}>{children}</ChosenKeysContext>;
}

const none: KeyChoices = {};

/** Round a screen whose keys nobody moves: it hears and shows them as they are, though commands elsewhere have the same names. */
export const UnmovedKeys = ({ keys, children }: { readonly keys: KeyMap; readonly children: ReactNode }) => (
  <KeyChoicesProvider usual={keys} choices={none}>
    {children}
  </KeyChoicesProvider>
);

export function useChosenMap<Command extends string>(usual: KeyMap<Command>): KeyMap<Command> {
  const { choices } = useContext(ChosenKeysContext);
  return useMemo(() => chosenMap(usual, choices), [usual, choices]);
}

/** Every key of the application, as it is now. */
export const useBindings = (): KeyMap => useContext(ChosenKeysContext).bindings;

/** A command's keys as a tooltip or a sentence shows them, `Ctrl+K`; empty for a command without any. */
export function useKeyText(): (command: string) => string {
  const bindings = useBindings();
  return useCallback(
    (command) => {
      const found = bindings.find((binding) => binding.command === command);
      return found ? chordText(found.chord) : '';
    },
    [bindings],
  );
}
