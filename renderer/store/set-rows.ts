import { type AnnotationSet, headOf, ordered, type SetHead } from '../../shared/model/annotation-set.ts';
import { type EntityId, type LabelId, type SetId } from '../../shared/model/id.ts';
import { type ProjectDatabase } from './database.ts';

export type Contents = Pick<AnnotationSet, 'annotations' | 'relations'>;

/** What is counted in a set, so that nobody has to read it for that. */
export interface SetCounts {
  readonly annotations: number;
  readonly relations: number;
  readonly flagged: number;
  /** A Label without any is not named. */
  readonly labels: Readonly<Record<LabelId, number>>;
}

export function countsOf({ annotations, relations }: Contents): SetCounts {
  const labels: Record<LabelId, number> = {};
  let flagged = 0;
  for (const one of annotations) {
    labels[one.label] = (labels[one.label] ?? 0) + 1;
    if (one.flagged) flagged += 1;
  }
  return { annotations: annotations.length, relations: relations.length, flagged, labels };
}

/** An AnnotationSet as it is stored: small ones wholly in their row, the contents of large ones on pages of their own. */
export interface SetRow extends SetHead {
  /** Entities that its Annotations and Relations name, each once: so that an Entity in use is found by index. */
  readonly entities: readonly EntityId[];
  readonly counts: SetCounts;
  /** Labels of its Annotations, each once: so that a concordance finds them by index. */
  readonly labels: readonly LabelId[];
  /** Sequence of the last Entry that touched the set: two states of a set never have the same. */
  readonly revision: number;
  /** `null`: on pages. */
  readonly contents: Contents | null;
  /** 0 when the contents are in the row; else a power of two. */
  readonly pages: number;
  /** The `revision` of each of its pages, where it has any: a page that says otherwise is an older one that came back, which no count shows. */
  readonly pageRevisions?: readonly number[];
}

/** A part of a large set: its Annotations and Relations whose ids lead to this page. One more label rewrites one page. */
export interface PageRow extends Contents {
  /** The set and the page's number. */
  readonly id: string;
  readonly set: SetId;
  /** Sequence of the last Entry that wrote the page. */
  readonly revision: number;
}

/** Records that a page is meant to hold: writing as many takes the main thread about a millisecond. */
const pageSize = 100;

/** A set moves to pages, or to more of them, when those it has hold twice as many as they are meant to. */
function pagesFor(records: number, before: number): number {
  if (records <= 2 * pageSize * Math.max(1, before)) return before;
  return 2 ** Math.ceil(Math.log2(records / pageSize));
}

/** Spreads ids evenly over the pages: FNV-1a, 32 bits. */
function pageOf(id: string, pages: number): number {
  let hash = 0x811c9dc5;
  for (let index = 0; index < id.length; index++) hash = Math.imul(hash ^ id.charCodeAt(index), 0x01000193);
  return (hash >>> 0) & (pages - 1);
}

function entitiesNamedIn({ annotations, relations }: Contents): readonly EntityId[] {
  const named = new Set<EntityId>();
  for (const { entity } of annotations) if (entity !== null) named.add(entity);
  for (const { to } of relations) if (to.kind === 'entity') named.add(to.id);
  return [...named];
}

function rowOf(set: AnnotationSet, revision: number, pageRevisions: readonly number[]): SetRow {
  const { annotations, relations } = set;
  const counts = countsOf(set);
  return {
    ...headOf(set),
    entities: entitiesNamedIn(set),
    counts,
    labels: Object.keys(counts.labels) as LabelId[],
    revision,
    contents: pageRevisions.length === 0 ? { annotations, relations } : null,
    pages: pageRevisions.length,
    ...(pageRevisions.length > 0 && { pageRevisions }),
  };
}

const pageId = (set: SetId, page: number): string => `${set} ${page}`;

/** Of a set's `pages` pages those that are wanted. */
function pagesOf(set: AnnotationSet, pages: number, revision: number, wanted: (page: number) => boolean): readonly PageRow[] {
  const rows = new Map<number, { -readonly [Name in keyof Contents]: Contents[Name][number][] }>();
  const rowAt = (id: string) => {
    const page = pageOf(id, pages);
    if (!wanted(page)) return null;
    const row = rows.get(page) ?? { annotations: [], relations: [] };
    rows.set(page, row);
    return row;
  };
  for (const annotation of set.annotations) rowAt(annotation.id)?.annotations.push(annotation);
  for (const relation of set.relations) rowAt(relation.id)?.relations.push(relation);
  return Array.from({ length: pages }, (_, page) => page)
    .filter(wanted)
    .map((page) => ({ id: pageId(set.id, page), set: set.id, revision, ...(rows.get(page) ?? { annotations: [], relations: [] }) }));
}

