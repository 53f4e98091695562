import { checkAttribute } from '../model/check-annotation.ts';
import { type LabelId } from '../model/id.ts';
import { labelDef, type Schema } from '../model/schema.ts';
import { type Place, problem } from '../result.ts';
import { type Findings } from './findings.ts';

/**
 * Those of the attributes that the Schema allows for this Label, of several with one name the first. Each of the others is a Problem, and the
 * Annotation stays without it.
 */
export function allowedAttributes(
  schema: Schema,
  id: LabelId,
  attributes: readonly (readonly [name: string, value: string])[],
  place: Place,
  found: Findings,
): Readonly<Record<string, string>> {
  const label = labelDef(schema, id);
  if (!label) return {};
  const seen = new Set<string>();
  const sound = attributes.filter(([name, value]) => {
    const twice = seen.has(name) ? [problem('attribute-twice', place, { attribute: name })] : [];
    seen.add(name);
    const problems = [...twice, ...checkAttribute(label, name, value, place)];
    found.add(...problems);
    return problems.length === 0;
  });
  return Object.fromEntries(sound);
}
