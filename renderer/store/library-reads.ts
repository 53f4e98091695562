import { articleAgreement } from '../../shared/agreement/article-agreement.ts';
import { meetsFurther } from '../../shared/dataset/further.ts';
import { type AnnotationSet, setStatuses } from '../../shared/model/annotation-set.ts';
import { type AnnotatorId, type ArticleId } from '../../shared/model/id.ts';
import { seenEvents, seenSummary, type Viewer } from '../../shared/review/blind.ts';
import { threadsIn } from '../../shared/review/discussion.ts';
import { sortKey } from '../../shared/text/sort-key.ts';
import { type Writer } from './apply-change.ts';
import { eachPage, getAll, type ProjectDatabase, readMeta } from './database.ts';
import { type ArticleFilter, type ArticleOrder, type ArticleRow, type IndexedOrder, isIndexed, type Known, unmeasured } from './project-store.ts';
import { readOwnHeads } from './reads.ts';
import { setsFrom } from './set-rows.ts';
import { readWholeViewer } from './sight.ts';

type Key = string | number | readonly (string | number)[];

/** What rows are put in order by. */
interface Sorting {
  readonly key: (row: ArticleRow) => Key;
  /** The key of rows of which it is not known: they come last, whichever way the others stand. */
  readonly unknown?: Key;
}

/** How an index gives an order. */
interface Index extends Sorting {
  readonly name: string;
  /** Rises where the order falls: «to do» is the first state and has the last name. */
  readonly isReversed?: boolean;
}

const indexes: Readonly<Record<IndexedOrder, Index>> = {
  added: { name: '[added+id]', key: ({ added, id }) => [added, id] },
  title: { name: 'titleKey', key: ({ titleKey }) => titleKey },
  source: { name: '[publisherKey+publisher]', key: ({ publisherKey, publisher }) => [publisherKey, publisher], unknown: ['', ''] },
  published: { name: 'published', key: ({ published }) => published, unknown: '' },
  state: { name: '[status+added+id]', key: ({ status, added, id }) => [status, added, id], isReversed: true },
  annotations: { name: 'annotations', key: ({ annotations }) => annotations },
};

const falls = ({ descending }: ArticleOrder, { isReversed = false }: Index): boolean => descending !== isReversed;

/** Rows of the whole project in an order, so many from a place on: read by index, none beside them. */
export async function readOrdered(database: ProjectDatabase, me: AnnotatorId, order: ArticleOrder, offset: number, limit: number): Promise<readonly ArticleRow[]> {
  if (!isIndexed(order.by)) {
    const ids = await readMatching(database, me, {}, order);
    return readRowsOf(database, ids.slice(offset, offset + limit));
  }
  const index = indexes[order.by];
  const isFalling = falls(order, index);
  const part = (from: number, count: number): Promise<readonly ArticleRow[]> => {
    const all = database.articles.orderBy(index.name);
    return count <= 0 ? Promise.resolve([]) : (isFalling ? all.reverse() : all).offset(from).limit(count).toArray();
  };
  if (isFalling || index.unknown === undefined) return part(offset, limit);
  const unknown = await database.articles.where(index.name).equals(index.unknown as string).count();
  const known = (await database.articles.count()) - unknown;
  const fromKnown = Math.max(0, Math.min(limit, known - offset));
  const fromUnknown = Math.max(0, offset - known);
  const parts = await Promise.all([part(offset + unknown, fromKnown), part(fromUnknown, Math.min(limit - fromKnown, unknown - fromUnknown))]);
  return parts.flat();
}

