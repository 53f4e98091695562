import { activeTime } from '../../shared/exchange/active-time.ts';
import { entryNow } from '../../shared/exchange/entry-now.ts';
import { type Entry } from '../../shared/exchange/log.ts';
import { type AnnotationSet, type SetHead } from '../../shared/model/annotation-set.ts';
import { type Annotator } from '../../shared/model/annotator.ts';
import { type Article } from '../../shared/model/article.ts';
import { type DataRecord } from '../../shared/model/change.ts';
import { type Dataset, normalised } from '../../shared/model/dataset.ts';
import { type Entity } from '../../shared/model/entity.ts';
import { type AnnotatorId, type ArticleId, type EntityId, type LabelId } from '../../shared/model/id.ts';
import { entityFinder } from '../../shared/model/merged-entities.ts';
import { type ReviewEvent } from '../../shared/model/review-event.ts';
import { type Schema } from '../../shared/model/schema.ts';
import { type Searchable } from '../../shared/model/search-shard.ts';
import { type Traces, tracing } from '../../shared/review/trace.ts';
import { articleFrom, eachPage, entriesPerStep, getAll, historyScope, isOwn, noTotals, ownKey, type ProjectDatabase, readMeta } from './database.ts';
import { type ArticleRow, type Neighbours, type NextSteps, type StatusTotals } from './project-store.ts';
import { setsFrom } from './set-rows.ts';

export async function readSchema(database: ProjectDatabase): Promise<Schema> {
  const schema = await readMeta(database, 'schema');
  if (!schema) throw new Error(`${database.name} is open without a schema`);
  return schema;
}

/** Nothing until the first Entry. */
export const knownSchema = async (database: ProjectDatabase): Promise<Schema | undefined> =>
  (database.known.schema ??= await readMeta(database, 'schema'));

/** For commands in their turn, while nobody writes; a live query has to ask the database. */
export async function knownArticle(database: ProjectDatabase, id: ArticleId): Promise<Article | undefined> {
  const article = database.knownArticles.get(id) ?? (await readArticle(database, id));
  if (article) database.knownArticles.keep(id, article);
  return article;
}

/** As `knownArticle`. */
export async function knownOwnSet(database: ProjectDatabase, article: ArticleId, annotator: AnnotatorId): Promise<AnnotationSet | null> {
  const known = database.knownOwnSets.get(article);
  const set = known === undefined ? await readOwnSet(database, article, annotator) : known;
  database.knownOwnSets.keep(article, set);
  return set;
}

/** Latest first; `entities`: all of them. One that was merged since is the other now. */
export const recentAmong = async (database: ProjectDatabase, entities: readonly Entity[]): Promise<readonly EntityId[]> =>
  standing(database.known.ledger?.recent ?? (await readMeta(database, 'recent')) ?? [], entities);

/** Each once; one that was merged since is the other now. */
function standing(recent: readonly EntityId[], entities: readonly Entity[]): readonly EntityId[] {
  if (recent.length === 0) return recent;
  const find = entityFinder(entities);
  return [...new Set(recent.flatMap((id) => find(id)?.id ?? []))];
}

export const readTotals = async (database: ProjectDatabase): Promise<StatusTotals> => (await readMeta(database, 'totals')) ?? noTotals;

export async function readArticle(database: ProjectDatabase, id: ArticleId): Promise<Article | undefined> {
  const row = await database.articles.get(id);
  const text = row && (database.knownTexts.get(id) ?? (await database.texts.get(id)));
  if (!row || !text) return undefined;
  database.knownTexts.keep(id, text);
  return articleFrom(row, text);
}

