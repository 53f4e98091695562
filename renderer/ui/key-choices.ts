import { type KeyChoices } from '../../shared/bridge.ts';
import { type Chord, chordOf, type KeyBinding, type KeyMap, type KeyPress } from './keyboard.ts';

/** Why a chord cannot be given to a command. `command` is the one that has it already. */
export type Refusal =
  | { readonly kind: 'layout' | 'modifier' }
  | { readonly kind: 'system' | 'fixed'; readonly chord: string }
  | { readonly kind: 'taken'; readonly chord: Chord; readonly by: KeyBinding };

/** Keys that mean what they show: they walk, accept and leave, and a digit stands for its own number. */
const showsItsMeaning = /^(?:Enter|NumpadEnter|Escape|Tab|Space|(?:Ctrl\+|Shift\+)*(?:Arrow\w+|Home|End|PageUp|PageDown|Tab|Space)|Digit\d)$/;

/** Menus open with Alt, and fields are cut, copied and pasted in with Ctrl; F10 and keys without a place of ours are the system's too. */
const systems = /Alt\+|^Ctrl\+(?:F4|Key[ACQVWX])$/;
const choosable = new RegExp(
  '(?:^|\\+)(?:Key[A-Z]|Digit\\d|F(?:[1-9]|1[12])|Enter|Delete|Backspace|Slash|Equal|Minus|Comma|Period|Semicolon|Quote'
    + '|BracketLeft|BracketRight|Backslash|Backquote)$',
);

/** Nobody may move this binding to other keys. */
export const isFixed = (chord: Chord): boolean => showsItsMeaning.test(chord);

/** Why nobody may choose the chord, whatever the other commands have; `null` when it is free to choose. */
function reserved(chord: string): Refusal | null {
  if (showsItsMeaning.test(chord)) return { kind: 'fixed', chord };
  return systems.test(chord) || !choosable.test(chord) ? { kind: 'system', chord } : null;
}

const isModifier = (code: string): boolean => /^(?:Control|Shift|Alt|Meta)(?:Left|Right)$/.test(code);

/** The press of somebody who chooses keys: a chord, or why it can be none. */
export function chosenChord(press: KeyPress, isMac: boolean): Chord | Refusal {
  if (press.metaKey && !isMac) return { kind: 'system', chord: press.code };
  const chord = chordOf(press);
  if (chord === null) return { kind: isModifier(press.code) ? 'modifier' : 'layout' };
  return reserved(chord) ?? (chord as Chord);
}

/** A map with the person's keys in place of the usual ones: a changed command has the one chord that was chosen. */
export function chosenMap<Command extends string>(map: KeyMap<Command>, choices: KeyChoices): KeyMap<Command> {
  const changed = new Set<Command>();
  return map.flatMap((binding) => {
    const chord = isFixed(binding.chord) ? undefined : (choices[binding.command] as Chord | undefined);
    if (chord === undefined) return [binding];
    if (changed.has(binding.command)) return [];
    changed.add(binding.command);
    return [{ ...binding, chord }];
  });
}

/** Keys that nobody moves, of the screens on which a command is heard too. */
export type UnmovedBeside = (command: string) => KeyMap;
const noneBeside: UnmovedBeside = () => [];

/** Who would lose the chord if `command` got it; `null` when it is free. */
export function takenBy(bindings: KeyMap, choices: KeyChoices, command: string, chord: Chord, beside = noneBeside): KeyBinding | null {
  const inTheWay = (binding: KeyBinding): boolean => binding.chord === chord && binding.command !== command;
  return chosenMap(bindings, choices).find(inTheWay) ?? beside(command).find(inTheWay) ?? null;
}

/** The choices after a change, or the command in whose way it is. */
export type Changed = { readonly ok: true; readonly choices: KeyChoices } | { readonly ok: false; readonly refusal: Refusal };

export function withChord(bindings: KeyMap, choices: KeyChoices, command: string, chord: Chord, beside = noneBeside): Changed {
  const by = takenBy(bindings, choices, command, chord, beside);
  if (by) return { ok: false, refusal: { kind: 'taken', chord, by } };
  const usual = bindings.filter((binding) => binding.command === command).map((binding) => binding.chord);
  const isUsual = usual.length === 1 && usual[0] === chord;
  return { ok: true, choices: isUsual ? without(choices, command) : { ...choices, [command]: chord } };
}

/** Gives a command its usual keys back, unless another one has got one of them meanwhile. */
export function withUsual(bindings: KeyMap, choices: KeyChoices, command: string): Changed {
  const rest = without(choices, command);
  for (const { chord } of bindings.filter((binding) => binding.command === command)) {
    const by = takenBy(bindings, rest, command, chord);
    if (by) return { ok: false, refusal: { kind: 'taken', chord, by } };
  }
  return { ok: true, choices: rest };
}

const without = (choices: KeyChoices, command: string): KeyChoices =>
  Object.fromEntries(Object.entries(choices).filter(([name]) => name !== command));

/**
 * Of choices that were stored, by this version or another, those that hold: of commands that exist and can be changed, with chords that
 * may be chosen and that nobody else has. Of two that are in each other's way the later one goes.
 */
export function soundChoices(bindings: KeyMap, stored: KeyChoices, beside = noneBeside): KeyChoices {
  const changeable = new Set(bindings.filter(({ chord }) => !isFixed(chord)).map(({ command }) => command));
  let choices: KeyChoices = Object.fromEntries(
    Object.entries(stored).filter(([command, chord]) => changeable.has(command) && reserved(chord) === null),
  );
  const isInTheWay = ([command, chord]: readonly [string, string]) => takenBy(bindings, choices, command, chord as Chord, beside) !== null;
  for (let wrong = Object.entries(choices).findLast(isInTheWay); wrong; wrong = Object.entries(choices).findLast(isInTheWay))
    choices = without(choices, wrong[0]);
  return choices;
}
