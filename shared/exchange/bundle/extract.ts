import { canonicalJson } from '../../canonical-json.ts';
import { explode } from '../../model/change.ts';
import { type Dataset, normalised } from '../../model/dataset.ts';
import { type AnnotatorId, type ArticleId, type DeviceId, makeId, type ProjectId } from '../../model/id.ts';
import { fingerprint } from '../../text/fingerprint.ts';
import { type Entry, genesis } from '../log.ts';
import { entitiesNamed } from './parcel.ts';

/** What some Articles of a project are by themselves: a project of its own, for a Log cannot be cut into pieces that prove anything. */
export interface Extract {
  readonly project: ProjectId;
  readonly device: DeviceId;
  readonly dataset: Dataset;
  readonly entries: readonly Entry[];
}

/** What devices say to themselves of their Logs; the new project has another one. */
/** What holds for every Article. */
const ofTheProject: ReadonlySet<string> = new Set(['ruled', 'taken-up', 'round-closed', 'reason-added']);
const ofTheLog: ReadonlySet<string> = new Set(['given', 'received', 'planted']);

/**
 * These Articles with everybody's sets on them, whom they name, what was said of them, and the guideline: one Entry. The same ids for the same
 * contents, so that to make it twice is to make one project.
 */
export function extract(dataset: Dataset, articles: ReadonlySet<ArticleId>, { by, wall }: { readonly by: AnnotatorId; readonly wall: string }): Extract {
  const sets = dataset.sets.filter(({ article }) => articles.has(article));
  const events = (dataset.events ?? []).filter(({ kind, article }) => (article === null ? ofTheProject.has(kind) : articles.has(article)) && !ofTheLog.has(kind));
  const named = new Set<AnnotatorId>([by, ...sets.map(({ annotator }) => annotator), ...events.map((event) => event.by)]);
  const part = normalised({
    schema: dataset.schema,
    articles: dataset.articles.filter(({ id }) => articles.has(id)),
    annotators: dataset.annotators.filter(({ id }) => named.has(id)),
    entities: entitiesNamed(sets, dataset.entities),
    sets,
    events,
  });
  const token = fingerprint(canonicalJson([...explode(part).values()])).slice(0, 32);
  const device = makeId('device', token);
  const entry: Entry = {
    device, channel: 'work', sequence: 1, previous: genesis, lamport: 1, wall, annotator: by, scope: null, action: { kind: 'do', command: 'begin-project' },
    change: { added: [...explode(part).values()], updated: [], removed: [] },
  };
  return { project: makeId('project', token), device, dataset: part, entries: [entry] };
}
