import { canonicalJson } from '../../canonical-json.ts';
import { type Change, noChange } from '../../model/change.ts';
import { type Entity, type Office } from '../../model/entity.ts';
import { type EntityId } from '../../model/id.ts';
import { fail, ok, problem, type Problem } from '../../result.ts';
import { dayOfGregorian } from '../../text/jalali.ts';
import { hasLoneSurrogate } from '../../text/offsets.ts';
import { type Command } from '../command.ts';
import { type EntityContext, findStanding } from './entity-context.ts';
import { isName } from './wanted-entity.ts';

/** `party` and `wikidata`: `''` for none. */
export type EntityFields = Pick<Entity, 'name' | 'kind' | 'aliases' | 'offices' | 'note' | 'party' | 'wikidata'>;

export interface EditEntityInput {
  readonly entity: EntityId;
  readonly fields: Partial<EntityFields>;
}

/**
 * Alters what is known about an Entity. Blank aliases and offices without title are left out, and nothing is an alias twice.
 * Problems: `entity-unknown`, `entity-name-wrong`, `entity-date-wrong`, `entity-wikidata-wrong`, `text-not-unicode`.
 */
export const editEntity: Command<EntityContext, EditEntityInput> = (context, { entity: id, fields }) => {
  const found = findStanding(context, id);
  if (!found.ok) return found;
  const before = found.value;
  const after = tidied({ ...before, ...fields });
  const problems = problemsOf(after);
  if (problems.length > 0) return fail(...problems);
  return ok(entityChange(before, after));
};

/** No Change where nothing differs. */
export const entityChange = (before: Entity, after: Entity): Change =>
  canonicalJson(before) === canonicalJson(after)
    ? noChange
    : { ...noChange, updated: [[{ kind: 'entity', value: before }, { kind: 'entity', value: after }]] };

/** Without blanks at the ends, blank aliases, aliases said twice, offices without title, and what is said by nothing. */
export function tidied({ party = '', wikidata = '', ...entity }: Entity): Entity {
  const name = entity.name.trim();
  const aliases = new Set(entity.aliases.map((alias) => alias.trim()));
  const offices = entity.offices.map((office): Office => ({ ...office, title: office.title.trim() }));
  return {
    ...entity,
    name,
    aliases: [...aliases].filter((alias) => alias !== '' && alias !== name),
    offices: offices.filter(({ title }) => title !== ''),
    note: entity.note.trim(),
    ...(party.trim() !== '' && { party: party.trim() }),
    ...(wikidata.trim() !== '' && { wikidata: wikidata.trim().toUpperCase() }),
  };
}

function problemsOf({ id, name, aliases, offices, note, party = '', wikidata }: Entity): readonly Problem[] {
  const place = { record: id };
  const wrongDates = offices.filter(({ from, to }) => !isDate(from) || !isDate(to) || (from !== null && to !== null && from > to));
  return [
    ...(isName(name) ? [] : [problem('entity-name-wrong', { ...place, field: 'name' })]),
    ...([...aliases, ...offices.map(({ title }) => title), note, party].some(hasLoneSurrogate) ? [problem('text-not-unicode', place)] : []),
    ...(wikidata === undefined || /^Q[1-9]\d*$/.test(wikidata) ? [] : [problem('entity-wikidata-wrong', { ...place, field: 'wikidata' })]),
    ...wrongDates.map(({ title }) => problem('entity-date-wrong', { ...place, field: 'offices' }, { title })),
  ];
}

/** A day of the Gregorian calendar as `YYYY-MM-DD`, or not known. */
const isDate = (date: string | null): boolean => date === null || (/^\d{4}-\d{2}-\d{2}$/.test(date) && dayOfGregorian(date) !== null);
