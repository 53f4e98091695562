import { useEffect, useMemo } from 'react';
import { bridge } from '../bridge/bridge.ts';
import { useMessages } from '../messages/MessagesProvider.tsx';
import { useBindings } from '../ui/KeyChoicesProvider.tsx';
import { dispatchMenuCommand, useEnabledMenuCommands } from '../ui/menu-commands.ts';
import { nativeMenus } from './native-menus.ts';

/**
 * Keeps the native menus in the interface's language and true to what can be done now, and sends their choices on.
 * `recent`: titles of the Articles that were open last.
 */
export function useNativeMenus(recent: readonly string[]): void {
  const bindings = useBindings();
  const messages = useMessages();
  const enabled = useEnabledMenuCommands();
  const menus = useMemo(() => nativeMenus(messages, { enabled, bindings, recent }), [messages, enabled, bindings, recent]);
  useEffect(() => {
    void bridge.setMenu(menus);
  }, [menus]);
  useEffect(() => bridge.onMenu(dispatchMenuCommand), []);
}
