import { type MessageCode } from '../../shared/messages/catalogue.ts';

/**
 * Keys by their place on the board, not by the letter they print: on the Persian layout KeyQ arrives as «ض» and Digit1 as «۱».
 * A chord is the modifiers held, in this order, and the place: `KeyJ`, `Shift+KeyW`, `Ctrl+Shift+KeyZ`. Command on a Mac is Ctrl.
 */
type Modifiers = '' | 'Ctrl+' | 'Shift+' | 'Ctrl+Shift+' | 'Alt+';
export type Digit = 0 | 1 | 2 | 3 | 4 | 5 | 6 | 7 | 8 | 9;
type Letter =
  | 'A' | 'B' | 'C' | 'D' | 'E' | 'F' | 'G' | 'H' | 'I' | 'J' | 'K' | 'L' | 'M'
  | 'N' | 'O' | 'P' | 'Q' | 'R' | 'S' | 'T' | 'U' | 'V' | 'W' | 'X' | 'Y' | 'Z';
type Arrow = 'ArrowLeft' | 'ArrowRight' | 'ArrowUp' | 'ArrowDown';
type FunctionKey = 'F1' | 'F2' | 'F3' | 'F4' | 'F5' | 'F6' | 'F7' | 'F8' | 'F9' | 'F10' | 'F11' | 'F12';
type Punctuation = 'Slash' | 'Equal' | 'Minus' | 'Comma' | 'Period' | 'Semicolon' | 'Quote' | 'BracketLeft' | 'BracketRight' | 'Backslash' | 'Backquote';
type Place =
  | `Digit${Digit}` | `Key${Letter}` | Arrow | 'Enter' | 'Escape' | 'Delete' | 'Backspace' | 'Space' | 'Home' | 'End' | Punctuation | FunctionKey;
export type Chord = `${Modifiers}${Place}`;

/** What a chord is read from; a `KeyboardEvent` has it all. */
export interface KeyPress {
  readonly code: string;
  readonly key: string;
  readonly ctrlKey: boolean;
  readonly metaKey: boolean;
  readonly shiftKey: boolean;
  readonly altKey: boolean;
  readonly isComposing: boolean;
  getModifierState(modifier: 'AltGraph'): boolean;
}

const isLetterPlace = (code: string): boolean => /^Key[A-Z]$/.test(code);
const isPrintableAscii = (key: string): boolean => key.length === 1 && key > ' ' && key <= '~';

/** Signs that keys are named by and that other Latin boards have elsewhere: «?» is Shift+ß on a German one, Shift+, on a French one. */
const placeOfSign: Readonly<Record<string, string>> = { '?': 'Slash', '+': 'Equal', '=': 'Equal', '-': 'Minus', ',': 'Comma' };

/** Whether the sign on a key says more than its place. A row of digits that prints signs (AZERTY) is a row of digits all the same. */
const isNamedBySign = ({ code, key, shiftKey }: KeyPress): boolean =>
  key === '?' || (key in placeOfSign && !code.startsWith('Digit') && !(shiftKey && isLetterPlace(code)));

/** Where the key is, in the words of a QWERTY board; `null` when this board says it is no key of ours. */
function placeOf(press: KeyPress): string | null {
  const { code, key, shiftKey } = press;
  if (code === 'NumpadEnter') return 'Enter';
  if (/^Numpad\d$/.test(code)) return key.length === 1 ? code.replace('Numpad', 'Digit') : null;
  if (isNamedBySign(press)) return placeOfSign[key] ?? null;
  // A Latin letter is the board's own word for the key (Dvorak, AZERTY); another script's letter says nothing, its place does.
  if (/^[a-z]$/i.test(key)) return `Key${key.toUpperCase()}`;
  // Punctuation under a letter's place, without Shift, comes only from a Latin board that keeps the letter elsewhere.
  if (isLetterPlace(code) && !shiftKey && isPrintableAscii(key)) return null;
  return code;
}

/**
 * The chord of a key press as text, or `null` for presses that must stay the system's or the keyboard layout's:
 * AltGr and Ctrl+Alt (the third layer of letters), Shift+Space (ZWNJ in ISIRI 9147), composition, a modifier alone.
 */
export function chordOf(press: KeyPress): string | null {
  const command = press.ctrlKey || press.metaKey;
  if (press.isComposing || press.getModifierState('AltGraph') || (command && press.altKey)) return null;
  if (press.code === 'Space' && press.shiftKey) return null;
  if (/^(?:Control|Shift|Alt|Meta)(?:Left|Right)$/.test(press.code)) return null;
  const place = placeOf(press);
  return place && `${command ? 'Ctrl+' : ''}${press.shiftKey ? 'Shift+' : ''}${press.altKey ? 'Alt+' : ''}${place}`;
}

/** One line of a key map and of the key sheet; `message` says what the command does. */
export interface KeyBinding<Command extends string = string> {
  readonly chord: Chord;
  readonly command: Command;
  readonly message: MessageCode;
}
export type KeyMap<Command extends string = string> = readonly KeyBinding<Command>[];

/** @throws if one chord is bound twice: a conflict is refused where it is written, not found by whoever presses the key. */
export function keyMap<const Command extends string>(bindings: KeyMap<Command>): KeyMap<Command> {
  const seen = new Map<Chord, Command>();
  for (const { chord, command } of bindings) {
    const other = seen.get(chord);
    if (other !== undefined) throw new Error(`${chord} is bound to "${other}" and to "${command}"`);
    seen.set(chord, command);
  }
  return bindings;
}

/** The digit of a digit's chord, `null` for every other. */
export function digitOf(chord: string | null): Digit | null {
  const found = /^Digit(\d)$/.exec(chord ?? '')?.[1];
  return found === undefined ? null : (Number(found) as Digit);
}

/**
 * Whether the press writes nothing and moves nothing where one writes: Ctrl with a letter, a function key. On a Mac Control with a letter moves the
 * caret, and Command is the menu's.
 */
export const writesNothing = ({ code, ctrlKey, altKey }: KeyPress, isMac = navigator.platform.startsWith('Mac')): boolean =>
  /^F\d+$/.test(code) || (ctrlKey && !altKey && !isMac);

/** Input types that are pressed, not written in. */
const pressed = new Set(['button', 'checkbox', 'radio', 'range', 'color', 'file', 'image', 'reset', 'submit']);

/** True while keys write text. The article is `contenteditable` too, but locked: keys there are commands. */
export function isTyping(target: EventTarget | null): boolean {
  if (target instanceof HTMLInputElement) return !pressed.has(target.type);
  return target instanceof HTMLTextAreaElement || target instanceof HTMLSelectElement;
}
