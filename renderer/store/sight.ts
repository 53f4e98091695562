import { type AnnotatorId, type ArticleId } from '../../shared/model/id.ts';
import { type Viewer, viewerOf } from '../../shared/review/blind.ts';
import { type ProjectDatabase } from './database.ts';

/** On which of these Articles this person works blind; what is read of others' work goes by it (`shared/review/blind.ts`). */
export async function readViewer(database: ProjectDatabase, me: AnnotatorId, articles: readonly ArticleId[]): Promise<Viewer> {
  const said = await database.events.where('article').anyOf([...new Set(articles)]).toArray();
  if (!said.some((event) => event.kind === 'assigned' && event.blind)) return { me, blind: new Map() };
  return viewerOf(me, [...said, ...(await database.events.where('kind').anyOf('taken-up', 'round-closed').toArray())]);
}

/** The same of the whole project. */
export async function readWholeViewer(database: ProjectDatabase, me: AnnotatorId): Promise<Viewer> {
  const given = await database.events.where('kind').equals('assigned').toArray();
  return readViewer(database, me, given.flatMap((event) => (event.kind === 'assigned' && event.blind && event.article !== null ? [event.article] : [])));
}
