import { type KeyValue } from 'hyparquet';
import { type Json, type JsonObject } from '../../canonical-json.ts';
import { isJsonObject, nestedDeeperThan, parseJson } from '../json.ts';

const maximumDepth = 30;

/**
 * The features that `datasets` leaves in the footer of a file which it wrote: there a class label is a number, and its name stands in them.
 * `null` in files of others.
 */
export function classNamesIn(metadata: readonly KeyValue[]): JsonObject | null {
  const text = metadata.find(({ key }) => key === 'huggingface')?.value;
  const value = text === undefined ? undefined : parseJson(text);
  const info = isJsonObject(value) && !nestedDeeperThan(maximumDepth, value) ? value['info'] : undefined;
  const features = isJsonObject(info) ? info['features'] : undefined;
  return isJsonObject(features) ? features : null;
}

/** A row with the names of its class labels in place of their numbers. */
export const withNames = (row: JsonObject, features: JsonObject | null): JsonObject => (features ? structNamed(row, features) : row);

const structNamed = (row: JsonObject, features: JsonObject): JsonObject =>
  Object.fromEntries(Object.entries(row).map(([name, value]) => [name, named(value, Object.hasOwn(features, name) ? features[name] : undefined)]));

function named(value: Json, feature: Json | undefined): Json {
  if (Array.isArray(feature)) return Array.isArray(value) ? value.map((one: Json) => named(one, feature[0] as Json | undefined)) : value;
  if (!isJsonObject(feature)) return value;
  const names = feature['names'];
  if (feature['_type'] === 'ClassLabel')
    return typeof value === 'number' && Array.isArray(names) ? ((names[value] as Json | undefined) ?? value) : value;
  if ('feature' in feature && Array.isArray(value)) return value.map((one: Json) => named(one, feature['feature']));
  return isJsonObject(value) && !('_type' in feature) ? structNamed(value, feature) : value;
}
