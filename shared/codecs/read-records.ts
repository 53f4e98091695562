import { at, type Place, problem } from '../result.ts';
import { type Findings } from './findings.ts';
import { isJsonObject } from './json.ts';
import { shapeProblems } from './shape-problems.ts';
import { type z } from '../model/shape.ts';

/** Reads records of one shape and leaves out those that do not have it. A field that the shape does not know is named where it is not kept. */
export function readRecords<Shape extends z.ZodObject>(
  shape: Shape,
  values: readonly unknown[],
  place: Place,
  found: Findings,
  isKept = false,
): readonly z.infer<Shape>[] {
  return values.flatMap((value) => {
    const here = isJsonObject(value) && typeof value['id'] === 'string' ? { ...place, record: value['id'] } : place;
    const parsed = shape.safeParse(value);
    if (!parsed.success) {
      found.add(...at(here, shapeProblems(parsed.error, value)));
      return [];
    }
    if (isKept) return [parsed.data];
    for (const field of Object.keys(value as object))
      if (!(field in shape.shape)) found.addOnce(problem('field-not-kept', here, { field }, 'warning'));
    return [parsed.data];
  });
}
