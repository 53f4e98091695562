import { hasLoneSurrogate } from '../text/offsets.ts';
import { readFollowUps } from './follow-up.ts';

/** What a kind asks of an AttributeDef: the values to choose from, the first one being the default. */
interface Choices {
  readonly choices: readonly { readonly id: string }[];
}

/** One kind of attribute: which values are legal, and which widget edits it. */
export interface AttributeKindDef {
  readonly isValid: (def: Choices, value: string) => boolean;
  /** The value a new Annotation starts with, or `null` to start without one. */
  readonly initial: (def: Choices) => string | null;
  readonly widget: 'choice' | 'text' | 'time' | 'follow-up';
}

const month = '(?:0[1-9]|1[0-2])';
const day = '(?:0[1-9]|[12]\\d|3[01])';
/** Jalali date with or without its year (`1405-04-15`, `--06-31`), or an ISO 8601 duration (`P6M`). */
const time = new RegExp(`^(?:\\d{4}-${month}(?:-${day})?|--${month}-${day}|P(?:\\d+Y)?(?:\\d+M)?(?:\\d+W)?(?:\\d+D)?)$`);

export const attributeKinds = {
  choice: {
    isValid: (def, value) => def.choices.some((choice) => choice.id === value),
    initial: (def) => def.choices[0]?.id ?? null,
    widget: 'choice',
  },
  /** A choice that stays open until somebody makes it. */
  option: { isValid: (def, value) => def.choices.some((choice) => choice.id === value), initial: () => null, widget: 'choice' },
  text: {
    isValid: (_, value) => value.length > 0 && value.length <= 1000 && !hasLoneSurrogate(value),
    initial: () => null,
    widget: 'text',
  },
  time: { isValid: (_, value) => time.test(value) && value !== 'P', initial: () => null, widget: 'time' },
  /** What became of a commitment, day by day (`follow-up.ts`). */
  'follow-up': { isValid: (_, value) => value.length <= 4000 && readFollowUps(value) !== null, initial: () => null, widget: 'follow-up' },
} as const satisfies Record<string, AttributeKindDef>;

export type AttributeKind = keyof typeof attributeKinds;

/** Does it need values to choose from? */
export const hasChoices = (kind: AttributeKind): boolean => attributeKinds[kind].widget === 'choice';
