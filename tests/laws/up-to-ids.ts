import { canonicalJson } from '../../shared/canonical-json.ts';
import { type Capabilities } from '../../shared/codecs/capabilities.ts';
import { type AnnotationSet } from '../../shared/model/annotation-set.ts';
import { type Dataset, normalised } from '../../shared/model/dataset.ts';
import { type Relation } from '../../shared/model/relation.ts';

/**
 * A Dataset as a format can tell it: without what it derives anew when it is read, and with ids made from what they stand for where it
 * keeps none. Two Datasets that mean the same there are equal after this.
 */
export function upToIds(dataset: Dataset, { ids, setHeads, articleMetadata }: Capabilities): Dataset {
  const told = normalised({
    ...dataset,
    articles: articleMetadata ? dataset.articles : dataset.articles.map((one) => ({ ...one, title: '', language: '', added: '' })),
    // Without a head, an Article that somebody looked at and one that nobody has are one and the same.
    sets: setHeads ? dataset.sets : dataset.sets.filter(({ annotations }) => annotations.length > 0),
  });
  const heads = setHeads ? told : { ...told, annotators: told.sets.length > 0 ? told.annotators : [] };
  return ids ? heads : renamed(heads);
}

function renamed(dataset: Dataset): Dataset {
  const articleIds = new Map<string, string>(dataset.articles.map(({ id, fingerprint }) => [id, fingerprint]));
  const byContent = [...dataset.entities].map((one) => ({ id: one.id, sign: canonicalJson({ ...one, id: '', mergedInto: null }) })).sort(bySign);
  const entityIds = new Map<string, string>(byContent.map(({ id, sign }, place) => [id, `entity ${place} ${sign}`]));
  const name = (ids: ReadonlyMap<string, string>, id: string): string => ids.get(id) ?? id;
  const anew = {
    ...dataset,
    articles: dataset.articles.map((one) => ({ ...one, id: name(articleIds, one.id) })),
    entities: dataset.entities.map((one) => ({
      ...one,
      id: name(entityIds, one.id),
      ...(one.mergedInto !== undefined && { mergedInto: name(entityIds, one.mergedInto) }),
    })),
    sets: dataset.sets.map((set) => {
      const article = name(articleIds, set.article);
      return { ...renamedSet(set, entityIds), article, id: `${article} ${set.annotator} ${set.role}` };
    }),
  };
  return normalised(anew as unknown as Dataset);
}

interface Signed {
  readonly id: string;
  readonly sign: string;
}
const bySign = (a: Signed, b: Signed): number => (a.sign < b.sign ? -1 : a.sign > b.sign ? 1 : 0);

/** Annotations are named by what they say and by what hangs on them, two steps far; what cannot be told apart then is the same. */
function renamedSet(set: AnnotationSet, entityIds: ReadonlyMap<string, string>): AnnotationSet {
  const entity = (id: string | null): string | null => (id === null ? null : (entityIds.get(id) ?? id));
  let signs = new Map<string, string>(set.annotations.map((one) => [one.id, canonicalJson({ ...one, id: '', entity: entity(one.entity) })]));
  for (let step = 0; step < 2; step++) {
    const links = new Map<string, string[]>(set.annotations.map(({ id }) => [id, []]));
    for (const { type, from, to, attributes } of set.relations) {
      const end = to.kind === 'entity' ? (entity(to.id) ?? '') : (signs.get(to.id) ?? '');
      links.get(from)?.push(canonicalJson({ type, attributes, end }));
      if (to.kind === 'annotation') links.get(to.id)?.push(canonicalJson({ type, attributes, start: signs.get(from) ?? '' }));
    }
    signs = new Map([...signs].map(([id, sign]) => [id, canonicalJson([sign, (links.get(id) ?? []).sort()])]));
  }
  const order = [...signs].map(([id, sign]) => ({ id, sign })).sort(bySign);
  const names = new Map(order.map(({ id }, place) => [id, `annotation ${place}`]));
  const relations = set.relations.map(
    (one) =>
      ({
        ...one,
        from: names.get(one.from),
        to: one.to.kind === 'entity' ? { kind: 'entity', id: entity(one.to.id) } : { kind: 'annotation', id: names.get(one.to.id) },
      }) as unknown as Relation,
  );
  const ordered = relations.map((one) => ({ one, id: one.id, sign: canonicalJson({ ...one, id: '' }) })).sort(bySign);
  return {
    ...set,
    annotations: set.annotations.map((one) => ({ ...one, id: names.get(one.id), entity: entity(one.entity) })),
    relations: ordered.map(({ one }, place) => ({ ...one, id: `relation ${place}` })),
  } as unknown as AnnotationSet;
}
