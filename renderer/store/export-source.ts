import { slicer, type Slicer } from '../../shared/codecs/slices.ts';
import { type ExportSource } from '../../shared/dataset/export-source.ts';
import { type AnnotationSet } from '../../shared/model/annotation-set.ts';
import { type Dataset } from '../../shared/model/dataset.ts';
import { type AnnotatorId, type ArticleId } from '../../shared/model/id.ts';
import { type ReviewEvent } from '../../shared/model/review-event.ts';
import { seenEvents, seenSets, type Viewer } from '../../shared/review/blind.ts';
import { articleFrom, getAll, isOwn, type ProjectDatabase, readMeta } from './database.ts';
import { type ArticleRow } from './project-store.ts';
import { readAnnotators, readEntities, readSchema, readTraces } from './reads.ts';
import { setsFrom } from './set-rows.ts';
import { readWholeViewer } from './sight.ts';

/** Articles that are read at a time: with their texts and sets they fit in memory many times over. */
const articlesPerPage = 200;

/**
 * What is stored, page by page, for an export of any size. Reading takes no lock, so that annotating goes on; whoever exports compares
 * `snapshot` when all is read, and begins again where it is another one.
 */
export async function readExportSource(database: ProjectDatabase, me: AnnotatorId, stem: string): Promise<ExportSource> {
  const [schema, annotators, entities, head, articles, viewer] = await Promise.all([
    readSchema(database), readAnnotators(database), readEntities(database), readMeta(database, 'head'), database.articles.count(), readWholeViewer(database, me),
  ]);
  const source = { schema, annotators, entities };
  return {
    head: source,
    snapshot: head?.hash ?? '',
    stem,
    articles,
    hidden: viewer.blind.size,
    traces: () => readTraces(database),
    slices: async function* () {
      const cut = slicer(source);
      for (let page = await articlesAfter(database, ''); page.length > 0; page = await articlesAfter(database, page.at(-1)?.id ?? '')) {
        yield* await slicesOf(database, viewer, page, cut);
      }
      const others = cut.rest();
      if (others) yield others;
    },
    texts: async (ids) => {
      const [rows, texts] = await Promise.all([getAll(database.articles, ids), getAll(database.texts, ids)]);
      const titles = new Map(rows.map(({ id, title }) => [id, title]));
      return new Map(texts.map(({ id, text }) => [id, { title: titles.get(id) ?? '', text }]));
    },
  };
}

/** In the order of ids: that of code units, as everywhere. */
const articlesAfter = (database: ProjectDatabase, last: string): Promise<readonly ArticleRow[]> =>
  database.articles.where(':id').above(last as ArticleId).limit(articlesPerPage).toArray();

async function slicesOf(
  database: ProjectDatabase,
  viewer: Viewer,
  rows: readonly ArticleRow[],
  { slice, lacks, learn }: Slicer,
): Promise<readonly Dataset[]> {
  const ids = rows.map(({ id }) => id);
  const [texts, setRows, said] = await Promise.all([
    database.texts.bulkGet(ids),
    database.sets.where('article').anyOf(ids).toArray(),
    database.events.where('article').anyOf(ids).toArray(),
  ]);
  const sets = seenSets(viewer, setRows);
  const own = new Set(sets.filter((row) => isOwn(row, viewer.me)).map(({ id }) => id));
  const eventsOf = new Map<ArticleId, ReviewEvent[]>();
  for (const event of seenEvents(viewer, said, own)) if (event.article !== null) eventsOf.set(event.article, [...(eventsOf.get(event.article) ?? []), event]);
  const setsOf = new Map<ArticleId, AnnotationSet[]>(ids.map((id) => [id, []]));
  const whole = await setsFrom(database, sets);
  // An import that goes on brings people, too.
  if (lacks(whole)) {
    const [annotators, entities] = await Promise.all([readAnnotators(database), readEntities(database)]);
    learn({ annotators, entities });
  }
  for (const set of whole) setsOf.get(set.article)?.push(set);
  return rows.map((row, index) => {
    const text = texts[index];
    if (!text) throw new Error(`article ${row.id} has a row and no text`);
    const events = eventsOf.get(row.id);
    return { ...slice(articleFrom(row, text), setsOf.get(row.id) ?? []), ...(events && { events }) };
  });
}
