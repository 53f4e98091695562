import { type Entity } from '../../../shared/model/entity.ts';
import { type EntityId } from '../../../shared/model/id.ts';
import { isStanding } from '../../../shared/model/merged-entities.ts';
import { fold } from '../../../shared/text/persian.ts';

const folded = (name: string): string => fold(name.trim()).text;

/** The name of an Entity that holds what was typed, in any spelling: its own, or an alias; `null` when none does. */
export function foundName({ name, aliases, offices }: Entity, typed: string): string | null {
  const wanted = folded(typed);
  return [name, ...aliases, ...offices.map(({ title }) => title)].find((one) => folded(one).includes(wanted)) ?? null;
}

const byName = (a: Entity, b: Entity): number => a.name.localeCompare(b.name, 'fa') || (a.id < b.id ? -1 : 1);

/** Those who stand for themselves and have such a name, by name. */
export const peopleNamed = (entities: readonly Entity[], typed: string): readonly Entity[] =>
  entities.filter((entity) => isStanding(entity) && foundName(entity, typed) !== null).sort(byName);

/** The Entity and all that were merged into it: what sets may call it. */
export const recordsOf = (entities: readonly Entity[], id: EntityId): ReadonlySet<EntityId> =>
  new Set(entities.filter((one) => one.id === id || one.mergedInto === id).map((one) => one.id));

/** Somebody to choose; `entity` is `null` for a new one of the typed name. */
export interface PersonOption {
  readonly key: string;
  readonly name: string;
  readonly alias: string | null;
  readonly isNew?: true;
  readonly entity: Entity | null;
  readonly typed: string;
}

/** Everybody but one whose name holds what was typed. */
export const nameOptions = (entities: readonly Entity[], except: EntityId, typed: string): readonly PersonOption[] =>
  peopleNamed(entities, typed)
    .filter(({ id }) => id !== except)
    .map((entity) => {
      const found = foundName(entity, typed);
      return { key: entity.id, name: entity.name, alias: found === entity.name ? null : found, entity, typed };
    });
