import { type AnnotationSet } from '../../model/annotation-set.ts';
import { type Change, type DataRecord } from '../../model/change.ts';
import { sameLink } from '../../model/check-relations.ts';
import { type EntityId } from '../../model/id.ts';
import { type Relation } from '../../model/relation.ts';

/** Something in a set that names an Entity: a mention, or a Relation that points at it. */
export interface Naming {
  readonly kind: 'annotation' | 'relation';
  readonly id: string;
  readonly entity: EntityId;
}

type Altered = Pick<Change, 'updated' | 'removed'>;

/** What of a set names another Entity from now on. A Relation that would be there twice goes. */
export function repointed(set: AnnotationSet, isChosen: (naming: Naming) => boolean, to: EntityId): Altered {
  const mentions = set.annotations.flatMap((value): Altered['updated'] => {
    const { id, entity } = value;
    if (entity === null || entity === to || !isChosen({ kind: 'annotation', id, entity })) return [];
    const record = { kind: 'annotation', set: set.id } as const;
    return [[{ ...record, value }, { ...record, value: { ...value, entity: to } }]];
  });
  const links = repointedRelations(set, isChosen, to);
  return { updated: [...mentions, ...links.updated], removed: links.removed };
}

function repointedRelations({ id: set, relations }: AnnotationSet, isChosen: (naming: Naming) => boolean, to: EntityId): Altered {
  const isMoved = ({ id, to: { kind, id: entity } }: Relation): boolean =>
    kind === 'entity' && entity !== to && isChosen({ kind: 'relation', id, entity });
  const there = relations.filter((one) => !isMoved(one));
  const updated: (readonly [DataRecord, DataRecord])[] = [];
  const removed: DataRecord[] = [];
  for (const value of relations.filter(isMoved)) {
    const record = { kind: 'relation', set } as const;
    const moved: Relation = { ...value, to: { kind: 'entity', id: to } };
    if (there.some((one) => sameLink(one, moved))) removed.push({ ...record, value });
    else {
      there.push(moved);
      updated.push([{ ...record, value }, { ...record, value: moved }]);
    }
  }
  return { updated, removed };
}
