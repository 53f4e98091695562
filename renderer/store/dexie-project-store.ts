import { type BackupReason, type ProjectInfo } from '../../shared/bridge.ts';
import { type NewId, type ProjectContext, type SetContext } from '../../shared/commands/command.ts';
import { type ReviewContext } from '../../shared/commands/review-context.ts';
import { type AnnotationSet } from '../../shared/model/annotation-set.ts';
import { type Annotator } from '../../shared/model/annotator.ts';
import { unprovenSets } from '../../shared/exchange/bundle/known.ts';
import { projectsSpokenOf } from '../../shared/exchange/bundle/refusal.ts';
import { type Incoming } from '../../shared/exchange/bundle/take-in-ground.ts';
import { type TakeInPlan } from '../../shared/exchange/bundle/take-in.ts';
import { rosterKinds } from '../../shared/exchange/roster/said.ts';
import { type Article } from '../../shared/model/article.ts';
import { type Change, isEmptyChange, noChange } from '../../shared/model/change.ts';
import { type Dataset } from '../../shared/model/dataset.ts';
import { type ArticleId } from '../../shared/model/id.ts';
import { fail, ok, problem, type Result } from '../../shared/result.ts';
import { seenEvents, seenSets, seenSummary, seenWorks } from '../../shared/review/blind.ts';
import { isInOffice } from '../../shared/review/offices.ts';
import { planTakingIn } from '../../shared/review/plan-taking-in.ts';
import { applyChange, type Hashed, type Writer } from './apply-change.ts';
import { isSealedFor, readTakeInGround, readWorks } from './bundles.ts';
import { isOwn, type ProjectDatabase, readMeta } from './database.ts';
import { bulkBackup } from './bulk-backup.ts';
import { readExportSource } from './export-source.ts';
import { afterForeseen } from './foreseen.ts';
import { frozen } from './frozen.ts';
import { type Step } from './head.ts';
import { blankSet, withSetRecord } from './own-set.ts';
import { type ArticleRow, type Foreseen, type Heard, newestFirst, type ProjectStore, type Recovery, type Taken } from './project-store.ts';
import { readLabelledBefore } from './labelled-before.ts';
import * as library from './library-reads.ts';
import { paceOf } from './pace.ts';
import * as reads from './reads.ts';
import { type SaveLine, type Write } from './save-line.ts';
import { readPast } from './past.ts';
import { readRoles, readViewer, readWholeViewer } from './sight.ts';
import { recordsIn } from './touched.ts';
import { storageFailure } from './storage-failure.ts';
import { takeInParts } from './take-in-parts.ts';
import { likelyReturn, returnStep } from './undo.ts';

/** What a store is made of once its project is open. */
export interface StoreParts {
  readonly info: ProjectInfo;
  readonly recovery: Recovery;
  readonly database: ProjectDatabase;
  readonly line: SaveLine;
  readonly writer: Writer;
  /** Who annotates here, as the settings name them. */
  readonly me: Annotator;
  readonly newId: NewId;
  /** A copy of the Journal as it stands, before something large. Nobody waits for it: what is appended later does not get into it. */
  readonly backUp: (reason: BackupReason) => void;
}

type Surroundings = Pick<SetContext, 'schema' | 'entities'>;

/** What a command on an Article is given, and the own set as it is stored. */
interface FoundContext {
  readonly context: SetContext;
  readonly stored: AnnotationSet | null;
}

