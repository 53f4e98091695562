import { useMemo } from 'react';
import { type ArticleId } from '../../../shared/model/id.ts';
import { goldProgress, type GoldProgress } from '../../../shared/review/gold-progress.ts';
import { type Progress, progressOf } from '../../../shared/review/work.ts';
import { useLive } from '../../store/live.ts';
import { type ArticleRow, isIndexed, type ProjectStore } from '../../store/project-store.ts';
import { type RowWindow } from './row-window.ts';
import { isAsking, type Shelf } from './shelf.ts';

/** How far an Article is: who handed in, and how far it is settled; `gold` is `null` before anything was decided. */
export interface ArticleProgress extends Progress {
  readonly gold: GoldProgress | null;
}

/** What stands in the list: everything, read by index, or what meets the filter, of which the ids are known. */
export interface Listing {
  readonly shelf: Shelf;
  readonly count: number;
  readonly rows: (window: RowWindow) => Promise<readonly ArticleRow[]>;
  /** How far the work on each of these is that were given out or handed in. */
  readonly progress: (articles: readonly ArticleId[]) => Promise<ReadonlyMap<ArticleId, ArticleProgress>>;
  readonly placeOf: (article: ArticleId) => Promise<number | null>;
  /** Ids from one place to another, both included, whichever comes first. */
  readonly idsBetween: (one: number, two: number) => Promise<readonly ArticleId[]>;
}

/** `count`: `null` where it is that of the project. */
type Source = Omit<Listing, 'count'> & { readonly count: number | null };

/** `undefined` while it is not known yet; the one before stays until the next is. `all`: articles in the project. */
export function useListing(store: ProjectStore, shelf: Shelf, all: number | undefined): Listing | undefined {
  const found = useLive(async () => {
    const { order, filter } = shelf;
    return { shelf, ids: isAsking(filter) || !isIndexed(order.by) ? await store.matching(filter, order) : null };
  }, [store, shelf]);
  const source = useMemo(() => found && (found.ids ? listed(store, found.shelf, found.ids) : whole(store, found.shelf)), [store, found]);
  // Another count is no other way to read: what reads rows is not begun anew for each article that comes in.
  return useMemo(() => source && all !== undefined ? { ...source, count: source.count ?? all } : undefined, [source, all]);
}

/** Of Articles that others were asked to do: whoever does one alone sees its state. */
async function progressIn(store: ProjectStore, articles: readonly ArticleId[]): Promise<ReadonlyMap<ArticleId, ArticleProgress>> {
  const shared = [...(await store.works(articles))].filter(([, works]) => works.some(({ isAssigned, annotator }) => isAssigned && annotator !== store.annotator));
  return new Map(await Promise.all(shared.map(async ([article, works]) => [article, { ...progressOf(works), gold: await goldIn(store, article) }] as const)));
}

async function goldIn(store: ProjectStore, article: ArticleId): Promise<GoldProgress | null> {
  const events = await store.events(article);
  return events.some(({ kind }) => kind === 'decided' || kind === 'gold-sealed') ? goldProgress(await store.otherSets(article), events) : null;
}

/** Rows that are read for their ids. */
const mostRows = 2000;

const whole = (store: ProjectStore, shelf: Shelf): Source => ({
  shelf,
  count: null,
  rows: ({ from, limit }) => store.rows(from, limit, shelf.order),
  progress: (articles) => progressIn(store, articles),
  placeOf: (article) => store.position(article, shelf.order),
  idsBetween: async (one, two) => {
    const [from, to] = [Math.min(one, two), Math.max(one, two) + 1];
    // Of very many, the ids alone are held.
    if (to - from > mostRows) return (await store.matching({}, shelf.order)).slice(from, to);
    return (await store.rows(from, to - from, shelf.order)).map(({ id }) => id);
  },
});

function listed(store: ProjectStore, shelf: Shelf, ids: readonly ArticleId[]): Source {
  return {
    shelf,
    count: ids.length,
    rows: ({ from, limit }) => store.rowsOf(ids.slice(from, from + limit)),
    progress: (articles) => progressIn(store, articles),
    placeOf: async (article) => {
      const place = ids.indexOf(article);
      return place < 0 ? null : place;
    },
    idsBetween: async (one, two) => ids.slice(Math.min(one, two), Math.max(one, two) + 1),
  };
}
