import { type Entity } from '../../model/entity.ts';
import { type AnnotationId, isId, type RelationId, type RelationType } from '../../model/id.ts';
import { type Relation, type RelationTarget } from '../../model/relation.ts';
import { type Schema } from '../../model/schema.ts';
import { type Place, problem } from '../../result.ts';
import { type Findings } from '../findings.ts';
import { isJsonObject, parseJson } from '../json.ts';
import { excerpt } from '../shape-problems.ts';
import { type FeatureStructure, referenceOf, shortName, textOf } from './cas.ts';
import { lineOf } from './read-source.ts';
import { relationMeant } from '../../model/named-parts.ts';
import { entityLinkType, linkType } from './type-system.ts';

/** What the links of one CAS may lead to. */
export interface LinkSurroundings {
  readonly schema: Schema;
  readonly place: Place;
  /** The Annotation that a feature structure has become. */
  readonly ownerOf: ReadonlyMap<string, AnnotationId>;
  readonly entityOf: ReadonlyMap<number, Entity>;
}

const knownFeatures: ReadonlySet<string> = new Set(['sofa', 'begin', 'end', 'id', 'label', 'value', 'attributes', 'Governor', 'Dependent', 'entity']);

/** Relations between what the marks have become. One whose type or end is not there is a Problem. */
export function readLinks(links: readonly FeatureStructure[], surroundings: LinkSurroundings, found: Findings): readonly Relation[] {
  return links.flatMap((link) => {
    const id = textOf(link, 'id');
    const record = isId(id) ? id : `fs-${link.id}`;
    const place = { ...surroundings.place, ...lineOf(link), record };
    const type = typeOf(link, surroundings.schema);
    const from = surroundings.ownerOf.get(String(referenceOf(link, 'Governor')));
    const to = targetOf(link, surroundings);
    for (const name of link.features.keys())
      if (!knownFeatures.has(name)) found.addOnce(problem('field-not-kept', surroundings.place, { field: `${link.type}:${name}` }, 'warning'));
    if (type.id === null) found.add(problem('relation-unknown', { ...place, field: 'label' }, { type: type.word }));
    else if (!from || !to) found.add(problem('relation-end-missing', place, { id: endOf(link, from ? 'Dependent' : 'Governor') }));
    else return [{ id: record as RelationId, type: type.id, from, to, attributes: attributesOf(link, place, found) }];
    return [];
  });
}

const endOf = (link: FeatureStructure, end: string): string =>
  String(referenceOf(link, link.type === entityLinkType && end === 'Dependent' ? 'entity' : end) ?? '?');

interface TypeFound {
  readonly id: RelationType | null;
  readonly word: string;
}

function typeOf(link: FeatureStructure, schema: Schema): TypeFound {
  const isOwn = link.type === linkType || link.type === entityLinkType;
  const words = [textOf(link, 'label'), textOf(link, 'value'), isOwn ? null : shortName(link.type)].filter((word) => word !== null);
  const id = words.map((word) => relationMeant(schema, word)).find((one) => one !== null) ?? null;
  return { id, word: (words[0] ?? link.type).slice(0, 100) };
}

function targetOf(link: FeatureStructure, { ownerOf, entityOf }: LinkSurroundings): RelationTarget | null {
  if (link.type === entityLinkType) {
    const entity = entityOf.get(referenceOf(link, 'entity') ?? 0);
    return entity ? { kind: 'entity', id: entity.id } : null;
  }
  const id = ownerOf.get(String(referenceOf(link, 'Dependent')));
  return id ? { kind: 'annotation', id } : null;
}

function attributesOf(link: FeatureStructure, place: Place, found: Findings): Readonly<Record<string, string>> {
  const written = textOf(link, 'attributes');
  if (written === null) return {};
  const value = parseJson(written);
  if (isJsonObject(value) && Object.values(value).every((one) => typeof one === 'string')) return value as Record<string, string>;
  const field = 'attributes';
  found.add(problem('field-wrong', { ...place, field }, { field, expected: '{"…": "…"}', found: excerpt(written) }, 'warning'));
  return {};
}
