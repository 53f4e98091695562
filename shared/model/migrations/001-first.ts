import { type Migration } from './migration.ts';

/** The first shape that was ever stored. There is nothing before it to come from. */
export const first: Migration = { version: 1, name: 'first', migrate: (record) => record };