export function dexieProjectStore({ info, recovery, database, line, writer, me, newId, backUp }: StoreParts): ProjectStore {
  /** Every command may look at them and few alter them; this store is the only writer, so they are read again only then. */
  let surroundings: Surroundings | null = null;
  let isIntroduced = false;
  /** Whether the own work on an Article is closed: every key of the desk asks, and few steps alter it. */
  const seals = new Map<ArticleId, boolean>();
  /** How often Articles came, went or were altered. */
  let articleChanges = 0;

  const beforeBulk = bulkBackup(backUp, writer.now);

  const surroundingsNow = async (): Promise<Surroundings> =>
    surroundings ?? { schema: await reads.readSchema(database), entities: await reads.readEntities(database) };
  /** Within a turn of the writer alone: what is kept while something is being written may be what was there before. */
  const readSurroundings = async (): Promise<Surroundings> => (surroundings ??= await surroundingsNow());

  /** Writes the steps and answers with `value`. */
  const written = async <T>(steps: readonly Step[], value: T, hashed?: Hashed): ReturnType<Write<T>> => {
    const kinds = new Set(steps.flatMap(({ change }) => recordsIn(change).map(({ kind }) => kind)));
    const lines = await applyChange(database, writer, steps, hashed);
    if (kinds.has('schema') || kinds.has('entity')) surroundings = null;
    if (kinds.has('annotator')) isIntroduced = false;
    if (kinds.has('event')) seals.clear();
    if (kinds.has('article')) articleChanges += 1;
    return { result: ok(value), lines };
  };

  /**
   * The annotator's own record, where it is missing or has another name. It is an Entry of its own and belongs to no
   * Article: undoing the first Annotation must not take away the annotator, whom other Articles need.
   */
  const introduction = async (): Promise<readonly Step[]> => {
    if (isIntroduced) return [];
    const stored = await database.annotators.get(me.id);
    if (stored?.name === me.name) {
      isIntroduced = true;
      return [];
    }
    const change: Change = stored
      ? { ...noChange, updated: [[{ kind: 'annotator', value: stored }, { kind: 'annotator', value: { ...stored, name: me.name } }]] }
      : { ...noChange, added: [{ kind: 'annotator', value: me }] };
    return [{ scope: null, action: { kind: 'do', command: 'introduce-annotator' }, change }];
  };

  const contextOf = async (id: ArticleId): Promise<FoundContext> => {
    const [around, article, stored] = await Promise.all([
      readSurroundings(),
      reads.knownArticle(database, id),
      reads.knownOwnSet(database, id, me.id),
    ]);
    if (!article) throw new Error(`no article ${id} in ${info.id}`);
    return contextWith(around, article, stored);
  };

  const isSealedOn = async (article: ArticleId): Promise<boolean> => {
    const known = seals.get(article) ?? isSealedFor((await readWorks(database, [article])).get(article) ?? [], me.id);
    seals.set(article, known);
    return known;
  };

  const contextWith = (around: Surroundings, article: Article, stored: AnnotationSet | null): FoundContext => {
    const set = stored ?? blankSet(newId('set'), article.id, me.id);
    return { context: frozen({ ...around, article, set, newId }), stored };
  };

  /** The same without waiting, where all of it is known and nothing will alter it before a write that comes now. */
  const contextNow = (id: ArticleId): FoundContext | null => {
    const [article, stored] = [database.knownArticles.get(id), database.knownOwnSets.get(id)];
    // Whether the work lies closed has to be known, too; and what lies closed is refused in its turn.
    return line.isClear() && surroundings && article && stored !== undefined && seals.get(id) === false ? contextWith(surroundings, article, stored) : null;
  };

  const run = ({ context, stored }: FoundContext, command: (context: SetContext) => Result<Change>): Result<Change> => {
    const result = command(context);
    return result.ok ? ok(frozen(withSetRecord(context.set, stored !== null, result.value))) : result;
  };

  const pictureOf = ({ context: { entities }, stored }: FoundContext): Foreseen => ({ set: stored, entities });

  const perform: ProjectStore['perform'] = (article, name, command, { onForeseen, onWritten } = {}) => {
    const found = contextNow(article);
    /** Its turn has come at once; but where the database refuses, the command runs again on what it finds then. */
    let first = found && run(found, command);
    const drawn =
      found && first?.ok && !isEmptyChange(first.value)
      && onForeseen?.(first.value, frozen(afterForeseen(found.context.schema, pictureOf(found), first.value)));
    return line.enqueue<Change>(async () => {
      await drawn;
      const result = first ?? ((await isSealedOn(article)) ? fail(problem('work-sealed')) : run(await contextOf(article), command));
      first = null;
      if (!result.ok || isEmptyChange(result.value)) return { result, lines: [] };
      return written([...(await introduction()), { scope: article, action: { kind: 'do', command: name }, change: result.value }], result.value);
    }, onWritten);
  };

  const prepare = async (article: ArticleId): Promise<void> => {
    try {
      await line.read(() => Promise.all([contextOf(article), isSealedOn(article)]));
    } catch (error) {
      // What the disk does not give now, the first write asks for again, and tells.
      if (!storageFailure(error)) throw error;
    }
  };

  /** Writes what a command on the project as a whole came to; so many Articles or Entities are `concerned`. */
  const writtenForProject = async (name: string, concerned: number, result: Result<Change>, before: readonly Step[] = []): ReturnType<Write<Change>> => {
    if (!result.ok || isEmptyChange(result.value)) return { result, lines: [] };
    const change = frozen(result.value);
    beforeBulk(concerned);
    return written([...before, { scope: null, action: { kind: 'do', command: name }, change }], change);
  };

  const performOnProject = (name: string, command: (context: ProjectContext) => Result<Change>): Promise<Result<Change>> =>
    line.enqueue<Change>(async () => {
      const dataset = await reads.readDataset(database);
      return writtenForProject(name, Infinity, command(frozen({ dataset, newId })));
    });

  const performOnEntities: ProjectStore['performOnEntities'] = (concerned, name, command) =>
    line.enqueue<Change>(async () => {
      const { entities } = await readSurroundings();
      const sets = await reads.readSetsNaming(database, concerned);
      const own = sets.filter((set) => isOwn(set, me.id));
      const others = sets.filter((set) => !isOwn(set, me.id));
      return writtenForProject(name, concerned.length, command(frozen({ entities, own, others, newId })));
    });

  const performOnArticles: ProjectStore['performOnArticles'] = (concerned, name, command) =>
    line.enqueue<Change>(async () => writtenForProject(name, concerned.length, command(frozen({ articles: await reads.readWithGroups(database, concerned) }))));

  const reviewOf = async (id: ArticleId): Promise<ReviewContext> => {
    const [around, article, sets, events, annotators, roles] = await Promise.all([
      readSurroundings(),
      reads.knownArticle(database, id),
      reads.readSetsOn(database, id),
      reads.readEvents(database, id),
      reads.readAnnotators(database),
      readRoles(database),
    ]);
    if (!article) throw new Error(`no article ${id} in ${info.id}`);
    return frozen({ ...around, article, sets, events: events.filter((event) => isInOffice(roles, event)), annotators, by: me.id, now: writer.now(), newId });
  };

  const performReview: ProjectStore['performReview'] = (article, name, command, { onWritten } = {}) =>
    line.enqueue<Change>(async () => {
      const result = command(await reviewOf(article));
      if (!result.ok || isEmptyChange(result.value)) return { result, lines: [] };
      const change = frozen(result.value);
      return written([...(await introduction()), { scope: article, action: { kind: 'do', command: name }, change }], change);
    }, onWritten);

  const addEvents: ProjectStore['addEvents'] = (name, events) =>
    line.enqueue<Change>(async () => {
      const change = frozen<Change>({ ...noChange, added: events.map((value) => ({ kind: 'event', value })) });
      if (isEmptyChange(change)) return { result: ok(change), lines: [] };
      return written([...(await introduction()), { scope: null, action: { kind: 'do', command: name }, change }], change);
    });

  const planBundles = async (incoming: readonly Incoming[], mayJoin: boolean): Promise<TakeInPlan> => {
    const about = { project: info.id, device: writer.device, mayJoin, now: writer.now() };
    return planTakingIn(await readTakeInGround(database, incoming, me, about), incoming);
  };

  const takeInBundles: ProjectStore['takeInBundles'] = (incoming, mayJoin) =>
    line.enqueue<TakeInPlan>(async () => {
      const first = await introduction();
      const plan = await planBundles(incoming, mayJoin);
      if (isEmptyChange(plan.change)) return { result: ok(plan), lines: [] };
      backUp('import');
      return written([...first, { scope: null, action: { kind: 'do', command: 'take-in' }, change: frozen(plan.change) }], plan);
    });

  const performOnWorks: ProjectStore['performOnWorks'] = (concerned, name, command) =>
    line.enqueue<Change>(async () => {
      const context = frozen({ ...(await reads.readWorks(database, concerned)), by: me.id, newId });
      return writtenForProject(name, concerned.length, command(context), await introduction());
    });

  const goBack = (
    scope: ArticleId | null, kind: 'undo' | 'redo', { onForeseen, onWritten }: Heard<string | null> = {},
  ): Promise<Result<string | null>> => {
    const now = onForeseen && scope !== null ? contextNow(scope) : null;
    const likely = now && scope !== null && likelyReturn(database, now.context.schema, scope, kind, pictureOf(now));
    const drawn = likely && onForeseen?.(likely.change, frozen(likely.after));
    return line.enqueue<string | null>(async () => {
      await drawn;
      const found = await returnStep(database, scope, kind);
      if (!found.ok) return { result: found, lines: [] };
      // What was handed in is closed; what its owner decides about everybody's work is not.
      const own = scope === null ? null : await reads.knownOwnSet(database, scope, me.id);
      const altersOwn = own !== null && found.value && recordsIn(found.value.step.change).some((record) =>
        (record.kind === 'set' && record.value.id === own.id) || ((record.kind === 'annotation' || record.kind === 'relation') && record.set === own.id));
      if (altersOwn && scope !== null && (await isSealedOn(scope))) return { result: fail(problem('work-sealed')), lines: [] };
      return found.value ? written([found.value.step], found.value.command) : { result: ok(null), lines: [] };
    }, onWritten);
  };

  const takingIn = (): ((part: Dataset) => Promise<Result<Taken>>) =>
    takeInParts({ database, writer, line, written, backUp, articleChanges: () => articleChanges });

  const seenRows = async (rows: readonly ArticleRow[]): Promise<readonly ArticleRow[]> => {
    const viewer = await readViewer(database, me.id, rows.map(({ id }) => id));
    return frozen(rows.map((row) => seenSummary(viewer, row)));
  };
  const seenOf = async (sets: readonly AnnotationSet[]): Promise<readonly AnnotationSet[]> =>
    frozen(seenSets(await readViewer(database, me.id, sets.map(({ article }) => article)), sets));

  return {
    info,
    recovery,
    annotator: me.id,
    me,
    device: writer.device,
    schema: async () => frozen(await reads.readSchema(database)),
    rows: async (offset, limit, order = newestFirst) => seenRows(await library.readOrdered(database, me.id, order, offset, limit)),
    matching: async (filter, order) => frozen(await library.readMatching(database, me.id, filter, order)),
    rowsOf: async (ids) => seenRows(await library.readRowsOf(database, ids)),
    known: () => library.readKnown(database),
    articleIds: () => database.articles.orderBy(':id').primaryKeys(),
    articlesOf: (ids) => reads.readArticles(database, ids),
    searchables: (ids) => reads.readSearchables(database, ids),
    searchShardIds: () => database.search.toCollection().primaryKeys(),
    searchShard: (id) => database.search.get(id),
    // It is asked for beside all work, so a project that is closed meanwhile is nothing to speak of.
    keepSearchShards: async (shards) => void (database.isOpen() && (await database.search.bulkPut([...shards]))),
    forgetSearchShards: async (ids) => void (database.isOpen() && (await database.search.bulkDelete([...ids]))),
    pace: async () => paceOf((await readMeta(database, 'finished')) ?? []),
    measureAgreements: () => library.measureAgreements(database, writer),
    row: async (article) => (await seenRows(await library.readRowsOf(database, [article])))[0],
    totals: async () => frozen(await reads.readTotals(database)),
    article: async (id) => frozen(await reads.readArticle(database, id)),
    ownSet: async (article) => frozen(await reads.readOwnSet(database, article, me.id)),
    otherSets: async (article) => seenSets(await readViewer(database, me.id, [article]), frozen(await reads.readOtherSets(database, article, me.id))),
    works: async (articles) => {
      const viewer = await readViewer(database, me.id, articles);
      return frozen(new Map([...(await readWorks(database, articles))].map(([article, works]) => [article, seenWorks(viewer, article, works)])));
    },
    events: async (article) => {
      const events = await reads.readEvents(database, article);
      const viewer = article === null ? await readWholeViewer(database, me.id) : await readViewer(database, me.id, [article]);
      const own = viewer.blind.size === 0 ? [] : await reads.readOwnHeads(database, [...viewer.blind.keys()], me.id);
      return frozen(seenEvents(viewer, events, new Set(own.map(({ id }) => id))));
    },
    unprovenSets: async () => unprovenSets(await database.events.where('kind').anyOf('received', ...rosterKinds).toArray()),
    projectsSpokenOf: async () => projectsSpokenOf(info.id, await database.events.where('kind').equals('received').toArray()),
    submissions: async () => frozen(await database.events.where('kind').equals('submitted').toArray()),
    allEvents: async () => {
      const [events, roles] = await Promise.all([reads.readEvents(database, null), readRoles(database)]);
      return frozen(events.filter((event) => isInOffice(roles, event)));
    },
    roles: () => readRoles(database),
    logOf: async (article) => ((await readViewer(database, me.id, [article])).blind.size > 0 ? [] : reads.readLogOf(database, article)),
    labelledBefore: async (ruled) => frozen(await readLabelledBefore(database, await readWholeViewer(database, me.id), ruled)),
    activeTime: () => reads.readActiveTime(database, me.id),
    past: async (article) => readPast(database, article, await readViewer(database, me.id, [article])),
    annotators: async () => frozen(await reads.readAnnotators(database)),
    entities: async () => frozen(await reads.readEntities(database)),
    recentEntities: () => reads.readRecentEntities(database),
    atHand: async (article) => {
      const { schema, entities } = await surroundingsNow();
      const known = database.knownOwnSets.get(article);
      const set = known === undefined ? await reads.readOwnSet(database, article, me.id) : known;
      const recentEntities = await reads.recentAmong(database, entities);
      return frozen({ schema, set, entities, recentEntities });
    },
    prepare,
    setsNaming: async (entities) => seenOf(await reads.readSetsNaming(database, entities)),
    setsWith: async (label, offset, limit) => seenOf(await reads.readSetsWith(database, label, offset, limit)),
    nextSteps: (scope) => reads.readNextSteps(database, scope),
    nextToDo: (article) => reads.readNextToDo(database, article),
    neighbours: (article) => reads.readNeighbours(database, article),
    position: (article, order = newestFirst) => library.readPlace(database, me.id, article, order),
    dataset: async () => frozen(await reads.readDataset(database)),
    exportSource: (stem) => readExportSource(database, me.id, stem),
    perform,
    performOnProject,
    performOnEntities,
    performOnArticles,
    performOnWorks,
    performReview,
    addEvents,
    planBundles,
    takeInBundles,
    undo: (scope, heard) => goBack(scope, 'undo', heard),
    redo: (scope, heard) => goBack(scope, 'redo', heard),
    takeIn: (incoming) => takingIn()(incoming),
    takingIn,
    saveState: line.state,
    onSaveState: line.onState,
    retry: () => line.retry(),
    flush: () => line.flush(),
    close: async () => {
      await line.flush();
      database.close();
    },
  };
}
