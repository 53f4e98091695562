import { attributeKinds } from '../model/attribute-kinds.ts';
import { type AttributeDef, type LabelDef } from '../model/schema.ts';
import { type Span } from '../text/offsets.ts';
import { prefilled } from './prefill.ts';
import { isTimed, toldTime } from './told-time.ts';

/** What a new Annotation's attributes start with: what its words and the text around it show, otherwise what the kind of attribute says. */
export function firstAttributes(label: LabelDef, text: string, first: Span): Readonly<Record<string, string>> {
  const initial = (def: AttributeDef): string | null => {
    const seen = isTimed(label) ? toldTime(def, text.slice(first.start, first.end)) : prefilled(def.id, text, first);
    return seen !== null && attributeKinds[def.kind].isValid(def, seen) ? seen : attributeKinds[def.kind].initial(def);
  };
  const started = label.attributes.map((def) => [def.id, initial(def)] as const);
  return Object.fromEntries(started.filter((pair): pair is readonly [string, string] => pair[1] !== null));
}
