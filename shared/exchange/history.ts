import { type Entry } from './log.ts';

/** What can be undone and redone in one scope: sequences of Entries, the last one first to go. */
export interface History {
  readonly undo: readonly number[];
  readonly redo: readonly number[];
}

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
