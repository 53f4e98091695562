import { type ChosenNaming } from '../../../shared/commands/entities/split-entity.ts';
import { type Annotation, compareAnnotations } from '../../../shared/model/annotation.ts';
import { type AnnotationSet } from '../../../shared/model/annotation-set.ts';
import { type EntityId, type LabelId } from '../../../shared/model/id.ts';
import { type Relation } from '../../../shared/model/relation.ts';
import { type LabelDef, type RelationDef, relationsFrom, type Schema } from '../../../shared/model/schema.ts';

/** Something in a set that has to do with a person: a quote, a commitment, what was said to them, or a mention that nothing leads to. */
export interface Saying {
  readonly set: AnnotationSet;
  readonly annotation: Annotation;
  /** What leads from it to the person; `null` for a mention by itself. */
  readonly relation: Relation | null;
  /** What names the person, and may mean somebody else: the mention, or the Relation where there is none. */
  readonly naming: ChosenNaming;
}

/** A Label whose first Relation leads to whoever stands behind it: quotes and commitments. */
export const spokenLabels = (schema: Schema): readonly LabelDef[] => schema.labels.filter(({ id }) => sourceOf(schema, id) !== undefined);

function sourceOf(schema: Schema, label: LabelId): RelationDef | undefined {
  const [first] = relationsFrom(schema, label);
  return first?.toEntity ? first : undefined;
}

/** Everything in a set that has to do with the person, in reading order. */
export function sayingsIn(set: AnnotationSet, person: ReadonlySet<EntityId>): readonly Saying[] {
  const byId = new Map(set.annotations.map((one) => [one.id, one]));
  const mentions = set.annotations.filter(({ entity }) => entity !== null && person.has(entity));
  const mentioned = new Set(mentions.map(({ id }) => id));
  const linked = set.relations.flatMap((relation): readonly Saying[] => {
    const annotation = byId.get(relation.from);
    const { to } = relation;
    if (!annotation || !(to.kind === 'entity' ? person.has(to.id) : mentioned.has(to.id))) return [];
    const naming: ChosenNaming = to.kind === 'entity' ? { set: set.id, kind: 'relation', id: relation.id } : { set: set.id, kind: 'annotation', id: to.id };
    return [{ set, annotation, relation, naming }];
  });
  const reached = new Set(linked.map(({ naming }) => naming.id));
  const alone = mentions
    .filter(({ id }) => !reached.has(id))
    .map((annotation): Saying => ({ set, annotation, relation: null, naming: { set: set.id, kind: 'annotation', id: annotation.id } }));
  return [...linked, ...alone].sort((a, b) => compareAnnotations(a.annotation, b.annotation));
}

/** Did the person say or promise it, rather than being spoken to or of? */
export const isSpoken = (schema: Schema, { annotation, relation }: Saying): boolean =>
  relation !== null && sourceOf(schema, annotation.label)?.type === relation.type;

/** How much of each spoken Label the person stands behind, over all sets; every Annotation counts once. */
export function spokenCounts(schema: Schema, sets: readonly AnnotationSet[], person: ReadonlySet<EntityId>): ReadonlyMap<LabelId, number> {
  const counts = new Map<LabelId, number>();
  for (const set of sets) {
    const spoken = new Set(sayingsIn(set, person).filter((saying) => isSpoken(schema, saying)).map(({ annotation }) => annotation));
    for (const { label } of spoken) counts.set(label, (counts.get(label) ?? 0) + 1);
  }
  return counts;
}

export const namingKey = ({ set, kind, id }: ChosenNaming): string => `${set} ${kind} ${id}`;
