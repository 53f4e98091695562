import { type Entity, type EntityKind } from '../../model/entity.ts';
import { type EntityId } from '../../model/id.ts';
import { entityFinder, isStanding } from '../../model/merged-entities.ts';
import { fail, ok, problem, type Result } from '../../result.ts';
import { hasLoneSurrogate } from '../../text/offsets.ts';
import { type NewId } from '../command.ts';

/** One that is to be made. */
export interface NewEntity {
  readonly name: string;
  readonly kind: EntityKind;
}

export interface WantedEntity {
  readonly entity: Entity;
  /** It has to be added. */
  readonly isNew: boolean;
}

interface Register {
  readonly entities: readonly Entity[];
  readonly newId: NewId;
}

/**
 * One that is there, or one by its name: a name and kind that an Entity has already mean that one. One that was merged means the
 * other, unless somebody stands for that name. Problems: `entity-unknown`, `entity-name-wrong`.
 */
export function wantedEntity({ entities, newId }: Register, wanted: EntityId | NewEntity): Result<WantedEntity> {
  const find = entityFinder(entities);
  if (typeof wanted === 'string') {
    const found = find(wanted);
    return found ? ok({ entity: found, isNew: false }) : fail(problem('entity-unknown', { field: 'entity' }, { entity: wanted }));
  }
  const name = wanted.name.trim();
  if (!isName(name)) return fail(problem('entity-name-wrong', { field: 'entity' }));
  const ofName = entities.filter((one) => one.name === name && one.kind === wanted.kind);
  const known = ofName.find(isStanding) ?? ofName[0];
  const found = known && find(known.id);
  if (found) return ok({ entity: found, isNew: false });
  return ok({ entity: { id: newId('entity'), name, kind: wanted.kind, aliases: [], offices: [], note: '' }, isNew: true });
}

export const isName = (name: string): boolean => name !== '' && !hasLoneSurrogate(name);
