import { type ProjectInfo } from '../../shared/bridge.ts';
import { type ProjectContext, type SetContext } from '../../shared/commands/command.ts';
import { type EntityContext } from '../../shared/commands/entities/entity-context.ts';
import { type WorksContext } from '../../shared/commands/library/works-context.ts';
import { type ArticlesContext } from '../../shared/commands/link-articles.ts';
import { type ReviewContext } from '../../shared/commands/review-context.ts';
import { type Incoming } from '../../shared/exchange/bundle/take-in-ground.ts';
import { type TakeInPlan } from '../../shared/exchange/bundle/take-in.ts';
import { type ExportSource } from '../../shared/dataset/export-source.ts';
import { type Selection } from '../../shared/dataset/selection.ts';
import { type Entry } from '../../shared/exchange/log.ts';
import { type PastReading, type PastStep } from '../../shared/exchange/past.ts';
import { type Doubt } from '../../shared/exchange/roster/standing.ts';
import { type AnnotationSet, type SetStatus } from '../../shared/model/annotation-set.ts';
import { type Annotator } from '../../shared/model/annotator.ts';
import { type Article } from '../../shared/model/article.ts';
import { type Change } from '../../shared/model/change.ts';
import { type Dataset } from '../../shared/model/dataset.ts';
import { type Ruled } from '../../shared/model/discussed.ts';
import { type Entity } from '../../shared/model/entity.ts';
import { type AnnotationId, type AnnotatorId, type ArticleId, type DeviceId, type EntityId, type LabelId, type ProjectId, type SetId } from '../../shared/model/id.ts';
import { type ReviewEvent } from '../../shared/model/review-event.ts';
import { type Schema } from '../../shared/model/schema.ts';
import { type Searchable, type SearchShard } from '../../shared/model/search-shard.ts';
import { type Problem, type Result } from '../../shared/result.ts';
import { type Roles } from '../../shared/review/offices.ts';
import { type Work } from '../../shared/review/work.ts';
import { type Fingerprint } from '../../shared/text/fingerprint.ts';

/** One line of the library: small, apart from the text, kept up to date in the transaction of each Change. */
export interface ArticleRow {
  readonly id: ArticleId;
  readonly title: string;
  /** UTF-16 code units of the text. */
  readonly length: number;
  readonly fingerprint: Fingerprint;
  /** Status of the annotator's own work set; `todo` while there is none. */
  readonly status: SetStatus;
  /** Annotations in the own work set. */
  readonly annotations: number;
  /** Of them by Label; a Label without any is not named. */
  readonly labels: Readonly<Record<LabelId, number>>;
  /** Annotations of the own work set that wait for a discussion. */
  readonly flagged: number;
  /** Sets of other Annotators. */
  readonly otherSets: number;
  /** Whose sets lie on the Article, one entry for each set, sorted. */
  readonly annotators: readonly AnnotatorId[];
  /**
   * How far those who worked on it agree, 0 to 1 (`articleAgreement`); `unmeasured` until somebody asks for it, absent while there is
   * nothing to compare.
   */
  readonly agreement?: number;
  /** `sortKey` of the title. */
  readonly titleKey: string;
  /** Empty where it is not known, so that an index holds it. */
  readonly publisher: string;
  readonly publisherKey: string;
  /** Gregorian `YYYY-MM-DD`, perhaps with a time; empty where it is not known. */
  readonly published: string;
  readonly tags: readonly string[];
  /** `leftOutFor`; absent where there is none. */
  readonly leftOut?: readonly Fingerprint[];
  /** ISO 8601, UTC. */
  readonly added: string;
  readonly updated: string;
}

/** Two people have worked on it, and nobody has asked yet how far they agree. */
export const unmeasured = -1;

export type StatusTotals = Readonly<Record<SetStatus, number>>;

/** Orders that an index gives; for another every row is looked at. */
const indexedOrders = ['added', 'title', 'source', 'published', 'state', 'annotations'] as const;
export type IndexedOrder = (typeof indexedOrders)[number];
export const isIndexed = (by: ArticleOrder['by']): by is IndexedOrder => indexedOrders.some((one) => one === by);

/** In which order the library stands. What is not known of a row puts it last. */
export interface ArticleOrder {
  /** `annotator`: by the names of all who labelled; `flagged`: by how many own labels are in doubt. */
  readonly by: IndexedOrder | 'annotator' | 'flagged' | 'agreement';
  readonly descending: boolean;
}

export const newestFirst: ArticleOrder = { by: 'added', descending: true };

/** What may be asked of the articles in the library: of a Selection what concerns Articles; states are those of the own work. */
export type ArticleFilter = Partial<Pick<Selection, 'states' | 'published' | 'publishers' | 'articles' | 'further'>>;

