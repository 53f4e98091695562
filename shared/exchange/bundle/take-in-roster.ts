import { type ProjectId } from '../../model/id.ts';
import { type ReviewEvent } from '../../model/review-event.ts';
import { type LeadKnown, noRosterBefore } from '../../model/roster.ts';
import { problem, type Problem } from '../../result.ts';
import { type RosterState } from '../roster/in-force.ts';
import { rosterHash } from '../roster/roster-file.ts';
import { rosterOf, rostersIn, saidLead, trustIn, versionsIn } from '../roster/said.ts';
import { type Standing, standingOf } from '../roster/standing.ts';
import { type Incoming, type TakeInGround } from './take-in-ground.ts';

/**
 * Whose roster is gone by from now on, for projects of which none was known: the lead whose device signed the very file that brings it. The person sees
 * the words of that key before anything is taken in. Where files bring rosters of several leads at once, nobody's is; nor is anybody's where this person
 * gives the work out themselves.
 */
export function leadsMet({ project: own, me, now }: TakeInGround, incoming: readonly Incoming[], events: readonly ReviewEvent[]): readonly (ReviewEvent & LeadKnown)[] {
  return [...new Set(incoming.map(({ bundle }) => bundle.manifest.project.id))].sort().flatMap((project) => {
    if (trustIn(events, project) || (project === own && events.some(({ kind, by }) => kind === 'assigned' && by === me))) return [];
    const keys = keysOffered(incoming, events, project);
    return keys.length === 1 ? keys.map((key) => saidLead({ project, key }, 1, me, now)) : [];
  });
}

/** Keys that sign the first version of a roster by which the sender of one of these files leads. */
function keysOffered(incoming: readonly Incoming[], events: readonly ReviewEvent[], project: ProjectId): readonly string[] {
  const first = versionsIn(events).filter(({ roster }) => roster.project === project && roster.previous === noRosterBefore);
  const roots = [...new Set(first.map(({ signature }) => signature.key))];
  return roots.filter((key) => {
    const state = rosterOf(events, project, { project, key });
    return incoming.some(({ bundle: { manifest, entries }, key: signer }) => {
      const standing = standingOf(state, signer, manifest.person.id);
      return manifest.project.id === project && manifest.purpose !== 'submission' && standing.kind === 'known' && standing.person.role === 'lead' && entries.some(({ change }) => rostersIn(change).length > 0);
    });
  });
}

/** What the roster says of whoever signed the file, and what is to be known of the versions that it brings. */
export function rosterReport({ bundle, key }: Incoming, state: RosterState): { readonly standing: Standing; readonly problems: readonly Problem[] } {
  const standing = standingOf(state, key, bundle.manifest.person.id);
  const brought = new Set(bundle.entries.flatMap(({ change }) => rostersIn(change).map(({ roster }) => rosterHash(roster))));
  const bringsGold = bundle.entries.some(({ change }) => change.added.some((one) => one.kind === 'set' && one.value.role === 'adjudicated'));
  return { standing, problems: [...doubtOf(standing), ...(bringsGold ? goldOfNoJudge(standing) : []), ...state.problems.filter(({ place }) => brought.has(place.record ?? ''))] };
}

/** Gold of somebody whom the roster makes no judge does not count (`shared/review/offices.ts`). */
const goldOfNoJudge = (standing: Standing): readonly Problem[] =>
  standing.kind === 'known' && standing.person.role === 'annotator' ? [problem('bundle-gold-of-annotator', {}, { person: standing.person.name }, 'warning')] : [];

/** Why it must be asked whether a file is from whom it says; nothing where the roster knows. */
export function doubtOf(standing: Standing): readonly Problem[] {
  switch (standing.kind) {
    case 'unsigned':
      return [problem('bundle-unsigned', {}, {}, 'warning')];
    case 'unknown':
      return [problem('bundle-device-unknown', {}, {}, 'warning')];
    case 'foreign':
      return [problem('bundle-device-foreign', {}, { person: standing.person.name }, 'warning')];
    case 'revoked':
      return [problem('bundle-device-revoked', {}, { person: standing.person.name }, 'warning')];
    case 'known':
    case 'no-roster':
      return [];
  }
}