/** A set to write: as it will be, and what of it differs from what is stored. */
export interface SetToWrite {
  readonly set: AnnotationSet;
  /** Ids of Annotations and Relations that came, went or changed. */
  readonly touched: ReadonlySet<string>;
}

/** The rows of sets, and of large ones the pages that differ. */
export interface SetRows {
  readonly rows: readonly SetRow[];
  readonly pages: readonly PageRow[];
}

/** `stored`: their rows as they are now; `revision`: sequence of the Entry that leads to this state. */
export function setRowsOf(sets: readonly SetToWrite[], stored: readonly SetRow[], revision: number): SetRows {
  const revisionsBefore = new Map(stored.map(({ id, pageRevisions = [] }) => [id, pageRevisions]));
  const rows: SetRow[] = [];
  const pageRows: PageRow[] = [];
  for (const { set, touched } of sets) {
    const before = revisionsBefore.get(set.id) ?? [];
    const pages = pagesFor(set.annotations.length + set.relations.length, before.length);
    const differing = new Set(pages === 0 ? [] : [...touched].map((id) => pageOf(id, pages)));
    const isWritten = (page: number) => pages !== before.length || differing.has(page);
    rows.push(rowOf(set, revision, Array.from({ length: pages }, (_, page) => (isWritten(page) ? revision : (before[page] ?? revision)))));
    pageRows.push(...pagesOf(set, pages, revision, isWritten));
  }
  return { rows, pages: pageRows };
}

/** What the rows of sets say of their pages, to hold against the pages themselves. */
export class PageRevisions {
  readonly #told = new Map<string, number>();

  hear({ id, pageRevisions = [] }: Pick<SetRow, 'id' | 'pageRevisions'>): void {
    for (const [page, revision] of pageRevisions.entries()) this.#told.set(pageId(id, page), revision);
  }

  /** Is it another state of the page than its set was written with? */
  isOther({ id, revision }: Pick<PageRow, 'id' | 'revision'>): boolean {
    return this.#told.get(id) !== revision;
  }
}

export async function deleteSets(database: ProjectDatabase, ids: readonly SetId[]): Promise<void> {
  if (ids.length === 0) return;
  await database.sets.bulkDelete([...ids]);
  await database.pages.where('set').anyOf(ids).delete();
}

/** A set with the revision that its row had then: whoever reads the row learns whether it still holds. */
export interface KnownSet {
  readonly revision: number;
  readonly set: AnnotationSet;
}

export function knownSet(database: ProjectDatabase, { id, revision }: SetRow): AnnotationSet | undefined {
  const found = database.knownSets.get(id);
  return found?.revision === revision ? found.set : undefined;
}

/** Sets by their rows. Those read last are the same values as before for as long as they have not changed. */
export async function setsFrom(database: ProjectDatabase, rows: readonly SetRow[]): Promise<readonly AnnotationSet[]> {
  const unknown = rows.filter((row) => !knownSet(database, row) && row.contents === null).map(({ id }) => id);
  const pages = unknown.length === 0 ? [] : await database.pages.where('set').anyOf(unknown).toArray();
  const pagesBySet = new Map<SetId, PageRow[]>();
  for (const page of pages) pagesBySet.set(page.set, [...(pagesBySet.get(page.set) ?? []), page]);
  return rows.map((row) => {
    const before = knownSet(database, row);
    if (before) return before;
    const set = row.contents ? { ...headOf(row), ...row.contents } : joined(row, pagesBySet.get(row.id) ?? []);
    database.knownSets.keep(row.id, { revision: row.revision, set });
    return set;
  });
}

function joined(row: SetRow, pages: readonly PageRow[]): AnnotationSet {
  if (pages.length !== row.pages) throw new Error(`set ${row.id} has ${pages.length} of ${row.pages} pages`);
  return ordered({
    ...headOf(row),
    annotations: pages.flatMap(({ annotations }) => annotations),
    relations: pages.flatMap(({ relations }) => relations),
  });
}
