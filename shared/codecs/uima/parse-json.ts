import { type Json, type JsonObject } from '../../canonical-json.ts';
import { problem } from '../../result.ts';
import { type NamedBytes } from '../codec.ts';
import { type Findings } from '../findings.ts';
import { isJsonObject } from '../json.ts';
import { readJson } from '../read-json.ts';
import { excerpt } from '../shape-problems.ts';
import { type FeatureStructure, type FeatureValue } from './cas.ts';

const structuresField = '%FEATURE_STRUCTURES';

/** Is this value a UIMA JSON CAS? */
export const isJsonCas = (value: Json | undefined): value is JsonObject => isJsonObject(value) && Array.isArray(value[structuresField]);

/** The feature structures of a JSON CAS, its Sofas among them; `null`, with a Problem, where the file is none. */
export function parseJsonCas(file: NamedBytes, found: Findings): readonly FeatureStructure[] | null {
  const value = readJson(file, found);
  if (value === undefined) return null;
  if (!isJsonCas(value)) {
    found.add(problem('cas-missing', { file: file.name }, { expected: structuresField }));
    return null;
  }
  return (value[structuresField] as readonly Json[]).flatMap((one, index) => {
    const structure = structureOf(one);
    if (structure) return [structure];
    const field = `${structuresField}.${index}`;
    found.add(problem('field-wrong', { file: file.name, field }, { field, expected: '{"%ID": 1, "%TYPE": "…"}', found: excerpt(one) }));
    return [];
  });
}

function structureOf(value: Json): FeatureStructure | null {
  if (!isJsonObject(value)) return null;
  const { '%ID': id, '%TYPE': type } = value;
  if (typeof id !== 'number' || !Number.isSafeInteger(id) || id < 1 || typeof type !== 'string') return null;
  return { id, type, features: new Map(Object.entries(value).flatMap(featureOf)) };
}

/** `@` marks a reference, `^` an anchor (the 0.4.0 text has `^begin` where both implementations write `begin`); `%` is the format's own. */
function featureOf([name, value]: readonly [string, Json]): readonly (readonly [string, FeatureValue])[] {
  const sign = name[0];
  if (sign === '@') return typeof value === 'number' ? [[name.slice(1), { reference: value }]] : [];
  if (sign === '%' || value === null || typeof value === 'object') return [];
  return [[sign === '^' ? name.slice(1) : name, value]];
}
