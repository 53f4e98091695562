import { type Annotation } from '../../model/annotation.ts';
import { type Entity } from '../../model/entity.ts';
import { type AnnotationId, type EntityId, isId, type LabelId } from '../../model/id.ts';
import { type Relation } from '../../model/relation.ts';
import { type Schema } from '../../model/schema.ts';
import { type Place, problem } from '../../result.ts';
import { span, type Span } from '../../text/offsets.ts';
import { allowedAttributes } from '../allowed-attributes.ts';
import { continuationType, type Tie, tiedPieces } from '../continuation.ts';
import { type Findings } from '../findings.ts';
import { entityFrom, entityShape } from '../luggage.ts';
import { type OffsetUnit, spanIn, unitMap } from '../offset-unit.ts';
import { type UnitCase } from '../unit-judgement.ts';
import { type FeatureStructure, numberOf, referenceOf, shortName, sofaType, textOf } from './cas.ts';
import { attributeOfFeature, markFeatures } from './feature-name.ts';
import { readLinks } from './read-links.ts';
import { labelMeant } from '../../model/named-parts.ts';
import { casMetadataType, type CasSource, lineOf, metadataType, recordOf } from './read-source.ts';
import { articleType, documentType, entityLinkType, entityType, markType, sentenceType, setType, tokenType } from './type-system.ts';

export interface CasContents {
  readonly annotations: readonly Annotation[];
  readonly relations: readonly Relation[];
  readonly entities: readonly Entity[];
}

/** What says nothing about quotes and is therefore passed over. */
const structural: ReadonlySet<string> = new Set([
  sofaType, documentType, metadataType, casMetadataType, sentenceType, tokenType, articleType, setType, entityType,
  'de.tudarmstadt.ukp.dkpro.core.api.segmentation.type.Paragraph', 'de.tudarmstadt.ukp.dkpro.core.api.metadata.type.TagDescription',
  'de.tudarmstadt.ukp.dkpro.core.api.metadata.type.TagsetDescription', 'de.tudarmstadt.ukp.clarin.webanno.api.type.FeatureDefinition',
  'de.tudarmstadt.ukp.clarin.webanno.api.type.LayerDefinition',
]);
const isStructural = (type: string): boolean => structural.has(type) || type.startsWith('uima.cas.');

/** Feature structures sorted by what they are to us. */
interface Sorted {
  readonly marks: readonly FeatureStructure[];
  readonly links: readonly FeatureStructure[];
}

const isLink = (one: FeatureStructure): boolean =>
  one.type === entityLinkType || (one.features.has('Governor') && one.features.has('Dependent'));

function sorted(structures: Iterable<FeatureStructure>): Sorted {
  const told = [...structures].filter(({ type }) => !isStructural(type));
  return { marks: told.filter((one) => !isLink(one)), links: told.filter(isLink) };
}

/** What offsets may count: what UIMA says, and what programs write that do not know it. */
export const casUnits = ['utf-16', 'code-point'] as const satisfies readonly OffsetUnit[];
export type CasUnit = (typeof casUnits)[number];

/** All places that are marked, whatever with, to judge by what they count. */
export const markedPlaces = ({ raw, structures }: CasSource): UnitCase => ({
  text: raw,
  spans: sorted(structures.values()).marks.flatMap((one) => {
    const [start, end] = [numberOf(one, 'begin'), numberOf(one, 'end')];
    return start === null || end === null ? [] : [{ start, end }];
  }),
});

/** Annotations, relations and entities of one CAS, as far as the Schema has a name for them; the integrity rules are asked elsewhere. */
export function readMarks(source: CasSource, schema: Schema, unit: CasUnit, found: Findings): CasContents {
  const { structures, place } = source;
  const { marks, links } = sorted(structures.values());
  const entityOf = readEntities(structures, place, found);
  const units = unitMap(source.raw, unit);
  const reading: Reading = { source, schema, spanOf: (begin, end) => (unit === 'utf-16' ? span(begin, end) : spanIn(units, begin, end)), entityOf, leftOut: new Map(), found };
  const pieces = new Map(marks.flatMap((one) => {
    const piece = readMark(one, reading);
    return piece ? [[String(one.id), piece] as const] : [];
  }));
  for (const [type, { count, first }] of reading.leftOut)
    found.add(problem('type-left-out', { ...place, ...lineOf(first) }, { type, count }, 'warning'));
  const isTie = tieTest(schema, structures);
  const ties = [...tiesByPart(marks, pieces), ...links.filter(isTie).flatMap(tieOf)];
  const { annotations, ownerOf } = tiedPieces(pieces, ties, place, found);
  const relations = readLinks(links.filter((one) => !isTie(one)), { schema, place, ownerOf, entityOf }, found);
  return { annotations, relations, entities: [...entityOf.values()] };
}

function readEntities(structures: CasSource['structures'], place: Place, found: Findings): ReadonlyMap<number, Entity> {
  const entities = new Map<number, Entity>();
  for (const one of structures.values()) {
    const record = one.type === entityType ? recordOf(one, entityShape, place, found) : null;
    if (record) entities.set(one.id, entityFrom(record));
  }
  return entities;
}

