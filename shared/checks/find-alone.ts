import { type Annotation } from '../model/annotation.ts';
import { type Schema } from '../model/schema.ts';
import { type Finding } from './finding.ts';
import { isApplicable, type OwnRule } from './rule.ts';
import { rules } from './rules.ts';

/** A Finding with the place of its rule among all. */
export interface Found {
  readonly finding: Finding;
  readonly rule: number;
}

/** What was found, and what it rests on besides the Annotation. */
interface Known {
  readonly text: string;
  readonly schema: Schema;
  readonly found: readonly Found[];
}

type Placed = readonly [rule: OwnRule, index: number];

const known = new WeakMap<Annotation, Known>();
const applicable = new WeakMap<Schema, readonly Placed[]>();
/** The same for all Annotations of a text with which nothing is wrong: of ten thousand, most. */
let nothing: Known | null = null;

function rulesFor(schema: Schema): readonly Placed[] {
  const answer = applicable.get(schema) ?? rules.flatMap((rule, index): readonly Placed[] => ('findIn' in rule && isApplicable(schema, rule.needs) ? [[rule, index]] : []));
  applicable.set(schema, answer);
  return answer;
}

/** What the rules find that look at an Annotation by itself; asked once for each Annotation. */
export function findAlone(text: string, schema: Schema, annotation: Annotation): readonly Found[] {
  const before = known.get(annotation);
  if (before?.schema === schema && before.text === text) return before.found;
  const found = rulesFor(schema).flatMap(([rule, index]) => rule.findIn(text, annotation).map((finding) => ({ finding, rule: index })));
  const answer = found.length === 0 && nothing?.schema === schema && nothing.text === text ? nothing : { text, schema, found };
  if (found.length === 0) nothing = answer;
  known.set(annotation, answer);
  return answer.found;
}
