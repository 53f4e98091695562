/** What the Persian standard board (ISIRI 9147) prints on each letter key of a QWERTY board. */
const persianLetters: Readonly<Record<string, string>> = {
  Q: 'ض', W: 'ص', E: 'ث', R: 'ق', T: 'ف', Y: 'غ', U: 'ع', I: 'ه', O: 'خ', P: 'ح',
  A: 'ش', S: 'س', D: 'ی', F: 'ب', G: 'ل', H: 'ا', J: 'ت', K: 'ن', L: 'م',
  Z: 'ظ', X: 'ط', C: 'ز', V: 'ر', B: 'ذ', N: 'د', M: 'پ',
};
const persianDigits = '۰۱۲۳۴۵۶۷۸۹';

const signs: Readonly<Record<string, string>> = {
  ArrowLeft: '←', ArrowRight: '→', ArrowUp: '↑', ArrowDown: '↓', Escape: 'Esc', Delete: 'Del', Slash: '/', Equal: '=', Minus: '−',
  Comma: ',', Period: '.', Semicolon: ';', Quote: '\'', BracketLeft: '[', BracketRight: ']', Backslash: '\\', Backquote: '`',
};

/** What stands on one key: the Latin sign, and the Persian one where the key has it. */
export interface Cap {
  readonly latin: string;
  readonly persian: string | null;
}

function capOf(key: string): Cap {
  const letter = /^Key([A-Z])$/.exec(key)?.[1];
  if (letter) return { latin: letter, persian: persianLetters[letter] ?? null };
  const digit = /^Digit(\d)$/.exec(key)?.[1];
  if (digit) return { latin: digit, persian: persianDigits[Number(digit)] ?? null };
  return { latin: signs[key] ?? key, persian: null };
}

/** The keys of a chord in the order they are pressed. */
export const capsOf = (chord: string): readonly Cap[] => chord.split('+').map(capOf);

/** A chord in one line, without the Persian letters: `Ctrl+K`. */
export const chordText = (chord: string): string => capsOf(chord).map(({ latin }) => latin).join('+');
