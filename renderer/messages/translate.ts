import { IntlMessageFormat } from 'intl-messageformat';
import { type Language } from '../../shared/bridge.ts';
import { catalogue, type MessageCode } from '../../shared/messages/catalogue.ts';
import { isolate, shownName } from '../../shared/messages/isolate.ts';

/** Values of a message: names, numbers, counts. Strings are user data and are isolated from the sentence's direction. */
export type MessageValues = Readonly<Record<string, string | number>>;

/** A message cut at its values: sentences are text, values are named, so that each can be drawn in its own way. */
export type MessagePart =
  | { readonly kind: 'text'; readonly text: string }
  | { readonly kind: 'value'; readonly name: string; readonly text: string };

/** Everything that turns a code or a value into words of one language. */
export interface Translator {
  readonly language: Language;
  readonly direction: 'rtl' | 'ltr';
  /** Plain text; string values stand inside U+2068…U+2069. */
  readonly t: (code: MessageCode, values?: MessageValues) => string;
  /** The same, cut at the values, without isolates. */
  readonly parts: (code: MessageCode, values?: MessageValues) => readonly MessagePart[];
  /** `decimals`: so many of them, always. */
  readonly number: (value: number, decimals?: number) => string;
  /** Day, month and year of an ISO 8601 time: Jalali in Persian. */
  readonly date: (iso: string) => string;
  /** Hour and minute of an ISO 8601 time. */
  readonly time: (iso: string) => string;
  /** «الف، ب و پ»; items are isolated. */
  readonly list: (items: readonly string[]) => string;
}

const locales = { fa: 'fa-IR-u-ca-persian-nu-arabext', en: 'en-GB' } as const satisfies Record<Language, string>;

type Ast = ReturnType<IntlMessageFormat['getAst']>;
/** `TYPE` of intl-messageformat's parser: a plain `{name}`. */
const argumentElement = 1;
/** Plain arguments get a key of their own: in `{n, plural, …}` the same name must stay the bare number. */
const drawn = (name: string): string => `${name} drawn`;

interface Compiled {
  readonly format: IntlMessageFormat;
  /** Values that it names in plain arguments, in its branches too. */
  readonly names: readonly string[];
}

function compile(text: string, locale: string): Compiled {
  const names = new Set<string>();
  const nameArguments = (elements: Ast): Ast =>
    elements.map((element) => {
      if (element.type === argumentElement) {
        names.add(element.value);
        return { ...element, value: drawn(element.value) };
      }
      if (!('options' in element)) return element;
      const branches = Object.entries(element.options).map(([key, { value }]) => [key, { value: nameArguments(value) }] as const);
      return { ...element, options: Object.fromEntries(branches) };
    });
  const format = new IntlMessageFormat(nameArguments(new IntlMessageFormat(text, locale).getAst()), locale);
  return { format, names: [...names] };
}

/** `common`: values that any message may ask for without being given them. */
export function translator(language: Language, common: MessageValues = {}): Translator {
  const locale = locales[language];
  const compiled = new Map<MessageCode, Compiled>();
  const numbers = new Intl.NumberFormat(locale);
  const withDecimals = new Map<number, Intl.NumberFormat>();
  const dates = new Intl.DateTimeFormat(locale, { day: 'numeric', month: 'long', year: 'numeric' });
  const times = new Intl.DateTimeFormat(locale, { hour: '2-digit', minute: '2-digit', hourCycle: 'h23' });
  const lists = new Intl.ListFormat(locale, { type: 'conjunction' });

  const message = (code: MessageCode): Compiled => {
    const known = compiled.get(code);
    if (known) return known;
    const made = compile(catalogue[code][language], locale);
    compiled.set(code, made);
    return made;
  };
  /** Draws what the message names and nothing else: a screenful of lines is worded after each key, and the common values are many. */
  function withDrawn<T>(names: readonly string[], values: MessageValues, draw: (text: string, name: string) => T): Record<string, string | number | T> {
    const all: Record<string, string | number | T> = { ...values };
    for (const name of names) {
      const value = values[name] ?? common[name];
      if (value !== undefined) all[drawn(name)] = draw(typeof value === 'number' ? numbers.format(value) : shownName(value), name);
    }
    return all;
  }

  return {
    language,
    direction: language === 'fa' ? 'rtl' : 'ltr',
    t: (code, values = {}) => {
      const { format, names } = message(code);
      return String(format.format(withDrawn(names, values, (text, name) => (typeof values[name] === 'number' ? text : isolate(text)))));
    },
    parts: (code, values = {}) => {
      const { format, names } = message(code);
      const formatted = format.format<MessagePart>(withDrawn(names, values, (text, name): MessagePart => ({ kind: 'value', name, text })));
      const cut = Array.isArray(formatted) ? formatted : [formatted];
      return cut.map((part) => (typeof part === 'string' ? { kind: 'text', text: part } : part));
    },
    number: (value, decimals) => {
      if (decimals === undefined) return numbers.format(value);
      const format = withDecimals.get(decimals) ?? new Intl.NumberFormat(locale, { minimumFractionDigits: decimals, maximumFractionDigits: decimals });
      withDecimals.set(decimals, format);
      return format.format(value);
    },
    date: (iso) => {
      // The ready-made long form of Persian puts the year first and a Latin comma last.
      const part = new Map(dates.formatToParts(new Date(iso)).map(({ type, value }) => [type, value]));
      return `${part.get('day')} ${part.get('month')} ${part.get('year')}`;
    },
    time: (iso) => times.format(new Date(iso)),
    list: (items) => lists.format(items.map(isolate)),
  };
}

/** @throws if the catalogues lack the code: every Problem has its words. */
export function problemMessage(code: string): MessageCode {
  const full = `problem.${code}`;
  if (!(full in catalogue)) throw new Error(`no message for problem "${code}"`);
  return full as MessageCode;
}
