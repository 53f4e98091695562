import { canonicalJson } from '../../../shared/canonical-json.ts';
import { type Further } from '../../../shared/dataset/further.ts';
import { doneByMe, type Selection } from '../../../shared/dataset/selection.ts';
import { type SetStatus } from '../../../shared/model/annotation-set.ts';
import { type ArticleFilter, type ArticleOrder, newestFirst } from '../../store/project-store.ts';

/** How somebody looks at the library: kept while they are elsewhere. */
export interface Shelf {
  readonly order: ArticleOrder;
  readonly filter: ArticleFilter;
  /** What is looked for; empty while nothing is. */
  readonly words: string;
}

export const wholeShelf: Shelf = { order: newestFirst, filter: {}, words: '' };

/** What an export calls the same articles: the own work on them. */
export const selectionOf = ({ states = null, published = null, publishers = null, articles = null, further }: ArticleFilter): Selection => ({
  ...doneByMe, states, published, publishers, articles, ...(further && { further }),
});

/** `null` for a Selection that is about others' work: the library shows states of the own. */
export function filterOf({ sets, states, published, publishers, articles, further }: Selection): ArticleFilter | null {
  return sets.kind === 'mine' ? lean({ states, published, publishers, articles, ...(further && { further }) }) : null;
}

/** Without conditions that ask nothing. */
export function lean({ further = {}, ...filter }: ArticleFilter): ArticleFilter {
  const asked = Object.fromEntries(Object.entries(filter).filter(([, condition]) => condition !== null && condition !== undefined)) as ArticleFilter;
  const more = Object.fromEntries(Object.entries(further).filter(([, condition]) => condition !== undefined)) as Further;
  return Object.keys(more).length === 0 ? asked : { ...asked, further: more };
}

export const isAsking = (filter: ArticleFilter): boolean => Object.keys(lean(filter)).length > 0;

export const sameFilter = (one: ArticleFilter, two: ArticleFilter): boolean => canonicalJson(lean(one)) === canonicalJson(lean(two));

/**
 * What is looked for most: where people agree so little that nothing may be concluded from it (below two thirds: Krippendorff, Content Analysis, 2004, 241),
 * and where nothing is marked yet.
 */
export const readyFilters = [
  { id: 'low-agreement', filter: { further: { agreement: { least: null, most: 0.66 } } } },
  { id: 'unlabelled', filter: { further: { count: { label: null, least: null, most: 0 } } } },
] as const satisfies readonly { readonly id: string; readonly filter: ArticleFilter }[];

/** The one state that is all that is asked; `null` where something else is. */
export function onlyState(filter: ArticleFilter): SetStatus | null {
  const { states, ...others } = lean(filter);
  const [state] = states ?? [];
  return state !== undefined && states?.length === 1 && Object.keys(others).length === 0 ? state : null;
}

const fromTheFirst: ReadonlySet<ArticleOrder['by']> = new Set(['title', 'source', 'annotator', 'state']);

/** An order was asked for: that, or the other way round where it is the one already. Dates, counts and agreement begin with the most. */
export function ordered({ by, descending }: ArticleOrder, asked: ArticleOrder['by']): ArticleOrder {
  return by === asked ? { by, descending: !descending } : { by: asked, descending: !fromTheFirst.has(asked) };
}

/** All orders, as a list names them. */
export const allOrders = ['added', 'title', 'source', 'published', 'state', 'annotations', 'annotator', 'flagged', 'agreement'] as const satisfies readonly ArticleOrder['by'][];

/** The columns of the list: what it is sorted by is to be seen, in the place of what is nearest to it. */
export const columnsOf = (by: ArticleOrder['by']): readonly ArticleOrder['by'][] => [
  'title', by === 'annotator' ? 'annotator' : 'source', 'published', 'state', by === 'flagged' ? 'flagged' : 'annotations', 'agreement', 'added',
];
