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

type Signs = ReadonlyMap<string, string>;

/** The same classes in the same order, under short names. */
function ranked(signs: Signs): Signs {
  const ranks = new Map([...new Set(signs.values())].sort().map((sign, place) => [sign, String(place).padStart(6, '0')]));
  return new Map([...signs].map(([id, sign]) => [id, ranks.get(sign) ?? '']));
}

/** Each sign together with the signs of what hangs on it, until that tells no more of them apart. */
function refined(signs: Signs, relations: readonly Relation[], entity: (id: string) => string): Signs {
  const links = new Map<string, string[]>([...signs.keys()].map((id) => [id, []]));
  for (const { type, from, to, attributes } of relations) {
    // A link to itself and links in a ring look alike from within: both lead to one of the own sign.
    const end = to.kind === 'entity' ? entity(to.id) : to.id === from ? 'itself' : (signs.get(to.id) ?? '');
    links.get(from)?.push(canonicalJson({ type, attributes, end }));
    if (to.kind === 'annotation') links.get(to.id)?.push(canonicalJson({ type, attributes, start: signs.get(from) ?? '' }));
  }
  const next = ranked(new Map([...signs].map(([id, sign]) => [id, canonicalJson([sign, (links.get(id) ?? []).sort()])])));
  return new Set(next.values()).size === new Set(signs.values()).size ? next : refined(next, relations, entity);
}

/** One of the annotations of the least sign that several bear. */
function firstAlike(signs: Signs): Signed | undefined {
  const seen = new Map<string, string>();
  const alike: Signed[] = [];
  for (const [id, sign] of signs) if (seen.has(sign)) alike.push({ id, sign });
    else seen.set(sign, id);
  return alike.sort(bySign)[0];
}

/**
 * Annotations are named by what they say and by what hangs on them. Of those that are alike to the end one is called the first, which may
 * tell apart what hangs on it: which of them does not matter, since nothing tells them apart.
 */
function renamedSet(set: AnnotationSet, entityIds: ReadonlyMap<string, string>): AnnotationSet {
  const entity = (id: string): string => entityIds.get(id) ?? id;
  const entityOf = (id: string | null): string | null => (id === null ? null : entity(id));
  let signs = refined(ranked(new Map(set.annotations.map((one) => [one.id, canonicalJson({ ...one, id: '', entity: entityOf(one.entity) })]))), set.relations, entity);
  for (;;) {
    const alike = firstAlike(signs);
    if (!alike) break;
    signs = refined(ranked(new Map(signs).set(alike.id, `${alike.sign} first`)), set.relations, entity);
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
    annotations: set.annotations.map((one) => ({ ...one, id: names.get(one.id), entity: entityOf(one.entity) })),
    relations: ordered.map(({ one }, place) => ({ ...one, id: `relation ${place}` })),
  } as unknown as AnnotationSet;
}
