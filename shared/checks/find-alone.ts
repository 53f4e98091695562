import { type Annotation } from '../model/annotation.ts';
import { type Schema } from '../model/schema.ts';
import { type Finding } from './finding.ts';
import { type OwnRule } from './rule.ts';
import { rulesFor } from './rules.ts';

/** What was found, and what it rests on besides the Annotation. */
interface Known {
  readonly text: string;
  readonly schema: Schema;
  readonly found: readonly Finding[];
}

const known = new WeakMap<Annotation, Known>();
const own = new WeakMap<Schema, readonly OwnRule[]>();
/** The same for all Annotations of a text with which nothing is wrong: of ten thousand, most. */
let nothing: Known | null = null;

function ownRulesFor(schema: Schema): readonly OwnRule[] {
  const answer = own.get(schema) ?? rulesFor(schema).filter((rule) => 'findIn' in rule);
  own.set(schema, answer);
  return answer;
}

/** What the rules find that look at an Annotation by itself; asked once for each Annotation. */
export function findAlone(text: string, schema: Schema, annotation: Annotation): readonly Finding[] {
  const before = known.get(annotation);
  if (before?.schema === schema && before.text === text) return before.found;
  const found = ownRulesFor(schema).flatMap((rule) => rule.findIn(text, annotation));
  const answer = found.length === 0 && nothing?.schema === schema && nothing.text === text ? nothing : { text, schema, found };
  if (found.length === 0) nothing = answer;
  known.set(annotation, answer);
  return answer.found;
}
