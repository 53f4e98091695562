import { rosterOf, trustIn } from '../exchange/roster/said.ts';
import { type AnnotatorId } from '../model/id.ts';
import { type ReviewActKind, type ReviewEvent } from '../model/review-event.ts';
import { type RosterRole, rosterRoles } from '../model/roster.ts';

/** What the rosters that are gone by here make of people. Whoever is on none is not there: of them nothing is known, and nothing is denied. */
export type Roles = ReadonlyMap<AnnotatorId, RosterRole>;

/** From what was said of the project as a whole: of somebody who is on the rosters of two projects, the role that is more. */
export function rolesIn(events: readonly ReviewEvent[]): Roles {
  const roles = new Map<AnnotatorId, RosterRole>();
  const projects = new Set(events.flatMap((event) => (event.kind === 'lead-known' ? event.project : [])));
  for (const project of projects) {
    const { current } = rosterOf(events, project, trustIn(events, project));
    for (const { id, role } of current?.roster.people ?? []) {
      const known = roles.get(id);
      if (known === undefined || rosterRoles.indexOf(role) < rosterRoles.indexOf(known)) roles.set(id, role);
    }
  }
  return roles;
}

/** Gives work out, answers questions to the guideline, says which gold set counts, sees how everybody is doing. */
export const leads = (roles: Roles, person: AnnotatorId): boolean => (roles.get(person) ?? 'lead') === 'lead';

/** Judges others' work, and makes gold of it. */
export const settles = (roles: Roles, person: AnnotatorId): boolean => roles.get(person) !== 'annotator';

const ofLeads: ReadonlySet<ReviewActKind> = new Set<ReviewActKind>(['gold-named', 'ruled', 'reason-added', 'round-closed', 'abandoned']);
const ofJudges: ReadonlySet<ReviewActKind> = new Set<ReviewActKind>(['returned', 'accepted']);

/** Does it count, coming from whom it comes? What does not is kept, and counts as soon as the roster says otherwise. */
export const isInOffice = (roles: Roles, { kind, by }: Pick<ReviewEvent, 'kind' | 'by'>): boolean =>
  ofLeads.has(kind) ? leads(roles, by) : ofJudges.has(kind) ? settles(roles, by) : true;
