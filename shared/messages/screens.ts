import { type Bilingual } from '../model/schema.ts';

/** Everything on the screens and in the menus, in ICU MessageFormat, by `<screen>.<place>`. */
export const screens = {
  'app.name': { fa: 'نقل', en: 'Naql' },
} as const satisfies Record<string, Bilingual>;
