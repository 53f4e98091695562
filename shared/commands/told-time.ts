import { attributeKinds } from '../model/attribute-kinds.ts';
import { type AttributeDef, type LabelDef } from '../model/schema.ts';
import { deadlineKind } from '../text/deadline-phrase.ts';
import { readTime } from '../text/time-value.ts';

const isTime = ({ kind }: AttributeDef): boolean => attributeKinds[kind].widget === 'time';

/** Does the Label stand for a time: has it an attribute that is one? */
export const isTimed = ({ attributes }: LabelDef): boolean => attributes.some(isTime);

/** What a time's own words tell about an attribute: the date or duration, and what kind of one it is; `null` when nothing. */
export function toldTime(def: AttributeDef, words: string): string | null {
  if (isTime(def)) return readTime(words);
  return def.id === 'kind' ? deadlineKind(words) : null;
}
