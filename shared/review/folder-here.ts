import { seenEntries } from '../exchange/bundle/known.ts';
import { projectsSpokenOf } from '../exchange/bundle/refusal.ts';
import { type Here } from '../exchange/folder/look.ts';
import { rosterName } from '../exchange/folder/names.ts';
import { rosterFileName } from '../exchange/roster/roster-file.ts';
import { versionsIn } from '../exchange/roster/said.ts';
import { type ArticleId, type DeviceId, type ProjectId, type AnnotatorId } from '../model/id.ts';
import { type ReviewEvent } from '../model/review-event.ts';
import { viewerOf } from './blind.ts';
import { rolesIn } from './offices.ts';

interface Known {
  readonly project: ProjectId;
  readonly me: AnnotatorId;
  readonly device: DeviceId;
  /** All that was said in the project. */
  readonly events: readonly ReviewEvent[];
  readonly textOf: (article: ArticleId) => string | undefined;
}

/** What a project knows of what may come through a shared folder. */
export const hereIn = ({ project, me, device, events, textOf }: Known): Here => ({
  project,
  me,
  isLead: events.some(({ kind, by }) => kind === 'assigned' && by === me) || rolesIn(events).get(me) === 'lead',
  device,
  names: new Set([me, ...events.flatMap((event) => (event.kind === 'taken-up' && event.annotator === me ? [event.place] : []))]),
  projects: projectsSpokenOf(project, events),
  seen: seenEntries(events),
  blind: new Set([...viewerOf(me, events).blind.keys()].flatMap((article) => textOf(article) ?? [])),
  enclosed: new Set(events.flatMap((event) => (event.kind === 'given' ? (event.enclosed ?? []) : event.kind === 'received' && !event.isPart ? event.bundle : []))),
  rosters: new Set(versionsIn(events).map(({ roster }) => rosterName(rosterFileName(roster)))),
});
