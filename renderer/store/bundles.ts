import { concernedBy } from '../../shared/exchange/bundle/take-in.ts';
import { type Incoming, type TakeInGround } from '../../shared/exchange/bundle/take-in-ground.ts';
import { type AnnotationSet } from '../../shared/model/annotation-set.ts';
import { type Annotator } from '../../shared/model/annotator.ts';
import { type Article } from '../../shared/model/article.ts';
import { byArticle } from '../../shared/model/by-article.ts';
import { normalised } from '../../shared/model/dataset.ts';
import { type AnnotatorId, type ArticleId } from '../../shared/model/id.ts';
import { sealOf } from '../../shared/model/seal.ts';
import { isInOffice } from '../../shared/review/offices.ts';
import { answersTo, closedRounds, isIn, type Work, worksOn } from '../../shared/review/work.ts';
import { type Fingerprint } from '../../shared/text/fingerprint.ts';
import { getAll, type ProjectDatabase } from './database.ts';
import { readAnnotators, readArticle, readEntities, readEvents, readSchema } from './reads.ts';
import { type SetRow, setsFrom } from './set-rows.ts';
import { readRoles } from './sight.ts';

/** The part of the project that Bundles could meet, with all that was said. */
export async function readTakeInGround(database: ProjectDatabase, incoming: readonly Incoming[], me: Annotator, about: Omit<TakeInGround, 'dataset' | 'me'>): Promise<TakeInGround> {
  const concerned = concernedBy(incoming.map(({ bundle }) => bundle));
  const events = await readEvents(database, null);
  const planted = events.flatMap((event) => (event.kind === 'planted' ? (event.article ?? []) : []));
  const byText = await database.articles.where('fingerprint').anyOf(concerned.texts as readonly Fingerprint[]).primaryKeys();
  const ids = [...new Set([...byText, ...concerned.articles, ...planted])];
  const articles = (await Promise.all(ids.map((id) => readArticle(database, id)))).filter((one): one is Article => one !== undefined);
  const onThem = await database.sets.where('article').anyOf(articles.map(({ id }) => id)).toArray();
  const byId = await getAll(database.sets, concerned.sets);
  const annotators = await readAnnotators(database);
  const dataset = normalised({
    schema: await readSchema(database),
    articles,
    // Whoever takes in is in the project, or is introduced by the same step.
    annotators: annotators.some(({ id }) => id === me.id) ? annotators : [...annotators, me],
    entities: await readEntities(database),
    sets: await setsFrom(database, [...new Map([...onThem, ...byId].map((row) => [row.id, row])).values()]),
    events,
  });
  return { ...about, me: me.id, dataset };
}

/** Everybody's work on each of these Articles that was given out or handed in. */
export async function readWorks(database: ProjectDatabase, articles: readonly ArticleId[]): Promise<ReadonlyMap<ArticleId, readonly Work[]>> {
  const [heard, roles] = await Promise.all([database.events.where('article').anyOf([...articles]).toArray(), readRoles(database)]);
  const said = heard.filter((event) => isInOffice(roles, event));
  const spokenOf = new Set(said.flatMap(({ article }) => article ?? []));
  if (spokenOf.size === 0) return new Map();
  const [ofTheWhole, annotators, rows] = await Promise.all([
    database.events.where('kind').anyOf('taken-up', 'round-closed').toArray(),
    readAnnotators(database),
    database.sets.where('article').anyOf([...spokenOf]).toArray(),
  ]);
  const sets = byArticle(await setsFrom(database, rows));
  const known = answersTo(ofTheWhole);
  const closed = closedRounds(ofTheWhole);
  const seals = sealsOf(database, rows);
  return new Map([...byArticle(said)].map(([id, events]) => [id, worksOn({ events, sets: sets.get(id) ?? [], annotators, answersTo: known, closed, sealOf: seals })]));
}

/** Seals of stored sets: worked out once for each state that a set had. */
function sealsOf(database: ProjectDatabase, rows: readonly Pick<SetRow, 'id' | 'revision'>[]): (set: AnnotationSet) => string {
  const revisions = new Map(rows.map(({ id, revision }) => [id, revision]));
  return (set) => {
    const revision = revisions.get(set.id);
    const known = database.knownSeals.get(set.id);
    if (known && known.revision === revision) return known.seal;
    const seal = sealOf(set);
    if (revision !== undefined) database.knownSeals.set(set.id, { revision, seal });
    return seal;
  };
}

/** Does this person's work on the Article lie closed? */
export const isSealedFor = (works: readonly Work[], me: AnnotatorId): boolean => {
  const own = works.find(({ annotator }) => annotator === me);
  return own !== undefined && isIn(own);
};
