import { type Bilingual } from '../model/schema.ts';

/** What the main process says by itself, before or without a page: refusals at start and crashes. */
export const native = {
  'native.title': { fa: 'نقل', en: 'Naql' },
} as const satisfies Record<string, Bilingual>;
