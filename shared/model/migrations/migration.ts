import { type JsonObject } from '../../canonical-json.ts';

/** A step from one stored shape of records to the next. */
export interface Migration {
  /** The version that it leads to. */
  readonly version: number;
  /** As in the file's name: `NNN-name.ts`. */
  readonly name: string;
  /** A record (`kind`, `value` and, inside a set, `set`) of the version before, in the shape of this one. Total: it never throws. */
  readonly migrate: (record: JsonObject) => JsonObject;
}