/** Where an Article stands in the whole project, from 0; `null` when it is not there. Counted by index, where the order has one. */
export async function readPlace(database: ProjectDatabase, me: AnnotatorId, id: ArticleId, order: ArticleOrder): Promise<number | null> {
  const row = await database.articles.get(id);
  if (!row) return null;
  if (!isIndexed(order.by)) return (await readMatching(database, me, {}, order)).indexOf(id);
  const index = indexes[order.by];
  const key = index.key(row);
  const isFalling = falls(order, index);
  const where = () => database.articles.where(index.name);
  const equal = await where().equals(key as string).primaryKeys();
  const among = isFalling ? equal.length - 1 - equal.indexOf(id) : equal.indexOf(id);
  const before = await (isFalling ? where().above(key as string) : where().below(key as string)).count();
  if (isFalling || index.unknown === undefined) return before + among;
  const unknown = await where().equals(index.unknown as string).count();
  return String(index.unknown) === String(key) ? (await database.articles.count()) - unknown + among : before - unknown + among;
}

/** Rows that are read at a time while all are looked through. */
const rowsPerLook = 2000;

/**
 * Ids of the Articles that meet it, in order. Every row is looked at, a page at a time, and of those that meet it only what they are put in
 * order by is kept; one state alone, newest first, has an index.
 */
export async function readMatching(database: ProjectDatabase, me: AnnotatorId, filter: ArticleFilter, order: ArticleOrder): Promise<readonly ArticleId[]> {
  const { states = null, published = null, publishers = null, articles = null, further } = filter;
  const [state, ...others] = states ?? [];
  if (state && others.length === 0 && published === null && publishers === null && articles === null && !further && order.by === 'added') {
    const ids = await database.articles.where('[status+added+id]').between([state, ''], [state, '\uffff']).primaryKeys();
    return order.descending ? ids.reverse() : ids;
  }
  const { key: keyOf, unknown } = await sortingBy(database, order.by);
  // Nobody is led by what they may not see: neither an order nor a filter tells how others marked an Article that is done blind.
  const viewer = !isIndexed(order.by) || further ? await readWholeViewer(database, me) : { me, blind: new Map() };
  const meets = rowFilter(filter, further?.discussed === undefined ? new Set() : await readDiscussed(database, viewer));
  const found: { readonly key: Key; readonly added: string; readonly id: ArticleId }[] = [];
  const look = (rows: readonly ArticleRow[]): void => {
    for (const row of rows.map((one) => seenSummary(viewer, one)))
      if (meets(row)) found.push({ key: keyOf(row), added: row.added, id: row.id });
  };
  if (articles) look(await getAll(database.articles, articles));
  else await eachPage(database.articles, look, rowsPerLook);
  const isUnknown = (key: Key): number => (unknown !== undefined && String(key) === String(unknown) ? 1 : 0);
  const way = order.descending ? -1 : 1;
  found.sort((a, b) =>
    isUnknown(a.key) - isUnknown(b.key) || way * compareKeys(a.key, b.key) || compareKeys(b.added, a.added) || compareKeys(b.id, a.id));
  return found.map(({ id }) => id);
}

async function sortingBy(database: ProjectDatabase, by: ArticleOrder['by']): Promise<Sorting> {
  switch (by) {
    case 'agreement':
      return { key: ({ agreement }) => agreement ?? unmeasured, unknown: unmeasured };
    case 'state':
      return { key: ({ status }) => setStatuses.indexOf(status) };
    case 'flagged':
      return { key: ({ flagged }) => flagged };
    case 'annotator': {
      const names = new Map((await database.annotators.toArray()).map(({ id, name }) => [id, sortKey(name)]));
      return { key: ({ annotators }) => annotators.map((id) => names.get(id) ?? id).toSorted().join(betweenNames), unknown: '' };
    }
    default:
      return indexes[by];
  }
}

/** Before every letter: whoever works alone comes before the same person with another. */
const betweenNames = '\u0001';

function compareKeys(a: Key, b: Key): number {
  if (typeof a === 'object' && typeof b === 'object') {
    const place = a.findIndex((part, index) => part !== b[index]);
    return place < 0 ? 0 : compareKeys(a[place] as string, b[place] as string);
  }
  return a < b ? -1 : a > b ? 1 : 0;
}

