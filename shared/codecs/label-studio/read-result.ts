import { type Annotation } from '../../model/annotation.ts';
import { type AnnotationSet, type SetHead } from '../../model/annotation-set.ts';
import { derivedId, freeId } from '../../model/derived-id.ts';
import { type AnnotationId, type EntityId, isId, type LabelId, type RelationType } from '../../model/id.ts';
import { labelDef, type Schema } from '../../model/schema.ts';
import { at, type Place, problem } from '../../result.ts';
import { type Span } from '../../text/offsets.ts';
import { allowedAttributes } from '../allowed-attributes.ts';
import { continuationType, tiedPieces } from '../continuation.ts';
import { type Findings } from '../findings.ts';
import { isJsonObject } from '../json.ts';
import { numberedRelations, type UnnumberedRelation } from '../numbered-relations.ts';
import { shapeProblems } from '../shape-problems.ts';
import { type ControlIndex, controlNames } from './controls.ts';
import { type RegionResult, type RelationResult, resultShape } from './record.ts';
import { annotationOf, originOf } from './region.ts';
import { type RegionReader } from './region-span.ts';

/** What reading a result needs to know and to report to. */
export interface ResultContext {
  readonly schema: Schema;
  readonly index: ControlIndex;
  readonly regions: RegionReader;
  readonly found: Findings;
  /** Called for each region whose offsets proved to count UTF-16 code units. */
  readonly sawUtf16: () => void;
  /** The Entity that a text area names. */
  readonly entityNamed: (text: string) => EntityId;
}

/** All results with one id: a place, its labels, and what else is said of it. */
interface Region {
  readonly span: Span;
  readonly labels: Set<string>;
  readonly attributes: (readonly [name: string, value: string])[];
  readonly links: (readonly [text: string, id: unknown])[];
  entity: string | null;
  note: string;
  flagged: boolean;
  origin: Annotation['origin'];
}

/** The set that a list of results stands for; what the integrity rules forbid is still in it. */
export function readResult(head: SetHead, results: readonly unknown[], place: Place, context: ResultContext): AnnotationSet {
  const regions = new Map<string, Region>();
  const relations: RelationResult[] = [];
  for (const [number, value] of results.entries()) {
    const here = { ...place, field: `${place.field ?? ''}.result.${number}` };
    const parsed = resultShape.safeParse(value);
    if (!parsed.success) context.found.add(...at(here, shapeProblems(parsed.error, value)));
    else if ('from_id' in parsed.data) relations.push(parsed.data);
    else readRegion(parsed.data, parsed.data.id ?? `region ${number + 1}`, regions, here, context);
  }
  const pieces = new Map([...regions].flatMap(([id, region]) => piecesOf(id, region, place, context)));
  const continuation = continuationType(context.schema);
  const isTie = ({ labels }: RelationResult): boolean => labels.length === 1 && labels[0] === continuation;
  const ties = relations.filter(isTie).map(({ from_id: from, to_id: to }) => ({ from, to }));
  const tied = tiedPieces(pieces, ties, place, context.found);
  const idOf = annotationIds(tied.annotations);
  const ownerOf = new Map([...tied.ownerOf].flatMap(([name, id]) => (idOf.has(id) ? [[name, idOf.get(id) as AnnotationId] as const] : [])));
  return {
    ...head,
    annotations: tied.annotations.map((one) => ({ ...one, id: idOf.get(one.id) as AnnotationId })),
    relations: numberedRelations([
      ...readRelations(relations.filter((one) => !isTie(one)), ownerOf, place, context.found),
      ...[...regions].flatMap(([id, region]) => entityRelations(region, ownerOf.get(id), context)),
    ]),
  };
}

function readRegion(result: RegionResult, id: string, regions: Map<string, Region>, place: Place, context: ResultContext): void {
  const { found } = context;
  const here = { ...place, record: id };
  const known = regions.get(id);
  const region = known ?? newRegion(result, here, context);
  if (!region) return;
  if (known && isElsewhere(result, known, context)) return found.add(problem('id-twice', here, { id }));
  regions.set(id, region);
  const { from_name: name, type, value } = result;
  const meta = isJsonObject(result.meta) ? result.meta : {};
  const texts = strings(value['text']);
  if (type.endsWith('labels')) {
    for (const label of strings(value[type])) region.labels.add(label);
    region.note = strings(meta['text']).join('\n') || region.note;
    region.flagged ||= meta['flagged'] === true;
    region.origin = originOf(result.origin);
  } else if (type === 'textarea' && name === controlNames.entity) region.entity = texts[0] ?? region.entity;
  else if (type === 'textarea' && name === controlNames.links) addLinks(region, texts, linkIds(meta));
  else if (type === 'textarea') addAttribute(region, name, texts, here, context);
  else if (type === 'choices') addAttribute(region, name, strings(value['choices']), here, context);
  else found.addOnce(problem('field-not-kept', { ...place, record: id }, { field: type }, 'warning'));
}

