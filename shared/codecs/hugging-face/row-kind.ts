import { type JsonObject } from '../../canonical-json.ts';
import { type Place } from '../../result.ts';
import { type ConfigName } from './configs.ts';

/** A row of a table, with its place in the file: the line, or the row counted from 1. */
export interface ReadRow {
  readonly place: Place;
  readonly value: JsonObject;
}

/** Which table a row is from, by a column that no other table has: folders get lost on the way. */
export function rowKind(row: JsonObject): ConfigName {
  if ('seen' in row) return 'judgements';
  if ('clusters' in row) return 'soft';
  if ('n_seen' in row) return 'majority';
  return 'tokens' in row && !('text' in row) ? 'bio' : 'documents';
}