/** These Articles and all that stand in a group with one of them. Groups have no index: they are looked for where there are any, and that is rare. */
export async function readWithGroups(database: ProjectDatabase, ids: readonly ArticleId[]): Promise<readonly Article[]> {
  const read = async (wanted: readonly ArticleId[]): Promise<readonly Article[]> =>
    (await Promise.all(wanted.map((id) => readArticle(database, id)))).filter((one) => one !== undefined);
  const named = await read(ids);
  const groups = new Set(named.flatMap(({ group }) => group ?? []));
  if (groups.size === 0) return named;
  const mates = await database.texts.filter(({ group }) => group !== null && groups.has(group)).primaryKeys();
  return [...named, ...(await read(mates.filter((id) => !ids.includes(id))))];
}

/** These Articles, everybody's sets on them, and what was said of the work. */
export async function readWorks(
  database: ProjectDatabase, ids: readonly ArticleId[],
): Promise<{ readonly articles: readonly Article[]; readonly sets: readonly AnnotationSet[]; readonly events: readonly ReviewEvent[] }> {
  const [rows, setRows, events] = await Promise.all([
    getAll(database.articles, ids),
    database.sets.where('article').anyOf(ids).toArray(),
    database.events.where('article').anyOf(ids).toArray(),
  ]);
  return { articles: await articlesOf(database, rows), sets: await setsFrom(database, setRows), events };
}

export async function readOwnSet(database: ProjectDatabase, article: ArticleId, annotator: AnnotatorId): Promise<AnnotationSet | null> {
  const row = await database.sets.where('[article+annotator+role]').equals(ownKey(article, annotator)).first();
  return row ? ((await setsFrom(database, [row]))[0] ?? null) : null;
}

export async function readOtherSets(
  database: ProjectDatabase,
  article: ArticleId,
  annotator: AnnotatorId,
): Promise<readonly AnnotationSet[]> {
  const rows = await database.sets.where('article').equals(article).toArray();
  return setsFrom(database, rows.filter((set) => !isOwn(set, annotator)));
}

/** Of a person's own work, without what it holds. */
export const readOwnHeads = async (database: ProjectDatabase, articles: readonly ArticleId[], annotator: AnnotatorId): Promise<readonly SetHead[]> =>
  (await database.sets.where('article').anyOf([...articles]).toArray()).filter((set) => isOwn(set, annotator));

export const readAnnotators = (database: ProjectDatabase): Promise<readonly Annotator[]> => database.annotators.toArray();

/**
 * By id. Of an Article also who took up which name, without which nobody knows whose work was given out to that name, the entries of the guideline, closed rounds
 * and reasons that were added, which hold for every Article.
 */
export async function readEvents(database: ProjectDatabase, article: ArticleId | null): Promise<readonly ReviewEvent[]> {
  if (article === null) return database.events.toArray();
  const [said, ofTheWhole] = await Promise.all([
    database.events.where('article').equals(article).toArray(), database.events.where('kind').anyOf('taken-up', 'ruled', 'round-closed', 'reason-added').toArray(),
  ]);
  return [...said, ...ofTheWhole.filter((event) => event.article !== article)].sort((a, b) => (a.id < b.id ? -1 : 1));
}

/**
 * What was done on an Article, in the order of the Log: its own steps, and what others brought of it. There is no index by Article: every
 * Entry is looked at, so this is for when somebody asks.
 */
export async function readLogOf(database: ProjectDatabase, article: ArticleId): Promise<readonly Entry[]> {
  const sets = new Set(await database.sets.where('article').equals(article).primaryKeys());
  const found: Entry[] = [];
  const isAbout = (record: DataRecord): boolean => (record.kind === 'annotation' || record.kind === 'relation') && sets.has(record.set);
  await eachPage(
    database.entries,
    (rows) => {
      for (const { entry } of rows)
        if (entry.scope === article || (entry.scope === null && [...entry.change.added, ...entry.change.updated.map(([, after]) => after), ...entry.change.removed].some(isAbout))) found.push(entry);
    },
    entriesPerStep,
  );
  return found;
}

