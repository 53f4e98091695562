import { type Bundle } from '../../shared/exchange/bundle/read-bundle.ts';
import { keyWords } from '../../shared/exchange/bundle/key-words.ts';
import { noRoster, rosterInForce, type RosterState } from '../../shared/exchange/roster/in-force.ts';
import { rostersIn } from '../../shared/exchange/roster/said.ts';
import { type Standing, standingOf } from '../../shared/exchange/roster/standing.ts';
import { type ProjectId } from '../../shared/model/id.ts';
import { noRosterBefore } from '../../shared/model/roster.ts';
import { type Problem } from '../../shared/result.ts';

/**
 * The rosters that files bring, by project: of whichever lead made the first version, as long as all files are of one. Whether that is the lead is for
 * people to know, by the words of the key.
 */
export function teamLists(bundles: readonly Bundle[]): ReadonlyMap<ProjectId, RosterState> {
  const versions = bundles.flatMap(({ entries }) => entries.flatMap(({ change }) => rostersIn(change)));
  return new Map([...new Set(bundles.map(({ manifest }) => manifest.project.id))].map((project) => {
    const keys = new Set(versions.filter(({ roster }) => roster.project === project && roster.previous === noRosterBefore).map(({ signature }) => signature.key));
    const [key, ...others] = keys;
    return [project, key === undefined || others.length > 0 ? noRoster : rosterInForce(versions, { project, key })];
  }));
}

/** What is said of one file. */
export interface FileStanding {
  readonly standing: Standing;
  readonly state: RosterState;
}

export const standingIn = (lists: ReadonlyMap<ProjectId, RosterState>, { manifest }: Bundle, key: string | null): FileStanding => {
  const state = lists.get(manifest.project.id) ?? noRoster;
  return { state, standing: standingOf(state, key, manifest.person.id) };
};

export const listProblems = (lists: ReadonlyMap<ProjectId, RosterState>): readonly Problem[] => [...lists.values()].flatMap(({ problems }) => problems);

/** As JSON tells it. */
export const standingAnswer = ({ standing, state: { current } }: FileStanding): object => ({
  standing: standing.kind,
  owner: 'person' in standing ? { id: standing.person.id, name: standing.person.name, role: standing.person.role } : null,
  roster: current && { number: current.roster.number, sha256: current.hash, key: current.signature.key, keyWords: keyWords(current.signature.key, 'en'), people: current.roster.people.length },
});

/** Continues “signed”; nothing where there is no roster to go by. */
export function standingWords({ standing, state: { current } }: FileStanding): string {
  const list = `team list ${current?.roster.number ?? ''}`;
  switch (standing.kind) {
    case 'known':
      return `, by a device on ${list} as ${standing.person.name} (${standing.person.role})`;
    case 'unknown':
      return `, by a device that is not on ${list}`;
    case 'foreign':
      return `, by a device that ${list} gives to ${standing.person.name}`;
    case 'revoked':
      return `, by a device of ${standing.person.name} that ${list} has taken off`;
    case 'unsigned':
    case 'no-roster':
      return '';
  }
}

/** Whose list it is; nothing where there is none. */
export const listLine = ({ state: { current } }: FileStanding): readonly string[] =>
  current ? [`  team list ${current.roster.number} of ${current.roster.people.length} people, signed: ${keyWords(current.signature.key, 'en').join(' ')}`] : [];
