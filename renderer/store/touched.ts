import { type Annotation, compareAnnotations } from '../../shared/model/annotation.ts';
import { type AnnotationSet, type SetHead } from '../../shared/model/annotation-set.ts';
import { type Change, type DataRecord, explode, implode, type RecordMap } from '../../shared/model/change.ts';
import { type Dataset, emptyDataset } from '../../shared/model/dataset.ts';
import { type AnnotatorId, type ArticleId, type EntityId, type EventId, type SetId } from '../../shared/model/id.ts';
import { foundIn, replaced } from '../../shared/model/in-order.ts';
import { compareRelations, type Relation } from '../../shared/model/relation.ts';
import { articleFrom, getAll, type ProjectDatabase } from './database.ts';
import { knownSchema } from './reads.ts';
import { type ArticleRow } from './project-store.ts';
import { knownSet, type SetRow, setsFrom } from './set-rows.ts';

/** What Changes speak of, by id. */
interface TouchedIds {
  readonly schema: boolean;
  readonly articles: ReadonlySet<ArticleId>;
  readonly annotators: ReadonlySet<AnnotatorId>;
  readonly entities: ReadonlySet<EntityId>;
  readonly events: ReadonlySet<EventId>;
  /** With the ids of their Annotations and Relations that Changes speak of. */
  readonly sets: ReadonlyMap<SetId, ReadonlySet<string>>;
}

/** The part of the database that Changes speak of, as it is before them. */
export interface Touched {
  readonly ids: TouchedIds;
  /** Articles that are added and nothing else is said of them: they are not looked for, since the database refuses to add one that is there. */
  readonly fresh: ReadonlySet<ArticleId>;
  /** The records themselves; of a set no others, so that the cost is the Change's, not the set's. */
  readonly records: RecordMap;
  /** Whole. */
  readonly sets: readonly AnnotationSet[];
  /** Of each of them no more than Changes speak of. */
  readonly parts: readonly AnnotationSet[];
  /** The same as they are stored. */
  readonly setRows: readonly SetRow[];
  /** Rows of all Articles that are touched themselves or through a set. */
  readonly rows: ReadonlyMap<ArticleId, ArticleRow>;
  /** The Article of every touched set, those to be added included. */
  readonly articleOf: ReadonlyMap<SetId, ArticleId>;
}

export const recordsIn = ({ removed, updated, added }: Change): readonly DataRecord[] => [...removed, ...updated.flat(), ...added];

export function idsIn(records: readonly DataRecord[]): TouchedIds {
  const articles = new Set<ArticleId>();
  const annotators = new Set<AnnotatorId>();
  const entities = new Set<EntityId>();
  const events = new Set<EventId>();
  const sets = new Map<SetId, Set<string>>();
  const inSet = (id: SetId): Set<string> => {
    const known = sets.get(id) ?? new Set();
    sets.set(id, known);
    return known;
  };
  for (const record of records) {
    if (record.kind === 'article') articles.add(record.value.id);
    else if (record.kind === 'annotator') annotators.add(record.value.id);
    else if (record.kind === 'entity') entities.add(record.value.id);
    else if (record.kind === 'event') events.add(record.value.id);
    else if (record.kind === 'set') inSet(record.value.id);
    else if (record.kind !== 'schema') inSet(record.set).add(record.value.id);
  }
  return { schema: records.some(({ kind }) => kind === 'schema'), articles, annotators, entities, events, sets };
}

/** What Changes touch, without asking the database: where they alter nothing but the contents of sets that were written last. Else `null`. */
export function touchedAtHand(database: ProjectDatabase, changes: readonly Change[]): Touched | null {
  const spoken = changes.flatMap(recordsIn);
  const ids = idsIn(spoken);
  const { schema } = database.known;
  if (!schema || ids.schema || [ids.articles, ids.annotators, ids.entities, ids.events].some(({ size }) => size > 0)) return null;
  const setRows = [...ids.sets.keys()].flatMap((id) => database.knownSetRows.get(id) ?? []);
  const sets = setRows.flatMap((row) => knownSet(database, row) ?? []);
  const heads = headsIn(sets, spoken);
  const articles = new Set(heads.map(({ article }) => article));
  const rows = new Map([...articles].flatMap((id) => database.knownArticleRows.get(id) ?? []).map((row) => [row.id, row]));
  if (sets.length < ids.sets.size || rows.size < articles.size) return null;
  const parts = sets.map((set) => spokenOf(set, ids));
  const records = explode({ ...emptyDataset(schema), sets: parts });
  return { ids, fresh: new Set(), records, sets, parts, setRows, rows, articleOf: articlesOfSets(heads) };
}

/** The sets as they are and as Changes say that they were or will be: one that is taken away and made again may lie elsewhere then. */
const headsIn = (sets: readonly AnnotationSet[], records: readonly DataRecord[]): readonly SetHead[] =>
  [...sets, ...records.flatMap((record) => (record.kind === 'set' ? record.value : []))];

const articlesOfSets = (heads: readonly SetHead[]): ReadonlyMap<SetId, ArticleId> => new Map(heads.map((set) => [set.id, set.article]));

