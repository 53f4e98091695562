import { useLayoutEffect, useRef, useSyncExternalStore } from 'react';
import { type MenuCommand } from '../../shared/bridge.ts';
import { isTyping } from './keyboard.ts';

/**
 * Who answers a command of the native menu or of its key. What is mounted registers what it can do; the last one that
 * registered a command answers it, so a view goes before the frame around it.
 */
interface Registration {
  readonly command: MenuCommand;
  readonly run: () => void;
}

const nothing: ReadonlySet<MenuCommand> = new Set();
let registrations: readonly Registration[] = [];
let registered = nothing;
/** Modal dialogs that are open: what lies behind them rests. */
let holds = 0;
const listeners = new Set<() => void>();

function tell(): void {
  for (const listener of listeners) listener();
}

function replace(next: readonly Registration[]): void {
  registrations = next;
  registered = new Set(next.map(({ command }) => command));
  tell();
}

export function registerMenuCommand(command: MenuCommand, run: () => void): () => void {
  const registration: Registration = { command, run };
  replace([...registrations, registration]);
  return () => replace(registrations.filter((one) => one !== registration));
}

/** No command is answered until the function that it gives is called. */
export function holdMenuCommands(): () => void {
  holds += 1;
  tell();
  return () => {
    holds -= 1;
    tell();
  };
}

/** What is being written is kept before the screen that it stands on may go: a field keeps what it holds when it is left. */
function keepWritten(): void {
  const field = document.activeElement;
  if (!(field instanceof HTMLElement) || !isTyping(field)) return;
  field.blur();
  if (field.isConnected && document.activeElement === document.body) field.focus({ preventScroll: true });
}

/** False when nothing on the screen can do it now. */
export function dispatchMenuCommand(command: MenuCommand): boolean {
  if (holds > 0) return false;
  const found = registrations.findLast((one) => one.command === command);
  // Who takes a step back means one that is done, and not what is still being written.
  if (found && command !== 'undo' && command !== 'redo') keepWritten();
  found?.run();
  return found !== undefined;
}

export const enabledMenuCommands = (): ReadonlySet<MenuCommand> => (holds > 0 ? nothing : registered);

function subscribe(listener: () => void): () => void {
  listeners.add(listener);
  return () => listeners.delete(listener);
}

/** The commands that something on the screen would answer now. */
export const useEnabledMenuCommands = (): ReadonlySet<MenuCommand> => useSyncExternalStore(subscribe, enabledMenuCommands);

/** Answers a command for as long as the component is in the page and `isEnabled`. The handler may change on every render. */
export function useMenuCommand(command: MenuCommand, handler: () => void, isEnabled = true): void {
  const latest = useRef(handler);
  useLayoutEffect(() => {
    latest.current = handler;
  });
  useLayoutEffect(() => (isEnabled ? registerMenuCommand(command, () => latest.current()) : undefined), [command, isEnabled]);
}