/** What some Article has, in order: what a filter can choose from. */
export interface Known {
  readonly publishers: readonly string[];
  readonly tags: readonly string[];
}

/** `failed`: the Change is on the screen and in memory, but not safe on disk. `code` is a `problem.<code>`. */
export type SaveState =
  | { readonly kind: 'saved'; readonly at: string | null }
  | { readonly kind: 'saving'; readonly since: string }
  | { readonly kind: 'failed'; readonly code: string; readonly detail: string };

/** What opening the project had to mend. `rebuilt`: the database was made anew from the Journal. */
export interface Recovery {
  readonly kind: 'none' | 'replayed' | 'rebuilt' | 'journal-completed';
  readonly reason: 'none' | 'empty' | 'behind' | 'ahead' | 'counts-differ' | 'older-rows' | 'unreadable' | 'diverged';
  readonly entries: number;
  /** Bytes of a damaged Journal tail kept aside. */
  readonly setAsideBytes: number;
  /** The line of the Journal that it began with. */
  readonly damagedLine: number | null;
  /** Lines that the Journal had lost, and that came back from a backup. */
  readonly refilled: number;
  /** What lay behind a damaged line; `null` when there was nothing. */
  readonly salvaged: Salvaged | null;
}

/** What became of the lines behind a damaged one. */
export interface Salvaged {
  /** The damaged line, counted from 1. */
  readonly line: number;
  /** Lines behind it that were taken in. */
  readonly entries: number;
  /** Entries that are gone, the damaged one among them. */
  readonly missing: number;
  /** Records of the lines taken in that rest on something that is gone, and could not be kept. */
  readonly lost: number;
}

/** Names of the steps that Ctrl+Z and Ctrl+Y would take, as command names; `null` when there is none. */
export interface NextSteps {
  readonly undo: string | null;
  readonly redo: string | null;
}

/** Where an Article stands in the library, and what stands beside it; `null` at either end. */
export interface Neighbours {
  readonly previous: ArticleId | null;
  readonly next: ArticleId | null;
  /** Counted from 1; 0 for one that is not in the project. */
  readonly place: number;
  /** Articles in the project. */
  readonly count: number;
}

export interface AtHand {
  readonly schema: Schema;
  /** The annotator's own; `null` before the first Annotation. */
  readonly set: AnnotationSet | null;
  readonly entities: readonly Entity[];
  readonly recentEntities: readonly EntityId[];
}

/** What there will be once a write is done. Whom work named last is known only then. */
export type Foreseen = Pick<AtHand, 'set' | 'entities'>;

/** Whoever cannot wait for the answer hears before it; each at most once. */
export interface Heard<T> {
  /**
   * What the write will come to, told within the call: where no other write stands before it and what it needs is at hand. It is for
   * drawing alone. Nothing is stored yet, and an answer that is not `ok` says that it was not to be. Where it answers, the write begins when
   * that is settled: so that drawing and writing do not keep each other waiting.
   */
  readonly onForeseen?: (change: Change, after: Foreseen) => Promise<void> | void;
  /** The answer, once the database has the write: while the Journal is still given it. */
  readonly onWritten?: (result: Result<T>) => void;
}

/** Everybody's work on an Article that may be seen, step by step, and what was said of it. */
export interface Past {
  /** The first one first. */
  readonly steps: readonly PastStep[];
  /** Whose labels there ever were: the own work first. */
  readonly readings: readonly PastReading[];
  /** Everybody whom the Log has ever known, as it knew them last. */
  readonly entities: readonly Entity[];
  /** Who took up a name that work was given out to. */
  readonly answersTo: ReadonlyMap<AnnotatorId, AnnotatorId>;
  /** Others' work is not shown to whoever looks, until they have handed in their own. */
  readonly isBlind: boolean;
}

/** An entry of the guideline. */
export type RuledEntry = Pick<ReviewEvent & Ruled, 'id' | 'at' | 'number'>;

/** An Annotation that nobody touched since something was decided. */
export interface EarlierLabel {
  readonly article: ArticleId;
  readonly title: string;
  readonly set: SetId;
  readonly annotation: AnnotationId;
  readonly label: LabelId;
  /** Its beginning. */
  readonly words: string;
  readonly by: AnnotatorId;
}

/** What taking a Dataset in did. Nothing that was there is altered. */
export interface Taken {
  readonly articles: number;
  readonly sets: number;
  readonly annotations: number;
  /** Articles whose text was there already. */
  readonly duplicates: number;
  readonly problems: readonly Problem[];
}

/**
 * One open project: the only reader and writer of its database. Reads may be called inside a live query; writes run
 * one after another, each in one strict transaction, and count as saved when the Journal has them too.
 */