interface Reading {
  readonly source: CasSource;
  readonly schema: Schema;
  /** `null` outside of the text; in UTF-16 whoever checks the Annotation says so. */
  readonly spanOf: (begin: number, end: number) => Span | null;
  readonly entityOf: ReadonlyMap<number, Entity>;
  /** Types that are nobody's label, with the first of each. */
  readonly leftOut: Map<string, { count: number; readonly first: FeatureStructure }>;
  readonly found: Findings;
}

/** One piece; `null`, with a Problem, where it says no label of the Schema or no place. */
function readMark(one: FeatureStructure, { source, schema, spanOf, entityOf, leftOut, found }: Reading): Annotation | null {
  const id = textOf(one, 'id');
  const record = isId(id) ? id : `fs-${one.id}`;
  const place = { ...source.place, ...lineOf(one), record };
  const label = labelOf(one, schema);
  if (label.kind === 'type-unknown') {
    const entry = leftOut.get(one.type) ?? { count: 0, first: one };
    entry.count++;
    leftOut.set(one.type, entry);
    return null;
  }
  if (label.kind === 'label-unknown') {
    found.add(problem('label-unknown', { ...place, field: 'label' }, { label: label.word }));
    return null;
  }
  const [begin, end] = [numberOf(one, 'begin'), numberOf(one, 'end')];
  if (begin === null || end === null) {
    const field = begin === null ? 'begin' : 'end';
    found.add(problem('field-wrong', { ...place, field }, { field, expected: 'int', found: textOf(one, field)?.slice(0, 40) ?? '–' }));
    return null;
  }
  const marked = spanOf(begin, end);
  if (!marked) {
    found.add(problem('span-outside-text', place, { start: begin, end, length: [...source.raw].length }));
    return null;
  }
  const origin = textOf(one, 'origin');
  return {
    id: record as AnnotationId,
    label: label.id,
    spans: [source.moved(marked)],
    attributes: allowedAttributes(schema, label.id, attributesIn(one, label.feature), place, found),
    entity: entityIn(one, entityOf, place, found),
    note: textOf(one, 'note') ?? '',
    flagged: textOf(one, 'flagged') === 'true',
    origin: origin === 'suggested-accepted' || origin === 'suggested-edited' ? origin : 'manual',
  };
}

type LabelFound =
  | { readonly kind: 'label'; readonly id: LabelId; /** The feature that said it. */ readonly feature: string | null }
  | { readonly kind: 'label-unknown'; readonly word: string }
  | { readonly kind: 'type-unknown' };

/** In a layer of labels a feature says which; otherwise the layer is named after its label. */
function labelOf(one: FeatureStructure, schema: Schema): LabelFound {
  const features = one.type === markType ? ['label'] : ['label', 'value'];
  const words = features.flatMap((feature) => {
    const word = textOf(one, feature);
    return word === null ? [] : [{ feature, word }];
  });
  for (const { feature, word } of words) {
    const id = labelMeant(schema, word);
    if (id) return { kind: 'label', id, feature };
  }
  const id = one.type === markType ? null : labelMeant(schema, shortName(one.type));
  if (id) return { kind: 'label', id, feature: null };
  return words[0] ? { kind: 'label-unknown', word: words[0].word.slice(0, 100) } : { kind: 'type-unknown' };
}

const ownFeatures: ReadonlySet<string> = new Set(markFeatures);

const attributesIn = ({ features }: FeatureStructure, labelFeature: string | null): readonly (readonly [string, string])[] =>
  [...features].flatMap(([name, value]) =>
    ownFeatures.has(name) || name === labelFeature || typeof value === 'object' ? [] : [[attributeOfFeature(name), String(value)] as const],
  );

function entityIn(one: FeatureStructure, entityOf: ReadonlyMap<number, Entity>, place: Place, found: Findings): EntityId | null {
  const reference = referenceOf(one, 'entity');
  if (reference === null) return null;
  const entity = entityOf.get(reference);
  if (!entity) found.add(problem('entity-unknown', { ...place, field: 'entity' }, { entity: String(reference) }));
  return entity?.id ?? null;
}

/** Is this link no relation, but the way from one piece of an Annotation to its next? Ours have no id, and lead between parts. */
function tieTest(schema: Schema, structures: CasSource['structures']): (link: FeatureStructure) => boolean {
  const continuation = continuationType(schema);
  const hasPart = (id: number | null): boolean => id !== null && (structures.get(id)?.features.has('part') ?? false);
  return (link) =>
    textOf(link, 'label') === continuation && !link.features.has('id') &&
    (hasPart(referenceOf(link, 'Governor')) === hasPart(referenceOf(link, 'Dependent')));
}

const tieOf = (link: FeatureStructure): readonly Tie[] => [
  { from: String(referenceOf(link, 'Governor') ?? '?'), to: String(referenceOf(link, 'Dependent') ?? '?') },
];

/** Parts that bear one id are one Annotation, even where a program has dropped the links between them. */
function tiesByPart(marks: readonly FeatureStructure[], pieces: ReadonlyMap<string, Annotation>): readonly Tie[] {
  const firstOf = new Map<string, string>();
  return marks.flatMap((one) => {
    const id = textOf(one, 'id');
    if (id === null || !one.features.has('part') || !pieces.has(String(one.id))) return [];
    const first = firstOf.get(id);
    if (first !== undefined) return [{ from: first, to: String(one.id) }];
    firstOf.set(id, String(one.id));
    return [];
  });
}