/** Milliseconds that somebody was at work on each Article (`activeTime`), from the Log end to end. */
export async function readActiveTime(database: ProjectDatabase, annotator: AnnotatorId): Promise<ReadonlyMap<ArticleId, number>> {
  const time = activeTime(annotator);
  await eachPage(database.entries, (rows) => rows.forEach(({ entry }) => time.add(entry)), entriesPerStep);
  return time.byArticle();
}

/** Of all decisions (`tracing`), from the Log end to end. */
export async function readTraces(database: ProjectDatabase): Promise<Traces> {
  const traced = tracing();
  await eachPage(database.entries, (rows) => rows.forEach((row) => traced.add(entryNow(row))), entriesPerStep);
  return traced.found;
}

export const readSetsOn = async (database: ProjectDatabase, article: ArticleId): Promise<readonly AnnotationSet[]> =>
  setsFrom(database, await database.sets.where('article').equals(article).toArray());

export const readEntities = (database: ProjectDatabase): Promise<readonly Entity[]> => database.entities.toArray();

/** The Entity's own id and those of all that were merged into it: what sets may name it by. */
const namesOf = (entities: readonly Entity[], wanted: readonly EntityId[]): readonly EntityId[] => [
  ...wanted,
  ...entities.flatMap(({ id, mergedInto }) => (mergedInto !== undefined && wanted.includes(mergedInto) ? id : [])),
];

/** Sets that name one of the Entities, by index. */
export async function readSetsNaming(database: ProjectDatabase, entities: readonly EntityId[]): Promise<readonly AnnotationSet[]> {
  const names = namesOf(await readEntities(database), entities);
  return setsFrom(database, await database.sets.where('entities').anyOf(names).distinct().toArray());
}

export const readSetsWith = async (database: ProjectDatabase, label: LabelId, offset: number, limit: number): Promise<readonly AnnotationSet[]> =>
  setsFrom(database, await database.sets.where('labels').equals(label).offset(offset).limit(limit).toArray());

/** Latest first; one that was merged since is the other now. */
export const readRecentEntities = async (database: ProjectDatabase): Promise<readonly EntityId[]> =>
  standing((await readMeta(database, 'recent')) ?? [], await readEntities(database));

export async function readNextSteps(database: ProjectDatabase, scope: ArticleId | null): Promise<NextSteps> {
  const history = await database.histories.get(historyScope(scope));
  const nameOf = async (sequence: number | undefined): Promise<string | null> => {
    const row = sequence === undefined ? undefined : await database.entries.get(sequence);
    return row?.entry.action.kind === 'do' ? row.entry.action.command : null;
  };
  return { undo: await nameOf(history?.undo.at(-1)), redo: await nameOf(history?.redo.at(-1)) };
}

/** Below it, else from the top of the library down to it. Look-ups by index, one for each status that is not done. */
export async function readNextToDo(database: ProjectDatabase, after: ArticleId): Promise<ArticleId | null> {
  const from = await database.articles.get(after);
  if (!from) return null;
  const firstBetween = async (bottom: readonly [string, string], top: readonly [string, string]): Promise<ArticleId | undefined> => {
    const found = await Promise.all(
      (['todo', 'in-progress', 'needs-review'] as const).map((status) =>
        database.articles
          .where('[status+added+id]')
          .between([status, ...bottom], [status, ...top], false, false)
          .last(),
      ),
    );
    return found.filter((row) => row !== undefined).sort(inLibraryOrder)[0]?.id;
  };
  const here = [from.added, from.id] as const;
  return (await firstBetween(['', ''], here)) ?? (await firstBetween(here, ['\uffff', ''])) ?? null;
}