export interface ProjectStore {
  readonly info: ProjectInfo;
  readonly recovery: Recovery;
  /** Who annotates here: whose sets are the own ones. */
  readonly annotator: AnnotatorId;
  /** The same with the name that the settings give: in a new project nobody has introduced them yet. */
  readonly me: Annotator;
  /** Which laptop this is to others. */
  readonly device: DeviceId;

  schema(): Promise<Schema>;
  /** Newest first, where nothing else is asked for. */
  rows(offset: number, limit: number, order?: ArticleOrder): Promise<readonly ArticleRow[]>;
  /** Ids of those that meet the filter. Looks at every row, a page at a time. */
  matching(filter: ArticleFilter, order: ArticleOrder): Promise<readonly ArticleId[]>;
  /** In the order of the ids; those that are gone are left out. */
  rowsOf(ids: readonly ArticleId[]): Promise<readonly ArticleRow[]>;
  known(): Promise<Known>;
  /** Of all Articles, by id. */
  articleIds(): Promise<readonly ArticleId[]>;
  /** By id, as far as they are there. */
  articlesOf(ids: readonly ArticleId[]): Promise<readonly Article[]>;
  /** What a search index is made of; those that are gone are left out. */
  searchables(ids: readonly ArticleId[]): Promise<readonly Searchable[]>;
  /** Parts of a search index that were kept. They are no records: whoever loses them makes them anew. */
  searchShardIds(): Promise<readonly number[]>;
  searchShard(id: number): Promise<SearchShard | undefined>;
  keepSearchShards(shards: readonly SearchShard[]): Promise<void>;
  forgetSearchShards(ids: readonly number[]): Promise<void>;
  /** Milliseconds that an Article takes the annotator; `null` while that is not known. */
  pace(): Promise<number | null>;
  /** Measures some of the agreements that are not known yet; how many there were. */
  measureAgreements(): Promise<number>;
  row(article: ArticleId): Promise<ArticleRow | undefined>;
  totals(): Promise<StatusTotals>;
  article(id: ArticleId): Promise<Article | undefined>;
  /** The annotator's own work set; `null` before the first Annotation. */
  ownSet(article: ArticleId): Promise<AnnotationSet | null>;
  /** None while this person works on it blind; so it is with rows, events, searches and exports: what is read of others' work goes by `shared/review/blind.ts`. */
  otherSets(article: ArticleId): Promise<readonly AnnotationSet[]>;
  annotators(): Promise<readonly Annotator[]>;
  /** What was said of one Article, with who took up which name and the entries of the guideline, or (`null`) in the project, as far as this person may hear it; by id. */
  events(article: ArticleId | null): Promise<readonly ReviewEvent[]>;
  /** What the roster makes of people here (`rolesIn`). */
  roles(): Promise<Roles>;
  /** Everything that was said and counts (`isInOffice`), for what hands over and derives; no screen shows it as it is. */
  allEvents(): Promise<readonly ReviewEvent[]>;
  /** What was said of sets that were handed in, for what is derived from it; no screen shows it as it is. */
  submissions(): Promise<readonly ReviewEvent[]>;
  /** As `projectsSpokenOf`, without reading anything else that was said. */
  projectsSpokenOf(): Promise<ReadonlySet<ProjectId>>;
  /** Sets that nobody can be sure are from whom they say, and why (`unprovenSets`). */
  unprovenSets(): Promise<ReadonlyMap<SetId, Doubt>>;
  /** Everybody's work on those of these Articles that were given out or handed in. */
  works(articles: readonly ArticleId[]): Promise<ReadonlyMap<ArticleId, readonly Work[]>>;
  /** What was done on an Article, in the order of the Log: read from end to end, for when somebody asks. */
  logOf(article: ArticleId): Promise<readonly Entry[]>;
  /** What people marked before they could know of an entry of the guideline, and did not touch since, as far as it may be seen: read from the whole Log, for when somebody asks. */
  labelledBefore(ruled: RuledEntry): Promise<readonly EarlierLabel[]>;
  /** Milliseconds that the annotator was at work on each Article (`activeTime`): read from the whole Log, for when somebody asks. */
  activeTime(): Promise<ReadonlyMap<ArticleId, number>>;
  /** How what stands on an Article came about, as far as it may be seen: read from the whole Log, for when somebody asks. */
  past(article: ArticleId): Promise<Past>;
  /** All of them, those that were merged into another one too. */
  entities(): Promise<readonly Entity[]>;
  /** Whom work on Articles named last, latest first; each stands for itself. */
  recentEntities(): Promise<readonly EntityId[]>;
  /**
   * What there is to work with on an Article, as it is after the last write. It is not asked of the database where it is known, so it is
   * nothing for a live query: for whoever has just written and goes on.
   */
  atHand(article: ArticleId): Promise<AtHand>;
  /** Reads ahead what writes on an Article look at, so that the first of them can be foreseen too. */
  prepare(article: ArticleId): Promise<void>;
  /** Everybody's sets that name one of them, also by a record that was merged into it. By index: no other set is read. */
  setsNaming(entities: readonly EntityId[]): Promise<readonly AnnotationSet[]>;
  /** Everybody's sets that have the Label, by id, so many from a place on. By index: no other set is read. */
  setsWith(label: LabelId, offset: number, limit: number): Promise<readonly AnnotationSet[]>;
  /** Of one Article, or (`null`) of the project as a whole. */
  nextSteps(scope: ArticleId | null): Promise<NextSteps>;
  /** The first article after `article` in library order that is not done, from the top again after the last one; `null` when no other is left. */
  nextToDo(article: ArticleId): Promise<ArticleId | null>;
  neighbours(article: ArticleId): Promise<Neighbours>;
  /** Its index in `rows`; `null` when it is not in the project. */
  position(article: ArticleId, order?: ArticleOrder): Promise<number | null>;
  /** Everything, in memory: for what is rare and small. Also what is hidden from this person: whoever alters the Schema alters it for all. */
  dataset(): Promise<Dataset>;
  /** Everything, slice by slice, for an export whose files are named after the stem. */
  exportSource(stem: string): Promise<ExportSource>;

