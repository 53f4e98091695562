import { articleAgreement } from '../agreement/article-agreement.ts';
import { type AnnotationSet, type SetStatus } from '../model/annotation-set.ts';
import { type Article } from '../model/article.ts';
import { type Dataset } from '../model/dataset.ts';
import { type AnnotatorId, type ArticleId, type LabelId } from '../model/id.ts';
import { withMergeTargets } from '../model/merged-entities.ts';
import { entitiesOf } from '../model/references.ts';
import { goldHead } from '../model/gold-head.ts';
import { isSecondTime } from '../model/second-time.ts';
import { tagsOf } from '../model/tags.ts';
import { threadsIn } from '../review/discussion.ts';
import { type Further, type FurtherFacts, meetsFurther } from './further.ts';

/** Whose work is exported. Gold and judgements are never mixed (formats.md 4.5). */
export type SetChoice =
  /** The work of the person who exports. */
  | { readonly kind: 'mine' }
  /** The work or the suggestions of one Annotator. */
  | { readonly kind: 'annotator'; readonly annotator: AnnotatorId }
  /** The settled sets alone. */
  | { readonly kind: 'adjudicated' }
  /** Everybody's work side by side, one set for each Article and Annotator who saw it. */
  | { readonly kind: 'judgements' }
  /** Every set of every role, and whom nothing refers to: a copy of the project. */
  | { readonly kind: 'everything' };

/** Days `YYYY-MM-DD`, both included; `null` where it is open. An Article without a date lies in no range. */
export interface DateRange {
  readonly from: string | null;
  readonly to: string | null;
}

/** What of a project is exported. `null` means no condition. */
export interface Selection {
  /** Of the chosen sets; an Article on which nobody of those chosen began is `todo`. */
  readonly states: readonly SetStatus[] | null;
  readonly sets: SetChoice;
  readonly labels: readonly LabelId[] | null;
  readonly published: DateRange | null;
  /** An Article without a publisher is of none of them. */
  readonly publishers: readonly string[] | null;
  readonly articles: readonly ArticleId[] | null;
  /** Absent: nothing else is asked. */
  readonly further?: Further | undefined;
}

/** The default: what the person who exports calls done. */
export const doneByMe: Selection = { states: ['done'], sets: { kind: 'mine' }, labels: null, published: null, publishers: null, articles: null };

/** What a selection takes of a slice, and how much of an Article that is there it leaves out. */
export interface Selected {
  /** `null`: nothing of it, and nothing is counted. */
  readonly slice: Dataset | null;
  readonly sets: number;
  readonly annotations: number;
  /** Relations from or to an Annotation that was left out. */
  readonly relations: number;
}

/** `mine` is whoever exports. */
export type Select = (slice: Dataset) => Selected;

/** Made once for all slices: long lists of ids are looked up, not searched. */
export function selector({ states, sets: choice, labels, published, publishers, articles, further }: Selection, mine: AnnotatorId): Select {
  const ids = articles && new Set(articles);
  const isChosen = chooser(choice, mine);
  const isWanted = (article: Article): boolean =>
    (ids?.has(article.id) ?? true) && (published === null || isWithin(article, published)) && (publishers === null || isOfOne(article, publishers));
  return (slice) => {
    const [article] = slice.articles;
    // Whom nothing refers to belongs to a copy of the project only.
    if (!article) return choice.kind === 'everything' && articles === null && published === null && publishers === null && further === undefined ? whole(slice) : none;
    if (!isWanted(article)) return none;
    // Of several gold sets one counts.
    const head = choice.kind === 'adjudicated' ? goldHead(slice.sets, slice.events ?? []) : null;
    const chosen = head ? [head] : slice.sets.filter(isChosen);
    const kept = states ? chosen.filter(({ status }) => states.includes(status)) : chosen;
    // Without a settled set there is no gold, and an empty Article would say that there is nothing in it.
    if (further && !meetsFurther(further, factsOf(article, slice, kept))) return none;
    const mayBeBare = choice.kind !== 'adjudicated' && chosen.length === 0 && (states?.includes('todo') ?? true);
    return kept.length === 0 && !mayBeBare ? none : reduced(slice, kept, labels && new Set(labels));
  };
}

/** The same for one slice. */
export const select = (slice: Dataset, selection: Selection, mine: AnnotatorId): Dataset | null => selector(selection, mine)(slice).slice;

const whole = (slice: Dataset): Selected => ({ slice, sets: 0, annotations: 0, relations: 0 });
const none: Selected = { slice: null, sets: 0, annotations: 0, relations: 0 };

function chooser(choice: SetChoice, mine: AnnotatorId): (set: AnnotationSet) => boolean {
  switch (choice.kind) {
    case 'mine':
      return ({ annotator, role }) => annotator === mine && role === 'work';
    case 'annotator':
      return ({ annotator, role }) => annotator === choice.annotator && role !== 'adjudicated';
    case 'adjudicated':
      return ({ role }) => role === 'adjudicated';
    case 'judgements':
      return ({ role, annotator }) => role === 'work' && !isSecondTime(annotator);
    case 'everything':
      return () => true;
  }
}

/** Counts are of the chosen sets, people and agreement of all that are there. */
function factsOf(article: Article, { sets, events = [] }: Dataset, kept: readonly AnnotationSet[]): FurtherFacts {
  const annotations = kept.flatMap((set) => set.annotations);
  const labels: Record<LabelId, number> = {};
  for (const { label } of annotations) labels[label] = (labels[label] ?? 0) + 1;
  return {
    tags: tagsOf(article),
    annotators: sets.map(({ annotator }) => annotator),
    flagged: annotations.filter(({ flagged }) => flagged).length,
    discussed: threadsIn(events).some(({ isResolved }) => !isResolved),
    annotations: annotations.length,
    labels,
    agreement: () => articleAgreement(sets),
  };
}

function isWithin({ source }: Article, { from, to }: DateRange): boolean {
  const day = source.published?.slice(0, 10);
  return day !== undefined && (from === null || day >= from) && (to === null || day <= to);
}

const isOfOne = ({ source }: Article, publishers: readonly string[]): boolean => source.publisher !== null && publishers.includes(source.publisher);

/** Only these sets and Labels, and whom they name. */
function reduced(slice: Dataset, kept: readonly AnnotationSet[], labels: ReadonlySet<LabelId> | null): Selected {
  const sets = labels ? kept.map((set) => withLabels(set, labels)) : kept;
  const named = withMergeTargets(slice.entities, new Set(sets.flatMap((set) => [...entitiesOf(set)])));
  const by = new Set(sets.map(({ annotator }) => annotator));
  return {
    slice: {
      ...slice,
      sets,
      entities: slice.entities.filter(({ id }) => named.has(id)),
      annotators: slice.annotators.filter(({ id }) => by.has(id)),
    },
    sets: slice.sets.length - sets.length,
    annotations: countOf(slice.sets, 'annotations') - countOf(sets, 'annotations'),
    relations: countOf(kept, 'relations') - countOf(sets, 'relations'),
  };
}

const countOf = (sets: readonly AnnotationSet[], of: 'annotations' | 'relations'): number =>
  sets.reduce((sum, set) => sum + set[of].length, 0);

/** Relations need both of their ends. */
function withLabels(set: AnnotationSet, labels: ReadonlySet<LabelId>): AnnotationSet {
  const annotations = set.annotations.filter(({ label }) => labels.has(label));
  const ids = new Set(annotations.map(({ id }) => id));
  const relations = set.relations.filter(({ from, to }) => ids.has(from) && (to.kind === 'entity' || ids.has(to.id)));
  return { ...set, annotations, relations };
}