/** Articles with an open thread, as far as whoever looks may hear it: few things are said, and they have an index by what they are. */
async function readDiscussed(database: ProjectDatabase, viewer: Viewer): Promise<ReadonlySet<ArticleId>> {
  const said = await database.events.where('kind').anyOf('commented', 'resolved').toArray();
  const own = await readOwnHeads(database, [...viewer.blind.keys()], viewer.me);
  const open = threadsIn(seenEvents(viewer, said, new Set(own.map(({ id }) => id)))).filter(({ isResolved }) => !isResolved);
  return new Set(open.flatMap(({ first }) => first.article ?? []));
}

/** @param discussed Articles with an open thread */
export function rowFilter({ states = null, published = null, publishers = null, articles = null, further }: ArticleFilter, discussed: ReadonlySet<ArticleId> = new Set()): (row: ArticleRow) => boolean {
  const ids = articles && new Set(articles);
  const day = ({ published: date }: ArticleRow): string => date.slice(0, 10);
  return (row) =>
    (states === null || states.includes(row.status)) &&
    (ids?.has(row.id) ?? true) &&
    (publishers === null || (row.publisher !== '' && publishers.includes(row.publisher))) &&
    (published === null ||
      (row.published !== '' && (published.from === null || day(row) >= published.from) && (published.to === null || day(row) <= published.to))) &&
    (!further || meetsFurther(further, { ...row, discussed: discussed.has(row.id), agreement: () => (row.agreement === undefined || row.agreement === unmeasured ? null : row.agreement) }));
}

/** In the order of the ids; those that are gone are left out. */
export const readRowsOf = (database: ProjectDatabase, ids: readonly ArticleId[]): Promise<readonly ArticleRow[]> => getAll(database.articles, ids);

/** What filters offer. */
export async function readKnown(database: ProjectDatabase): Promise<Known> {
  const unique = (index: string): Promise<readonly unknown[]> => database.articles.orderBy(index).uniqueKeys();
  const [publishers, tags] = await Promise.all([unique('[publisherKey+publisher]'), unique('tags')]);
  return { publishers: publishers.map((key) => (key as readonly string[])[1] ?? '').filter((one) => one !== ''), tags: tags.map(String) };
}

/** Articles that are measured at a time. */
const measuredAtOnce = 50;

/**
 * Asks how far people agree on some of the Articles of which that is not known yet; how many there were. It is no Change: it is made of
 * records and goes when one of them does. Nothing is written by whoever has lost the right to.
 */
export async function measureAgreements(database: ProjectDatabase, { token }: Writer): Promise<number> {
  const rows = await database.articles.where('agreement').equals(unmeasured).limit(measuredAtOnce).toArray();
  if (rows.length === 0) return 0;
  const sets = await setsFrom(database, await database.sets.where('article').anyOf(rows.map(({ id }) => id)).toArray());
  const setsOf = new Map<ArticleId, AnnotationSet[]>();
  for (const set of sets) setsOf.set(set.article, [...(setsOf.get(set.article) ?? []), set]);
  const measured = new Map(rows.map((row) => [row.id, { updated: row.updated, agreement: articleAgreement(setsOf.get(row.id) ?? []) }]));
  const isMine = await database.transaction('rw', [database.articles, database.meta], async () => {
    if ((await readMeta(database, 'opened'))?.token !== token) return false;
    const now = await getAll(database.articles, measured.keys());
    // Whoever labelled meanwhile has made it unknown again.
    const same = now.filter(({ id, updated }) => measured.get(id)?.updated === updated);
    await database.articles.bulkPut(same.map((row) => withAgreement(row, measured.get(row.id)?.agreement ?? null)));
    return true;
  });
  for (const { id } of rows) database.knownArticleRows.forget(id);
  return isMine ? rows.length : 0;
}

function withAgreement(row: ArticleRow, agreement: number | null): ArticleRow {
  const { agreement: _, ...bare } = row;
  return agreement === null ? bare : { ...bare, agreement };
}
