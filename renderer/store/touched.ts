import { type Change, type DataRecord, explode, type RecordMap } from '../../shared/model/change.ts';
import { type AnnotationSet } from '../../shared/model/annotation-set.ts';
import { type AnnotatorId, type ArticleId, type EntityId, type SetId } from '../../shared/model/id.ts';
import { articleFrom, getAll, type ProjectDatabase, readMeta, setFrom } from './database.ts';
import { type ArticleRow } from './project-store.ts';

/** What Changes speak of, by id. */
interface TouchedIds {
  readonly schema: boolean;
  readonly articles: ReadonlySet<ArticleId>;
  readonly annotators: ReadonlySet<AnnotatorId>;
  readonly entities: ReadonlySet<EntityId>;
  readonly sets: ReadonlySet<SetId>;
}

/** The part of the database that Changes speak of, as it is before them. */
export interface Touched {
  readonly ids: TouchedIds;
  readonly records: RecordMap;
  readonly sets: readonly AnnotationSet[];
  /** Rows of all Articles that are touched themselves or through a set. */
  readonly rows: ReadonlyMap<ArticleId, ArticleRow>;
  /** The Article of every touched set, those to be added included. */
  readonly articleOf: ReadonlyMap<SetId, ArticleId>;
}

export const recordsIn = ({ removed, updated, added }: Change): readonly DataRecord[] => [...removed, ...updated.flat(), ...added];

function idsIn(records: readonly DataRecord[]): TouchedIds {
  const articles = new Set<ArticleId>();
  const annotators = new Set<AnnotatorId>();
  const entities = new Set<EntityId>();
  const sets = new Set<SetId>();
  for (const record of records) {
    if (record.kind === 'article') articles.add(record.value.id);
    else if (record.kind === 'annotator') annotators.add(record.value.id);
    else if (record.kind === 'entity') entities.add(record.value.id);
    else if (record.kind === 'set') sets.add(record.value.id);
    else if (record.kind !== 'schema') sets.add(record.set);
  }
  return { schema: records.some(({ kind }) => kind === 'schema'), articles, annotators, entities, sets };
}

/** Loads what these Changes touch, whole sets at a time: one row each, so that the cost is the article's, not the project's. */
export async function loadTouched(database: ProjectDatabase, changes: readonly Change[]): Promise<Touched> {
  const records = changes.flatMap(recordsIn);
  const ids = idsIn(records);
  const [schema, texts, annotators, entities, setRows] = await Promise.all([
    readMeta(database, 'schema'),
    getAll(database.texts, ids.articles),
    getAll(database.annotators, ids.annotators),
    getAll(database.entities, ids.entities),
    getAll(database.sets, ids.sets),
  ]);
  const sets = setRows.map(setFrom);
  const articleOf = new Map<SetId, ArticleId>(sets.map((set) => [set.id, set.article]));
  for (const record of records) if (record.kind === 'set') articleOf.set(record.value.id, record.value.article);
  const rows = new Map((await getAll(database.articles, new Set([...ids.articles, ...articleOf.values()]))).map((row) => [row.id, row]));
  const articles = texts.map((text) => {
    const row = rows.get(text.id);
    if (!row) throw new Error(`article ${text.id} has a text and no row`);
    return articleFrom(row, text);
  });
  // Before the first Entry there is no Schema, and nothing else either.
  const before: RecordMap = schema ? explode({ schema, articles, annotators, entities, sets }) : new Map();
  return { ids, records: before, sets, rows, articleOf };
}
