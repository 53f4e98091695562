import { type LabelId, type RelationType } from '../../model/id.ts';
import { relationDef, type RelationDef, type Schema } from '../../model/schema.ts';

/** What PolNeAR marks in a text. */
export const parts = ['Content', 'Source', 'Cue'] as const;
export type Part = (typeof parts)[number];

/** Events of an attribution; the second kind is that of a source which is not named. */
export const attribution = 'Attribution';
export const attributionWithoutSource = 'Attribution-no-source';

/** What of a Schema an attribution is made of. */
export interface Roles {
  readonly labels: Readonly<Record<Part, LabelId | null>>;
  /** From content to source, and from content to cue. */
  readonly relations: { readonly Source: RelationType | null; readonly Cue: RelationType | null };
}

/**
 * Read off the relations SAID_BY and CUED_BY: content is the first label that both may start from (or the one of them that is there),
 * source and cue are the first other labels that they may lead to. A Schema with neither has nothing that PolNeAR could hold.
 */
export function rolesOf(schema: Schema): Roles {
  const usable = (type: string): RelationDef | undefined => {
    const def = relationDef(schema, type as RelationType);
    return def?.sameLabel ? undefined : def;
  };
  const [saidBy, cuedBy] = [usable('SAID_BY'), usable('CUED_BY')];
  const labels = schema.labels.map(({ id }) => id);
  const startsBoth = labels.find((id) => saidBy?.from.includes(id) && cuedBy?.from.includes(id));
  const content = startsBoth ?? labels.find((id) => (saidBy ?? cuedBy)?.from.includes(id)) ?? null;
  const leadsTo = (def: RelationDef | undefined, taken: readonly (LabelId | null)[]): LabelId | null =>
    (content !== null && def?.from.includes(content) && labels.find((id) => def.to.includes(id) && !taken.includes(id))) || null;
  const source = leadsTo(saidBy, [content]);
  const cue = leadsTo(cuedBy, [content, source]);
  return {
    labels: { Content: content, Source: source, Cue: cue },
    relations: { Source: source === null ? null : (saidBy?.type ?? null), Cue: cue === null ? null : (cuedBy?.type ?? null) },
  };
}

export const partOf = ({ labels }: Roles, label: LabelId): Part | undefined => parts.find((part) => labels[part] === label);