/** Results of one id speak of one place; labels of another place are another region, whose id is taken. */
function isElsewhere({ type, value }: RegionResult, { span: { start, end } }: Region, { regions }: ResultContext): boolean {
  const read = type.endsWith('labels') ? regions.spanOf(value) : null;
  return read?.ok === true && (read.value.span.start !== start || read.value.span.end !== end);
}

function newRegion({ value, type }: RegionResult, place: Place, { regions, found, sawUtf16 }: ResultContext): Region | null {
  // What is said of a whole task has no place in its text.
  if (!('start' in value) && !('startOffset' in value) && !type.endsWith('labels')) {
    found.addOnce(problem('field-not-kept', place, { field: type }, 'warning'));
    return null;
  }
  const read = regions.spanOf(value);
  if (!read.ok) {
    found.add(...at(place, read.problems));
    return null;
  }
  if (read.value.unit === 'utf-16') sawUtf16();
  return { span: read.value.span, labels: new Set(), attributes: [], links: [], entity: null, note: '', flagged: false, origin: 'manual' };
}

function addAttribute(region: Region, name: string, values: readonly string[], place: Place, { index, found }: ResultContext): void {
  const attribute = index.attributeOf(name);
  const [value] = values;
  if (values.length > 1) found.add(problem('attribute-twice', place, { attribute }));
  else if (value !== undefined) region.attributes.push([attribute, value]);
}

const strings = (value: unknown): readonly string[] =>
  typeof value === 'string' ? [value] : Array.isArray(value) ? value.filter((one): one is string => typeof one === 'string') : [];

function addLinks(region: Region, texts: readonly string[], ids: readonly unknown[]): void {
  for (const [index, text] of texts.entries()) region.links.push([text, ids[index]]);
}

function linkIds(meta: Readonly<Record<string, unknown>>): readonly unknown[] {
  const own = meta['naql'];
  const ids = isJsonObject(own) ? own['relations'] : undefined;
  return Array.isArray(ids) ? ids : [];
}

/** A region of several Labels is as many Annotations; the first one has its relations. */
function piecesOf(id: string, region: Region, place: Place, context: ResultContext): readonly (readonly [string, Annotation])[] {
  const here = { ...place, record: id };
  const { schema, found } = context;
  if (region.labels.size === 0) found.add(problem('region-without-label', here));
  return [...region.labels].map((label, index) => {
    const name = index === 0 ? id : `${id} ${index + 1}`;
    const annotation: Annotation = {
      id: name as AnnotationId,
      label: label as LabelId,
      spans: [region.span],
      attributes: allowedAttributes(schema, label as LabelId, region.attributes, here, found),
      entity: entityOf(region, label as LabelId, here, context),
      note: region.note,
      flagged: region.flagged,
      origin: region.origin,
    };
    return [name, annotation] as const;
  });
}

function entityOf({ entity }: Region, label: LabelId, place: Place, { schema, found, entityNamed }: ResultContext): EntityId | null {
  if (entity === null || entity.trim() === '') return null;
  if (labelDef(schema, label)?.entity === true) return entityNamed(entity);
  found.add(problem('entity-not-allowed', place, { label }));
  return null;
}

/** Ids as they were before they became names of regions; made new where they are none. */
function annotationIds(annotations: readonly Annotation[]): ReadonlyMap<string, AnnotationId> {
  const taken = new Set<string>();
  return new Map(
    annotations.map(({ id: name }, index) => {
      const [region = '', further] = name.split(' ');
      const base = further === undefined ? annotationOf(region) : derivedId(annotationOf(region), further);
      const id = freeId(isId(base) ? base : `region-${index + 1}`, (candidate) => taken.has(candidate));
      taken.add(id);
      return [name, id as AnnotationId];
    }),
  );
}

type OwnerOf = ReadonlyMap<string, AnnotationId>;

function readRelations(records: readonly RelationResult[], ownerOf: OwnerOf, place: Place, found: Findings): readonly UnnumberedRelation[] {
  return records.flatMap(({ id, from_id: from, to_id: to, direction, labels }) => {
    const [first, second] = direction === 'left' ? [to, from] : [from, to];
    const ends = [ownerOf.get(first), ownerOf.get(second)] as const;
    if (!ends[0] || !ends[1]) {
      found.add(problem('relation-end-missing', { ...place, record: first }, { id: ends[0] ? second : first }));
      return [];
    }
    const link = { from: ends[0], to: { kind: 'annotation', id: ends[1] } as const, attributes: {} };
    return (labels.length === 0 ? [''] : labels).map((type) => ({ ...link, id, type: type as RelationType }));
  });
}

/** Each text of the links area is the type of a relation, a blank, and an Entity. */
function entityRelations({ links }: Region, from: AnnotationId | undefined, { entityNamed }: ResultContext): readonly UnnumberedRelation[] {
  return links.flatMap(([text, id]) => {
    const [type, ...name] = text.trim().split(' ');
    if (!from || type === undefined || name.length === 0) return [];
    return [{ id, type: type as RelationType, from, to: { kind: 'entity', id: entityNamed(name.join(' ')) } as const, attributes: {} }];
  });
}
