import { type AnnotationSet } from '../model/annotation-set.ts';
import { type Entity } from '../model/entity.ts';
import { type EntityId } from '../model/id.ts';
import { entityFinder } from '../model/merged-entities.ts';

/** Half-open `[start, end)`, in whatever unit the comparison counts: UTF-16 code units, tokens. */
export interface Piece {
  readonly start: number;
  readonly end: number;
}

/** What is compared of an Annotation; an Annotation is one. */
export interface Marked {
  readonly id: string;
  readonly label: string;
  /** At least one; in order, without overlap. */
  readonly spans: readonly Piece[];
  readonly attributes: Readonly<Record<string, string>>;
  /** Whom it stands for; absent where that is not compared. */
  readonly entity?: string | null;
}

/** What is compared of a Relation; a Relation is one. */
export interface Link {
  readonly id: string;
  readonly type: string;
  readonly from: string;
  readonly to: { readonly kind: 'annotation' | 'entity'; readonly id: string };
}

/** What one person did in one Article. */
export interface Work {
  readonly marked: readonly Marked[];
  readonly links: readonly Link[];
}

/** The contents of a set, people who were merged replaced by those they turned out to be. */
export function workOf({ annotations, relations }: Pick<AnnotationSet, 'annotations' | 'relations'>, entities: readonly Entity[]): Work {
  const find = entityFinder(entities);
  const meant = (id: EntityId): EntityId => find(id)?.id ?? id;
  return {
    marked: annotations.map((one) => ({ ...one, entity: one.entity === null ? null : meant(one.entity) })),
    links: relations.map((one) => (one.to.kind === 'entity' ? { ...one, to: { kind: 'entity', id: meant(one.to.id) } } : one)),
  };
}

export const startOf = ({ id, spans: [first] }: Marked): number => first?.start ?? noSpan(id);
export const endOf = ({ id, spans }: Marked): number => spans.at(-1)?.end ?? noSpan(id);

function noSpan(id: string): never {
  throw new Error(`${id} has no span`);
}

/** Units inside the pieces, gaps not counted. */
export const lengthOf = ({ spans }: Pick<Marked, 'spans'>): number => spans.reduce((sum, { start, end }) => sum + end - start, 0);

/** Units that lie in both. */
export function sharedLength(a: readonly Piece[], b: readonly Piece[]): number {
  let [sum, i, j] = [0, 0, 0];
  for (;;) {
    const [one, two] = [a[i], b[j]];
    if (!one || !two) return sum;
    sum += Math.max(0, Math.min(one.end, two.end) - Math.max(one.start, two.start));
    if (one.end < two.end) i++;
    else j++;
  }
}

/** The same pieces, not only the same hull. */
/** Units that lie in both, of those that lie in any of the two. */
export function likenessOf(a: Pick<Marked, 'spans'>, b: Pick<Marked, 'spans'>): number {
  const shared = sharedLength(a.spans, b.spans);
  return shared / (lengthOf(a) + lengthOf(b) - shared);
}

export const sameBounds = (a: Marked, b: Marked): boolean =>
  a.spans.length === b.spans.length && a.spans.every(({ start, end }, place) => start === b.spans[place]?.start && end === b.spans[place].end);

/** Attributes of which the two do not have the same value, in order; one that only one of them has is among them. */
export const differingAttributes = (a: Marked, b: Marked): readonly string[] =>
  [...new Set([...Object.keys(a.attributes), ...Object.keys(b.attributes)])].filter((id) => valueOf(a, id) !== valueOf(b, id)).sort();

/** `null` where it has none. */
export const valueOf = ({ attributes }: Marked, id: string): string | null => (Object.hasOwn(attributes, id) ? (attributes[id] ?? null) : null);

/** Is it known of both whom they stand for, and not the same? */
export const differsInEntity = (a: Marked, b: Marked): boolean => a.entity !== undefined && b.entity !== undefined && a.entity !== b.entity;
