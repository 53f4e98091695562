import { type EntityId } from './id.ts';

export const entityKinds = ['person', 'organisation', 'agency', 'document', 'group', 'unknown'] as const;
export type EntityKind = (typeof entityKinds)[number];

/** An office that a person held; dates are Gregorian `YYYY-MM-DD` or `null` where open or unknown. */
export interface Office {
  readonly title: string;
  readonly from: string | null;
  readonly to: string | null;
}

/** A person or body in the world, across Articles. */
export interface Entity {
  readonly id: EntityId;
  readonly name: string;
  readonly kind: EntityKind;
  readonly aliases: readonly string[];
  readonly offices: readonly Office[];
  readonly note: string;
  /** The party or camp that a person belongs to; absent where it is not known. */
  readonly party?: string;
  /** The same one in Wikidata, `Q794`; absent where nobody looked it up. */
  readonly wikidata?: string;
  /**
   * The Entity that this one turned out to be; absent while it stands for itself. Its record stays, because sets of other
   * writers name it (`merged-entities.ts`). The one it was merged into stands for itself.
   */
  readonly mergedInto?: EntityId;
}
