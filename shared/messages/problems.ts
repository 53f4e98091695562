import { type Bilingual } from '../model/schema.ts';

/** What a Problem's code says to a person, in ICU MessageFormat; arguments are the Problem's values. */
export const problems = {
  'disk-full': { fa: 'دیسک پر است؛ چیزی نوشته نشد.', en: 'The disk is full; nothing was written.' },
} as const satisfies Record<string, Bilingual>;
