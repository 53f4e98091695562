import { type JsonObject } from '../canonical-json.ts';
import { type AnnotationSet } from '../model/annotation-set.ts';
import { linesLeavingWith, linesOfNames } from './brat/kept-lines.ts';
import { fieldsLeavingWith, fieldsOfNames } from './native/fields-inside.ts';

// What other programs wrote about somebody's work stands with the Article, for a set has no place for it. It is that work's all the same.

/** An Article's foreign fields as they leave with these sets alone: nothing that is about other ones. */
export const leavingWith = (extra: JsonObject, sets: readonly AnnotationSet[]): JsonObject => linesLeavingWith(fieldsLeavingWith(extra, sets), sets);

/** The same where sets are called by other names. */
export const withSetNames = (extra: JsonObject, nameOf: (set: string) => string): JsonObject => linesOfNames(fieldsOfNames(extra, nameOf), nameOf);
