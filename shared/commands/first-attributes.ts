import { attributeKinds } from '../model/attribute-kinds.ts';
import { type AttributeDef, type LabelDef } from '../model/schema.ts';
import { type Span } from '../text/offsets.ts';
import { prefilled } from './prefill.ts';

/** What a new Annotation's attributes start with: what the text around it shows, otherwise what the kind of attribute says. */
export function firstAttributes(label: LabelDef, text: string, first: Span): Readonly<Record<string, string>> {
  const initial = (def: AttributeDef): string | null => {
    const seen = prefilled(def.id, text, first);
    return seen !== null && attributeKinds[def.kind].isValid(def, seen) ? seen : attributeKinds[def.kind].initial(def);
  };
  const started = label.attributes.map((def) => [def.id, initial(def)] as const);
  return Object.fromEntries(started.filter((pair): pair is readonly [string, string] => pair[1] !== null));
}
