import { type MessageCode } from '../../../shared/messages/catalogue.ts';
import { type Chord, type KeyMap } from '../../ui/keyboard.ts';

/** The keys of one place, under a heading. */
export interface KeyGroup {
  readonly title: MessageCode;
  readonly map: KeyMap;
  /** Nobody may move these keys. */
  readonly isFixed?: true;
}

/** One line of the sheet: what is done, and all the chords that do it. */
export interface SheetRow {
  readonly command: string;
  readonly message: MessageCode;
  readonly chords: readonly Chord[];
}

/** One row a meaning; a run of digits is drawn as its ends, «۱ … ۹». */
export function sheetRows(map: KeyMap): readonly SheetRow[] {
  const rows = new Map<MessageCode, SheetRow>();
  for (const { command, message, chord } of map) rows.set(message, { command, message, chords: [...(rows.get(message)?.chords ?? []), chord] });
  return [...rows.values()];
}

/** True when the chords are digits one after another, more than two of them. */
export const isDigitRun = (chords: readonly Chord[]): boolean =>
  chords.length > 2 && chords.every((chord, index) => chord === `Digit${index + Number(chords[0]?.slice(-1))}`);
