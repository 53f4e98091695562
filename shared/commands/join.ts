import { type AnnotationSet, headOf } from '../model/annotation-set.ts';
import { type Change, type DataRecord } from '../model/change.ts';
import { type Dataset, normalised } from '../model/dataset.ts';
import { type Schema } from '../model/schema.ts';
import { problem, type Problem } from '../result.ts';
import { joinArticles, joinById, joinEntities } from './joining/join-records.ts';
import { type JoinedSets, joinSets } from './joining/join-sets.ts';

/** How much of an incoming Dataset was new. */
export interface Taken {
  readonly articles: number;
  readonly sets: number;
  readonly annotations: number;
  /** Articles whose text was there already, or was left out before for the sake of another. */
  readonly duplicates: number;
}

export interface Joined {
  /** Adds only: nothing that was there is altered. */
  readonly change: Change;
  readonly taken: Taken;
  readonly problems: readonly Problem[];
}

/**
 * Takes a Dataset in. Articles meet by fingerprint, everything else by id; what is equal is there already. What bears a
 * known id and differs arrives beside it under an id made from its content, so that taking in twice equals once:
 * another Annotator's set never takes the place of one that is there. Sets of another Schema, and sets that break an
 * integrity rule, stay out with a Problem. Into an empty project everything comes id for id.
 */
export function join(existing: Dataset, incoming: Dataset): Joined {
  const source = normalised(incoming);
  const worked = new Set(source.sets.map(({ article }) => article));
  const articles = joinArticles(existing.articles, source.articles, (id) => worked.has(id));
  const annotators = joinById(existing.annotators, source.annotators);
  const entities = joinEntities(existing.entities, source.entities);
  const sets = speaksOf(existing.schema, source.schema)
    ? joinSets(existing.sets, byArticle(source.sets), { schema: existing.schema, articles, annotators, entities })
    : withoutSets(existing.schema, source);
  const added: readonly DataRecord[] = [
    ...articles.added.map((value) => ({ kind: 'article' as const, value })),
    ...[...annotators.added, ...sets.annotators].map((value) => ({ kind: 'annotator' as const, value })),
    ...entities.added.map((value) => ({ kind: 'entity' as const, value })),
    ...sets.added.flatMap(recordsOf),
  ];
  return {
    change: { added, removed: [], updated: [] },
    taken: {
      articles: articles.added.length,
      sets: sets.added.length,
      annotations: sets.added.reduce((sum, set) => sum + set.annotations.length, 0),
      duplicates: source.articles.length - articles.added.length,
    },
    problems: sets.problems,
  };
}

/** By the Articles that they lie on, as those come one after another where a Dataset is taken in in parts: which of two works comes aside is up to that. */
const byArticle = (sets: readonly AnnotationSet[]): readonly AnnotationSet[] => [...sets].sort((a, b) => (a.article < b.article ? -1 : a.article > b.article ? 1 : 0));

/** Labels mean the same in all minor versions of one Schema; whether each set keeps to this one is asked for each set. */
const speaksOf = (own: Schema, other: Schema): boolean => own.id === other.id && major(own) === major(other);
const major = ({ version }: Schema): string | undefined => version.split('.')[0];

function withoutSets(own: Schema, { schema, sets }: Dataset): JoinedSets {
  const values = { id: schema.id, version: schema.version, expected: `${own.id} ${own.version}`, count: sets.length };
  return { added: [], annotators: [], problems: sets.length === 0 ? [] : [problem('schema-of-another-project', {}, values)] };
}

const recordsOf = (set: AnnotationSet): readonly DataRecord[] => [
  { kind: 'set', value: headOf(set) },
  ...set.annotations.map((value) => ({ kind: 'annotation' as const, set: set.id, value })),
  ...set.relations.map((value) => ({ kind: 'relation' as const, set: set.id, value })),
];
