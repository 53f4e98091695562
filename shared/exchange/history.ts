import { type Entry } from './log.ts';

/** What can be undone and redone in one scope: sequences of Entries, the last one first to go. */
export interface History {
  readonly undo: readonly number[];
  readonly redo: readonly number[];
}

/**
 * Commands on the project as a whole that nobody takes back: the program gave them, others' work rests on what they brought
 * (taking in), or what was signed is with others already (the roster).
 */
const lastingCommands: ReadonlySet<string> = new Set([
  'begin-project', 'introduce-annotator', 'take-in', 'salvage', 'hand-over', 'roster',
]);

/** Does the Entry count in the History of its scope? */
export const isReturnable = ({ scope, action }: Pick<Entry, 'scope' | 'action'>): boolean =>
  scope !== null || action.kind !== 'do' || !lastingCommands.has(action.command);

export const noHistory: History = { undo: [], redo: [] };

/** The History after one more Entry of its scope. A new step closes the way to what had been undone. */
export function advance(history: History, { action, sequence }: Pick<Entry, 'action' | 'sequence'>): History {
  switch (action.kind) {
    case 'do':
      return { undo: [...history.undo, sequence], redo: [] };
    case 'undo':
      return { undo: history.undo.filter((one) => one !== action.of), redo: [...history.redo, action.of] };
    case 'redo':
      return { undo: [...history.undo, action.of], redo: history.redo.filter((one) => one !== action.of) };
  }
}