  /**
   * Runs a command on the own set as it is when its turn comes (so quick keys never see an old state), applies its
   * Change and saves. `name` is the command's name for undo. The first Change makes the set and sets it in progress.
   */
  perform(
    article: ArticleId, name: string, command: (context: SetContext) => Result<Change>, heard?: Heard<Change>,
  ): Promise<Result<Change>>;
  /**
   * As `perform`, on the project as a whole: Schema, Entities and all sets. Its steps have a History of their own (scope `null`).
   * Reads everything: for what is rare and touches everything.
   */
  performOnProject(name: string, command: (context: ProjectContext) => Result<Change>): Promise<Result<Change>>;
  /** As `performOnProject`, on the register of people and bodies: `concerned` are those that the command is about. */
  performOnEntities(
    concerned: readonly EntityId[],
    name: string,
    command: (context: EntityContext) => Result<Change>,
  ): Promise<Result<Change>>;
  /** As `performOnProject`, on some Articles and all that stand in a group with one of them, without their sets. */
  performOnArticles(
    concerned: readonly ArticleId[],
    name: string,
    command: (context: ArticlesContext) => Result<Change>,
  ): Promise<Result<Change>>;
  /** As `perform`, on everybody's sets on the Article and on what was said of it: a step in the Article's History. */
  performReview(article: ArticleId, name: string, command: (context: ReviewContext) => Result<Change>, heard?: Heard<Change>): Promise<Result<Change>>;
  /** Remembers what was said of the project: one Entry. */
  addEvents(name: string, events: readonly ReviewEvent[]): Promise<Result<Change>>;
  /** What taking Bundles in would do; nothing is altered. `mayJoin`: also an assignment of another project. */
  planBundles(incoming: readonly Incoming[], mayJoin: boolean): Promise<TakeInPlan>;
  /** Does it, as things stand when its turn comes: one Entry, all or nothing. */
  takeInBundles(incoming: readonly Incoming[], mayJoin: boolean): Promise<Result<TakeInPlan>>;
  /** As `performOnProject`, on several Articles with everybody's sets on them. */
  performOnWorks(
    concerned: readonly ArticleId[],
    name: string,
    command: (context: WorksContext) => Result<Change>,
  ): Promise<Result<Change>>;
  /** The last step of one Article, or (`null`) of the project as a whole. The answer is its command's name. */
  undo(scope: ArticleId | null, heard?: Heard<string | null>): Promise<Result<string | null>>;
  redo(scope: ArticleId | null, heard?: Heard<string | null>): Promise<Result<string | null>>;
  /** `join`s a Dataset in: articles by fingerprint, sets by Annotator, never overwriting. One Entry, and a backup before it. */
  takeIn(incoming: Dataset): Promise<Result<Taken>>;
  /** The same for one import in many parts, an Entry each: only before the first of them that alters anything is backed up. */
  takingIn(): (part: Dataset) => Promise<Result<Taken>>;

  saveState(): SaveState;
  onSaveState(listener: () => void): () => void;
  /** Tries again to save what failed. */
  retry(): Promise<void>;
  /** Resolves when nothing is waiting to be saved (or saving has failed). */
  flush(): Promise<void>;
  close(): Promise<void>;
}
