import { type MenuCommand } from '../../shared/bridge.ts';

/** Menu commands whose key a view answers under another name. */
const named: Readonly<Partial<Record<MenuCommand, string>>> = { 'mark-done': 'finish' };

/** The name of a menu command in the key maps. */
export const keyCommandOf = (command: MenuCommand): string => named[command] ?? command;
