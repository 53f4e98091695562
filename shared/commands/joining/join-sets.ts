import { canonicalJson } from '../../canonical-json.ts';
import { type AnnotationSet, ordered } from '../../model/annotation-set.ts';
import { type Annotator } from '../../model/annotator.ts';
import { type Article } from '../../model/article.ts';
import { checkSet, errorsOf } from '../../model/check.ts';
import { type Entity } from '../../model/entity.ts';
import { type ArticleId, type SetId } from '../../model/id.ts';
import { type Schema } from '../../model/schema.ts';
import { at, problem, type Problem } from '../../result.ts';
import { type JoinedRecords } from './join-records.ts';
import { contentHash, placeBeside, placeFor } from './place.ts';

/** What the sets refer to, as it is after the join. */
export interface Ground {
  readonly schema: Schema;
  readonly articles: JoinedRecords<Article>;
  readonly annotators: JoinedRecords<Annotator>;
  readonly entities: JoinedRecords<Entity>;
}

export interface JoinedSets {
  readonly added: readonly AnnotationSet[];
  /** Made for sets that differ from what their Annotator already has there. */
  readonly annotators: readonly Annotator[];
  readonly problems: readonly Problem[];
}

/** A set that is there, and the incoming Article it came on; `null` for one that was there before. */
interface Held {
  readonly set: AnnotationSet;
  readonly from: ArticleId | null;
}

/** One Annotator has one set of a role on an Article. An equal one is there already; one that differs comes as another Annotator's. */
export function joinSets(existing: readonly AnnotationSet[], incoming: readonly AnnotationSet[], ground: Ground): JoinedSets {
  const byId = new Map<SetId, AnnotationSet>(existing.map((set) => [set.id, set]));
  const held = new Map<string, Held[]>();
  const heldLike = (set: AnnotationSet): readonly Held[] => held.get(ownership(set)) ?? [];
  const hold = (set: AnnotationSet, from: ArticleId | null): void => void held.set(ownership(set), [...heldLike(set), { set, from }]);
  const isThere = (set: AnnotationSet): boolean => heldLike(set).some((one) => sameContent(one.set, set));
  /** Two sets that shared an Annotator and Article where they come from may do so here. */
  const isOccupied = (set: AnnotationSet, from: ArticleId): boolean => heldLike(set).some((one) => one.from !== from);
  for (const set of existing) hold(set, null);

  const entities = new Set(ground.entities.all.keys());
  const annotators: Annotator[] = [];
  const added: AnnotationSet[] = [];
  const problems: Problem[] = [];

  for (const source of incoming) {
    const moved = redirected(source, ground);
    const article = ground.articles.all.get(moved.article);
    if (!article) throw new Error(`set ${source.id} lies on article ${source.article}, which is not there`);
    const errors = errorsOf(checkSet({ schema: ground.schema, article, entities }, moved));
    if (errors.length > 0) {
      const place = { record: source.id };
      problems.push(problem('set-left-out', place, { id: source.id, count: errors.length }), ...at(place, errors));
      continue;
    }
    if (isThere(moved)) continue;
    const set = isOccupied(moved, source.article) ? aside(moved, ground, annotators) : moved;
    if (isThere(set)) continue;
    const { id } = placeFor(set.id, contentHash(set), byId, () => false);
    const placed = { ...set, id };
    if (set !== moved) problems.push(problem('set-came-aside', { record: id }, { id: source.id, annotator: set.annotator }, 'warning'));
    byId.set(id, placed);
    hold(placed, source.article);
    added.push(placed);
  }
  return { added, annotators, problems };
}

const ownership = ({ article, annotator, role }: AnnotationSet): string => `${article} ${annotator} ${role}`;
const contentOf = (set: AnnotationSet): object => ({ ...ordered(set), id: null });
const sameContent = (a: AnnotationSet, b: AnnotationSet): boolean => canonicalJson(contentOf(a)) === canonicalJson(contentOf(b));

/** The set over the records that its own now stand for. */
function redirected(set: AnnotationSet, { articles, annotators, entities }: Ground): AnnotationSet {
  const entityNow = <Id extends Entity['id'] | null>(id: Id): Id => (id === null ? id : ((entities.idOf.get(id) ?? id) as Id));
  return ordered({
    ...set,
    article: articles.idOf.get(set.article) ?? set.article,
    annotator: annotators.idOf.get(set.annotator) ?? set.annotator,
    annotations: set.annotations.map((annotation) => ({ ...annotation, entity: entityNow(annotation.entity) })),
    relations: set.relations.map((relation) =>
      relation.to.kind === 'entity' ? { ...relation, to: { kind: 'entity', id: entityNow(relation.to.id) } } : relation,
    ),
  });
}

/** The set as that of an Annotator of the same name, whose id is made from what the set holds. */
function aside(set: AnnotationSet, { annotators }: Ground, made: Annotator[]): AnnotationSet {
  const owner = annotators.all.get(set.annotator);
  if (!owner) throw new Error(`set ${set.id} is by ${set.annotator}, who is not there`);
  const isEqual = (there: Annotator): boolean => canonicalJson({ ...there, id: owner.id }) === canonicalJson(owner);
  const { id, isNew } = placeBeside(owner.id, contentHash(contentOf(set)), annotators.all, isEqual);
  if (isNew) {
    made.push({ ...owner, id });
    annotators.all.set(id, { ...owner, id });
  }
  return { ...set, annotator: id };
}
