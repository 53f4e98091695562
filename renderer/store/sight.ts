import { rosterKinds } from '../../shared/exchange/roster/said.ts';
import { type AnnotatorId, type ArticleId } from '../../shared/model/id.ts';
import { type Viewer, viewerOf } from '../../shared/review/blind.ts';
import { type Roles, rolesIn } from '../../shared/review/offices.ts';
import { type ProjectDatabase } from './database.ts';

/** What was worked out last, and of which statements. Nothing alters one: the same ids are the same rosters. */
const known = new WeakMap<ProjectDatabase, { readonly of: string; readonly roles: Roles }>();

/** What the roster makes of people here. */
export async function readRoles(database: ProjectDatabase): Promise<Roles> {
  const of = (await database.events.where('kind').anyOf(...rosterKinds).primaryKeys()).sort().join();
  const before = known.get(database);
  if (before?.of === of) return before.roles;
  const roles = rolesIn(await database.events.where('kind').anyOf(...rosterKinds).toArray());
  known.set(database, { of, roles });
  return roles;
}

/** On which of these Articles this person works blind, and whose statements count; what is read of others' work goes by it (`shared/review/blind.ts`). */
export async function readViewer(database: ProjectDatabase, me: AnnotatorId, articles: readonly ArticleId[]): Promise<Viewer> {
  const [said, roles] = await Promise.all([database.events.where('article').anyOf([...new Set(articles)]).toArray(), readRoles(database)]);
  if (!said.some((event) => event.kind === 'assigned' && event.blind)) return { me, blind: new Map(), roles };
  return { ...viewerOf(me, [...said, ...(await database.events.where('kind').anyOf('taken-up', 'round-closed').toArray())]), roles };
}

/** The same of the whole project. */
export async function readWholeViewer(database: ProjectDatabase, me: AnnotatorId): Promise<Viewer> {
  const given = await database.events.where('kind').equals('assigned').toArray();
  return readViewer(database, me, given.flatMap((event) => (event.kind === 'assigned' && event.blind && event.article !== null ? [event.article] : [])));
}