/**
 * Loads what these Changes touch, whole sets at a time: the cost is at most the article's, never the project's. `likely`: Articles whose
 * rows will probably be needed; they are asked for together with the rest, and so are mostly there when it turns out.
 */
export async function loadTouched(database: ProjectDatabase, changes: readonly Change[], likely: readonly ArticleId[] = []): Promise<Touched> {
  const records = changes.flatMap(recordsIn);
  const ids = idsIn(records);
  const fresh = freshArticles(changes);
  const known = [...ids.articles].filter((id) => !fresh.has(id));
  const [schema, early, texts, annotators, entities, events, setRows] = await Promise.all([
    knownSchema(database),
    getAll(database.articles, new Set(likely)),
    getAll(database.texts, known),
    getAll(database.annotators, ids.annotators),
    getAll(database.entities, ids.entities),
    getAll(database.events, ids.events),
    getAll(database.sets, ids.sets.keys()),
  ]);
  const sets = await setsFrom(database, setRows);
  const heads = headsIn(sets, records);
  const concerned = new Set([...ids.articles, ...heads.map(({ article }) => article)]);
  const late = await getAll(database.articles, [...concerned].filter((id) => !fresh.has(id) && !early.some((row) => row.id === id)));
  const rows = new Map([...early, ...late].filter(({ id }) => concerned.has(id)).map((row) => [row.id, row]));
  const articles = texts.map((text) => {
    const row = rows.get(text.id);
    if (!row) throw new Error(`article ${text.id} has a text and no row`);
    return articleFrom(row, text);
  });
  const parts = sets.map((set) => spokenOf(set, ids));
  // Before the first Entry there is no Schema, and nothing else either.
  const before: RecordMap = schema ? explode({ schema, articles, annotators, entities, events, sets: parts }) : new Map();
  return { ids, fresh, records: before, sets, parts, setRows, rows, articleOf: articlesOfSets(heads) };
}

/** Articles that these Changes add and speak of in no other way. */
function freshArticles(changes: readonly Change[]): ReadonlySet<ArticleId> {
  const added = changes.flatMap((change) => change.added);
  const fresh = new Set(articlesOf(added));
  const mentions = [...articlesOf(added), ...changes.flatMap(({ removed, updated }) => articlesOf([...removed, ...updated.flat()]))];
  if (mentions.length > fresh.size) {
    const once = new Set<ArticleId>();
    for (const id of mentions) if (once.has(id)) fresh.delete(id);
      else once.add(id);
  }
  return fresh;
}

const articlesOf = (records: readonly DataRecord[]): readonly ArticleId[] => records.flatMap((record) => (record.kind === 'article' ? record.value.id : []));

/** The part of a set that Changes speak of. */
export function spokenOf(set: AnnotationSet, { sets }: Pick<TouchedIds, 'sets'>): AnnotationSet {
  const ids = sets.get(set.id) ?? new Set();
  return { ...set, annotations: set.annotations.filter(({ id }) => ids.has(id)), relations: set.relations.filter(({ id }) => ids.has(id)) };
}

/**
 * The part of a set that a Change removes or updates, found by where it lies: few of ten thousand are looked at. Whether something is there
 * already that the Change adds is not looked for.
 */
export function expectedOf(set: AnnotationSet, { removed, updated }: Change): AnnotationSet {
  const spoken = [...removed, ...updated.map(([before]) => before)];
  const annotations = spoken.flatMap((record) => (record.kind === 'annotation' ? [record.value] : []));
  const relations = spoken.flatMap((record) => (record.kind === 'relation' ? [record.value] : []));
  return {
    ...set,
    annotations: foundIn<Annotation>(set.annotations, annotations, compareAnnotations),
    relations: foundIn<Relation>(set.relations, relations, compareRelations),
  };
}

/**
 * What the records have become, as a Dataset whose sets are whole again.
 * @throws as `implode` does, and if a set went whose contents did not.
 */
export function afterChanges({ ids, sets, parts }: Pick<Touched, 'ids' | 'sets' | 'parts'>, records: RecordMap): Dataset {
  const after = implode(records);
  const before = new Map(sets.map((set) => [set.id, set]));
  const partOf = new Map(parts.map((part) => [part.id, part]));
  const present = new Set(after.sets.map(({ id }) => id));
  for (const { id, annotations, relations } of sets) {
    const left = present.has(id) ? undefined : [...annotations, ...relations].find((one) => !ids.sets.get(id)?.has(one.id));
    if (left) throw new Error(`${left.id} lies in set ${id}, which is not there`);
  }
  return {
    ...after,
    sets: after.sets.map((now) => {
      const [set, part] = [before.get(now.id), partOf.get(now.id)];
      if (!set) return now;
      if (!part) throw new Error(`of set ${now.id} it is not known what Changes speak of`);
      return {
        ...now,
        annotations: replaced<Annotation>(set.annotations, part.annotations, now.annotations, compareAnnotations),
        relations: replaced<Relation>(set.relations, part.relations, now.relations, compareRelations),
      };
    }),
  };
}
