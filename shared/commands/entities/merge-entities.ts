import { type Change } from '../../model/change.ts';
import { type Entity } from '../../model/entity.ts';
import { type EntityId } from '../../model/id.ts';
import { fail, ok, problem } from '../../result.ts';
import { type Command } from '../command.ts';
import { tidied } from './edit-entity.ts';
import { type EntityContext, findStanding } from './entity-context.ts';
import { repointed } from './repoint.ts';

export interface MergeEntitiesInput {
  /** The one that turned out to be … */
  readonly from: EntityId;
  /** … this one, which stays. */
  readonly into: EntityId;
}

/**
 * Two Entities turn out to be one: names become aliases, the annotator's own sets name the one that stays. The other's record stays
 * too and says whom it means, for sets of other writers (docs/decisions/0004-merged-people-stay.md).
 * Problems: `entity-unknown`, `entity-merged-wrong`.
 */
export const mergeEntities: Command<EntityContext, MergeEntitiesInput> = (context, input) => {
  const [from, into] = [findStanding(context, input.from), findStanding(context, input.into)];
  if (!from.ok) return from;
  if (!into.ok) return into;
  if (input.from === input.into) return fail(problem('entity-merged-wrong', { record: input.from }, { id: input.into }));
  const gone = context.entities.filter(({ id, mergedInto }) => id === input.from || mergedInto === input.from);
  const isGone = new Set(gone.map(({ id }) => id));
  const sets = context.own.map((set) => repointed(set, ({ entity }) => isGone.has(entity), input.into));
  const register: Change['updated'] = [
    updated(into.value, united(into.value, from.value)),
    ...gone.map((one) => updated(one, { ...one, mergedInto: input.into })),
  ];
  return ok({ added: [], updated: [...register, ...sets.flatMap((one) => one.updated)], removed: sets.flatMap((one) => one.removed) });
};

const updated = (before: Entity, after: Entity): Change['updated'][number] => [{ kind: 'entity', value: before }, { kind: 'entity', value: after }];

/** Everything that was known about either; where they differ, what was known about the one that stays. */
const united = (into: Entity, from: Entity): Entity =>
  tidied({
    ...(from.party !== undefined && { party: from.party }),
    ...(from.wikidata !== undefined && { wikidata: from.wikidata }),
    ...into,
    kind: into.kind === 'unknown' ? from.kind : into.kind,
    aliases: [...into.aliases, from.name, ...from.aliases],
    offices: [...into.offices, ...from.offices.filter((office) => !into.offices.some((one) => sameOffice(one, office)))],
    note: [...new Set([into.note, from.note])].filter((note) => note !== '').join('\n'),
  });

const sameOffice = (a: Entity['offices'][number], b: Entity['offices'][number]): boolean =>
  a.title === b.title && a.from === b.from && a.to === b.to;