/** Look-ups by index; how many there are is kept. The newest comes first, so the previous one is the newer one. */
export async function readNeighbours(database: ProjectDatabase, article: ArticleId): Promise<Neighbours> {
  // When an Article came never changes, its row does with each label: a live query is spared that once it is known.
  const here = database.knownArticles.get(article) ?? (await database.articles.get(article));
  const count = Object.values(await readTotals(database)).reduce((sum, one) => sum + one, 0);
  if (!here) return { previous: null, next: null, place: 0, count };
  const key = [here.added, here.id];
  const [newer, older, before] = await Promise.all([
    database.articles.where('[added+id]').above(key).first(),
    database.articles.where('[added+id]').below(key).last(),
    database.articles.where('[added+id]').above(key).count(),
  ]);
  return { previous: newer?.id ?? null, next: older?.id ?? null, place: before + 1, count };
}

const inLibraryOrder = (a: ArticleRow, b: ArticleRow): number => compareText(b.added, a.added) || compareText(b.id, a.id);
const compareText = (a: string, b: string): number => (a < b ? -1 : a > b ? 1 : 0);

/** Everything, as it is at one moment. */
export function readDataset(database: ProjectDatabase): Promise<Dataset> {
  const { articles: rows, texts, sets, pages, annotators, entities, events, meta } = database;
  return database.transaction('r', [rows, texts, sets, pages, annotators, entities, events, meta], async () => {
    const articles: Article[] = [];
    const allSets: AnnotationSet[] = [];
    await eachPage(rows, async (page) => void articles.push(...(await articlesOf(database, page))));
    await eachPage(sets, async (page) => void allSets.push(...(await setsFrom(database, page))));
    return normalised({
      schema: await readSchema(database),
      articles,
      annotators: await annotators.toArray(),
      entities: await entities.toArray(),
      sets: allSets,
      events: await events.toArray(),
    });
  });
}

/**
 * The part of the project that a Dataset could meet when it is joined in: Articles of its ids or texts, or that stand for them, with all their
 * sets, sets of its ids, and all Annotators and Entities, which are few and small. `mayBeThere`: false for Articles that are known to be new
 * by id and text.
 */
export async function readConcerned(
  database: ProjectDatabase, incoming: Dataset, mayBeThere: (article: Article) => boolean = () => true,
): Promise<Dataset> {
  const asked = incoming.articles.filter(mayBeThere);
  const prints = asked.map(({ fingerprint }) => fingerprint);
  const byText = asked.length === 0 ? [] : await database.articles.where('fingerprint').anyOf(prints).or('leftOut').anyOf(prints).toArray();
  const byId = await getAll(database.articles, asked.map(({ id }) => id));
  const rows = new Map([...byText, ...byId].map((row) => [row.id, row]));
  const setsOnThem = rows.size === 0 ? [] : await database.sets.where('article').anyOf([...rows.keys()]).toArray();
  const setsById = await getAll(database.sets, incoming.sets.map(({ id }) => id));
  // Bare texts meet nobody.
  const isBare = incoming.sets.length === 0 && incoming.annotators.length === 0 && incoming.entities.length === 0;
  return normalised({
    schema: await readSchema(database),
    articles: await articlesOf(database, [...rows.values()]),
    annotators: isBare ? [] : await readAnnotators(database),
    entities: isBare ? [] : await readEntities(database),
    sets: await setsFrom(database, [...new Map([...setsOnThem, ...setsById].map((row) => [row.id, row])).values()]),
  });
}

export async function readSearchables(database: ProjectDatabase, ids: readonly ArticleId[]): Promise<readonly Searchable[]> {
  return (await readArticles(database, ids)).map(({ id, title, text }) => ({ id, title, text }));
}

export const readArticles = async (database: ProjectDatabase, ids: readonly ArticleId[]): Promise<readonly Article[]> =>
  articlesOf(database, await getAll(database.articles, ids));

async function articlesOf(database: ProjectDatabase, rows: readonly ArticleRow[]): Promise<readonly Article[]> {
  const texts = await database.texts.bulkGet(rows.map(({ id }) => id));
  return rows.map((row, index) => {
    const text = texts[index];
    if (!text) throw new Error(`article ${row.id} has a row and no text`);
    return articleFrom(row, text);
  });
}
